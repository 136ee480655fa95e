import Credentials
import Platforms
import Records
import Testing
import UNTP

@testable import Pilots

/// What leaves a country: what rules on exports look at, and what waits for a quota.
@Suite struct ExportTests {
    /// The world of rules, with one on what leaves Chile for Germany, from the first day on.
    private static func run(
        _ action: Regulation.Action = .note, demands: [String] = [], change: (inout Scenario) -> Void = { _ in }
    ) throws -> RunRecord {
        try ProbeWorld.run(
            RuleTests.world(action, demands: demands) { scenario in
                scenario.regulations = [scenario.regulations[0]]
                scenario.regulations[0].market = ["CL"]
                scenario.regulations[0].direction = .exports
                scenario.regulations[0].appliesFrom = RuleTests.start
                change(&scenario)
            })
    }

    /// The time of a day of the run, in Unix seconds.
    private static func time(day: Int) -> Int64 { RuleTests.start + Int64(day) * 86_400 }

    @Test("A rule on exports looks at goods as they were when they left")
    func looksAtExportsAsTheyLeave() throws {
        let record = try Self.run { $0.regulations[0].appliesFrom = Self.time(day: RuleTests.begin) }
        let exports = RuleTests.imports(record)
        let late = exports.filter { $0.dispatched >= RuleTests.firstDay }
        #expect(record.rules.first?.checked == late.count)
        #expect(exports.contains { $0.dispatched < RuleTests.firstDay && ($0.arrived ?? "") >= RuleTests.firstDay })
    }

    @Test("A quota lets a seller send so much in a month; the rest waits and arrives, and nothing is lost")
    func quotaMakesGoodsWait() throws {
        func months(_ quota: Double?, everyHours: Double = 48) throws -> [Substring: Int] {
            let record = try Self.run {
                $0.regulations[0].perHolderTonnes = quota
                $0.parties[0].everyHours = everyHours
            }
            let rows = RuleTests.imports(record)
            #expect(rows.allSatisfy { $0.arrived != nil })
            return Dictionary(grouping: rows) { $0.arrived?.prefix(7) ?? "" }.mapValues(\.count)
        }
        let free = try months(nil)
        let bound = try months(300)
        #expect(free.values.reduce(0, +) == bound.values.reduce(0, +))
        #expect(bound.count > free.count)
        // Three lots of 100 t a month, and what was sent in the last days of the month before.
        #expect(bound.values.allSatisfy { $0 <= 6 } && free.values.contains { $0 > 6 })
        // One lot a month is sent for as long as there are lots, be it years.
        let backlog = try months(100, everyHours: 24)
        #expect(backlog.count > 36 && backlog.values.allSatisfy { $0 <= 2 })
    }

