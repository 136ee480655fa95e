/// A facility record.
package struct FacilityFacts: Sendable {
    package var facility: EntityFacts
    package var country: String
    package var operatedBy: EntityFacts
    package var latitude: Double
    package var longitude: Double
    package var process: String
    package var claims: [ClaimFacts]

    package init(
        facility: EntityFacts, country: String, operatedBy: EntityFacts, latitude: Double, longitude: Double,
        process: String, claims: [ClaimFacts] = []
    ) {
        self.facility = facility
        self.country = country
        self.operatedBy = operatedBy
        self.latitude = latitude
        self.longitude = longitude
        self.process = process
        self.claims = claims
    }
}
