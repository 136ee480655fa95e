package import JSON

/// A facility record as far as it can be read.
package struct FacilityRecord: Sendable {
    package let facilityID: String?
    package let country: String?
    package let operatorRegisteredID: String?
    /// The numbers of the location's point, in their order: GeoJSON has the longitude first.
    package let coordinates: [Double]
    package let claims: [DigitalProductPassport.Claim]
    /// What could not be read.
    package let unread: [UnreadValue]

    package init(reading credential: JSONView) {
        var reader = CredentialReader()
        let subject = reader.object("credentialSubject", of: CredentialReader.root(credential), isNeeded: true)
        let facility = reader.object("facility", of: subject, isNeeded: true)
        facilityID = reader.string("id", of: facility, isNeeded: true)
        country = reader.string("countryOfOperation", of: facility)
        operatorRegisteredID = reader.string("registeredId", of: reader.object("operatedByParty", of: facility))
        let location = reader.object("locationInformation", of: facility)
        coordinates = reader.numbers("coordinates", of: reader.object("geoLocation", of: location))
        claims = DigitalProductPassport.Claim.claims(of: subject, with: &reader)
        unread = reader.unread
    }
}
