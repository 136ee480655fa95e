extension Scenario {
    /// The same pilot with several times as many batches in the same time: origins make theirs more often, and lines are
    /// as much faster.
    package func scaled(by factor: Double) -> Scenario {
        var scenario = self
        for index in scenario.parties.indices { scenario.parties[index].everyHours /= factor }
        for chain in scenario.chains.indices {
            for stage in scenario.chains[chain].stages.indices {
                scenario.chains[chain].stages[stage].lineHours /= factor
            }
        }
        scenario.overrides.append("scale=\(factor)")
        return scenario
    }
}
