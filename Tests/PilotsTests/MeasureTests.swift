import Credentials
import Platforms
import Records
import Testing
import UNTP

@testable import Pilots

/// Promises about what the measures count.
@Suite struct MeasureTests {
    private func value(_ id: String, in record: RunRecord) -> Double? {
        record.measures.first { $0.id == id }?.value
    }

    /// Mine, smelter, refinery and maker of foil, a platform each but for the last two.
    private func chainOfFour(change: (inout Scenario) -> Void = { _ in }) -> Scenario {
        ProbeWorld.scenario { scenario in
            var (mine, smelter) = (scenario.chains[0].stages[0], scenario.chains[0].stages[1])
            mine.shipment = 50
            smelter.batch = 40
            smelter.shipment = 20
            var refinery = smelter
            (refinery.id, refinery.needs) = ("refinery", [.init(name: "", sources: ["smelter"])])
            (refinery.batch, refinery.shipment) = (30, 15)
            var foil = refinery
            (foil.id, foil.needs) = ("foil", [.init(name: "", sources: ["refinery"])])
            scenario.chains[0].stages = [mine, smelter, refinery, foil]
            for (name, stage, next) in [("Smelter", "smelter", "Refinery"), ("Refinery", "refinery", "Foil")] {
                var party = scenario.parties[1]
                (party.name, party.slug, party.stage, party.customers) = (name, Slug.make(name), stage, [next])
                if name == "Smelter" { scenario.parties[1] = party } else { scenario.parties.append(party) }
            }
            var last = scenario.parties[0]
            (last.name, last.slug, last.stage, last.customers) = ("Foil", "foil", "foil", [])
            scenario.parties.append(last)
            change(&scenario)
        }
    }

    @Test("Whoever issued nothing that was verified is no actor, and its country does not count for it")
    func countsActors() throws {
        let record = try ProbeWorld.run(chainOfFour())
        #expect(record.consignments.transparent == record.consignments.total)
        #expect(value("supply-chain-actors", in: record) == 3, "the last taker issued nothing that anybody read")
        #expect(value("countries", in: record) == 2)
        #expect(value("software-platforms", in: record) == 2)
        let two = try ProbeWorld.run(ProbeWorld.scenario())
        #expect(value("supply-chain-actors", in: two) == 1)
        #expect(value("countries", in: two) == 1)
        #expect(value("software-platforms", in: two) == 2, "one issued for the actor, the other verified")
    }

    @Test("Who counts is said of each party, platform, chain and country, and adds up to the measures")
    func saysWhoCounts() throws {
        for record in [
            try ProbeWorld.run(chainOfFour()),
            try ProbeWorld.run(chainOfFour { $0.parties[0].certificate = .revoked(day: 5) }),
            try ProbeWorld.run(chainOfFour { $0.buyersAsk = ["CL": .harmonised("H15"), "DE": .harmonised("H15")] }),
        ] {
            let counts = [
                "supply-chain-actors": record.parties.count(where: { $0.isCounted }),
                "software-platforms": Set(record.platforms.filter { $0.isCounted }.map(\.title)).count,
                "value-chains": record.chains.count(where: { $0.isCounted }),
                "countries": record.countries.count(where: { $0.isCounted }),
            ]
            for (id, count) in counts { #expect(value(id, in: record) == Double(count), "\(id)") }
            #expect(
                record.parties.reduce(0) { $0 + $1.transparent } == 2 * record.consignments.transparent,
                "a consignment has two ends")
        }
        let last = try #require(ProbeWorld.run(chainOfFour()).parties.last)
        #expect(last.transparent == last.consignments && last.consignments > 0 && !last.isAccepted && !last.isCounted)
    }

    @Test("Two installations under one title are one product")
    func countsProducts() throws {
        let record = try ProbeWorld.run(chainOfFour { $0.platforms[1].title = $0.platforms[0].title })
        #expect(value("software-platforms", in: record) == 0)
    }

    @Test(
        "The only chain of a pilot has the platforms of the pilot, those included of which no consignment is transparent"
    )
    func countsPlatformsAlike() throws {
        let record = try ProbeWorld.run(
            chainOfFour { scenario in
                guard var third = scenario.platforms.first else { return }
                (third.name, third.title) = ("third", "Third")
                scenario.platforms.append(third)
                scenario.parties[scenario.parties.count - 1].platform = "third"
                scenario.buyersAsk["CL"] = .harmonised("H01", "H15")
            })
        #expect(value("software-platforms", in: record) == 3)
        #expect(record.breakdowns.chains.map { $0.value(of: "software-platforms") } == [3])
        let refused = record.breakdowns.countryPairs.filter { $0.value(of: "transparent-consignments") == 0 }
        #expect(!refused.isEmpty && refused.allSatisfy { $0.value(of: "software-platforms") == 0 })
    }

