import UNTP

// What is left of chains where parties take part in some of their stages.
extension ScenarioLoader {
    /// The chains as far as parties take part in them.
    ///
    /// What nobody in the pilot makes comes from outside: stages without a party go, and so do needs that nobody fills. A
    /// need that a trader fills is filled by what the trader buys.
    static func staffed(_ chains: [ValueChain], with staffed: Set<String>) -> [ValueChain] {
        var chains = chains
        for chain in chains.indices { chains[chain].stages.removeAll { !staffed.contains($0.id) } }
        let stages = chains.flatMap(\.stages)
        let made = Set(stages.flatMap(\.outputs))
        let traders = stages.filter(\.handsOn)
        for chain in chains.indices {
            for stage in chains[chain].stages.indices {
                let needs = chains[chain].stages[stage].needs
                chains[chain].stages[stage].outsideNeeds += needs.filter { made.isDisjoint(with: $0.sources) }
                chains[chain].stages[stage].needs = needs.compactMap { need in
                    var need = need
                    for trader in traders where need.sources.contains(trader.id) {
                        need.sources += trader.needs.flatMap(\.sources).filter { !need.sources.contains($0) }
                    }
                    need.sources.removeAll { !made.contains($0) }
                    return need.sources.isEmpty ? nil : need
                }
            }
        }
        return ordered(chains)
    }

    /// The stages with their distance from the origins.
    private static func ordered(_ chains: [ValueChain]) -> [ValueChain] {
        var chains = chains
        let stages = chains.flatMap(\.stages)
        var distance: [String: Int] = [:]
        for _ in stages {
            for stage in stages {
                let before = stage.needs.map { $0.sources.compactMap { distance[$0] }.min() }
                guard before.allSatisfy({ $0 != nil }) else { continue }
                let order = before.compactMap(\.self).max().map { $0 + 1 } ?? 0
                for id in stage.outputs { distance[id] = distance[id] ?? order }
            }
        }
        for chain in chains.indices {
            for stage in chains[chain].stages.indices {
                chains[chain].stages[stage].order = distance[chains[chain].stages[stage].id] ?? 0
            }
        }
        return chains
    }
}
