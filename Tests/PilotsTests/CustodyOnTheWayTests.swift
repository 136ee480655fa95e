import Platforms
import Records
import Testing
import UNTP

@testable import Pilots

/// What becomes of a claim on custody on its way: it loses and never gains, and honest parties pass on what their own
/// platforms found evidenced.
@Suite struct CustodyOnTheWayTests {
    /// Two mines of which one is certified, a smelter, a mill, and a yard that looks at what the mill claims.
    private static func world(
        _ smelter: CustodyModel, mill: CustodyModel, certified: [String] = ["CL"],
        change: (inout Scenario) -> Void = { _ in }
    ) -> Scenario {
        CustodyTests.world(smelter, certified: certified) { scenario in
            var yard = scenario.chains[0].stages[2]
            scenario.chains[0].stages[2].custody = mill
            (yard.id, yard.name, yard.order, yard.process) = ("yard", "yard", 3, "Process of the yard")
            (yard.product.name, yard.schemes) = ("Product of the yard", [])
            yard.needs = [.init(name: "", sources: ["mill"])]
            scenario.chains[0].stages.append(yard)
            for index in scenario.parties.indices where scenario.parties[index].name == "Mill" {
                var party = scenario.parties[index]
                (party.name, party.slug, party.stage, party.platform) = ("Yard", "yard", "yard", "issuing")
                (scenario.parties[index].customers, scenario.parties[index].country) = (["Yard"], "CL")
                scenario.parties.append(party)
            }
            change(&scenario)
        }
    }

    private static func party(_ name: String, _ change: (inout PartySpec) -> Void, in scenario: inout Scenario) {
        for index in scenario.parties.indices where scenario.parties[index].name == name {
            change(&scenario.parties[index])
        }
    }

    private static func measure(_ id: String, _ record: RunRecord) -> Double? {
        record.measures.first { $0.id == id }?.value
    }

    @Test(
        "Goods that are kept apart after a weaker model stay certified under that, and nobody objects",
        arguments: [
            (CustodyModel.massBalance, CustodyModel.segregated, CustodyBasis.batch),
            (.massBalance, .identityPreserved, .batch), (.massBalance, .identityPreserved, .account),
            (.segregated, .identityPreserved, .batch),
        ])
    func downgrades(smelter: CustodyModel, mill: CustodyModel, basis: CustodyBasis) throws {
        let scenario = Self.world(smelter, mill: mill) { scenario in
            Self.party("Smelter", { $0.balances = basis }, in: &scenario)
        }
        let (record, materials) = try PilotRun(scenario).rehearse()
        #expect(CustodyTests.codes(record) == [])
        #expect(record.consignments.transparent == record.consignments.total)
        let result = materials.custody.result
        #expect(result.downgraded > 0 && result.downgraded < result.batches)
        #expect(result.excesses.isEmpty && result.gap.value == 0)
        #expect((Self.measure("custody-downgraded", record) ?? 0) > 0)
        #expect(Self.measure("certification-lost", record) == 0)
    }

    @Test("What a quota manager says against goods holds for whatever is made of them")
    func quotaManagerSeesUpstream() throws {
        func run(_ managed: Bool) throws -> RunRecord {
            try ProbeWorld.run(
                Self.world(.massBalance, mill: .massBalance) { scenario in
                    scenario.hasQuotaManager = managed
                    Self.party("Smelter", { ($0.balances, $0.certifiesAll) = (.account, true) }, in: &scenario)
                })
        }
        func rejected(_ record: RunRecord) -> Int {
            record.consignmentRows.count { $0.seller == "Mill" && $0.outcome != .transparent }
        }
        let (seen, unseen) = (try run(true), try run(false))
        #expect(rejected(unseen) == 0 && unseen.truth.acceptedWrongly > 0)
        #expect(rejected(seen) > 0 && seen.truth.acceptedWrongly == 0)
        #expect(CustodyTests.codes(seen) == ["mass-balance-exceeded"])
    }

