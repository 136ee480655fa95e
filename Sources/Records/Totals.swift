/// How the consignments of a run ended.
package struct ConsignmentTotals: Sendable, Hashable, Codable {
    /// All consignments that were dispatched, or were to be.
    package var total: Int
    /// Those with complete evidence (level E4).
    package var transparent: Int
    /// Those with some evidence.
    package var partial: Int
    /// Those with no usable evidence.
    package var opaque: Int
    /// Those not judged when the run ended.
    package var inTransit: Int
    /// Those that an authority did not let out of their country.
    package var keptBack: Int
    /// Judged consignments by evidence level.
    package var levels: LevelCounts

    package init(
        total: Int, transparent: Int, partial: Int, opaque: Int, inTransit: Int = 0, keptBack: Int = 0,
        levels: LevelCounts = LevelCounts()
    ) {
        self.total = total
        self.transparent = transparent
        self.partial = partial
        self.opaque = opaque
        self.inTransit = inTransit
        self.keptBack = keptBack
        self.levels = levels
    }

    /// Those that arrived and were judged.
    package var judged: Int { transparent + partial + opaque }
}

/// Consignments by the evidence level that they reached, each counted once, at its highest.
package struct LevelCounts: Sendable, Hashable, Codable {
    /// Nothing.
    package var e0: Int
    /// A passport resolves.
    package var e1: Int
    /// Its inputs are linked.
    package var e2: Int
    /// Claims are answered and attested.
    package var e3: Int
    /// All of it verifies and is anchored: transparent.
    package var e4: Int

    package init(e0: Int = 0, e1: Int = 0, e2: Int = 0, e3: Int = 0, e4: Int = 0) {
        self.e0 = e0
        self.e1 = e1
        self.e2 = e2
        self.e3 = e3
        self.e4 = e4
    }
}

/// HTTP exchanges of a run.
package struct ExchangeTotals: Sendable, Hashable, Codable {
    /// Attempts, retries included.
    package var total: Int
    /// Attempts that brought no response.
    package var failed: Int
    /// Attempts made again.
    package var retried: Int
    /// Bytes carried in bodies.
    package var bytes: Int

    package init(total: Int, failed: Int = 0, retried: Int = 0, bytes: Int = 0) {
        self.total = total
        self.failed = failed
        self.retried = retried
        self.bytes = bytes
    }
}

/// Credentials of a run.
package struct CredentialTotals: Sendable, Hashable, Codable {
    /// Credentials issued, by type.
    package var issued: [Tally]
    /// Credentials issued.
    package var totalIssued: Int
    /// Logical verifications.
    package var verified: Int
    /// Logical verifications that failed.
    package var failed: Int
    /// Signature checks that were computed, the others being shared by content.
    package var checksComputed: Int
    /// Signatures that were made.
    package var signaturesMade: Int

    package init(
        issued: [Tally], totalIssued: Int, verified: Int, failed: Int, checksComputed: Int, signaturesMade: Int
    ) {
        self.issued = issued
        self.totalIssued = totalIssued
        self.verified = verified
        self.failed = failed
        self.checksComputed = checksComputed
        self.signaturesMade = signaturesMade
    }
}