    @Test("Two routes of one commodity count once, a flow into another chain counts, and two stages are not three")
    func countsChains() throws {
        let (two, four) = (try ProbeWorld.run(ProbeWorld.scenario()), try ProbeWorld.run(chainOfFour()))
        #expect(value("value-chains", in: two) == 0)
        #expect(value("value-chains", in: four) == 1)
        // Of two chains, one sells into the other: mine and smelter are of the first, the refinery of the second.
        let joined = chainOfFour { scenario in
            let stages = scenario.chains[0].stages
            scenario.chains = [
                ValueChain(id: "metal", title: "Metal", stages: Array(stages[..<2])),
                ValueChain(id: "foil", title: "Foil", stages: Array(stages[2...])),
            ]
        }
        let record = try ProbeWorld.run(joined)
        #expect(value("value-chains", in: record) == 1)
        #expect(record.breakdowns.chains.map(\.key) == ["foil", "metal"])
        #expect(record.breakdowns.chains.map { $0.value(of: "value-chains") } == [0, 1])
        var routes = joined
        for index in routes.chains.indices { routes.chains[index].commodity = "copper" }
        let both = try ProbeWorld.run(routes)
        #expect(value("value-chains", in: both) == 1)
        #expect(both.breakdowns.chains.map(\.key) == ["copper"])
    }

    @Test("What is not transparent counts for nothing")
    func countsOnlyTransparent() throws {
        let record = try ProbeWorld.run(chainOfFour { $0.buyersAsk["DE"] = .harmonised("H01", "H15") })
        #expect(value("transparent-consignments", in: record) ?? 0 < Double(record.consignments.total))
        let refused = try ProbeWorld.run(
            chainOfFour { $0.buyersAsk = ["CL": .harmonised("H15"), "DE": .harmonised("H15")] })
        for id in ["supply-chain-actors", "software-platforms", "value-chains", "countries"] {
            #expect(value(id, in: refused) == 0)
        }
    }

    @Test("Evidence whose certificate is withdrawn later leaves the count, and stays in the frozen one")
    func leavesOutWhatWasWithdrawn() throws {
        let revoked = DateTimeStamp.text(unixSeconds: ProbeWorld.scenario().startUnixSeconds + 14 * 86_400)
        for (state, code) in [
            (CertificateState.revoked(day: 14), "certificate-revoked"), (.suspended(day: 14), "certificate-suspended"),
        ] {
            let (valid, record) = (
                try ProbeWorld.run(ProbeWorld.scenario()),
                try ProbeWorld.run(ProbeWorld.scenario { $0.parties[0].certificate = state })
            )
            let before = record.consignmentRows.filter { $0.judged.map { $0 < revoked } ?? false }
            #expect(!before.isEmpty && before.count < record.consignments.total)
            #expect(before.allSatisfy { $0.level == .e2 && $0.outcome == .partial && $0.causes == [code] })
            #expect(record.consignments.transparent == 0)
            #expect(value("transparent-consignments", in: record) == 0)
            #expect(value("transparent-when-judged", in: record) == Double(before.count))
            #expect(value("transparent-when-judged", in: valid) == Double(valid.consignments.total))
            #expect(valid.consignments.transparent == valid.consignments.total)
            // Nobody judged wrongly: it was good then.
            #expect(record.truth.rejectedWrongly == 0 && record.truth.acceptedWrongly == 0)
        }
    }

    @Test("A withdrawal that comes later stands in the way beside what was found, which then is no longer alone")
    func addsLaterWithdrawals() throws {
        func record(_ certificate: CertificateState) throws -> RunRecord {
            try ProbeWorld.run(
                ProbeWorld.scenario {
                    $0.parties[0].certificate = certificate
                    $0.buyersAsk["DE"] = .harmonised("H01", "H15")
                })
        }
        let (lacking, valid) = ("demanded-claim-missing", try record(.valid))
        #expect(valid.findings.map(\.consignmentsSolely) == [valid.consignments.total])
        let revoked = try record(.revoked(day: 14))
        #expect(revoked.consignmentRows.allSatisfy { $0.causes == ["certificate-revoked", lacking] })
        #expect(revoked.consignmentRows.allSatisfy { $0.level == .e2 && $0.outcome == .partial })
        let finding = try #require(revoked.findings.first { $0.code == lacking })
        #expect(finding.consignments == revoked.consignments.total && finding.consignmentsSolely == 0)
        // What befalls a certificate after the last judgement is of no account.
        #expect(try record(.revoked(day: 400)).findings.map(\.consignmentsSolely) == [valid.consignments.total])
    }

