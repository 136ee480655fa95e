import Credentials
import Platforms
import Records
import SimulationKernel
import Testing
import UNTP

@testable import Pilots

/// What platforms make of consignments against what is so, in worlds that chance has drawn up.
@Suite struct GroundTruthTests {
    /// What parties do without any of their evidence telling of it.
    private static let traceless: Set<FraudPattern> = [.fakeTransport, .plotLaundering]
    /// What takes inputs to do.
    private static let ofProcessors: Set<FraudPattern> = [.originLaundering, .doubleSelling, .massBalanceOvershoot]

    /// A generated chain of which every third party does one thing or two that it ought not to, with everybody at hand who
    /// could find out: a laboratory for each consignment, and somebody who adds up what is used and certified.
    static func dishonest(_ number: Int, but left: Set<FraudPattern>) -> Scenario {
        GeneratedChains.certified(number) { scenario in
            let simulation = Simulation(.init(seed: UInt64(number), epochUnixSeconds: 0))
            var draws = simulation.stream("generated frauds", "parties")
            let origins = Set(scenario.chains[0].stages.filter(\.isOrigin).map(\.id))
            for index in scenario.parties.indices where (index + number) % 3 == 0 {
                let able = FraudPattern.allCases.filter { pattern in
                    !left.contains(pattern)
                        && !(origins.contains(scenario.parties[index].stage) && ofProcessors.contains(pattern))
                }
                for _ in 0...draws.below(2) {
                    scenario.parties[index].fraud.append(
                        Fraud(pattern: able[draws.below(able.count)], share: 0.2 + draws.unit() * 0.5, fromDay: 0))
                }
                if draws.chance(0.3) { scenario.parties[index].certificate = .revoked(day: 5 + draws.below(15)) }
                if draws.chance(0.2) { scenario.parties[index].alteredShare = 0.3 }
                if draws.chance(0.2) { scenario.parties[index].unevidencedClaims = ["H15"] }
                if draws.chance(0.2) {
                    (scenario.parties[index].mixes, scenario.parties[index].certifiesAll) = (true, true)
                }
            }
            // All that a product was made of: behind evidence that nobody has to read something else may hide.
            scenario.evidenceTiers = 16
            scenario.testedShare = 1
            scenario.hasQuotaManager = true
        }
    }

    @Test(
        "With fraud on, nothing is accepted wrongly that the evidence at hand could have revealed, and nothing honest is rejected but what is made of a lot that somebody sold twice",
        arguments: 1...32)
    func findsWhatShows(number: Int) throws {
        let record = try ProbeWorld.run(Self.dishonest(number, but: Self.traceless))
        #expect(record.truth.acceptedWrongly == 0, "seed \(number): \(record.truth), \(record.fraud)")
        #expect(Self.rejectedWrongly(record).isSubset(of: ["double-use"]), "seed \(number): \(record.truth)")
    }

    /// Why honest goods are rejected. Of a lot of which more is used than there was, nobody can tell who used too much.
    private static func rejectedWrongly(_ record: RunRecord) -> Set<String> {
        Set(record.truth.byCause.filter { $0.direction == .rejectedWrongly }.map(\.code))
    }

    @Test(
        "A passport that claims nothing is honest, whatever becomes of its maker's certificate",
        arguments: [CertificateState.revoked(day: 10), .suspended(day: 10), .expires(day: 10), .wrongScope])
    func takesSilenceForNoLie(state: CertificateState) throws {
        let record = try ProbeWorld.run(
            ProbeWorld.scenario { scenario in
                scenario.chains[0].stages[0].claims = []
                scenario.buyersAsk = [:]
                scenario.parties[0].certificate = state
            })
        #expect(record.consignments.transparent == record.consignments.total && record.consignments.total > 5)
        #expect(record.truth.acceptedWrongly == 0 && record.consignmentRows.allSatisfy { $0.isSound == true })
    }

    @Test("Who is certified on paper claims nothing false, and is rejected wrongly until the certificate can be read")
    func takesPaperForTrue() throws {
        func record(_ change: (inout PartySpec) -> Void = { _ in }) throws -> RunRecord {
            try ProbeWorld.run(
                ProbeWorld.scenario { scenario in
                    scenario.certifiers[0].digitisedAfterDays = 20
                    change(&scenario.parties[0])
                })
        }
        let honest = try record()
        let rejected = honest.consignments.total - honest.consignments.transparent
        #expect(rejected > 0 && honest.consignments.transparent > 0)
        #expect(honest.truth.rejectedWrongly == rejected && honest.truth.acceptedWrongly == 0)
        #expect(honest.truth.byCause.map(\.code) == ["claim-without-certificate"])
        for lying in [try record { $0.certificate = .wrongScope }, try record { $0.unevidencedClaims = ["H15"] }] {
            #expect(lying.consignments.transparent == 0 && lying.truth.rejectedWrongly == 0)
        }
    }

    @Test("Who keeps a DID document for a year takes no key for withdrawn that was published since")
    func looksForNewKeys() throws {
        var (rotating, keeping) = (BehaviourProfile(), BehaviourProfile())
        try rotating.set("identity.rotation", to: "keeps-old-keys")
        try keeping.set("caching.documentSeconds", to: "31536000")
        let record = try ProbeWorld.run(ProbeWorld.scenario(issuer: rotating, verifier: keeping))
        let rotation = DateTimeStamp.text(unixSeconds: 1_767_571_200 + 30 * 86_400)
        #expect(record.consignmentRows.contains { $0.dispatched < rotation })
        #expect(record.consignmentRows.contains { $0.dispatched > rotation })
        #expect(record.consignments.transparent == record.consignments.total && record.findings.isEmpty)
    }

