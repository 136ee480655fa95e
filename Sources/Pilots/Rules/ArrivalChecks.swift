/// What happened to a consignment besides the judgement of its evidence by its buyer.
struct ArrivalChecks: Sendable {
    /// What rules made of it, as it left and as it arrived.
    var rules: [RuleOutcome] = []
    /// Whether a laboratory tested a sample.
    var isTested = false
    /// The part of its certified share that its buyer could not count as such; nil where nothing would count.
    var lostCertification: Double?

    /// Whether a rule stopped it.
    var wasStopped: Bool { rules.contains(where: \.decision.stopsGoods) }

    var wasRefused: Bool { rules.contains { $0.decision == .refused } }
}

extension Consignment {
    /// The mass in tonnes; 0 where it is not counted by mass.
    var tonnes: Double {
        switch batch.product.unit {
        case "TNE": quantity
        case "KGM": quantity / 1000
        default: 0
        }
    }
}