    @Test("Who certifies more by inputs whose certificate it saw to have run out is named, and not only who sold these")
    func namesWhoCertifiesByTheExpired() throws {
        func findings(_ certifiesAll: Bool) throws -> [FindingRecord] {
            try ProbeWorld.run(
                CustodyTests.world(.massBalance, certified: ["CL", "DE"]) { scenario in
                    scenario.hasQuotaManager = true
                    scenario.parties[0].certificate = .expires(day: 0)
                    Self.party("Smelter", { $0.certifiesAll = certifiesAll }, in: &scenario)
                }
            ).findings
        }
        #expect(Set(try findings(false).map(\.code)) == ["certificate-expired"])
        let accused = try findings(true).filter { $0.code == "mass-balance-exceeded" }.flatMap(\.parties)
        #expect(Set(accused) == ["Smelter"])
    }

    @Test("A border that asks for a chain of custody lets nothing pass whose claim to one is refuted")
    func bordersAskForWhatStands() throws {
        let record = try ProbeWorld.run(
            CustodyTests.world(.segregated) { scenario in
                Self.party("Smelter", { $0.mixes = true }, in: &scenario)
                scenario.regulations = [
                    Regulation(
                        id: "DE-RULE", title: "Custody", instrument: "Act", market: ["DE"], direction: .imports,
                        appliesFrom: scenario.startUnixSeconds, isDisputed: false, products: ["2603"],
                        demands: .harmonised("H27"), check: "", perImporterTonnes: nil, action: .note,
                        days: Triangle(low: 1, typical: 1, high: 1), releasedShare: 0)
                ]
            })
        let loads = record.consignmentRows.filter { $0.seller == "Smelter" && !$0.rules.isEmpty }
        let passed = loads.filter { $0.rules.allSatisfy { $0.outcome == .passed } }
        #expect(loads.count > passed.count && !loads.isEmpty)
        #expect(passed.allSatisfy { $0.outcome == .transparent })
    }