    @Test("What waits for a quota counts as held for as long, whatever its evidence")
    func waitingShows() throws {
        let record = try Self.run { $0.regulations[0].perHolderTonnes = 300 }
        let rows = RuleTests.imports(record)
        let waiting = rows.filter { $0.rules.map(\.outcome) == [.waited] }
        let rule = try #require(record.rules.first)
        #expect(
            waiting.count > 3 && rows.allSatisfy { $0.rules.allSatisfy { [.passed, .waited].contains($0.outcome) } })
        #expect(waiting.allSatisfy { ($0.rules.first?.daysHeld ?? 0) > 0 && $0.outcome == .transparent })
        #expect(rule.waited == waiting.count && rule.held == waiting.count && rule.passed == rule.checked - rule.waited)
        let days = waiting.flatMap(\.rules).map(\.daysHeld)
        #expect(abs((rule.meanDaysHeld ?? 0) - days.reduce(0, +) / Double(days.count)) < 0.1)
        #expect(rule.months.reduce(0) { $0 + $1.held } == waiting.count)
        // What was stopped at a border is something else.
        #expect(!record.measures.contains { $0.id == "border-release-share" })
    }

    @Test("A quota holds those alone whom its rule is about", arguments: Regulation.Operators.allCases)
    func quotaKnowsSizes(operators: Regulation.Operators) throws {
        func waited(isSmall: Bool) throws -> Int {
            try Self.run {
                $0.regulations[0].perHolderTonnes = 100
                $0.regulations[0].operators = operators
                $0.parties[0].isSmall = isSmall
            }.rules.first?.waited ?? 0
        }
        #expect(try waited(isSmall: operators == .small) > 0)
        #expect(try waited(isSmall: operators == .large) == 0)
    }

    @Test("Nothing waits for a quota that has ended, and what it held goes that day")
    func quotaEnds() throws {
        let record = try Self.run {
            $0.regulations[0].perHolderTonnes = 100
            $0.regulations[0].appliesUntil = Self.time(day: 14)
        }
        let rows = RuleTests.imports(record)
        let waiting = rows.filter { !$0.rules.isEmpty && $0.rules.first?.outcome == .waited }
        #expect(waiting.count > 3 && waiting.allSatisfy { ($0.rules.first?.daysHeld ?? 99) <= 15 })
        // Three days at sea at most after the day on which it is over.
        #expect(waiting.allSatisfy { ($0.arrived ?? "") < "2026-01-24" })
        #expect(rows.contains { $0.dispatched >= "2026-01-20" && $0.rules.isEmpty })
    }

    @Test("What waits is exported when it leaves, under the rules that then hold")
    func waitingGoodsMeetNewRules() throws {
        let record = try Self.run { scenario in
            scenario.regulations[0].perHolderTonnes = 300
            var other = scenario.regulations[0]
            (other.id, other.perHolderTonnes, other.appliesFrom) = ("CL-CHECK", nil, Self.time(day: RuleTests.begin))
            scenario.regulations.append(other)
        }
        let early = RuleTests.imports(record).filter { $0.dispatched < RuleTests.firstDay }
        let waiting = early.filter { $0.rules.first?.outcome == .waited }
        #expect(waiting.count > 3 && waiting.allSatisfy { $0.rules.map(\.rule).contains("CL-CHECK") })
        #expect(!early.contains { $0.rules.first?.outcome == .passed && $0.rules.map(\.rule).contains("CL-CHECK") })
    }

    // MARK: Who judges

    @Test("Whether goods may leave is decided by what their own country recognises, whatever the buyer's does")
    func judgesByTheExportersRecognition() throws {
        func run(recognised: [String: [String]]) throws -> RunRecord {
            try Self.run(.hold, demands: ["H01"]) { scenario in
                scenario.mapping = CriteriaMapping(
                    version: "1",
                    rows: ["SEAL": [.init(id: "1", name: "Intensity", harmonised: "H01", relation: .equivalent)]])
                (scenario.certifiers[0].scheme, scenario.certifiers[0].cites) = ("SEAL", .scheme)
                scenario.recognition = recognised
            }
        }
        let atHome = try run(recognised: ["CL": ["SEAL"], "DE": []])
        #expect(RuleTests.imports(atHome).allSatisfy { $0.rules.map(\.outcome) == [.passed] && $0.outcome == .partial })
        let abroad = try run(recognised: ["CL": [], "DE": ["SEAL"]])
        let rows = RuleTests.imports(abroad)
        #expect(
            rows.count > 3 && rows.allSatisfy { $0.rules.map(\.outcome) == [.refused] && $0.levelWhenJudged == .e4 })
        // Both countries ask for it: of a consignment that counts once, and where one of them lacks it, as lacking.
        #expect(abroad.criteria.map(\.demanded) == [rows.count] && abroad.criteria.map(\.unmet) == [rows.count])
    }

    @Test("It is decided by what the seller's platform reads, whatever the buyer's does", arguments: [true, false])
    func judgesByTheSellersPlatform(isStrictAtHome: Bool) throws {
        let record = try Self.run(.hold, demands: ["H01"]) { scenario in
            try? scenario.platforms[isStrictAtHome ? 0 : 1].profile.set("verifying.keyEncodings", to: "multikey-only")
        }
        let rule = try #require(record.rules.first)
        #expect(rule.checked > 3 && (isStrictAtHome ? rule.refused : rule.passed) == rule.checked)
        #expect(RuleTests.imports(record).allSatisfy { ($0.levelWhenJudged == .e4) == isStrictAtHome })
        // What an authority reads is no reading of a buyer's.
        #expect(!record.matrix.contains { $0.issuer == "issuing" && $0.verifier == "issuing" && $0.attempts > 0 })
    }

    @Test("What is refused on its way out never arrives, and no rule on imports looks at it; its evidence is judged")
    func keepsBack() throws {
        let record = try Self.run(.hold, demands: ["H24"]) { scenario in
            var other = scenario.regulations[0]
            (other.id, other.market, other.direction) = ("DE-RULE-2", ["DE"], .imports)
            scenario.regulations.append(other)
        }
        let rows = RuleTests.imports(record)
        #expect(rows.count > 3 && rows.allSatisfy { $0.rules.map(\.rule) == ["DE-RULE"] && $0.levelWhenJudged == .e4 })
        #expect(
            record.rules.map(\.refused) == [rows.count] && (10...12).contains(record.rules.first?.meanDaysHeld ?? 0))
        #expect(rows.allSatisfy { $0.arrived == nil && $0.judged != nil && $0.causes.isEmpty })
        #expect(!record.consignmentRows.contains { $0.seller == "Smelter" })
        // What is asked for at a border is counted there.
        #expect(record.criteria.first { $0.id == "H24" }?.unmet == rows.count)
    }

    @Test("What is refused on its way out is no shipment: it counts towards no target, and ends as kept back")
    func countsNoShipmentThatNeverLeft() throws {
        let record = try Self.run(.hold, demands: ["H24"])
        let rows = RuleTests.imports(record)
        #expect(rows.count > 3 && rows.allSatisfy { $0.outcome == .keptBack && $0.levelWhenJudged == .e4 })
        let totals = record.consignments
        #expect(totals.keptBack == rows.count && totals.judged + totals.inTransit + totals.keptBack == totals.total)
        let counted = record.measures.filter {
            ["supply-chain-actors", "countries", "transparent-consignments", "transparent-when-judged"].contains($0.id)
        }
        #expect(counted.count == 4 && counted.allSatisfy { $0.value == 0 })
        #expect(record.measures.first { $0.id == "border-release-share" }?.value == 0)
        #expect(!record.corridors.contains { $0.from == "CL" && $0.to == "DE" })
        #expect(record.parties.allSatisfy { $0.consignments == 0 } && record.truth.rejectedWrongly == 0)
    }

    @Test("What is refused on arrival had left, and counts as judged")
    func countsWhatIsRefusedOnArrival() throws {
        let record = try Self.run(.hold, demands: ["H24"]) {
            ($0.regulations[0].direction, $0.regulations[0].market) = (.imports, ["DE"])
        }
        let rows = RuleTests.imports(record)
        #expect(rows.count > 3 && rows.allSatisfy { $0.rules.map(\.outcome) == [.refused] })
        #expect(record.consignments.keptBack == 0 && record.consignments.judged >= rows.count)
    }

    @Test("What is held on its way out and let go arrives later, and is looked at once")
    func letsGo() throws {
        let record = try Self.run(.hold, demands: ["H24"]) { $0.regulations[0].releasedShare = 1 }
        for row in RuleTests.imports(record) {
            let dispatched = try #require(DateTimeStamp(strict: row.dispatched)).unixSeconds
            let arrived = try #require(DateTimeStamp(strict: row.arrived ?? "")).unixSeconds
            #expect((11...15.1).contains(Double(arrived - dispatched) / 86_400))
            #expect(row.rules.map(\.outcome) == [.released])
        }
        #expect(record.consignmentRows.contains { $0.seller == "Smelter" })
    }
}
