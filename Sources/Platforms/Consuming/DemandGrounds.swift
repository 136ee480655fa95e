import UNTP

/// On what grounds evidence meets a demand, from a product to its origins.
///
/// A product's own passport may meet it, and where the demand is on what lies upstream, the passports of all that it was
/// made from may: one that is lacking leaves a part of it unknown, and the weakest counts. Of products that were not
/// looked at nothing is said.
struct DemandGrounds {
    private let demand: JudgementRequest.Demand
    /// The evidence of all products that were looked at.
    private let dossiers: [String: SharedDossier]
    private let reckoning: Reckoning
    /// What is known by product; nil as a value for those that meet nothing, and for those that are being looked at.
    private var known: [String: EvidenceBasis?] = [:]

    /// What counts.
    enum Reckoning {
        /// Each claim that a certificate matches.
        case claimed
        /// What stands in passports that were accepted, by certificates that somebody vouches for.
        case proven
        /// What would be proven if these schemes were recognised.
        case recognising(Recognition)
        /// What would be proven if all were mended that was found against the evidence of some products.
        case mended(Set<String>)
    }

    /// - Parameter seen: The evidence of all products that were looked at.
    init(_ demand: JudgementRequest.Demand, in seen: [SharedDossier], _ reckoning: Reckoning = .claimed) {
        self.demand = demand
        self.reckoning = reckoning
        dossiers = Dictionary(seen.map { ($0.dossier.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether a demand is wholly met by what is proven.
    ///
    /// - Parameters:
    ///   - seen: The evidence of all products that were looked at, the one first of which it is demanded.
    ///   - recognition: Which schemes are taken for recognised; nil for those that are.
    static func areProven(
        _ demand: JudgementRequest.Demand, by seen: [SharedDossier], recognising recognition: Recognition? = nil
    ) -> Bool {
        guard let product = seen.first, product.dossier.isPassportAccepted else { return false }
        var grounds = DemandGrounds(demand, in: seen, recognition.map(Reckoning.recognising) ?? .proven)
        return (grounds.best(for: product.dossier.identifier) ?? .partial) > .partial
    }

    /// The best grounds for a product; nil where it does not meet the demand.
    ///
    /// - Complexity: O(products and inputs), once for each.
    mutating func best(for product: String?) -> EvidenceBasis? {
        guard let product else { return nil }
        if let known = known[product] { return known }
        known[product] = .some(nil)
        guard let shared = dossiers[product] else { return nil }
        let best = [own(shared), upstream(of: shared)].compactMap(\.self).max()
        known[product] = .some(best)
        return best
    }

    /// What a product's own claims say.
    private func own(_ shared: SharedDossier) -> EvidenceBasis? {
        switch reckoning {
        case .mended where isMended(shared): demand.prospect(of: shared.dossier)
        case .claimed: shared.dossier.claims.compactMap(demand.basis).max()
        case .proven, .mended: shared.dossier.provenClaims.compactMap(demand.basis).max()
        case .recognising(let recognition):
            shared.dossier.provenClaims.compactMap { demand.basis(of: $0, recognising: recognition) }.max()
        }
    }

    private func isMended(_ shared: SharedDossier) -> Bool {
        if case .mended(let products) = reckoning { products.contains(shared.dossier.identifier) } else { false }
    }

    /// What all that a product was made from has in common.
    private mutating func upstream(of shared: SharedDossier) -> EvidenceBasis? {
        guard demand.isMetUpstream else { return nil }
        // What it was made from may be all that is lacking.
        if isMended(shared), !shared.dossier.isTraced { return .direct }
        var weakest: EvidenceBasis?
        for input in shared.dossier.inputs where dossiers[input.canonical] != nil {
            guard let basis = best(for: input.canonical) else { return nil }
            weakest = min(weakest ?? basis, basis)
        }
        return weakest
    }
}

extension Dossier {
    /// The claims whose certificates somebody vouches for; none of a passport that was not accepted, and not that to be
    /// certified where it does not stand.
    var provenClaims: [JudgedClaim] {
        guard isPassportAccepted else { return [] }
        return claims.filter { $0.isVouchedFor && !(isCustodyRefuted && $0.isOnCustody) }
    }
}
