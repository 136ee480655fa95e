import Records
import Testing

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
}
