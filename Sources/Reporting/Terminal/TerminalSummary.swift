package import Records

/// The end of a run on one screen: the verdict, the measures, what to fix first, and where to read on.
package struct TerminalSummary {
    private static let columns = 80
    /// The length of a measure's bar, in columns.
    private static let bar = 7
    private let record: RunRecord
    private let folder: String?
    private let style: TerminalStyle
    private let plan: FixPlan

    /// - Parameters:
    ///   - plan: The record's, where it is known.
    ///   - folder: Where the report was written; `nil` if it was not.
    ///   - inColour: Whether to use colour, which only a terminal understands.
    package init(_ record: RunRecord, _ plan: FixPlan? = nil, folder: String?, inColour: Bool) {
        self.record = record
        self.folder = folder
        style = TerminalStyle(inColour: inColour)
        self.plan = plan ?? record.fixPlan
    }

    /// The text, in lines of at most 80 columns, about 40 of them.
    package var text: String {
        (heading + verdict + measures + failures + conduct + ending).joined(separator: "\n") + "\n"
    }

    private var heading: [String] {
        let title = TerminalText.cut(Visible.line(record.scenario.title), to: Self.columns)
        let run = "\(record.period) (simulated), seed \(record.seed)" + (record.variation.map { ", \($0)" } ?? "")
        let lines = TerminalText.wrapped(Visible.line(run), columns: Self.columns, limit: 2)
        return [style.bold(title)] + lines.map(style.faint) + [""]
    }

    private var verdict: [String] {
        let verdict = Verdict(record, plan)
        let paint =
            switch verdict.answer {
            case .succeeds: style.good
            case .fails: style.bad
            case .open: style.warning
            }
        var lines = TerminalText.wrapped("\(verdict.word.uppercased()). \(verdict.headline)", columns: Self.columns)
            .map(paint)
        let reasons = [
            record.lowestSentence, record.outcomeSentence, record.keptBackSentence, record.truthSentence,
        ].compactMap(\.self)
        for reason in reasons {
            lines += TerminalText.wrapped(Visible.line(reason), columns: Self.columns, limit: 2)
        }
        return lines + [""]
    }

    private var measures: [String] {
        guard !record.measures.isEmpty else { return [] }
        // Those that decide; where nothing was promised, those that come first.
        let promised = record.measures.filter { $0.asked != nil }
        let shown = (promised.isEmpty ? record.measures : promised).prefix(8)
        var lines = [style.bold("Measures")]
        for measure in shown {
            let name = TerminalText.field(Visible.line(measure.label), 38)
            guard let asked = measure.asked else {
                let reached = TerminalText.cut(Visible.line(measure.reached), to: 38)
                lines.append("  \(name) \(TerminalText.right(reached, 9))")
                continue
            }
            let value = TerminalText.right(measure.figure, 9)
            let goal = TerminalText.field(Visible.line(asked), 10)
            let filled = Int(max(0, min(1, measure.shareOfTarget ?? 1)) * Double(Self.bar))
            let bar =
                String(repeating: "\u{2588}", count: filled) + String(repeating: "\u{2591}", count: Self.bar - filled)
            let met = measure.met == true
            lines.append(
                "  \(name) \(value) of \(goal) \(met ? style.good(bar) : style.bad(bar)) \(met ? "met" : "missed")")
        }
        if record.measures.count > shown.count {
            lines.append(style.faint("  and \(record.measures.count - shown.count) more in the report"))
        }
        for sentence in record.shortfallSentences.prefix(Self.shortfalls) {
            lines += TerminalText.wrapped(Visible.line(sentence), columns: Self.columns - 2, limit: 2)
                .map { style.faint("  " + $0) }
        }
        return lines + [""]
    }

    private var failures: [String] {
        guard !plan.failures.isEmpty else { return [record.noFailureSentence, ""] }
        guard !plan.steps.isEmpty else {
            let kinds = Phrases.counted(plan.failures.count, "kind")
            return ["No failure cost a consignment; \(kinds) are in the report.", ""]
        }
        let head = TerminalText.field("What to fix first", 50) + TerminalText.right("gains about", 12)
        var lines = [style.bold(head + TerminalText.right("transparent then", 18))]
        for (place, step) in plan.steps.prefix(Self.steps).enumerated() {
            let titles = record.titles(of: step).joined(separator: " + ")
            let title = TerminalText.field("\(place + 1) " + Visible.line(titles), 50)
            let gain = TerminalText.right(Figures.count(step.gain), 12)
            lines.append(title + gain + TerminalText.right(Figures.count(step.transparent), 18))
            if let sound = step.soundPart { lines.append(style.faint(TerminalText.right(sound, 62))) }
            let advice = step.failures.map(\.lead.remedyThatCounts).joined(separator: " ")
            lines += TerminalText.wrapped(
                Visible.line("\(Phrases.list(record.menders(of: step), limit: 4)): \(advice)"),
                columns: Self.columns - 2, limit: 2
            ).map { style.faint("  " + $0) }
        }
        return lines + [Self.outlook(plan), Self.caveat].map { style.faint("  " + $0) } + [""]
    }

    /// How many steps are shown, and how many sentences on missed targets.
    private static let (steps, shortfalls) = (3, 2)
    /// What the gains don't tell.
    private static let caveat = "Other consignments can be lost or gained, as goods then take other ways."

    /// How far all steps lead.
    private static func outlook(_ plan: FixPlan) -> String {
        guard let target = plan.target, let steps = plan.stepsToTarget else {
            return "\(Phrases.counted(plan.steps.count, "step")) in the report"
        }
        return "\(Phrases.counted(steps, "step")) would reach the target of \(Phrases.counted(target, "consignment")); "
            + "\(plan.steps.count) in the report"
    }

    private var conduct: [String] { Self.rulesAndFraud(of: record, columns: Self.columns) }

    private var ending: [String] {
        var lines = record.platforms.flatMap { platform in
            platform.markSentence.map { sentence in
                TerminalText.wrapped(
                    Visible.line("\(platform.title): \(sentence)"), columns: Self.columns, limit: 2
                ).map(style.faint)
            } ?? []
        }
        if let folder {
            // A path is not cut: it must still be a path when copied.
            lines.append("Report: \(Visible.line(folder))/report.html (also .md, .json, .csv)")
        }
        lines.append(
            style.faint("Digest " + TerminalText.cut(Visible.line(record.digest.overall), to: Self.columns - 7)))
        return lines
    }
}
