import Platforms
import Records
import Testing

@testable import Pilots

/// What parties do that they ought not to, and what of it evidence reveals.
@Suite struct FraudTests {
    /// A mine, a smelter and a mill; the smelter, which has inputs and a certificate, does as the case has it.
    static func world(_ fraud: [Fraud], change: (inout Scenario) -> Void = { _ in }) -> Scenario {
        ProbeWorld.scenario { scenario in
            guard var stage = scenario.chains[0].stages.last, var party = scenario.parties.last else { return }
            scenario.parties[1].fraud = fraud
            scenario.parties[1].customers = ["Mill"]
            stage.id = "mill"
            stage.name = "mill"
            stage.needs = [.init(name: "", sources: ["smelter"])]
            stage.order = 2
            scenario.chains[0].stages.append(stage)
            party.name = "Mill"
            party.slug = "mill"
            party.stage = "mill"
            party.country = "CL"
            party.platform = "issuing"
            scenario.parties.append(party)
            scenario.testedShare = 1
            change(&scenario)
        }
    }

    private static func record(_ pattern: FraudPattern, change: (inout Scenario) -> Void = { _ in }) throws
        -> FraudRecord
    {
        let fraud = Fraud(pattern: pattern, share: 1, fromDay: 0)
        let record = try ProbeWorld.run(world([fraud], change: change))
        return try #require(record.fraud.first { $0.pattern == pattern.rawValue })
    }

    @Test(
        "What leaves a trace is found in every consignment with it, and none of them passes as transparent",
        arguments: FraudPattern.allCases.filter { !$0.signs.isEmpty && $0 != .doubleSelling })
    func isFound(pattern: FraudPattern) throws {
        let fraud = try Self.record(pattern)
        #expect(fraud.consignments > 2)
        #expect(fraud.recall == 1 && fraud.precision == 1)
        #expect(fraud.passed == 0)
        #expect(fraud.batches > 0 && (fraud.medianDaysToDetection ?? 0) > 0)
        #expect(!fraud.leavesNoTrace)
    }

    @Test("Double selling is found in every consignment but the first, which looks like an honest one until then")
    func findsDoubleSelling() throws {
        let fraud = try Self.record(.doubleSelling)
        #expect(fraud.consignments > 2)
        #expect(fraud.detected == fraud.consignments - 1)
        #expect(fraud.passed == 1)
    }

    @Test("Substitution shows in a laboratory's test only")
    func needsTests() throws {
        let untested = try Self.record(.substitution) { $0.testedShare = 0 }
        #expect(untested.detected == 0)
        #expect(untested.passed == untested.consignments && untested.passed > 2)
        let sampled = try Self.record(.substitution) { $0.testedShare = 0.5 }
        #expect(sampled.detected > 0 && sampled.detected < sampled.consignments)
        #expect(sampled.detected + sampled.passed == sampled.consignments)
    }

    @Test("A laboratory's test shows what was blended in further up, and accuses nobody else")
    func testsWhatGoodsAreMadeOf() throws {
        let fraud = try Self.record(.substitution) { scenario in
            guard var stage = scenario.chains[0].stages.last, var party = scenario.parties.last else { return }
            (stage.id, stage.name, stage.needs, stage.order) = ("yard", "yard", [.init(name: "", sources: ["mill"])], 3)
            (party.name, party.slug, party.stage) = ("Yard", "yard", "yard")
            scenario.chains[0].stages.append(stage)
            scenario.parties[2].customers = ["Yard"]
            scenario.parties.append(party)
            scenario.evidenceTiers = 1
        }
        #expect(fraud.consignments > fraud.batches, "the mill's goods are of it, too")
        #expect(fraud.detected == fraud.consignments && fraud.passed == 0)
        #expect(fraud.precision == 1 && fraud.falseAlarms == 0)
    }

    @Test("What changes nothing is no fraud: a claim that never had evidence, an origin of what has no inputs")
    func countsWhatHasAnEffect() throws {
        func record(_ pattern: FraudPattern, of party: Int) throws -> RunRecord {
            try ProbeWorld.run(
                Self.world([]) { scenario in
                    scenario.parties[party].fraud = [Fraud(pattern: pattern, share: 1, fromDay: 0)]
                    for index in scenario.chains[0].stages.indices { scenario.chains[0].stages[index].claims = [] }
                    scenario.buyersAsk = [:]
                })
        }
        for record in [
            try record(.claimWithoutEvidence, of: 1), try record(.originLaundering, of: 0),
            try record(.massBalanceOvershoot, of: 0), try record(.expiredCertificate, of: 1),
        ] {
            #expect(record.fraud == [] && record.truth.rejectedWrongly == 0)
            #expect(record.consignments.transparent == record.consignments.total)
        }
        #expect(try record(.originLaundering, of: 1).fraud.first?.recall == 1)
    }