    @Test("Nothing is downgraded where no weaker model lies on the way, and credits make nothing certified further on")
    func keeps() throws {
        for (smelter, mill) in [
            (CustodyModel.segregated, CustodyModel.segregated), (.segregated, .massBalance),
            (.massBalance, .massBalance), (.bookAndClaim, .segregated), (.bookAndClaim, .massBalance),
        ] {
            let (record, materials) = try PilotRun(Self.world(smelter, mill: mill)).rehearse()
            let result = materials.custody.result
            #expect(CustodyTests.codes(record) == [] && result.downgraded == 0 && result.batches > 0, "\(smelter)")
            let made = materials.made("smelter", by: "Smelter")
            if smelter == .bookAndClaim { #expect(result.sold.value <= made, "what the mill makes is not certified") }
        }
    }

    @Test(
        "Who claims to have kept apart what was certified by mass balance is found out, though it is no more than came in",
        arguments: [CustodyModel.identityPreserved, .segregated])
    func findsUpgrades(mill: CustodyModel) throws {
        let scenario = Self.world(.massBalance, mill: mill, certified: ["CL", "DE"]) { scenario in
            Self.party("Mill", { $0.mixes = true }, in: &scenario)
        }
        let (record, materials) = try PilotRun(scenario).rehearse()
        #expect(CustodyTests.codes(record) == ["custody-mixed"])
        #expect(record.findings.flatMap(\.parties) == ["Mill"])
        let example = try #require(record.findings.first?.example)
        #expect(example.sent == "a claim of \(mill.rawValue)")
        #expect(example.expected.hasPrefix("no better than mass balance, as "))
        let rows = record.consignmentRows.filter { $0.seller == "Mill" && $0.arrived != nil }
        #expect(rows.count > 2 && record.consignments.transparent == record.consignments.total - rows.count)
        #expect(record.truth.acceptedWrongly == 0 && record.truth.rejectedWrongly == 0)
        #expect(materials.custody.result.excesses.isEmpty)
    }

    @Test("What could not be verified on arrival is uncertified from there on, and the measure says how much that was")
    func losesWhatCannotBeRead() throws {
        func run(_ notation: String) throws -> (RunRecord, CustodyBook.Result) {
            var profile = BehaviourProfile()
            try profile.set("evidence.digestNotation", to: notation)
            let scenario = Self.world(.massBalance, mill: .segregated) { $0.platforms[0].profile = profile }
            let (record, materials) = try PilotRun(scenario).rehearse()
            return (record, materials.custody.result)
        }
        let (understood, all) = try run("hex")
        #expect(all.sold.value > 0 && Self.measure("certification-lost", understood) == 0)
        // The mines are on that platform; what they claim is true, and nobody can tell.
        let (lost, none) = try run("multibase")
        #expect(none.sold.value == 0 && none.batches == 0 && none.excesses.isEmpty)
        #expect(Self.measure("certification-lost", lost) == 1)
        #expect(CustodyTests.codes(lost).isDisjoint(with: CustodyTests.custodyCodes))
    }

    @Test(
        "A false claim that looked sound is passed on in good faith: who looks finds what it rests on, and nobody is charged but who made it",
        arguments: [false, true])
    func passesOnInGoodFaith(isSeen: Bool) throws {
        var trusting = BehaviourProfile()
        try trusting.set("verifying.status", to: "skipped")
        let careless = trusting
        let scenario = Self.world(.massBalance, mill: .segregated) { scenario in
            // What is revoked is the certificate of the custodian, who assesses the other criterion too.
            scenario.certifiers[1].criteria = ["H27", "H01"]
            scenario.certifiers.swapAt(0, 1)
            scenario.platforms[1].profile = careless
            if !isSeen { scenario.platforms[0].profile = careless }
            Self.party(
                "Mine", { $0.fraud = [Fraud(pattern: .revokedCertificate, share: 1, fromDay: 0)] }, in: &scenario)
        }
        let (record, materials) = try PilotRun(scenario).rehearse()
        let result = materials.custody.result
        #expect(result.batches > 0 && result.sold.value > 0, "the smelter counts what its platform accepted")
        #expect(result.excesses.isEmpty && result.gap.value == 0, "and is not charged with it")
        #expect(CustodyTests.codes(record).isDisjoint(with: CustodyTests.custodyCodes))
        let fraud = try #require(record.fraud.first)
        #expect(record.fraud.count == 1 && fraud.pattern == "F03")
        // Only what the mine itself sold rests on the fraud, as one tier is looked at beside the product.
        let own = record.consignmentRows.filter { ["Mine", "Smelter"].contains($0.seller) && $0.arrived != nil }
        #expect(fraud.consignments <= own.count)
        let mill = record.consignmentRows.filter { $0.seller == "Mill" && $0.arrived != nil }
        let held = mill.filter { $0.causes == ["certificate-revoked"] }
        #expect(record.truth.rejectedWrongly == 0)
        if isSeen {
            #expect(!held.isEmpty && record.truth.acceptedWrongly == fraud.passed, "the yard looks two tiers up")
            #expect(Set(record.findings.flatMap(\.parties)) == ["Mine"])
        } else {
            #expect(
                held.isEmpty && record.truth.acceptedWrongly > fraud.passed, "of \(mill.count) the mill's are wrong too"
            )
        }
        let causes = record.truth.byCause.map(\.code)
        #expect(Set(causes).isSubset(of: ["status-never-checked", "certified share passed on in good faith"]))
    }

