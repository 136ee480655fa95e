extension DigitalProductPassport {
    /// A claim on conformity, of a passport or a facility record.
    package final class Claim: Sendable {
        // A class, as the passport is.
        package let id: String?
        package let topic: String?
        package let criteria: [String]
        package let conformance: Bool?
        package let evidence: Evidence?
        /// What it declares, by metric.
        package let declared: [DeclaredValue]

        private init(reading claim: CredentialReader.Place, with reader: inout CredentialReader) {
            id = reader.string("id", of: claim)
            topic = reader.string("conformityTopic", of: claim)
            criteria = reader.identifiers(in: "assessmentCriteria", of: claim)
            conformance = reader.bool("conformance", of: claim)
            evidence = reader.object("conformityEvidence", of: claim).flatMap { Evidence(reading: $0, with: &reader) }
            declared = DeclaredValue.values(of: claim, with: &reader)
        }

        static func claims(of subject: CredentialReader.Place?, with reader: inout CredentialReader) -> [Claim] {
            reader.objects("conformityClaim", of: subject).map { Claim(reading: $0, with: &reader) }
        }
    }

    /// A secure link to what something rests on.
    package struct Evidence: Sendable, Hashable {
        package let url: String
        package let digest: String?
        package let method: String?

        /// Reads a link; nil, and noted, where it leads nowhere.
        init?(reading link: CredentialReader.Place, with reader: inout CredentialReader) {
            guard let url = reader.string("linkURL", of: link, isNeeded: true) else { return nil }
            self.url = url
            digest = reader.string("hashDigest", of: link)
            method = reader.string("hashMethod", of: link)
        }
    }
}
