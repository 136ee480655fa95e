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
    static func world(
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

    static func codes(_ record: RunRecord) -> Set<String> { Set(record.findings.map(\.code)) }

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
        #expect(record.measures.first { $0.id == "double-claim-rate" }?.value == 0)
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
        #expect(example.expected.contains("of certified input times 0.9"), "by the yield of its own events")
        #expect(record.consignments.transparent < record.consignments.total)
        #expect(record.truth.acceptedWrongly == 0)
        let excess = try #require(materials.custody.result.excesses.first)
        #expect(excess.place.party == "Smelter" && excess.sold > excess.input * excess.yield)
        #expect(excess.yield < 1, "the best yield is 1")
        #expect((record.measures.first { $0.id == "mass-balance-gap" }?.value ?? 0) > 0.5)
    }

    @Test("Credits that are claimed again are found as used twice")
    func findsReusedCredits() throws {
        let scenario = Self.world(.bookAndClaim, change: Self.smelter { $0.certifiesAll = true })
        let (record, materials) = try PilotRun(scenario).rehearse()
        // Before it has any credits it claims by a certificate that stands for none.
        #expect(Self.codes(record).subtracting(["credit-quantity-missing"]) == ["double-use"])
        #expect(!materials.custody.result.excesses.isEmpty)
        // Until it is claimed a second time a credit looks like any other.
        #expect(record.truth.acceptedWrongly > 0 && record.truth.acceptedWrongly < 10)
        // One certificate, for all that was certified by it.
        #expect(materials.claims.exceeded == 1 && materials.claims.consumed > 1)
        #expect((record.measures.first { $0.id == "double-claim-rate" }?.value ?? 0) > 0)
    }

    @Test(
        "Certificates of credits say how many they are in every release that has a shape for them, and nobody is accused",
        arguments: ["0.5.0", "0.6.0", "0.6.1", "0.7.0"])
    func readsCreditsOfEachRelease(release: String) throws {
        var profile = BehaviourProfile()
        try profile.set("credential.release", to: release)
        let certifying = profile
        let scenario = Self.world(.bookAndClaim) { scenario in
            for index in scenario.platforms.indices { scenario.platforms[index].profile = certifying }
        }
        let (record, materials) = try PilotRun(scenario).rehearse()
        #expect(materials.custody.result.sold.value > 0)
        #expect(Self.codes(record) == [])
    }

    @Test(
        "Who certifies by credits that there are none of is told that they can't be counted, and not that they were used twice"
    )
    func tellsUncountable() throws {
        let scenario = Self.world(.bookAndClaim, certified: ["DE"]) { scenario in
            Self.smelter { $0.certifiesAll = true }(&scenario)
            scenario.parties.removeAll { $0.name == "Other mine" }
            scenario.certifiers[scenario.certifiers.count - 1].countries = []
            for index in scenario.chains[0].stages.indices where scenario.chains[0].stages[index].isOrigin {
                scenario.chains[0].stages[index].schemes = []
            }
        }
        let (record, materials) = try PilotRun(scenario).rehearse()
        #expect(Self.codes(record) == ["credit-quantity-missing"])
        #expect(materials.custody.result.sold.value > 0 && materials.custody.result.allowed.value == 0)
        #expect(record.consignments.transparent < record.consignments.total && record.truth.acceptedWrongly == 0)
    }

    @Test(
        "Who shows a forged certificate instead of credits, or none, is found out",
        arguments: [.fakeCertificate, .expiredCertificate, .claimWithoutEvidence] as [FraudPattern])
    func findsForgedCredits(pattern: FraudPattern) throws {
        let record = try ProbeWorld.run(
            Self.world(.bookAndClaim) { scenario in
                Self.smelter { $0.fraud = [Fraud(pattern: pattern, share: 1, fromDay: 0)] }(&scenario)
                // Nothing but the chain of custody is claimed.
                scenario.chains[0].stages[1].claims = []
                scenario.buyersAsk = [:]
            })
        let fraud = try #require(record.fraud.first { $0.pattern == pattern.rawValue })
        #expect(fraud.consignments > 2 && fraud.recall == 1 && fraud.passed == 0)
        #expect(record.truth.acceptedWrongly == 0)
    }

    @Test("Credits stand for what goods are made of, and not for what else goes in")
    func creditsTheFirstNeed() throws {
        let scenario = Self.world(.bookAndClaim, certified: ["CL", "DE"]) { scenario in
            var quarry = scenario.chains[0].stages[0]
            (quarry.id, quarry.name, quarry.process) = ("quarry", "quarry", "Process of the quarry")
            (quarry.product.name, quarry.schemes) = ("Product of the quarry", [])
            scenario.chains[0].stages.insert(quarry, at: 1)
            let half = Triangle(low: 0.5, typical: 0.5, high: 0.5)
            scenario.chains[0].stages[2].needs = [
                .init(name: "ore", sources: ["mine"], perUnit: Triangle(low: 1, typical: 1, high: 1)),
                .init(name: "flux", sources: ["quarry"], perUnit: half),
            ]
            var party = scenario.parties[0]
            (party.name, party.slug, party.stage) = ("Quarry", "quarry", "quarry")
            scenario.parties.append(party)
        }
        let (record, materials) = try PilotRun(scenario).rehearse()
        let result = materials.custody.result
        #expect(Self.codes(record) == [] && result.excesses.isEmpty)
        #expect(result.sold.value > 0 && result.allowed.value >= result.sold.value)
        // As much is credited as there is ore.
        #expect(result.sold.value > 0.9 * materials.made("smelter", by: "Smelter"))
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
        "Who certifies whole batches while its account covers them says what it draws, and nobody objects; over the turn of a period it has more where that carries over"
    )
    func balancesOverBatches() throws {
        func run(carriesOver: Bool) throws -> (RunRecord, CustodyBook.Result) {
            let scenario = Self.world(.massBalance) { scenario in
                Self.smelter { $0.balances = .account }(&scenario)
                scenario.days = 120
                for index in scenario.chains[0].stages.indices {
                    scenario.chains[0].stages[index].custodyMonths = 1
                    scenario.chains[0].stages[index].carriesCustodyOver = carriesOver
                }
            }
            let (record, materials) = try PilotRun(scenario).rehearse()
            return (record, materials.custody.result)
        }
        let (each, byBatch) = try PilotRun(Self.world(.massBalance) { $0.days = 120 }).rehearse()
        #expect(Self.codes(each) == [])
        let (kept, carried) = try run(carriesOver: true)
        let (lapsed, uncarried) = try run(carriesOver: false)
        for (record, result) in [(kept, carried), (lapsed, uncarried)] {
            #expect(Self.codes(record) == [])
            #expect(record.consignments.transparent == record.consignments.total)
            #expect(result.excesses.isEmpty && result.gap.value == 0)
        }
        #expect(carried.sold.value > uncarried.sold.value)
        // Whole batches only: what is left at the end is less than one of them.
        #expect(carried.sold.value <= byBatch.custody.result.sold.value)
        #expect(carried.sold.value > byBatch.custody.result.sold.value - 41)
    }

    @Test(
        "Who draws more from its account than there is looks like an honest party to each verifier, and not to a quota manager"
    )
    func findsOverdrawing() throws {
        func run(_ managed: Bool) throws -> RunRecord {
            try ProbeWorld.run(
                Self.world(.massBalance) { scenario in
                    scenario.hasQuotaManager = managed
                    Self.smelter { ($0.balances, $0.certifiesAll) = (.account, true) }(&scenario)
                })
        }
        let (seen, unseen) = (try run(true), try run(false))
        #expect(Self.codes(unseen) == [] && unseen.truth.acceptedWrongly > 0)
        #expect(Self.codes(seen) == ["mass-balance-exceeded"])
        #expect(seen.truth.acceptedWrongly == 0)
    }

    @Test(
        "In any chain of honest parties certified output is covered by certified input, and nobody objects",
        arguments: 1...12)
    func conserves(number: Int) throws {
        let scenario = GeneratedChains.certified(number) { scenario in
            // Some balance over all their batches, in half of the chains from one month to the next.
            for index in scenario.parties.indices where index % 2 == 0 { scenario.parties[index].balances = .account }
            for index in scenario.chains[0].stages.indices {
                scenario.chains[0].stages[index].custodyMonths = 1
                scenario.chains[0].stages[index].carriesCustodyOver = number % 2 == 0
            }
        }
        let (record, materials) = try PilotRun(scenario).rehearse()
        let result = materials.custody.result
        #expect(result.excesses.isEmpty && result.gap.value == 0, "seed \(number): \(result.excesses)")
        #expect(result.sold.value <= result.allowed.value * (1 + MaterialBook.tolerance))
        // What is certified in truth is found evidenced by whoever buys it.
        #expect(record.measures.first { $0.id == "certification-lost" }?.value ?? 0 == 0, "seed \(number)")
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

    static let custodyCodes: Set<String> = [
        "credit-quantity-missing", "custody-mixed", "mass-balance-exceeded", "double-use",
    ]
}
