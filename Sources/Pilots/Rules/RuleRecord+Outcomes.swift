import Credentials
import Platforms
import Records
import UNTP

extension RuleRecord {
    /// What became of consignments under each rule that looked at one.
    static func all(of rows: [Ledger.JudgedRow], under regulations: [Regulation]) -> [RuleRecord] {
        var cases: [String: [(outcome: RuleOutcome, month: String)]] = [:]
        for row in rows {
            let month = String(DateTimeStamp.day(unixSeconds: row.judged ?? 0).prefix(7))
            for outcome in row.rules { cases[outcome.regulation, default: []].append((outcome, month)) }
        }
        return regulations.compactMap { rule in
            guard let cases = cases[rule.id] else { return nil }
            return RuleRecord(rule, cases)
        }
    }

    private init(_ rule: Regulation, _ cases: [(outcome: RuleOutcome, month: String)]) {
        let outcomes = cases.map(\.outcome)
        let recorded = outcomes.map { RuleOutcomeRecord($0) }
        func count(_ outcome: RuleOutcomeRecord.Outcome) -> Int { recorded.count { $0.outcome == outcome } }
        var lacking: [String: Int] = [:]
        for criterion in outcomes.flatMap(\.lacking) { lacking[criterion, default: 0] += 1 }
        let days = zip(outcomes, recorded).filter(\.1.isHeld).map { $0.0.daysForQuota + $0.0.daysHeld }.sorted()
        self.init(
            id: rule.id, title: rule.title, instrument: rule.instrument,
            appliesFrom: DateTimeStamp.day(unixSeconds: rule.appliesFrom), disputed: rule.isDisputed,
            action: rule.action.rawValue,
            checked: outcomes.count, passed: count(.passed), noted: count(.noted), defaultValue: count(.defaultValue),
            waited: count(.waited), released: count(.released), refused: count(.refused),
            meanDaysHeld: days.isEmpty ? nil : Self.tenths(days.reduce(0, +) / Double(days.count)),
            p95DaysHeld: days.isEmpty ? nil : Self.tenths(days[(days.count * 95 + 99) / 100 - 1]),
            lacking: lacking.sorted { $0.key < $1.key }.map { Tally(of: $0.key, count: $0.value) },
            terms: rule.terms,
            months: Dictionary(grouping: cases, by: \.month).sorted { $0.key < $1.key }.map { month, cases in
                RuleMonth(
                    month: month, checked: cases.count, held: cases.count { RuleOutcomeRecord($0.outcome).isHeld },
                    refused: cases.count { $0.outcome.decision == .refused })
            })
    }

    fileprivate static func tenths(_ days: Double) -> Double { (days * 10).rounded() / 10 }
}

extension RuleOutcomeRecord {
    init(_ outcome: RuleOutcome) {
        let decision: Outcome =
            switch outcome.decision {
            case _ where outcome.daysForQuota > 0 && !outcome.decision.stopsGoods: .waited
            case .passed: .passed
            case .noted: .noted
            case .defaultValue: .defaultValue
            case .released: .released
            case .refused: .refused
            }
        self.init(
            rule: outcome.regulation, outcome: decision,
            daysHeld: RuleRecord.tenths(outcome.daysForQuota + outcome.daysHeld))
    }
}
