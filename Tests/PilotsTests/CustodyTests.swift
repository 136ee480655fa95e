import Platforms
import Records
import Testing
import UNTP

@testable import Pilots

/// Chains of custody: what may be sold as certified under each model, and that verifiers see where more is.
@Suite struct CustodyTests {
    /// Two mines, a certified one in Chile and another in Germany that may not be, a smelter and a mill.
    ///
    /// - Parameters:
    ///   - model: The model of the smelter.
    ///   - certified: The countries whose parties a certifier of custody assesses.
    private static func world(
        _ model: CustodyModel, certified: [String] = ["CL"], change: (inout Scenario) -> Void = { _ in }
    ) -> Scenario {
        ProbeWorld.scenario { scenario in
            var stages = scenario.chains[0].stages
            stages.append(stages[1])
            for (index, name) in ["mine", "smelter", "mill"].enumerated() {
                (stages[index].id, stages[index].name, stages[index].order) = (name, name, index)
                stages[index].process = "Process of the \(name)"
                stages[index].product.name = "Product of the \(name)"
                stages[index].schemes = ["SEAL"]
                (stages[index].batch, stages[index].shipment) = ([100, 40, 20][index], 20)
            }
            stages[0].custody = .segregated
            stages[1].custody = model
            stages[2].needs = [.init(name: "", sources: ["smelter"])]
            scenario.chains[0].stages = stages
            var parties = scenario.parties
            parties[1].country = "CL"
            parties[1].customers = ["Mill"]
            for (name, stage, country) in [("Other mine", "mine", "DE"), ("Mill", "mill", "DE")] {
                var party = parties[stage == "mine" ? 0 : 1]
                (party.name, party.slug, party.stage, party.country) = (name, Slug.make(name), stage, country)
                party.customers = stage == "mine" ? ["Smelter"] : []
                parties.append(party)
            }
            scenario.parties = parties
            scenario.days = 60
            scenario.evidenceTiers = 1
            scenario.certifiers.append(
                CertifierSpec(
                    name: "Custodian", slug: "custodian", country: "CL", platform: "issuing", criteria: ["H27"],
                    scheme: "SEAL", countries: certified))
            change(&scenario)
        }
    }

    private static func smelter(_ change: @escaping (inout PartySpec) -> Void) -> (inout Scenario) -> Void {
        { scenario in
            for index in scenario.parties.indices where scenario.parties[index].name == "Smelter" {
                change(&scenario.parties[index])
            }
        }
    }

    private static func codes(_ record: RunRecord) -> Set<String> { Set(record.findings.map(\.code)) }

    @Test(
        "Honest parties are certified under each model, within what came in, and nobody objects",
        arguments: CustodyModel.allCases)
    func honestPartiesBalance(model: CustodyModel) throws {
        let (record, materials) = try PilotRun(Self.world(model)).rehearse()
        #expect(Self.codes(record) == [])
        #expect(record.consignments.transparent == record.consignments.total)
        let result = materials.custody.result
        #expect(result.sold.value > 0, "something was certified")
        #expect(result.gap.value == 0 && result.excesses.isEmpty)
        // The other mine has no certificate: not all that the smelter makes can be certified.
        #expect(result.sold.value < materials.made("smelter", by: "Smelter"))
        #expect(record.measures.first { $0.id == "mass-balance-gap" }?.value == 0)
    }

    @Test(
        "A smelter that mixes what it keeps apart by its own word is found out",
        arguments: [CustodyModel.identityPreserved, .segregated])
    func findsMixing(model: CustodyModel) throws {
        let (record, materials) = try PilotRun(Self.world(model, change: Self.smelter { $0.mixes = true })).rehearse()
        #expect(Self.codes(record) == ["custody-mixed"])
        #expect(record.consignments.transparent < record.consignments.total)
        #expect(record.truth.acceptedWrongly == 0)
        #expect(!materials.custody.result.excesses.isEmpty)
    }

    @Test("A smelter that certifies all that it makes is told the period, what came in, the yield and what went out")
    func findsOverclaims() throws {
        let scenario = Self.world(.massBalance, change: Self.smelter { $0.certifiesAll = true })
        let (record, materials) = try PilotRun(scenario).rehearse()
        #expect(Self.codes(record) == ["mass-balance-exceeded"])
        let example = try #require(record.findings.first?.example)
        #expect(example.sent.contains("sold as certified in 2026-01 to 2026-03"))
        #expect(example.expected.contains("certified input times 1.0"))
        // What a higher yield could explain passes.
        #expect(record.consignments.transparent < record.consignments.total)
        let excess = try #require(materials.custody.result.excesses.first)
        #expect(excess.place.party == "Smelter" && excess.sold > excess.input * excess.yield)
        #expect((record.measures.first { $0.id == "mass-balance-gap" }?.value ?? 0) > 0.5)
    }

