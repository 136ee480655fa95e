/// How much each stage of a draft has to make, at typical yields, so that every party gets enough for some batches.
struct DraftFlow {
    private let stages: [Stage]
    private let parties: [String: Int]
    /// In units of each stage's product, over the whole run.
    private(set) var quantities: [String: Double] = [:]

    /// Batches for each party, of last takers and of all others, if those who buy need no more.
    private static let leastBatches = (last: 6.0, other: 4.0)

    init(_ stages: [Stage], parties: [String: Int]) {
        self.stages = stages
        self.parties = parties
        let needed = Set(stages.flatMap(\.needs).flatMap(\.sources))
        let least = stages.map { stage in
            // What comes from outside is made as it is needed.
            guard !stage.isOrigin else { return stage.batch * members(of: stage) }
            let isLast = !stage.outputs.contains(where: needed.contains)
            return (isLast ? Self.leastBatches.last : Self.leastBatches.other) * stage.batch * members(of: stage)
        }
        quantities = Dictionary(zip(stages.map(\.id), least), uniquingKeysWith: { one, _ in one })
        // As many rounds as there are stages: what the last one needs gets to the first, and a loop comes to an end.
        for _ in stages {
            var demand: [String: Double] = [:]
            for stage in stages where !stage.handsOn { add(needs(of: stage), to: &demand) }
            for (stage, least) in zip(stages, least) {
                let own = demand[stage.id] ?? 0
                let alongside =
                    stage.coproducts.filter { $0.perUnit.typical > 0 }
                    .map { (demand[$0.id] ?? 0) / $0.perUnit.typical }.max() ?? 0
                quantities[stage.id] = max(least, own, alongside)
            }
        }
    }

    private func members(of stage: Stage) -> Double { Double(max(1, parties[stage.id] ?? 1)) }

    /// What a stage takes of each need, over the whole run.
    private func needs(of stage: Stage) -> [(need: Stage.Need, quantity: Double)] {
        let made = quantities[stage.id] ?? 0
        return stage.needs.map { need in (need, need.perUnit.map { made * $0.typical } ?? made / stage.yield.typical) }
    }

    /// Shares needs out evenly among the stages that make for them; what comes along with something else counts where
    /// there is nothing better, and traders never.
    private func add(_ needs: [(need: Stage.Need, quantity: Double)], to demand: inout [String: Double]) {
        let makers = Set(stages.filter { !$0.handsOn }.map(\.id))
        let coproducts = Set(stages.flatMap(\.coproducts).map(\.id))
        for (need, quantity) in needs {
            let main = need.sources.filter(makers.contains)
            let sources = main.isEmpty ? need.sources.filter(coproducts.contains) : main
            for source in sources { demand[source, default: 0] += quantity / Double(sources.count) }
        }
    }

    /// Hours between two batches of each party at an origin: no fewer than a line is busy with one.
    func hoursBetweenBatches(of stage: Stage, days: Int) -> Int {
        let made = quantities[stage.id] ?? 0
        let batches = max(1, (made / stage.batch / members(of: stage)).rounded(.up))
        return Int(max(1, stage.lineHours, Double(days * 24) / batches).rounded(.down))
    }
}
