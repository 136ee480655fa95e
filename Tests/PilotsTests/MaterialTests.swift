import Platforms
import Records
import Testing
import UNTP

@testable import Pilots

/// Promises about the material of a run: nothing comes from nowhere, and nothing is lost.
@Suite struct MaterialTests {
    /// Whether two sums of a few thousand quantities are the same but for rounding and what a store takes for nothing.
    private func isSame(_ one: Double, _ other: Double) -> Bool {
        (one - other).magnitude <= 0.000_1 + one.magnitude * MaterialBook.tolerance
    }

    @Test("Material is conserved at every facility and over the run, in any chain", arguments: 1...32)
    func conserves(number: Int) throws {
        let scenario = GeneratedChains.scenario(number)
        let (record, book) = try PilotRun(scenario).rehearse()
        #expect(book.batches > 0)
        #expect(book.imbalances.isEmpty, "seed \(number): \(book.imbalances)")
        let traders = Set(scenario.parties.filter { scenario.stage($0.stage)?.handsOn == true }.map(\.name))
        var sent = 0.0
        for (place, account) in book.accounts {
            sent += account.sent.value
            #expect(isSame(account.underWay.value, 0), "everything arrives in the end")
            if traders.contains(place.party) {
                #expect(account.made.value == 0 && account.consumed.value == 0)
            }
        }
        #expect(isSame(sent, record.consignmentRows.reduce(0) { $0 + $1.quantity }))
        #expect(book.excesses.isEmpty, "\(book.excesses)")
        #expect(book.claims.exceeded == 0 && book.claims.consumed <= book.batches * 2)
        for material in record.materials {
            guard let input = material.input, let mean = input.meanYield else { continue }
            #expect(mean <= input.highestYield * 1.000_01 && mean >= input.lowestYield * 0.999_99, "\(material)")
        }
    }

    @Test("The generated chains have traders, loops, coproducts and recipes among them, and material goes through them")
    func generatesAllShapes() throws {
        let stages = (1...32).flatMap { GeneratedChains.scenario($0).chains.flatMap(\.stages) }
        #expect(stages.contains { $0.needs.count > 1 && !$0.coproducts.isEmpty })
        #expect(Set(stages.map(\.custody)).count == CustodyModel.allCases.count)
        var (traded, looped, joined) = (0.0, 0.0, 0.0)
        for number in [17, 18, 20] {
            let scenario = GeneratedChains.scenario(number)
            let book = try PilotRun(scenario).rehearse().materials
            for (place, account) in book.accounts {
                let party = try #require(scenario.parties.first { $0.name == place.party })
                let stage = try #require(scenario.stage(party.stage))
                if stage.handsOn { traded += account.sent.value }
                if place.product.hasSuffix("-scrap"), place.product > stage.id { looped += account.consumed.value }
                if stage.needs.count > 1 { joined += account.made.value }
            }
        }
        #expect(traded > 0 && looped > 0 && joined > 0)
    }

    @Test("A batch that is more than its inputs allow, and one that is consumed twice over, are told")
    func tellsExcess() throws {
        let scenario = ProbeWorld.scenario()
        let (mine, smelter) = (scenario.chains[0].stages[0], scenario.chains[0].stages[1])
        func batch(
            _ id: String, _ stage: Stage, by party: PartySpec, _ quantity: Double, from inputs: [(Batch, Double)]
        )
            -> Batch
        {
            Batch(
                identifier: id, stage: stage, output: stage.id, producer: party, quantity: quantity,
                inputs: inputs.map { Batch.Input(batch: $0.0, quantity: $0.1) }, footprint: nil, isAltered: false,
                credentials: [],
                facilityRecord: nil, made: 0)
        }
        let ore = batch("ore", mine, by: scenario.parties[0], 100, from: [])
        var book = MaterialBook()
        for batch in [
            ore, batch("honest", smelter, by: scenario.parties[1], 76, from: [(ore, 80)]),
            batch("swollen", smelter, by: scenario.parties[1], 95, from: [(ore, 80)]),
        ] { book.made(batch) }
        #expect(book.excesses.map(\.batch) == ["swollen"])
        #expect(book.imbalances.map(\.place.party) == ["Mine", "Smelter", "Smelter"], "nothing of it was ever shipped")
        #expect(book.claims == .init(consumed: 1, exceeded: 1))
        let use = try #require(book.uses[.init(party: "Smelter", index: 0)])
        #expect(use.consumed.value == 160)
    }

    @Test("A coproduct that is more than its batch allows is told")
    func tellsExcessiveCoproducts() {
        let scenario = ProbeWorld.scenario()
        var stage = scenario.chains[0].stages[0]
        stage.coproducts = [
            .init(id: "probe/tailings", product: stage.product, perUnit: Triangle(low: 0.1, typical: 0.2, high: 0.3))
        ]
        var book = MaterialBook()
        for (id, quantity) in [("sound", 30.0), ("swollen", 31.0)] {
            book.made(
                Batch(
                    identifier: id, stage: stage, output: "probe/tailings", producer: scenario.parties[0],
                    quantity: quantity, inputs: [], footprint: nil, isAltered: false, credentials: [],
                    facilityRecord: nil, made: 0))
        }
        #expect(book.excesses.map(\.batch) == ["swollen"] && book.excesses.map(\.most) == [30])
    }

    @Test("Goods that a trader has not passed on when the run ends are accounted for")
    func accountsForWhatIsHeld() throws {
        var scenario = GeneratedChains.scenario(18)
        for chain in scenario.chains.indices {
            for stage in scenario.chains[chain].stages.indices where scenario.chains[chain].stages[stage].handsOn {
                scenario.chains[chain].stages[stage].lineHours = 240
            }
        }
        let traders = Set(scenario.parties.filter { scenario.stage($0.stage)?.handsOn == true }.map(\.name))
        let book = try PilotRun(scenario).rehearse().materials
        let held = book.accounts.filter { traders.contains($0.key.party) }.values
        #expect(held.contains { $0.left.value > 0 }, "\(held)")
        #expect(book.imbalances.isEmpty)
    }

    @Test("A sum of many quantities of all sizes loses nothing")
    func sumsExactly() {
        var sum = ExactSum()
        for quantity in [1e16, 1, -1e16, 0.5] { sum += quantity }
        #expect(sum.value == 1.5)
    }
}
