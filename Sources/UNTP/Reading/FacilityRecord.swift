package import JSON

/// A facility record as far as it can be read.
package struct FacilityRecord: Sendable {
    package let facilityID: String?
    package let country: String?
    package let operatorRegisteredID: String?
    /// The numbers of the location's point, in their order: GeoJSON has the longitude first.
    package let coordinates: [Double]

    package init(reading credential: JSONView) {
        let facility = credential["credentialSubject"]?["facility"]
        facilityID = facility?["id"]?.string
        country = facility?["countryOfOperation"]?.string
        operatorRegisteredID = facility?["operatedByParty"]?["registeredId"]?.string
        coordinates =
            facility?["locationInformation"]?["geoLocation"]?["coordinates"]?.elements.compactMap(\.readableDouble) ?? []
    }
}

/// An identity anchor as far as it can be read.
package struct IdentityAnchor: Sendable {
    package let did: String?
    package let name: String?
    package let registeredID: String?
    package let registerType: String?
    package let scheme: String?
    package let scope: [String]

    package init(reading credential: JSONView) {
        let subject = credential["credentialSubject"]
        did = subject?["id"]?.string
        name = subject?["name"]?.string
        registeredID = subject?["registeredId"]?.string
        registerType = subject?["registerType"]?.string
        scheme = subject?["idScheme"]?["id"]?.string
        scope = subject?["registrationScopeList"]?.oneOrMore.compactMap(\.string) ?? []
    }
}