    @Test("A certificate that runs out was good for what was bought before")
    func keepsWhatRanOut() throws {
        let record = try ProbeWorld.run(ProbeWorld.scenario(circumstance: .certificateExpired))
        #expect(record.consignments.transparent > 0)
        #expect(
            value("transparent-consignments", in: record) == value("transparent-when-judged", in: record))
    }

    @Test("The score is the lowest share of a target; what is to stay below a limit is taken the other way round")
    func scores() throws {
        let scenario = ProbeWorld.scenario {
            $0.targets = [
                "supply-chain-actors": 1, "software-platforms": 1, "value-chains": 0, "countries": 1,
                "transparent-consignments": 1, "time-to-trace": 0.01,
            ]
        }
        let record = try ProbeWorld.run(scenario)
        let time = try #require(record.measures.first { $0.id == "time-to-trace" })
        #expect(time.met == false && time.value > 0.01)
        #expect(record.lowestMeasure == "time-to-trace" && record.score == 0.01 / time.value)
    }

    @Test("A measure without data is left out and still defined; one that has a target is missed")
    func leavesOut() throws {
        let record = try ProbeWorld.run(ProbeWorld.scenario())
        for id in ["onboarding-time", "border-release-share", "origin-test-mismatch"] {
            let definition = try #require(MeasureDefinition.all.first { $0.id == id })
            #expect(value(id, in: record) == nil)
            #expect(record.definitions.contains { $0.text == definition.definition })
        }
        let asked = try ProbeWorld.run(ProbeWorld.scenario { $0.targets["onboarding-time"] = 30 })
        #expect(asked.measures.first { $0.id == "onboarding-time" }?.met == false)
        #expect(asked.score == 0)
    }

    @Test(
        "Issuers without an anchor, certifiers beyond their scope, and certificates that ran out each lower their measure"
    )
    func countsTrust() throws {
        let best = try ProbeWorld.run(ProbeWorld.scenario())
        for id in ["issuer-anchored", "accreditation-in-scope", "certificate-validity"] {
            #expect(value(id, in: best) == 1)
        }
        let unaccredited = try ProbeWorld.run(ProbeWorld.scenario { $0.certifiers[0].accreditedFor = ["H10"] })
        #expect(value("accreditation-in-scope", in: unaccredited) == 0)
        #expect(value("certificate-validity", in: unaccredited) == 1)
        #expect(value("issuer-anchored", in: unaccredited) ?? 1 < 1)
        let expiring = try ProbeWorld.run(ProbeWorld.scenario { $0.parties[0].certificate = .expires(day: 20) })
        #expect(value("certificate-validity", in: expiring) ?? 1 < 1)
        #expect(value("issuer-anchored", in: expiring) == 1)
        for code in ["anchor-not-discoverable", "trust-anchor-unknown", "chain-depth-limit"] {
            let record = try ProbeWorld.run(Scenario.load(path: "Scenarios/failures/\(code).yaml"))
            #expect(value("issuer-anchored", in: record) ?? 1 < 1, "\(code)")
            #expect(value("supply-chain-actors", in: record) == 0, "\(code)")
        }
    }

    @Test("Events that are published late delay the evidence, and waiting for them the trace")
    func measuresTimes() throws {
        let prompt = try ProbeWorld.run(ProbeWorld.scenario())
        #expect(value("evidence-latency", in: prompt) == 0)
        #expect(value("time-to-trace", in: prompt) ?? 100 < 60)
        let late = try ProbeWorld.run(try Scenario.load(path: "Scenarios/failures/event-out-of-order.yaml"))
        #expect(value("evidence-latency", in: late) ?? 0 > 24)
        #expect(value("late-evidence-share", in: prompt) == 0)
        #expect(value("late-evidence-latency", in: prompt) == nil)
        #expect(value("late-evidence-share", in: late) == 1)
    }

    @Test("What a few loads cost that are recorded offline shows, however many others are prompt")
    func measuresOfflineCapture() throws {
        let record = try ProbeWorld.run(chainOfFour { $0.parties[0].syncHours = 240 })
        let latency = try #require(record.measures.first { $0.id == "evidence-latency" })
        #expect(latency.median == 0)
        #expect(latency.value > 0)
        let share = try #require(value("late-evidence-share", in: record))
        #expect(share > 0 && share < 0.5)
        let late = try #require(record.measures.first { $0.id == "late-evidence-latency" })
        #expect(late.value > 24 && late.p95 ?? 0 < 240)
        // The mean over all is made up of the late ones alone.
        #expect(latency.value < share * (late.p95 ?? 0) + 0.001)
    }

    @Test("The parts of a run add up to it, month by month, chain by chain and pair by pair")
    func addsUp() throws {
        let record = try ProbeWorld.run(chainOfFour { $0.parties[0].alteredShare = 0.4 })
        let breakdowns = record.breakdowns
        #expect(breakdowns.months.count > 1 && breakdowns.countryPairs.count > 1)
        for parts in [breakdowns.chains, breakdowns.countryPairs, breakdowns.months] {
            #expect(parts.reduce(0) { $0 + $1.judged } == record.consignments.total)
            #expect(
                parts.reduce(0) { $0 + ($1.value(of: "transparent-consignments") ?? 0) }
                    == Double(record.consignments.transparent))
            #expect(parts.allSatisfy { $0.causes.count <= 5 })
        }
        #expect(breakdowns.months.contains { $0.causes.contains { $0.of == "credential-altered" } })
    }

    @Test("Trust is counted consignment by consignment, with its spread, and the parts of a run add up to it")
    func spreadsTrust() throws {
        let record = try ProbeWorld.run(
            chainOfFour {
                $0.parties[0].alteredShare = 0.6
                $0.parties[1].unevidencedClaims = ["H15"]
            })
        for id in [
            "verification-success", "claim-coverage", "certificate-validity", "issuer-anchored",
            "accreditation-in-scope",
        ] {
            let measure = try #require(record.measures.first { $0.id == id }, "\(id)")
            let (median, p95) = (try #require(measure.median), try #require(measure.p95))
            #expect(median <= p95, "\(id)")
            let parts = record.breakdowns.months.compactMap { $0.value(of: id) }
            #expect(parts.contains { $0 <= measure.value } && parts.contains { $0 >= measure.value }, "\(id)")
        }
        #expect(value("claim-coverage", in: record) ?? 1 < 1)
        #expect(value("verification-success", in: record) ?? 1 < 1)
    }

    @Test("A value and its spread are of the same thing: where they aren't, each has a measure of its own")
    func spreadsWhatIsMeasured() throws {
        let record = try ProbeWorld.run(chainOfFour())
        func measure(_ id: String) throws -> Measure {
            try #require(record.measures.first { $0.id == id }, "\(id)")
        }
        for id in ["credentials-per-consignment", "cost-per-consignment"] { #expect(try measure(id).median == nil) }
        let checked = record.consignmentRows.map(\.credentialsChecked).sorted()
        let judgement = try measure("credentials-per-judgement")
        #expect(judgement.value > 0 && judgement.p95.map { $0 <= Double(checked.last ?? 0) } == true)
        #expect(
            abs(judgement.value - Double(checked.reduce(0, +)) / Double(checked.count)) < 0.000_001)
        let company = try measure("cost-per-consignment-by-company")
        #expect(company.median == company.value && company.p95.map { $0 >= company.value } == true)
    }

    @Test("The rows of consignments hold what the measures over them count, and the truth")
    func rowsGiveTheMeasures() throws {
        let record = try ProbeWorld.run(
            chainOfFour {
                $0.parties[0].alteredShare = 0.3
                $0.parties[1].certificate = .revoked(day: 14)
            })
        let rows = record.consignmentRows.filter { $0.judged != nil }
        func ratio(_ part: KeyPath<ConsignmentEvidence, ConsignmentEvidence.Part>) -> Double {
            let parts = rows.map { $0.evidence[keyPath: part] }
            return Double(parts.reduce(0) { $0 + $1.part }) / Double(parts.reduce(0) { $0 + $1.whole })
        }
        for (id, part) in [
            ("trace-completeness", \ConsignmentEvidence.traced), ("verification-success", \.accepted),
            ("claim-coverage", \.matchedClaims), ("certificate-validity", \.validCertificates),
            ("issuer-anchored", \.anchored), ("accreditation-in-scope", \.accredited),
        ] {
            #expect(abs(ratio(part) - (value(id, in: record) ?? -1)) < 0.000_001, "\(id)")
        }
        let (wrongly, rightly) = (
            rows.filter { $0.levelWhenJudged == .e4 && $0.isSound == false },
            rows.filter { $0.levelWhenJudged != .e4 && $0.isSound == true }
        )
        #expect(wrongly.count == record.truth.acceptedWrongly && rightly.count == record.truth.rejectedWrongly)
        #expect(rows.contains { $0.isSound == false } && rows.contains { $0.isSound == true })
        #expect(value("transparent-when-judged", in: record) == Double(rows.count { $0.levelWhenJudged == .e4 }))
    }

    @Test("A target of 0 asks for nothing, unless less is better")
    func asksForNothing() throws {
        let record = try ProbeWorld.run(
            ProbeWorld.scenario { $0.targets = ["value-chains": 0, "mass-balance-gap": 0] })
        let (chains, gap) = (
            record.measures.first { $0.id == "value-chains" }, record.measures.first { $0.id == "mass-balance-gap" }
        )
        #expect(chains?.target == nil && chains?.met == nil)
        #expect(gap?.target == 0)
    }

    @Test("What suppliers three tiers up said counts as proven where it reached the buyer unchanged")
    func countsFarTiers() throws {
        func proven(altered: Double) throws -> Measure? {
            let record = try ProbeWorld.run(
                chainOfFour { scenario in
                    var (pack, packer) = (scenario.chains[0].stages[3], scenario.parties[scenario.parties.count - 1])
                    (pack.id, pack.needs) = ("pack", [.init(name: "", sources: ["foil"])])
                    (packer.name, packer.slug, packer.stage) = ("Pack", "pack", "pack")
                    scenario.chains[0].stages.append(pack)
                    scenario.parties[scenario.parties.count - 1].customers = ["Pack"]
                    scenario.parties.append(packer)
                    scenario.parties[0].alteredShare = altered
                })
            return record.measures.first { $0.id == "far-tiers-proven" }
        }
        #expect(try proven(altered: 0)?.value == 1)
        #expect(try proven(altered: 1)?.value == 0)
        let record = try ProbeWorld.run(chainOfFour())
        #expect(value("far-tiers-proven", in: record) == nil, "foil is made two steps after the mine")
    }

    @Test("Certificates that a passport links and nobody can have are not valid for that")
    func countsLostCertificates() throws {
        let record = try ProbeWorld.run(
            ProbeWorld.scenario {
                $0.certifiers[0].platform = "verifying"
                $0.network.outages = [
                    .init(platform: "verifying", service: .storage, day: 0.5, hours: 2000, everyDays: nil)
                ]
            })
        #expect(value("certificate-validity", in: record) ?? 1 < 0.5)
    }

    @Test("Pairs of platforms count against all that there can be, and those with an occasion against these")
    func countsPairs() throws {
        let record = try ProbeWorld.run(
            chainOfFour { scenario in
                guard var idle = scenario.platforms.first else { return }
                (idle.name, idle.title) = ("idle", "Idle")
                scenario.platforms.append(idle)
            })
        #expect(value("trading-platform-pairs", in: record) == 1)
        #expect(value("platform-pairs", in: record) ?? 1 <= 2.0 / 6 + 0.000_001)
        #expect(value("platform-pairs", in: record) ?? 0 > 0)
    }

    @Test("Joining takes from the invitation to the first credential that another accepts, setting up included")
    func measuresOnboarding() throws {
        let record = try ProbeWorld.run(
            chainOfFour {
                ($0.parties[1].invitedDay, $0.parties[1].setUpDays) = (5, 10)
                ($0.parties[0].invitedDay, $0.parties[0].setUpDays) = (2, 4)
            })
        let time = try #require(record.measures.first { $0.id == "onboarding-time" })
        let start = try #require(record.consignmentRows.filter { $0.seller == "Smelter" }.map(\.dispatched).min())
        #expect(start >= "2026-01-20", "begun on day 15")
        #expect(
            try #require(record.consignmentRows.filter { $0.seller == "Mine" }.map(\.dispatched).min()) >= "2026-01-11")
        #expect(time.value >= 4 && time.p95 ?? 0 >= 10 && time.p95 ?? 100 < 20)
        #expect(record.consignments.transparent == record.consignments.total)
    }

    @Test("Percentiles are values that were measured, by nearest rank")
    func ranks() {
        #expect(Figure.quantile(50, of: [1, 2, 3, 4]) == 2)
        #expect(Figure.quantile(95, of: (1...100).map(Double.init)) == 95)
        #expect(Figure.quantile(95, of: [7]) == 7)
        #expect(Figure.median(of: []) == nil)
    }
}
