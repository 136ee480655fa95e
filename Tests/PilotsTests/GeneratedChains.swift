import Platforms
import SimulationKernel
import UNTP

@testable import Pilots

/// Small value chains that chance has drawn up: recipes of several inputs, coproducts, loops, traders, all models of
/// custody.
enum GeneratedChains {
    /// The same with a certifier of chains of custody for the parties of one of the two countries, and claims for the others
    /// to have certificates of.
    static func certified(_ number: Int, change: (inout Scenario) -> Void = { _ in }) -> Scenario {
        var scenario = scenario(number)
        guard var custodian = scenario.certifiers.first else { return scenario }
        (custodian.name, custodian.slug, custodian.criteria) = ("Custodian", "custodian", ["H27"])
        custodian.countries = ["CL"]
        scenario.certifiers.append(custodian)
        for index in scenario.chains[0].stages.indices { scenario.chains[0].stages[index].schemes = ["Scheme"] }
        change(&scenario)
        return scenario
    }

    static func scenario(_ number: Int) -> Scenario {
        let simulation = Simulation(.init(seed: UInt64(number), epochUnixSeconds: 0))
        var draws = simulation.stream("generated chains", "shape")
        let chain = chain(&draws)
        var names: [(name: String, stage: String)] = []
        for stage in chain.stages {
            for position in 0...draws.below(2) { names.append(("\(stage.localID) \(position)", stage.id)) }
        }
        return ProbeWorld.scenario { scenario in
            scenario.seed = UInt64(number)
            scenario.days = 24
            scenario.extensions = []
            var parties: [PartySpec] = []
            for (index, (name, stage)) in names.enumerated() {
                var party = scenario.parties[index % 2]
                (party.name, party.slug, party.stage) = (name, Slug.make(name), stage)
                party.customers = names.map(\.name).filter { $0 != name }
                party.everyHours = Double(60 + draws.below(60))
                parties.append(party)
            }
            scenario.parties = parties
            scenario.chains = ScenarioLoader.staffed([chain], with: Set(parties.map(\.stage)))
        }
    }

    /// Two to five stages in a row, each fed by some of those before it.
    private static func chain(_ draws: inout RandomStream) -> ValueChain {
        var stages: [Stage] = []
        let count = 2 + draws.below(4)
        for position in 0..<count {
            let isOrigin = position == 0 || position < count - 1 && draws.chance(0.2)
            var stage = self.stage("s\(position)", at: position, &draws)
            if !isOrigin {
                stage.needs = needs(from: stages, stage, &draws)
                // What one trader hands on to another is no case of its own.
                if position < count - 1, draws.chance(0.25), !stages.contains(where: \.handsOn) {
                    stage.issues = [.dfr]
                    stage.coproducts = []
                }
            }
            stages.append(stage)
        }
        for index in stages.indices where !stages[index].needs.isEmpty && draws.chance(0.7) {
            // A loop: what a later stage makes along the way goes back into this one.
            guard let later = stages[(index + 1)...].last, let coproduct = later.coproducts.first else { continue }
            stages[index].needs[0].sources.append(coproduct.id)
        }
        return ValueChain(id: "generated", title: "Generated", stages: stages)
    }

    private static func needs(from earlier: [Stage], _ stage: Stage, _ draws: inout RandomStream) -> [Stage.Need] {
        guard let last = earlier.last else { return [] }
        var others = earlier.dropLast().flatMap(\.outputs)
        if others.isEmpty || draws.chance(0.4) {
            return [.init(name: "", sources: [last.id])]
        }
        let other = others.remove(at: draws.below(others.count))
        func perUnit() -> Triangle {
            let low = 0.2 + draws.unit()
            return Triangle(low: low, typical: low * 1.1, high: low * 1.3)
        }
        return [
            .init(name: "first", sources: [last.id], perUnit: perUnit()),
            .init(name: "second", sources: [other], perUnit: perUnit()),
        ]
    }

    private static func stage(_ name: String, at position: Int, _ draws: inout RandomStream) -> Stage {
        let probe = ProbeWorld.scenario().chains[0].stages[0]
        var stage = probe
        stage.id = "generated/\(name)"
        stage.name = name
        stage.product.name = "Product of \(name)"
        stage.coproducts =
            draws.chance(0.6)
            ? [
                .init(
                    id: "generated/\(name)-scrap",
                    product: .init(name: "Scrap of \(name)", hs: "740400", cpc: nil, unit: "TNE"),
                    perUnit: Triangle(low: 0.1, typical: 0.2, high: 0.3))
            ] : []
        let low = 0.3 + draws.unit() * 0.6
        stage.yield = Triangle(low: low, typical: low * 1.05, high: low * 1.2)
        // Smaller from stage to stage, so that there is enough for the last one too.
        stage.batch = (20 + draws.unit() * 20) / Double(1 << position)
        stage.shipment = stage.batch * (0.4 + draws.unit())
        stage.lineHours = draws.unit() * 20
        stage.custody = CustodyModel.allCases[draws.below(CustodyModel.allCases.count)]
        return stage
    }
}
