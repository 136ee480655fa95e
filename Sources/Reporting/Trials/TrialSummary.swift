package import Records

/// The end of a trial on one screen: what is alarming, what was shown, who reads whom, and what to mend first.
package struct TrialSummary {
    private static let columns = 80
    private let record: TrialRecord
    private let folder: String?
    private let style: TerminalStyle

    /// - Parameters:
    ///   - folder: Where the report was written; nil if it was not.
    ///   - inColour: Whether to use colour, which only a terminal understands.
    package init(_ record: TrialRecord, folder: String?, inColour: Bool) {
        self.record = record
        self.folder = folder
        style = TerminalStyle(inColour: inColour)
    }

    /// The text, in lines of at most 80 columns.
    package var text: String {
        (alarm + heading + documents + shown + plan + matrix + failures + remarks + ending).joined(separator: "\n")
            + "\n"
    }

    // MARK: First of all

    private var alarm: [String] {
        let alarms = record.alarms
        guard !alarms.isEmpty else { return [] }
        let head =
            "ALARM: \(Phrases.counted(alarms.count, "case")) that must not be taken for valid "
            + (alarms.count == 1 ? "was." : "were.")
        var lines = [style.bad(head)]
        let kinds = TrialFailure.byPromise(alarms)
        for kind in kinds.prefix(5) {
            let count = TerminalText.right(Figures.count(kind.results.count), 5)
            lines += TerminalText.wrapped(Visible.line(kind.lead.proves), columns: Self.columns - 7, limit: 2)
                .enumerated().map { ($0 == 0 ? count : "     ") + "  " + $1 }
            lines.append(TerminalText.cut(style.faint("       such as \(kind.lead.id)"), to: Self.columns + 9))
        }
        if kinds.count > 5 { lines.append(style.faint("  and \(kinds.count - 5) more kinds in the report")) }
        return lines + [""]
    }

    private var heading: [String] {
        let version = record.subject.version.isEmpty ? "" : " \(record.subject.version)"
        let title = Visible.line("\(record.subject.name)\(version)")
        let place = Visible.line("\(record.subject.kind) \(record.subject.location), at \(record.at)")
        return [
            style.bold(TerminalText.cut(title, to: Self.columns)),
            style.faint(TerminalText.cut(place, to: Self.columns)),
        ] + wrapped(record.headline, paint: record.isPassed ? style.good : style.bad) + [""]
    }

    /// Each document of a folder, with the first that there is to say of it.
    private var documents: [String] {
        guard !record.documents.isEmpty else { return [] }
        let (limit, remarks) = (60, 3)
        var lines = [style.bold("In the folder")]
        for document in record.documents.prefix(limit) {
            let line = Visible.line("\(document.verdict): \(document.name) is \(document.summary)")
            lines += wrapped("  " + line, limit: 3, paint: document.isWrong ? style.bad : { $0 })
            for remark in document.remarks.prefix(remarks) {
                lines += wrapped("    " + Visible.line(remark), limit: 3, paint: style.faint)
            }
            if document.remarks.count > remarks {
                lines.append(style.faint("    and \(document.remarks.count - remarks) more in the report"))
            }
        }
        if record.documents.count > limit {
            lines.append(style.faint("  and \(record.documents.count - limit) more documents in the report"))
        }
        return lines + [""]
    }

    private var shown: [String] {
        guard !record.shown.isEmpty else { return [] }
        let limit = 8
        var lines = [style.bold("What it showed")]
        for sentence in record.shown.prefix(limit) { lines += wrapped("  " + Visible.line(sentence)) }
        if record.shown.count > limit { lines.append(style.faint("  and \(record.shown.count - limit) more")) }
        return lines + [""]
    }

    // MARK: Tables

    private var plan: [String] {
        let groups = record.plan
        guard !groups.isEmpty else { return [] }
        let head =
            TerminalText.field("The test plan", 20)
            + ["cases", "right", "wrong", "lost", "n/s", "other"].map { TerminalText.right($0, 9) }.joined()
        return [style.bold(head)] + groups.map(row) + [""]
    }

    private func row(_ group: (group: String, results: [TrialResult])) -> String {
        func count(_ outcome: TrialResult.Outcome) -> Int { group.results.lazy.filter { $0.outcome == outcome }.count }
        let wrong = count(.failed)
        let numbers = [
            group.results.count, count(.passed), wrong, count(.passedWithLoss), count(.notSupported),
            count(.notReached) + count(.environment) + count(.skipped),
        ]
        let cells = numbers.map { TerminalText.right(Figures.count($0), 9) }
        let line = "  " + TerminalText.field(group.group, 18) + cells.joined()
        return wrong > 0 ? style.bad(line) : line
    }

    private var matrix: [String] {
        let types = record.types
        let peers = record.peers.filter { peer in record.results.contains { $0.peer == peer.name } }
        guard !types.isEmpty, !peers.isEmpty else { return [] }
        let width = types.count * 5
        let directions = TrialResult.Direction.allCases.filter { direction in
            record.results.contains { $0.direction == direction && !$0.peer.isEmpty }
        }
        let titles = directions.map { TerminalText.field($0 == .reads ? "it reads" : "it is read by", width + 3) }
        let names = directions.map { _ in types.map { TerminalText.field($0, 5) }.joined() + "   " }
        var lines = [
            style.bold(TerminalText.field("Peers", 24) + titles.joined()),
            style.faint(TerminalText.field("", 24) + names.joined()),
        ]
        for peer in peers {
            let cells = directions.map { direction in
                types.map { type in
                    let cell = record.cell(direction, peer: peer.name, type: type)
                    return paint(cell, TerminalText.field(cell.mark, 5))
                }.joined() + "   "
            }
            lines.append("  " + TerminalText.field(Visible.line(peer.name), 22) + cells.joined())
        }
        let marks = Set(
            peers.flatMap { peer in
                types.flatMap { type in
                    directions.map { record.cell($0, peer: peer.name, type: type).mark }
                }
            })
        let legend = TrialCell.legend.filter { marks.contains($0.0) }.map { "\($0.0) \($0.1)" }.joined(separator: "; ")
        return lines + TerminalText.wrapped(legend, columns: Self.columns - 2).map { style.faint("  " + $0) } + [""]
    }

    private func paint(_ cell: TrialCell, _ text: String) -> String {
        switch cell.mark {
        case "FAIL": style.bad(text)
        case "loss", "peer": style.warning(text)
        case "ok": style.good(text)
        default: style.faint(text)
        }
    }

    // MARK: What to do

    private var failures: [String] {
        let failures = record.ownFailures
        guard !failures.isEmpty else { return [] }
        let limit = 5
        var lines = [style.bold("What to mend first")]
        for (place, failure) in failures.prefix(limit).enumerated() {
            let count = TerminalText.right(Phrases.counted(failure.results.count, "case"), 12)
            lines.append(TerminalText.field("\(place + 1) " + Visible.line(failure.title), 67) + count)
            lines += wrapped("  " + Visible.line(failure.lead.remedy), limit: 2).map(style.faint)
            // A command is not cut: it must still be one when copied.
            lines.append(style.faint("  " + Visible.line(failure.lead.reproduce)))
        }
        if failures.count > limit { lines.append(style.faint("  and \(failures.count - limit) more in the report")) }
        return lines + [""]
    }

    private var remarks: [String] {
        let sentences = record.missing + record.notes
        guard !sentences.isEmpty else { return [] }
        let limit = 6
        var lines = sentences.prefix(limit).flatMap { wrapped(Visible.line($0), limit: 2) }
        if sentences.count > limit { lines.append("and \(sentences.count - limit) more remarks in the report") }
        return lines.map(style.faint) + [""]
    }

    private var ending: [String] {
        folder.map { ["Report: \(Visible.line($0))/report.html (also .md, .json, junit.xml, artefacts/)"] } ?? []
    }

    private func wrapped(_ text: String, limit: Int = .max, paint: (String) -> String = { $0 }) -> [String] {
        let indent = String(text.prefix { $0 == " " })
        return TerminalText.wrapped(text, columns: Self.columns - indent.count, limit: limit).map { paint(indent + $0) }
    }
}
