import Networking
import Platforms
import Records
import SimulationKernel
import Testing
import UNTP

@testable import Pilots

/// Quantities that can be worked out by hand.
@Suite struct QuantityTests {
    private static let copper = """
        title: A parcel of concentrate
        start: 2026-01-05
        days: 120
        regulations: []
        chains: [copper]
        platforms: [{name: one, profile: conforming, country: CL}]
        certifiers: [{name: Assurance, country: CL, platform: one, criteria: [H01, H03, H05, H06, H09, H10, H24, H25]}]
        parties:
          - {name: Mine, stage: mine, country: CL, platform: one, every: 100000}
          - {name: Smelter, stage: smelter, country: CL, platform: one}
          - {name: Refinery, stage: refinery, country: CL, platform: one}
          - {name: Foil maker, stage: foil, country: CL, platform: one}
        transit: {domestic: {low: 1, typical: 1, high: 1}, abroad: {low: 1, typical: 1, high: 1}}
        """

    @Test("10,000 t of concentrate become 2,750 t of anode, and some 2,736 t of cathode in 109 lots of 25 t")
    func smeltsAParcel() throws {
        var scenario = try TestLibrary.withCopy { try TestLibrary.pilot(Self.copper, in: $0) }
        for index in scenario.chains[0].stages.indices {
            let typical = scenario.chains[0].stages[index].yield.typical
            scenario.chains[0].stages[index].yield = Triangle(low: typical, typical: typical, high: typical)
            // Casts of ten tonnes, so that what is left over does not count: 300 t would leave 50 t in the store.
            if scenario.chains[0].stages[index].id == "copper/smelter" {
                scenario.chains[0].stages[index].batch = 10
                scenario.chains[0].stages[index].shipment = 10
                scenario.chains[0].stages[index].lineHours = 1
            }
        }
        let rows = try ProbeWorld.run(scenario).consignmentRows
        func sent(_ stage: String) -> [Double] { rows.filter { $0.stage == stage }.map(\.quantity) }
        #expect(sent("copper/mine") == [10_000])
        #expect(abs(sent("copper/smelter").reduce(0, +) - 2750) <= 10)
        let lots = sent("copper/refinery")
        #expect(lots.count == 109)
        #expect(lots.allSatisfy { $0 == 25 })
        // What is left does not fill another lot.
        #expect((0..<25).contains(2736 - lots.reduce(0, +)))
    }

    @Test(
        "Whatever is drawn, no more of a metal comes out of spent batteries than may be won back of what is in them",
        arguments: [
            // Tonnes of the metal in a tonne of packs, its part in what is sold, the share that may be won back.
            ("nickel-salt", 0.120, 0.223, 0.95), ("cobalt-salt", 0.015, 0.21, 0.95),
            ("lithium-salt", 0.018, 0.188, 0.8), ("recovered-copper", 0.120, 1, 0.95),
        ])
    func recyclesWhatIsThere(output: String, content: Double, part: Double, share: Double) throws {
        let stage = try #require(try Scenario.load(path: "crm").stage("battery/recycling"))
        let most = try #require(stage.bestYields(of: "battery/\(output)").first) * part
        #expect(most <= content * share && most > content * share * 0.99)
    }

    @Test("What recyclers sell besides and the metals that they win back are together what is recycled of a tonne")
    func recyclesTheRestOnce() throws {
        let stage = try #require(try Scenario.load(path: "crm").stage("battery/recycling"))
        let parts = ["nickel-salt": 0.223, "cobalt-salt": 0.21, "lithium-salt": 0.188, "recovered-copper": 1]
        let metals = stage.coproducts.reduce(0) { $0 + $1.perUnit.typical * (parts[String($1.id.dropFirst(8))] ?? 0) }
        #expect(abs(stage.yield.typical * (1 + metals) - 0.7) < 0.005)
    }

    @Test("Cathode material has no more lithium than the hydroxide that it was made from")
    func takesLithiumEnough() throws {
        let stage = try #require(try Scenario.load(path: "crm").stage("battery/cathode"))
        let need = try #require(stage.need(metBy: "lithium-rock/converter"))
        #expect(try #require(stage.needs[need].perUnit).low * 0.165 >= 0.0713)
    }

    @Test("Little's law holds at each host of a run: those present are as many as come in a second times their stay")
    func followsLittlesLaw() throws {
        let scenario = try Scenario.load(path: "\(TestLibrary.root)/pilots/two-platforms.yaml")
        let simulation = Simulation(.init(seed: scenario.seed, epochUnixSeconds: scenario.startUnixSeconds))
        let table = CheckTable(isShared: true, extensions: ExtensionLibrary(scenario.extensions))
        let world = World(scenario: scenario, simulation: simulation, table: table)
        simulation.start("opening") { _ in
            await world.open()
            let enrolment = await world.enrol()
            let market = Market(world: world, ledger: Ledger(world: world, enrolment: enrolment) { _ in })
            await market.open(enrolment)
        }
        #expect(try simulation.run() == .finished)
        let seconds = Double(simulation.now.nanoseconds) / 1e9
        let loads = world.network.assumeIsolated { $0.loads.filter { $0.value.arrivals > 0 } }
        #expect(loads.count > 5)
        for (name, load) in loads.sorted(by: { $0.key < $1.key }) {
            #expect(load.presence == load.stay && load.present == 0, "\(name)")
            let present = Double(load.presence.wholeNanoseconds) / 1e9 / seconds
            let rate = Double(load.arrivals) / seconds
            let stay = Double(load.stay.wholeNanoseconds) / 1e9 / Double(load.arrivals)
            #expect(abs(present - rate * stay) <= 1e-12 * present, "\(name)")
        }
        world.network.assumeIsolated { $0.close() }
    }
}
