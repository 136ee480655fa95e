package import JSON

/// A product passport as far as it can be read: what is missing or of another type is nil.
package final class DigitalProductPassport: Sendable {
    // A class, as it never changes and is handed on far more often than read.
    package let productID: String?
    package let productName: String?
    package let granularity: String?
    package let producerID: String?
    package let producerName: String?
    package let producerRegisteredID: String?
    package let facilityID: String?
    /// The country of production, ISO 3166-1 alpha-2.
    package let country: String?
    package let claims: [Claim]
    /// Footprint for one declared unit.
    package let footprint: Double?
    package let materials: [Material]
    /// Links to the events that made the product.
    package let traceability: [Evidence]
    /// What could not be read.
    package let unread: [UnreadValue]

    /// A part of what the product is made of.
    package struct Material: Sendable, Hashable {
        package let name: String?
        package let country: String?
        /// The share of the product's mass, 0 to 1.
        package let massFraction: Double?
    }

    package init(reading credential: JSONView) {
        var reader = CredentialReader()
        let subject = reader.object("credentialSubject", of: CredentialReader.root(credential), isNeeded: true)
        let product = reader.object("product", of: subject, isNeeded: true)
        productID = reader.string("id", of: product, isNeeded: true)
        productName = reader.string("name", of: product)
        granularity = reader.string("granularityLevel", of: subject)
        let producer = reader.object("producedByParty", of: product)
        producerID = reader.string("id", of: producer)
        producerName = reader.string("name", of: producer)
        producerRegisteredID = reader.string("registeredId", of: producer)
        facilityID = reader.string("id", of: reader.object("producedAtFacility", of: product))
        country = reader.string("countryOfProduction", of: product)
        footprint = reader.number("carbonFootprint", of: reader.object("emissionsScorecard", of: subject))
        materials = reader.objects("materialsProvenance", of: subject).map { material in
            Material(
                name: reader.string("name", of: material), country: reader.string("originCountry", of: material),
                massFraction: reader.number("massFraction", of: material))
        }
        traceability = reader.objects("traceabilityInformation", of: subject).flatMap { process in
            reader.objects("traceabilityEvent", of: process).compactMap { Evidence(reading: $0, with: &reader) }
        }
        claims = Claim.claims(of: subject, with: &reader)
        unread = reader.unread
    }
}
