import UNTP
import Records

extension MaterialBook {
    /// What each stage made and consumed, all of its facilities together.
    func records(of scenario: Scenario) -> [MaterialRecord] {
        let facilities = Dictionary(grouping: scenario.parties, by: \.stage)
        return scenario.chains.flatMap { chain in
            chain.stages.flatMap { records(of: $0, in: chain, facilities[$0.id]?.map(\.name) ?? [], scenario) }
        }
    }

    private func records(
        of stage: Stage, in chain: ValueChain, _ parties: [String], _ scenario: Scenario
    ) -> [MaterialRecord] {
        func made(_ product: String) -> Double {
            var sum = ExactSum()
            for party in parties { sum += self.made(product, by: party) }
            return sum.value
        }
        func record(_ product: String, _ input: MaterialInput? = nil) -> MaterialRecord? {
            let quantity = made(product)
            guard quantity > 0 else { return nil }
            return MaterialRecord(
                chain: chain.id, stage: stage.id, product: stage.output(product).name,
                unit: stage.output(product).unit, made: Figure.rounded(quantity), input: input)
        }
        let inputs = stage.needs.enumerated().map { index, need -> MaterialInput in
            var consumed = ExactSum()
            for party in parties { consumed += uses[Need(party: party, index: index)]?.consumed.value ?? 0 }
            let declared = stage.yield(of: need)
            let source = need.sources.lazy.compactMap { id in scenario.product(id) }.first
            return MaterialInput(
                product: need.name.isEmpty ? source?.name ?? "" : need.name, unit: source?.unit ?? "",
                consumed: Figure.rounded(consumed.value),
                meanYield: consumed.value > 0 ? Figure.rounded(made(stage.id) / consumed.value) : nil,
                lowestYield: Figure.rounded(declared.low), highestYield: Figure.rounded(declared.high))
        }
        let products = inputs.isEmpty ? [record(stage.id)] : inputs.map { record(stage.id, $0) }
        return (products + stage.coproducts.map { record($0.id) }).compactMap(\.self)
    }
}

extension Scenario {
    /// The product or coproduct with an id.
    fileprivate func product(_ id: String) -> Stage.Product? {
        chains.lazy.flatMap(\.stages).first { $0.outputs.contains(id) }?.output(id)
    }
}