    @Test("All that a batch was made of is looked at, be it hundreds of lots of which one was altered")
    func looksAtAllInputs() throws {
        let record = try ProbeWorld.run(
            FraudTests.world([]) { scenario in
                (scenario.chains[0].stages[0].batch, scenario.chains[0].stages[0].shipment) = (1, 1)
                (scenario.chains[0].stages[1].batch, scenario.chains[0].stages[2].batch) = (200, 200)
                scenario.parties[0].everyHours = 1
                scenario.parties[0].alteredShare = 0.004
                scenario.evidenceTiers = 1
            })
        let loads = record.consignmentRows.filter { $0.seller == "Smelter" }
        #expect(loads.count > 2 && loads.contains { $0.outcome != .transparent })
        #expect(loads.contains { $0.outcome == .transparent })
        #expect(record.truth.acceptedWrongly == 0 && record.truth.rejectedWrongly == 0)
        #expect(record.measures.first { $0.id == "trace-completeness" }?.value == 1)
    }

    @Test("What leaves no trace is all that is accepted wrongly", arguments: 1...12)
    func acceptsOnlyTheTraceless(number: Int) throws {
        let record = try ProbeWorld.run(Self.dishonest(number, but: []))
        #expect(Self.rejectedWrongly(record).isSubset(of: ["double-use"]), "seed \(number): \(record.truth)")
        let codes = record.truth.acceptedWrongly == 0 ? [] : ["no trace in the evidence"]
        #expect(record.truth.byCause.filter { $0.direction == .acceptedWrongly }.map(\.code) == codes, "seed \(number)")
        let passed = record.fraud.filter { $0.passed > 0 }.map(\.pattern)
        #expect(Set(passed).isSubset(of: Self.traceless.map(\.rawValue)), "seed \(number): \(passed)")
    }

    @Test(
        "With evidence asked for no more than two tiers up, what is accepted wrongly left no trace in those tiers, nor in what certified shares rest on",
        arguments: 1...32)
    func findsWhatRequiredClaimsRestOn(number: Int) throws {
        var scenario = Self.dishonest(number, but: Self.traceless)
        scenario.evidenceTiers = number % 3
        let record = try ProbeWorld.run(scenario)
        #expect(record.truth.acceptedWrongly == 0, "seed \(number): \(record.truth), \(record.fraud)")
        #expect(Self.rejectedWrongly(record).isSubset(of: ["double-use"]), "seed \(number): \(record.truth)")
    }

    @Test(
        "Where some platforms look at no status, only these accept what rests on withdrawn certificates, and nothing honest is rejected",
        arguments: 1...24)
    func acceptsNothingThatStatusesTell(number: Int) throws {
        var careless = BehaviourProfile()
        try careless.set("verifying.status", to: "skipped")
        let profile = careless
        let name = number % 2
        var reader = ""
        let scenario = GeneratedChains.certified(number) { scenario in
            scenario.platforms[name].profile = profile
            reader = scenario.platforms[name].name
            for index in scenario.parties.indices where index % 3 == number % 3 {
                scenario.parties[index].certificate =
                    number % 4 < 2 ? .revoked(day: 5 + number % 10) : .suspended(day: 5 + number % 10)
            }
            scenario.evidenceTiers = number % 2
        }
        let record = try ProbeWorld.run(scenario)
        #expect(Self.rejectedWrongly(record).isSubset(of: ["double-use"]), "seed \(number): \(record.truth)")
        let wrong = record.truth.byPair.filter { $0.acceptedWrongly > 0 }.map(\.verifier)
        #expect(Set(wrong).isSubset(of: [reader]), "seed \(number): \(record.truth)")
        let causes = record.truth.byCause.filter { $0.direction == .acceptedWrongly }.map(\.code)
        #expect(Set(causes).isSubset(of: ["status-never-checked"]), "seed \(number): \(record.truth)")
    }

    @Test("The generated frauds are of all patterns, are many, and pass some tests as well as fail some")
    func generatesAllPatterns() throws {
        let scenarios = (1...32).map { Self.dishonest($0, but: []) }
        let patterns = scenarios.flatMap(\.parties).flatMap(\.fraud).map(\.pattern)
        #expect(Set(patterns) == Set(FraudPattern.allCases))
        let shares = try (1...6).map { number in
            let totals = try ProbeWorld.run(Self.dishonest(number, but: Self.traceless)).consignments
            return Double(totals.transparent) / Double(totals.total)
        }
        #expect(shares.contains { $0 > 0 && $0 < 1 }, "\(shares)")
    }

    @Test(
        "With fraud off and conforming platforms nothing is rejected wrongly, however parties keep their certificates",
        arguments: 1...32)
    func rejectsNothingHonest(number: Int) throws {
        let scenario = GeneratedChains.certified(number) { scenario in
            let states: [CertificateState] = [
                .valid, .expires(day: 9), .revoked(day: 12), .suspended(day: 7), .wrongScope,
            ]
            for index in scenario.parties.indices {
                scenario.parties[index].certificate = states[(number + index) % (number % 2 == 0 ? 1 : states.count)]
            }
            scenario.evidenceTiers = number % 3
        }
        let record = try ProbeWorld.run(scenario)
        #expect(record.truth.rejectedWrongly == 0 && record.truth.acceptedWrongly == 0, "seed \(number)")
        if number % 2 == 0 {
            #expect(record.findings.isEmpty, "seed \(number)")
            #expect(record.consignments.transparent == record.consignments.total)
        }
    }
}
