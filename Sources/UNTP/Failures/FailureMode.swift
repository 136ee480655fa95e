/// A way in which implementations fail to work together, or in which evidence fails.
package struct FailureMode: Sendable, Hashable {
    /// Stable and in kebab-case; never given to anything else.
    package let code: String
    /// The name for people.
    package let title: String
    package let layer: Layer
    /// 1 technical, 2 schema, 3 trust and meaning.
    package let tier: Int
    package let severity: Severity
    /// Who departs from the specification.
    package let responsible: Responsible
    /// What is seen, in a sentence.
    package let summary: String
    package let remedyIssuer: String
    package let remedyVerifier: String
    /// Whether the official UNTP tests would notice.
    package let officialTests: OfficialTests
    /// The specification and the section that it departs from.
    package let clause: String
    package let strength: Strength

    /// Whether it is for the party to mend whose product is concerned, and not for its platform.
    package var isConduct: Bool { FailureCatalogue.isConduct(code) }

    package enum Layer: String, Sendable, CaseIterable {
        case transport, discovery, identity, securing
        case dataModel = "data-model"
        case schema, semantics, status, trust, access, business
    }

    package enum Severity: String, Sendable, CaseIterable {
        /// The data can't be used.
        case blocking
        /// It can be used in part.
        case degrading
        /// It is used, and wrong or incomplete, and nobody notices.
        case silent
    }

    package enum Responsible: String, Sendable, CaseIterable {
        case issuer, verifier, resolver, register, network, ambiguous
    }

    package enum OfficialTests: String, Sendable, CaseIterable {
        case tier1, tier2, tier3, playground, partly, none
    }

    package enum Strength: String, Sendable, CaseIterable {
        case must = "MUST"
        case should = "SHOULD"
        case may = "MAY"
        case none = "none"
    }

    init(
        _ code: String, _ title: String, _ layer: Layer, tier: Int, _ severity: Severity, _ responsible: Responsible,
        _ summary: String, issuer: String, verifier: String, tests: OfficialTests = .none, clause: String,
        _ strength: Strength
    ) {
        self.code = code
        self.title = title
        self.layer = layer
        self.tier = tier
        self.severity = severity
        self.responsible = responsible
        self.summary = summary
        remedyIssuer = issuer
        remedyVerifier = verifier
        officialTests = tests
        self.clause = clause
        self.strength = strength
    }
}

/// All failure modes that a run can find.
package enum FailureCatalogue {
    package static let all: [FailureMode] =
        transport + discovery + identity + securing + dataModel + schema + semantics + status + trust + access
        + business

    /// The modes that no platform can mend: what they tell is how a party keeps its evidence.
    private static let conduct: Set<String> = [
        "accreditation-missing", "certificate-expired", "certificate-revoked", "certificate-suspended",
        "certificate-scope-mismatch",
        "claim-contradicted", "claim-not-testable", "claim-without-certificate", "credit-quantity-missing",
        "custody-mixed",
        "double-use",
        "mass-balance-exceeded", "origin-changed", "origin-test-contradicts", "credential-altered",
        "demand-not-proven", "demanded-claim-missing", "scheme-not-recognised",
    ]

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    fileprivate static func isConduct(_ code: String) -> Bool { conduct.contains(code) }

    package static subscript(_ code: String) -> FailureMode? { byCode[code] }
}
