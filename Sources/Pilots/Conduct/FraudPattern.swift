/// How evidence is made to say what is not so.
///
/// What a party does shows in what it issues, or in the goods alone; verifiers see the former only. The evidence that
/// would reveal a pattern is named for those that leave no trace.
package enum FraudPattern: String, Sendable, CaseIterable, Comparable {
    case fakeCertificate = "F01"
    case expiredCertificate = "F02"
    case revokedCertificate = "F03"
    case wrongScope = "F04"
    case claimWithoutEvidence = "F05"
    case substitution = "F06"
    case doubleSelling = "F07"
    case massBalanceOvershoot = "F08"
    case originLaundering = "F09"
    case fakeFacility = "F10"
    case impersonatedIssuer = "F11"
    case fakeTransport = "F12"
    case legalityGap = "F13"
    case plotLaundering = "F14"
    case vagueClaim = "F15"

    package static func < (one: FraudPattern, other: FraudPattern) -> Bool { one.rawValue < other.rawValue }

    package var name: String {
        switch self {
        case .fakeCertificate: "Fake certificate"
        case .expiredCertificate: "Expired certificate"
        case .revokedCertificate: "Revoked certificate"
        case .wrongScope: "Certificate for something else"
        case .claimWithoutEvidence: "Claim without evidence"
        case .substitution: "Substitution or blending"
        case .doubleSelling: "Double selling"
        case .massBalanceOvershoot: "More certified than there was"
        case .originLaundering: "Origin laundering"
        case .fakeFacility: "Facility that does not exist"
        case .impersonatedIssuer: "Impersonated certifier"
        case .fakeTransport: "Shipment that never moved"
        case .legalityGap: "Permit missing"
        case .plotLaundering: "Plot laundering"
        case .vagueClaim: "Claim too vague to test"
        }
    }

    /// The codes of the findings that reveal it; none where credentials can't. What a finding is about says which of the
    /// patterns with its code it is a sign of: `FraudSign`.
    package var signs: Set<String> {
        switch self {
        case .fakeCertificate, .fakeFacility: ["anchor-not-discoverable"]
        case .impersonatedIssuer: ["issuer-impersonated"]
        case .expiredCertificate: ["certificate-expired"]
        case .revokedCertificate: ["certificate-revoked", "certificate-suspended"]
        case .wrongScope: ["certificate-scope-mismatch"]
        case .claimWithoutEvidence, .legalityGap: ["claim-without-certificate"]
        case .substitution: ["origin-test-contradicts"]
        case .doubleSelling: ["double-use"]
        case .massBalanceOvershoot: ["mass-balance-exceeded"]
        case .originLaundering: ["origin-changed"]
        case .fakeTransport, .plotLaundering: []
        case .vagueClaim: ["claim-not-testable"]
        }
    }

    /// Whether evidence that is read in full reveals it; substitution takes a laboratory's test of the goods besides.
    func showsInEvidence(isTested: Bool) -> Bool {
        showsInGoods ? isTested : !signs.isEmpty
    }

    /// Whether it shows in goods, and in whatever is made of them.
    var showsInGoods: Bool { self == .substitution }

    /// Whether another certificate is put in the place of the party's own.
    var isForgery: Bool {
        switch self {
        case .fakeCertificate, .expiredCertificate, .revokedCertificate, .wrongScope, .impersonatedIssuer: true
        default: false
        }
    }

    /// Whether claims then show no certificate, or another than the party's own.
    var changesEvidence: Bool { isForgery || self == .claimWithoutEvidence }

    /// Which of several that change the evidence is done, where more than one is due: the one with the lowest.
    var precedence: String { self == .claimWithoutEvidence ? "" : rawValue }

    /// The criterion of the permit that a legality gap lacks.
    static let permit = "H24"

    /// Whether it shows in an account or in uses that several batches of a maker share, so that its sign may stand on
    /// another of them.
    var isOfAccounts: Bool { self == .doubleSelling || self == .massBalanceOvershoot }

    /// Whether it is done with what a batch is made of.
    var takesInputs: Bool { [.doubleSelling, .massBalanceOvershoot, .originLaundering].contains(self) }

    /// The evidence that reveals it, or would.
    package var evidence: String {
        switch self {
        case .fakeCertificate: "the identity anchor of whoever signed the certificate"
        case .expiredCertificate: "the certificate's own dates"
        case .revokedCertificate: "the certifier's status list"
        case .wrongScope: "the facility and the criteria that the certificate names"
        case .claimWithoutEvidence: "the certificate that the claim doesn't link"
        case .substitution: "a laboratory's test of the goods"
        case .doubleSelling: "the events of all batches that name the same input"
        case .massBalanceOvershoot: "quantities in events, and the yields that the scheme publishes"
        case .originLaundering: "the origins in the passports of what it was made from"
        case .fakeFacility: "the identity anchor of the register that doesn't know it"
        case .impersonatedIssuer: "the identity anchor of who signed, and the list of accredited bodies"
        case .fakeTransport: "a carrier's transport document, which no credential here is"
        case .legalityGap: "the permit that the claim doesn't link"
        case .plotLaundering: "satellite images and the yield of the plot, which no credential here is"
        case .vagueClaim: "the criterion that the claim doesn't name"
        }
    }
}

extension Set<FraudPattern> {
    /// Whether claims show no certificate, or another than the maker's own.
    var showOtherEvidence: Bool { contains(where: \.changesEvidence) }
}

/// What a party does of its own accord, and how often.
package struct Fraud: Sendable, Hashable {
    package var pattern: FraudPattern
    /// The share of its batches.
    package var share: Double
    /// Days after the start.
    package var fromDay: Double
    /// Whether the share is the pattern's base rate, as the pilot says nothing of it.
    package var isAtBaseRate = false
}
