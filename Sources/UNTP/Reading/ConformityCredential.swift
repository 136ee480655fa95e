package import JSON

/// A conformity credential as far as it can be read.
package struct ConformityCredential: Sendable {
    package let holderRegisteredID: String?
    package let assessments: [Assessment]

    /// What a certifier found about products, facilities or an organisation.
    package struct Assessment: Sendable, Hashable {
        package let products: [String]
        package let facilities: [String]
        package let organisation: String?
        package let topic: String?
        package let criteria: [String]
        package let conformance: Bool?
    }

    package init(reading credential: JSONView) {
        let subject = credential["credentialSubject"]
        holderRegisteredID = subject?["issuedToParty"]?["registeredId"]?.string
        assessments =
            subject?["assessment"]?.oneOrMore.map { assessment in
                Assessment(
                    products: assessment["assessedProduct"]?.oneOrMore.compactMap { $0["product"]?["id"]?.string } ?? [],
                    facilities: assessment["assessedFacility"]?.oneOrMore.compactMap { $0["facility"]?["id"]?.string }
                        ?? [],
                    organisation: assessment["assessedOrganisation"]?["id"]?.string,
                    topic: assessment["conformityTopic"]?.string,
                    criteria: assessment["assessmentCriteria"]?.oneOrMore.compactMap { $0["id"]?.string } ?? [],
                    conformance: assessment["conformance"]?.bool)
            } ?? []
    }
}
