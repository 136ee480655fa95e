import Records

enum RulesSection {
    static func view(of record: RunRecord) -> View {
        guard let sentence = record.rulesSentence else { return .none }
        return [
            "sentence": .text(sentence),
            "lacking": .optional(record.lackingSentence),
            "rows": .list(record.rules.map(row)),
            "months": months(of: record),
        ]
    }

    private static func row(_ rule: RuleRecord) -> View {
        [
            "id": .text(rule.id),
            "title": .text(rule.title),
            "instrument": .text(rule.instrument),
            "from": .text(rule.appliesFrom),
            "disputed": .flag(rule.disputed),
            "checked": .number(rule.checked),
            "passed": .share(rule.passed, of: rule.checked),
            "numbers": .list(
                [rule.noted, rule.defaultValue, rule.waited, rule.released, rule.refused].map { .number($0) }),
            "days": .list([days(rule.meanDaysHeld), days(rule.p95DaysHeld)]),
            "lacking": .text(rule.lackingText),
        ]
    }

    private static func days(_ days: Double?) -> View {
        [
            "text": .text(days.map { Figures.decimal($0, places: 1) } ?? "\u{2013}"),
            "value": .text(days?.description ?? ""),
        ]
    }

    /// What was held by month, for the rules that held anything.
    private static func months(of record: RunRecord) -> View {
        let rows = record.rules.filter { $0.held > 0 }.flatMap { rule in
            rule.months.map { month -> View in
                [
                    "rule": .text(rule.id), "month": .text(month.month),
                    "numbers": .list([month.checked, month.held, month.refused].map { .number($0) }),
                ]
            }
        }
        return rows.isEmpty ? .none : ["rows": .list(rows)]
    }
}