    @Test("A certificate that is withdrawn takes goods judged before to where it takes those judged after")
    func fallsAsFarAsItWouldHave() throws {
        let scenario = Self.world(.massBalance, mill: .segregated) { scenario in
            Self.party("Mine", { $0.certificate = .revoked(day: 35) }, in: &scenario)
        }
        let rows = try ProbeWorld.run(scenario).consignmentRows.filter { $0.causes == ["certificate-revoked"] }
        // To the mill's buyer the mine is further upstream than evidence is required.
        for (seller, level) in [("Mill", Records.EvidenceLevel.e3), ("Smelter", .e2), ("Mine", .e2)] {
            let fallen = rows.filter { $0.seller == seller }
            #expect(fallen.contains { $0.levelWhenJudged == .e4 }, "\(seller)")
            #expect(fallen.allSatisfy { $0.level == level }, "\(seller)")
        }
    }

    @Test("The same claim is not passed on where the platform looks")
    func passesNothingOnThatShows() throws {
        let scenario = Self.world(.massBalance, mill: .segregated) { scenario in
            Self.party(
                "Mine", { $0.fraud = [Fraud(pattern: .revokedCertificate, share: 1, fromDay: 0)] }, in: &scenario)
        }
        let (record, materials) = try PilotRun(scenario).rehearse()
        #expect(materials.custody.result.batches == 0)
        #expect(Self.measure("certification-lost", record) == nil, "there was nothing that is certified in truth")
        #expect(record.truth.acceptedWrongly == 0 && record.truth.rejectedWrongly == 0)
    }

    @Test(
        "However platforms misunderstand each other, honest parties certify no more than they can show, and nobody accuses them",
        arguments: 1...12)
    func staysCovered(number: Int) throws {
        let setting = [
            ("evidence.digestNotation", "multibase"), ("status.encoding", "bare-base64url"),
            ("verifying.status", "skipped"),
        ][number % 3]
        var profile = BehaviourProfile()
        try profile.set(setting.0, to: setting.1)
        let odd = profile
        let scenario = GeneratedChains.certified(number) { scenario in
            scenario.platforms[number % 2].profile = odd
            for index in scenario.parties.indices where index % 3 == 0 {
                scenario.parties[index].balances = .account
                scenario.parties[index].certificate = .revoked(day: 8)
            }
        }
        let (record, materials) = try PilotRun(scenario).rehearse()
        let result = materials.custody.result
        #expect(result.excesses.isEmpty && result.gap.value == 0, "seed \(number): \(result.excesses)")
        #expect(CustodyTests.codes(record).isDisjoint(with: CustodyTests.custodyCodes), "seed \(number)")
    }

    @Test("The explanation says where nothing better can be claimed than on the way before, and where nothing at all")
    func explainsLimits() {
        func text(_ smelter: CustodyModel, _ mill: CustodyModel) -> String {
            Self.world(smelter, mill: mill).explanation.split { $0.isWhitespace }.joined(separator: " ")
        }
        #expect(
            text(.massBalance, .segregated).contains(
                "mill: 1 of 1 certified by SEAL; by SEAL at best under mass balance,"))
        #expect(text(.bookAndClaim, .segregated).contains("mill: 1 of 1 certified by SEAL; nothing by SEAL,"))
        #expect(!text(.segregated, .massBalance).contains("at best"))
    }

    @Test(
        "In a world of frauds only who commits one, or mixes, or certifies all that it makes, has a gap",
        arguments: 1...12)
    func chargesNobodyHonest(number: Int) throws {
        let scenario = GroundTruthTests.dishonest(number, but: [])
        let excesses = try PilotRun(scenario).rehearse().materials.custody.result.excesses
        let suspects = scenario.parties.filter { !$0.fraud.isEmpty || $0.mixes || $0.certifiesAll }.map(\.name)
        #expect(Set(excesses.map(\.place.party)).isSubset(of: suspects), "seed \(number): \(excesses)")
    }

    @Test("Claims are downgraded in some of the generated chains")
    func generatesDowngrades() throws {
        let downgraded = try (1...12).map { number in
            try PilotRun(GeneratedChains.certified(number)).rehearse().materials.custody.result.downgraded
        }
        #expect(downgraded.contains { $0 > 0 }, "\(downgraded)")
    }
}
