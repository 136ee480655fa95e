import Records

/// The measures by value chain, pair of countries and month, for `report.md`.
enum MarkdownBreakdowns {
    static func section(of record: RunRecord) -> String {
        guard !record.breakdowns.isEmpty else { return "" }
        let tables = Breakdowns.Scope.allCases.compactMap { table(for: $0, of: record) }
        return "## Parts of the pilot\n\n\(Breakdowns.standing)\n\n" + tables.joined(separator: "\n\n")
    }

    private static func table(for scope: Breakdowns.Scope, of record: RunRecord) -> String? {
        let (parts, remark) = record.breakdowns.shown(scope)
        guard !parts.isEmpty else { return nil }
        var columns: [(title: String, alignment: Markdown.Alignment)] = [("", .left), ("Judged", .right)]
        columns += (Breakdowns.counts + Breakdowns.shares).map { ($0.title, .right) }
        if scope == .month { columns.append(("What stood in the way most often", .left)) }
        let rows = parts.map { part in
            var cells = [Markdown.inline(part.label), Figures.count(part.judged)]
            cells += Breakdowns.counts.map { Figures.count(Int(part.value(of: $0.id) ?? 0)) }
            cells += Breakdowns.shares.map { Figures.share(part.count(ofShare: $0.id), of: part.judged) }
            if scope == .month {
                cells.append(
                    part.causes.map { cause in
                        "\(Markdown.inline(record.title(ofFailure: cause.of))) \(Figures.count(cause.count))"
                    }.joined(separator: ", "))
            }
            return cells
        }
        return "### \(scope.title)\(remark.map { " (\($0))" } ?? "")\n\n" + Markdown.table(columns, rows)
    }
}
