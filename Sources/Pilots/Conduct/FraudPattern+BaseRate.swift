extension FraudPattern {
    /// How often something occurs where nobody looks, as far as that is known.
    package struct BaseRate: Sendable, Hashable {
        package let low: Double
        package let high: Double
        /// What it is a share of; a party does it with the same share of its batches.
        package let whole: String
        /// Where it comes from, as files mark it: `read` or `assumption`.
        package let status: String

        /// The rate at which a party does it unless a pilot says how often.
        package var usual: Double { (low + high) / 2 }

        fileprivate init(_ low: Double, _ high: Double, of whole: String, _ status: String = "assumption") {
            self.low = low
            self.high = high
            self.whole = whole
            self.status = status
        }
    }

    /// The base rate. Most are published nowhere. Of claims without evidence studies of the European Commission and a sweep
    /// of authorities found 40 to 59 percent, of vague ones 53; 19 percent of cotton samples had other fibre than declared.
    package var baseRate: BaseRate {
        switch self {
        case .fakeCertificate: BaseRate(0.02, 0.10, of: "certificates on paper")
        case .expiredCertificate: BaseRate(0.01, 0.05, of: "certificates")
        case .revokedCertificate: BaseRate(0.005, 0.02, of: "certificates")
        case .wrongScope: BaseRate(0.02, 0.08, of: "certificates")
        case .claimWithoutEvidence: BaseRate(0.40, 0.60, of: "claims", "read")
        case .substitution: BaseRate(0.15, 0.20, of: "lots of cotton at risk", "read")
        case .doubleSelling: BaseRate(0.01, 0.05, of: "lots")
        case .massBalanceOvershoot: BaseRate(0.02, 0.08, of: "facilities")
        case .originLaundering: BaseRate(0.01, 0.05, of: "lots")
        case .fakeFacility: BaseRate(0.005, 0.02, of: "facilities")
        case .impersonatedIssuer: BaseRate(0.005, 0.02, of: "certificates")
        case .fakeTransport: BaseRate(0.005, 0.02, of: "shipments")
        case .legalityGap: BaseRate(0.01, 0.05, of: "permits")
        case .plotLaundering: BaseRate(0.02, 0.10, of: "supply at risk")
        case .vagueClaim: BaseRate(0.50, 0.60, of: "claims on the market", "read")
        }
    }
}

extension Fraud {
    /// The base rate in words, where it is done at that.
    var rateText: String {
        guard isAtBaseRate else { return "" }
        let rate = pattern.baseRate
        return " (base rate: \(Lines.percent(rate.low)) to \(Lines.percent(rate.high)) % of \(rate.whole))"
    }
}
