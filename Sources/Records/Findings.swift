/// One failure mode between one issuing and one verifying platform, over all its occurrences.
package struct FindingRecord: Sendable, Hashable, Codable {
    /// The failure mode, from the catalogue.
    package var code: String
    /// Its name for people.
    package var title: String
    /// 1 technical, 2 schema, 3 trust.
    package var tier: Int
    /// Where it arises, such as `status`.
    package var layer: String
    /// `blocking`, `degrading` or `silent`.
    package var severity: String
    /// Who departs from the specification: `issuer`, `verifier`, `resolver`, `register`, `network` or `ambiguous`.
    package var responsible: String
    /// The platform that issued.
    package var issuer: String
    /// The platform that verified.
    package var verifier: String
    /// The credential type, such as `dpp`.
    package var credentialType: String
    /// How often it was seen.
    package var count: Int
    /// Consignments that it helped to keep from being transparent.
    package var consignments: Int
    /// Consignments for which only this stands in the way at the end of the run.
    package var consignmentsSolely: Int
    /// The simulated instant of the first occurrence, ISO 8601.
    package var firstSeen: String
    /// The first occurrence.
    package var example: ExampleRecord
    /// What each side can do.
    package var remedy: Remedy
    /// What is seen when it happens.
    package var summary: String
    /// The clause of the specification.
    package var clause: String
    /// How strongly the clause asks for it: `MUST`, `SHOULD`, `MAY`, or empty.
    package var strength: String
    /// Whether the official UNTP tests would notice.
    package var officialTests: String
    /// The code of the failure that hid this one until it was fixed or passed over.
    package var behind: String?
    /// The parties whose products were concerned, where it is for them to mend it and not for their platform.
    package var parties: [String]

    package init(
        code: String, title: String, tier: Int, layer: String, severity: String, responsible: String, issuer: String,
        verifier: String, credentialType: String, count: Int, consignments: Int, consignmentsSolely: Int,
        firstSeen: String, example: ExampleRecord, remedy: Remedy, summary: String, clause: String, strength: String,
        officialTests: String, behind: String? = nil, parties: [String] = []
    ) {
        self.code = code
        self.title = title
        self.tier = tier
        self.layer = layer
        self.severity = severity
        self.responsible = responsible
        self.issuer = issuer
        self.verifier = verifier
        self.credentialType = credentialType
        self.count = count
        self.consignments = consignments
        self.consignmentsSolely = consignmentsSolely
        self.firstSeen = firstSeen
        self.example = example
        self.remedy = remedy
        self.summary = summary
        self.clause = clause
        self.strength = strength
        self.officialTests = officialTests
        self.behind = behind
        self.parties = parties
    }
}

/// One occurrence of a failure, in enough detail to check it with another tool.
package struct ExampleRecord: Sendable, Hashable, Codable {
    /// The consignment in which it occurred.
    package var consignment: String
    /// The URL of the credential.
    package var credential: String
    /// A JSON Pointer to the place in the credential.
    package var pointer: String
    /// What was sent.
    package var sent: String
    /// What was expected in its place.
    package var expected: String
    /// Paths of the files with the exact bytes: those of `RunRecord.artefacts`, relative to `artefacts/`.
    package var artefacts: [String]

    package init(
        consignment: String, credential: String, pointer: String, sent: String, expected: String,
        artefacts: [String] = []
    ) {
        self.consignment = consignment
        self.credential = credential
        self.pointer = pointer
        self.sent = sent
        self.expected = expected
        self.artefacts = artefacts
    }
}

/// A sentence for each side that it can act on.
package struct Remedy: Sendable, Hashable, Codable {
    /// For the platform that issues.
    package var issuer: String
    /// For the platform that verifies.
    package var verifier: String

    package init(issuer: String, verifier: String) {
        self.issuer = issuer
        self.verifier = verifier
    }
}
