package import JSON

/// A conformity credential as far as it can be read.
package final class ConformityCredential: Sendable {
    // A class, as `DigitalProductPassport` is.
    package let holderRegisteredID: String?
    /// The scheme that was assessed against, by id.
    package let scheme: String?
    package let assessments: [Assessment]
    /// What could not be read.
    package let unread: [UnreadValue]

    /// What a certifier found about products, facilities or an organisation.
    package struct Assessment: Sendable, Hashable {
        package let products: [String]
        package let facilities: [String]
        package let organisation: String?
        package let topic: String?
        package let criteria: [String]
        package let conformance: Bool?
        /// The day of the assessment, as it was written.
        package let date: String?
        /// What was found, by metric.
        package let declared: [DeclaredValue]
    }

    package init(reading credential: JSONView) {
        var reader = CredentialReader()
        let subject = reader.object("credentialSubject", of: CredentialReader.root(credential), isNeeded: true)
        holderRegisteredID = reader.string("registeredId", of: reader.object("issuedToParty", of: subject))
        scheme = reader.string("id", of: reader.object("scope", of: subject))
        assessments = reader.objects("assessment", of: subject).map { assessment in
            Assessment(
                products: Self.assessed("product", in: "assessedProduct", of: assessment, with: &reader),
                facilities: Self.assessed("facility", in: "assessedFacility", of: assessment, with: &reader),
                organisation: reader.string("id", of: reader.object("assessedOrganisation", of: assessment)),
                topic: reader.string("conformityTopic", of: assessment),
                criteria: reader.identifiers(in: "assessmentCriteria", of: assessment),
                conformance: reader.bool("conformance", of: assessment),
                date: reader.string("assessmentDate", of: assessment),
                declared: DeclaredValue.values(of: assessment, with: &reader))
        }
        unread = reader.unread
    }

    private static func assessed(
        _ thing: String, in list: String, of assessment: CredentialReader.Place, with reader: inout CredentialReader
    ) -> [String] {
        reader.objects(list, of: assessment).compactMap { entry in
            let thing = reader.object(thing, of: entry, isNeeded: true)
            return reader.string("id", of: thing, isNeeded: true)
        }
    }
}