    @Test("Credits that are claimed again are found as used twice")
    func findsReusedCredits() throws {
        let scenario = Self.world(.bookAndClaim, change: Self.smelter { $0.certifiesAll = true })
        let (record, materials) = try PilotRun(scenario).rehearse()
        #expect(Self.codes(record) == ["double-use"])
        #expect(!materials.custody.result.excesses.isEmpty)
        // Until it is claimed a second time a credit looks like any other.
        #expect(record.truth.acceptedWrongly > 0 && record.truth.acceptedWrongly < 10)
    }

    @Test("Goods whose certificate went to the register of credits are not certified themselves")
    func separatesCreditsFromGoods() throws {
        let scenario = Self.world(.bookAndClaim, certified: ["CL", "DE"])
        let materials = try PilotRun(scenario).rehearse().materials
        let result = materials.custody.result
        #expect(result.sold.value > 0)
        #expect(result.allowed.value >= result.sold.value)
        // The mill can't certify what is certified by credits alone.
        #expect(result.sold.value <= materials.made("smelter", by: "Smelter"))
    }

    @Test("What is certified by another scheme, or by nobody, or no longer, is not certified input")
    func countsOwnSchemeOnly() throws {
        func sold(_ change: (inout Scenario) -> Void) throws -> Double {
            let scenario = Self.world(.massBalance, certified: ["CL", "DE"], change: change)
            let (record, materials) = try PilotRun(scenario).rehearse()
            #expect(!record.findings.contains { ["mass-balance-exceeded", "custody-mixed"].contains($0.code) })
            #expect(materials.custody.result.excesses.isEmpty)
            return materials.custody.result.sold.value
        }
        let all = try sold { _ in }
        let half = try sold { scenario in
            guard var other = scenario.certifiers.last else { return }
            (other.name, other.slug, other.scheme) = ("Other custodian", "other-custodian", "OTHER")
            other.countries = ["DE"]
            scenario.certifiers[1].countries = ["CL"]
            scenario.certifiers.append(other)
            scenario.chains[0].stages[0].schemes.append("OTHER")
        }
        let lapsed = try sold { $0.parties[0].certificate = .expires(day: 40) }
        #expect(half < all && lapsed < all && half > 0 && lapsed > 0)
    }

    @Test(
        "In any chain of honest parties certified output is covered by certified input, and nobody objects",
        arguments: 1...12)
    func conserves(number: Int) throws {
        let (record, materials) = try PilotRun(GeneratedChains.certified(number)).rehearse()
        let result = materials.custody.result
        #expect(result.excesses.isEmpty && result.gap.value == 0, "seed \(number): \(result.excesses)")
        #expect(result.sold.value <= result.allowed.value * (1 + MaterialBook.tolerance))
        #expect(Self.codes(record) == [], "seed \(number)")
    }

    @Test(
        "In any chain somebody objects where a facility sells more as certified than it can have, and nowhere else",
        arguments: 1...12)
    func findsEachOverclaim(number: Int) throws {
        let scenario = GeneratedChains.certified(number) { scenario in
            let origins = Set(scenario.chains[0].stages.filter(\.isOrigin).map(\.id))
            for index in scenario.parties.indices where !origins.contains(scenario.parties[index].stage) {
                (scenario.parties[index].mixes, scenario.parties[index].certifiesAll) = (true, true)
            }
        }
        let (record, materials) = try PilotRun(scenario).rehearse()
        let sellers = Set(record.consignmentRows.filter { $0.arrived != nil }.map(\.seller))
        let excessive = Set(materials.custody.result.excesses.map(\.place.party)).intersection(sellers)
        let accused = Set(record.findings.filter { Self.custodyCodes.contains($0.code) }.flatMap(\.parties))
        #expect(excessive.isSubset(of: accused), "seed \(number): \(excessive.subtracting(accused)) went unnoticed")
        let honest = Set(scenario.parties.filter { !$0.certifiesAll }.map(\.name))
        #expect(accused.isDisjoint(with: honest), "seed \(number)")
    }

    @Test("A quota manager names the period, and raises no alarm over honest facilities")
    func quotaManagerBalances() throws {
        func record(_ certifiesAll: Bool) throws -> RunRecord {
            try ProbeWorld.run(
                Self.world(.massBalance) { scenario in
                    scenario.hasQuotaManager = true
                    Self.smelter { $0.certifiesAll = certifiesAll }(&scenario)
                })
        }
        #expect(try record(false).findings.isEmpty)
        #expect(try Self.codes(record(true)) == ["mass-balance-exceeded"])
    }

    @Test("Over-claims are among what the generated chains are tried on, under each model")
    func generatesOverclaims() throws {
        var stages: Set<CustodyModel> = []
        for number in 1...12 {
            stages.formUnion(
                GeneratedChains.certified(number).chains.flatMap(\.stages).filter { !$0.isOrigin }.map(\.custody))
        }
        #expect(stages == Set(CustodyModel.allCases))
    }

    private static let custodyCodes: Set<String> = ["custody-mixed", "mass-balance-exceeded", "double-use"]
}
