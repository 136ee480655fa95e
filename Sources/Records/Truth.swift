/// Where decisions differ from what really happened to the material.
package struct TruthRecord: Sendable, Hashable, Codable {
    /// Consignments accepted although something was false.
    package var acceptedWrongly: Int
    /// True consignments that were rejected.
    package var rejectedWrongly: Int
    /// By cause.
    package var byCause: [TruthCause]
    /// By pair of platforms.
    package var byPair: [TruthPair]

    package init(
        acceptedWrongly: Int = 0, rejectedWrongly: Int = 0, byCause: [TruthCause] = [], byPair: [TruthPair] = []
    ) {
        self.acceptedWrongly = acceptedWrongly
        self.rejectedWrongly = rejectedWrongly
        self.byCause = byCause
        self.byPair = byPair
    }
}

/// Wrong decisions from one cause.
package struct TruthCause: Sendable, Hashable, Codable {
    /// The failure mode or the pattern of fraud.
    package var code: String
    /// Which way the decision was wrong.
    package var direction: Misjudgement
    /// How many consignments.
    package var count: Int

    package init(code: String, direction: Misjudgement, count: Int) {
        self.code = code
        self.direction = direction
        self.count = count
    }
}

/// Wrong decisions between one issuing and one verifying platform.
package struct TruthPair: Sendable, Hashable, Codable {
    /// The platform that issued.
    package var issuer: String
    /// The platform that verified.
    package var verifier: String
    /// Accepted although something was false.
    package var acceptedWrongly: Int
    /// True, but rejected.
    package var rejectedWrongly: Int

    package init(issuer: String, verifier: String, acceptedWrongly: Int, rejectedWrongly: Int) {
        self.issuer = issuer
        self.verifier = verifier
        self.acceptedWrongly = acceptedWrongly
        self.rejectedWrongly = rejectedWrongly
    }
}
