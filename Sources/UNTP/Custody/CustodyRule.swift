/// What a scheme publishes of a process for a product: how certified material is kept apart, and what it yields.
package struct CustodyRule: Sendable, Hashable {
    package let model: CustodyModel
    /// For how many calendar months a mass balance has to add up.
    package let periodMonths: Int
    /// Whether what a period leaves may be sold in the next.
    package let carriesOver: Bool
    /// What goes in together; none where the product comes from extraction or harvest.
    package let needs: [Need]

    /// Something that goes in.
    package struct Need: Sendable, Hashable {
        /// What events call it.
        package let names: Set<String>
        /// The most of the product that a unit of it gives.
        package let bestYield: Double

        package init(names: Set<String>, bestYield: Double) {
            self.names = names
            self.bestYield = bestYield
        }
    }

    package init(model: CustodyModel, periodMonths: Int, carriesOver: Bool = false, needs: [Need]) {
        self.model = model
        self.periodMonths = periodMonths
        self.carriesOver = carriesOver
        self.needs = needs
    }

    /// What holds whichever of two rules is the right one; nil where they have too little in common.
    package func merged(with other: CustodyRule) -> CustodyRule? {
        if self == other { return self }
        guard model == other.model, periodMonths == other.periodMonths, needs.count == 1, other.needs.count == 1 else {
            return nil
        }
        let need = Need(
            names: needs[0].names.union(other.needs[0].names),
            bestYield: max(needs[0].bestYield, other.needs[0].bestYield))
        return CustodyRule(
            model: model, periodMonths: periodMonths, carriesOver: carriesOver || other.carriesOver, needs: [need])
    }

    /// Which of the needs an input meets, by what its event calls it; nil where that can't be told.
    package func need(named name: String) -> Int? {
        needs.count == 1 ? 0 : needs.firstIndex { $0.names.contains(name) }
    }
}
