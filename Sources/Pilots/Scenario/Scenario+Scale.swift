extension Scenario {
    /// The same pilot with several times as many batches in the same time: origins make theirs more often, lines are as
    /// much faster, and what rules limit by mass is as much more, so that they bind whom they bound.
    package func scaled(by factor: Double) -> Scenario {
        var scenario = self
        for index in scenario.parties.indices { scenario.parties[index].everyHours /= factor }
        for chain in scenario.chains.indices {
            for stage in scenario.chains[chain].stages.indices {
                scenario.chains[chain].stages[stage].lineHours /= factor
            }
        }
        for rule in scenario.regulations.indices { scenario.regulations[rule].scaleLimits(by: factor) }
        scenario.overrides.append("scale=\(factor)")
        return scenario
    }
}

extension Regulation {
    fileprivate mutating func scaleLimits(by factor: Double) {
        perImporterTonnes = perImporterTonnes.map { $0 * factor }
        perHolderTonnes = perHolderTonnes.map { $0 * factor }
    }
}