    @Test("Fraud in evidence that cannot be read is not looked at, which is neither found out nor overlooked")
    func keepsUnreadApart() throws {
        var foreign = BehaviourProfile()
        try foreign.set("status.encoding", to: "bare-base64url")
        // The mill, which looks at the smelter's goods, is on the mine's platform.
        let spoilt: (inout Scenario) -> Void = { $0.platforms[1].profile = foreign }
        let unread = try Self.record(.substitution) {
            $0.testedShare = 0.5
            spoilt(&$0)
        }
        #expect(unread.passed == 0, "nothing that can't be read is transparent")
        #expect(unread.unseen > 0, "without a test nothing would have shown it, read or not")
        let untraced = try Self.record(.plotLaundering, change: spoilt)
        #expect(untraced.unread == 0 && untraced.unseen == untraced.consignments)
        var hidden = BehaviourProfile()
        try hidden.set("hosting.links", to: "internal")
        let lost = try Self.record(.vagueClaim) { $0.platforms[1].profile = hidden }
        #expect(lost.consignments > 2 && lost.unread == lost.consignments && lost.detected == 0)
        #expect(lost.recall == nil && lost.recallOfAll == 0 && lost.unseen == 0)
        let plain = try Self.record(.vagueClaim)
        #expect(plain.unread == 0 && plain.recall == 1 && plain.recallOfAll == 1)
    }

    @Test(
        "What no credential tells of passes, and counts against the truth",
        arguments: [.fakeTransport, .plotLaundering] as [FraudPattern])
    func leavesNoTrace(pattern: FraudPattern) throws {
        let run = try ProbeWorld.run(Self.world([Fraud(pattern: pattern, share: 1, fromDay: 0)]))
        let fraud = try #require(run.fraud.first)
        #expect(run.fraud.count == 1 && fraud.leavesNoTrace)
        #expect(fraud.detected == 0 && fraud.medianDaysToDetection == nil)
        #expect(fraud.passed == fraud.consignments && fraud.passed > 2)
        #expect(run.truth.acceptedWrongly == fraud.passed)
        #expect(!fraud.evidence.isEmpty)
    }

    @Test("Honest parties on conforming platforms raise no alarm, and neither do badly kept certificates")
    func raisesNoFalseAlarm() throws {
        #expect(try ProbeWorld.run(Self.world([])).fraud == [])
        for state in [.expires(day: 10), .revoked(day: 10), .suspended(day: 10), .wrongScope] as [CertificateState] {
            let record = try ProbeWorld.run(Self.world([]) { $0.parties[1].certificate = state })
            #expect(record.fraud == [])
            #expect(!record.findings.isEmpty)
        }
        #expect(try ProbeWorld.run(Self.world([]) { $0.parties[1].unevidencedClaims = ["H15"] }).fraud == [])
    }

    @Test("A platform that hides anchors makes honest goods look like fraud, which is no false alarm: it has a cause")
    func explainsHiddenAnchors() throws {
        var hiding = BehaviourProfile()
        try hiding.set("identity.anchorService", to: "absent")
        #expect(try ProbeWorld.run(Self.world([]) { $0.platforms[0].profile = hiding }).fraud == [])
        // The smelter fakes its certificates on its own platform; the mine's look fake, as their issuer's platform hides it.
        let fraud = try Self.record(.fakeCertificate) {
            $0.platforms[0].profile = hiding
            $0.evidenceTiers = 1
        }
        #expect(fraud.detected == fraud.consignments && fraud.explained > fraud.consignments)
        #expect(fraud.falseAlarms == 0 && fraud.precision == 1)
    }

    @Test("Fraud begins on its day, in its share of batches")
    func beginsOnItsDay() throws {
        let fraud = Fraud(pattern: .claimWithoutEvidence, share: 1, fromDay: 20)
        let record = try ProbeWorld.run(Self.world([fraud]))
        let found = try #require(record.fraud.first)
        let sold = record.consignmentRows.filter { $0.seller == "Smelter" }
        let late = sold.filter { $0.dispatched >= "2026-01-25" }
        #expect(found.consignments < sold.count)
        #expect(found.consignments >= late.count - 1 && found.consignments <= late.count)
    }

    @Test("Where no share is given, a pattern is done at its base rate, and that counts with where it comes from")
    func isDoneAtItsBaseRate() throws {
        let path = "Scenarios/pilots/two-platforms.yaml"
        func load(_ fraud: String) throws -> Scenario {
            try Scenario.load(path: path, overrides: ["parties.Smelter.fraud=[\(fraud)]"])
        }
        let (usual, own) = (try load("{pattern: F06}"), try load("{pattern: F06, share: 0.175}"))
        #expect(
            usual.parties.flatMap(\.fraud)
                == [Fraud(pattern: .substitution, share: 0.175, fromDay: 0, isAtBaseRate: true)])
        #expect(own.parties.flatMap(\.fraud).map(\.share) == [0.175])
        #expect(usual.numbers[.rates, "read"] == own.numbers[.rates, "read"] + 1)
        let words = usual.explanation.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("(base rate: 15 to 20 % of lots of cotton at risk)"))
        #expect(!own.explanation.contains("base rate"))
        for pattern in FraudPattern.allCases {
            #expect(0 < pattern.baseRate.low && pattern.baseRate.low < pattern.baseRate.high, "\(pattern)")
            #expect(
                pattern.baseRate.high < 1 && ["read", "assumption"].contains(pattern.baseRate.status), "\(pattern)")
        }
    }
}
