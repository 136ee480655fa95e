import Records

extension TerminalSummary {
    /// What borders and cheating made of the run, a line or two each; nothing where there was neither.
    static func rulesAndFraud(of record: RunRecord, columns: Int) -> [String] {
        var texts: [String] = []
        let acting = record.actingRules
        let phrases = acting.prefix(2).compactMap { rule in rule.actions.map { "\($0) under \(rule.id)" } }
        if !phrases.isEmpty {
            let rest = acting.count - phrases.count
            let others = rest > 0 ? "; \(rest) more \(rest == 1 ? "rule" : "rules") in the report" : ""
            texts.append("Borders: " + phrases.joined(separator: "; ") + others)
        }
        if let found = record.fraudFoundPhrase {
            let missed = record.unseenFrauds.first.map { "; most missed: \($0.name)" } ?? ""
            texts.append("Fraud: " + found.replacing(" of fraud", with: "") + missed)
        }
        let lines = texts.flatMap { TerminalText.wrapped(Visible.line($0), columns: columns, limit: 2) }
        return lines.isEmpty ? [] : lines + [""]
    }
}
