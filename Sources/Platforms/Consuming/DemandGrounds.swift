import UNTP

/// On what grounds evidence meets a demand, from a product to its origins.
///
/// A product's own passport may meet it, and where the demand is on what lies upstream, the passports of all that it was
/// made from may: one that is lacking leaves a part of it unknown, and the weakest counts. Of products that were not
/// looked at nothing is said.
struct DemandGrounds {
    private let demand: JudgementRequest.Demand
    private let dossiers: [String: SharedDossier]
    /// What is known by product; nil as a value for those that meet nothing, and for those that are being looked at.
    private var known: [String: EvidenceBasis?] = [:]
    /// The products that were looked at, whatever came of it.
    private let seen: Set<String>

    /// - Parameters:
    ///   - seen: All products that were looked at.
    ///   - isCounted: Whether the evidence on a product may count.
    init(
        _ demand: JudgementRequest.Demand, in seen: [SharedDossier], where isCounted: (Dossier) -> Bool = { _ in true }
    ) {
        self.demand = demand
        self.seen = Set(seen.map(\.dossier.identifier))
        dossiers = Dictionary(
            seen.filter { isCounted($0.dossier) }.map { ($0.dossier.identifier, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The best grounds for a product; nil where it does not meet the demand.
    ///
    /// - Complexity: O(products and inputs), once for each.
    mutating func best(for product: String?) -> EvidenceBasis? {
        guard let product else { return nil }
        if let known = known[product] { return known }
        known[product] = .some(nil)
        guard let shared = dossiers[product] else { return nil }
        let best = (shared.dossier.claims.map(demand.basis) + [upstream(of: shared)]).compactMap(\.self).max()
        known[product] = .some(best)
        return best
    }

    /// What all that a product was made from has in common.
    private mutating func upstream(of shared: SharedDossier) -> EvidenceBasis? {
        guard demand.isMetUpstream else { return nil }
        var weakest: EvidenceBasis?
        for input in shared.dossier.inputs where seen.contains(input.canonical) {
            guard let basis = best(for: input.canonical) else { return nil }
            weakest = min(weakest ?? basis, basis)
        }
        return weakest
    }
}
