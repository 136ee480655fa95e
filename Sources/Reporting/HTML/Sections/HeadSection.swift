import Records

enum HeadSection {
    static func view(of record: RunRecord) -> View {
        [
            "title": .text(record.scenario.title),
            "description": .optional(record.scenario.description),
            "imprint": .text("Simulated from \(record.period), seed \(record.seed), untp-sim \(record.version)."),
            "contents": .list(
                contents(of: record).map { ["anchor": .text($0.anchor), "title": .text($0.title)] }),
        ]
    }

    /// The sections that this record fills.
    private static func contents(of record: RunRecord) -> [(anchor: String, title: String)] {
        var contents: [(anchor: String, title: String)] = []
        if !record.measures.isEmpty { contents.append(("measures", "Measures")) }
        if !record.matrix.isEmpty { contents.append(("matrix", "Who can read whom")) }
        contents.append(("failures", "What to fix first"))
        if !record.chains.isEmpty { contents.append(("chains", "Value chains")) }
        if !record.timeline.isEmpty { contents.append(("timeline", "Over time")) }
        if !record.countries.isEmpty { contents.append(("places", "Countries")) }
        if !record.breakdowns.isEmpty { contents.append(("breakdowns", "Parts of the pilot")) }
        if !record.rules.isEmpty { contents.append(("rules", "Borders")) }
        if record.criteriaSentence != nil { contents.append(("criteria", "Demands")) }
        if !record.platforms.isEmpty { contents.append(("platforms", "Platforms")) }
        contents.append(("truth", "Truth"))
        if !record.fraud.isEmpty { contents.append(("fraud", "Fraud")) }
        return contents + [("definitions", "Definitions"), ("reproduce", "Reproduce")]
    }
}

enum VerdictSection {
    static func view(of record: RunRecord, _ plan: FixPlan) -> View {
        let verdict = Verdict(record, plan)
        return [
            "answer": .text(verdict.answer.rawValue),
            "word": .text(verdict.word + "."),
            "variation": .optional(record.variation.map { "This run was made \($0)." }),
            "headline": .text(verdict.headline),
            "reasons": .texts(verdict.reasons),
            "score": record.score.flatMap { record.wasAnythingJudged ? $0 : nil }.map { score in
                [
                    "value": .text(Figures.decimal(score)),
                    "lowest": .optional(record.measures.first { $0.id == record.lowestMeasure }?.label.lowercased()),
                ]
            } ?? .none,
            "figures": .list(figures(of: record).map { ["label": .text($0.label), "value": .text($0.value)] }),
        ]
    }

    private static func figures(of record: RunRecord) -> [(label: String, value: String)] {
        let consignments = record.consignments
        let judged = consignments.judged
        return [
            ("consignments judged", Figures.count(judged)),
            ("with transparent evidence", Figures.share(consignments.transparent, of: judged)),
            ("parties", Figures.count(record.parties.count)),
            ("credentials issued", Figures.count(record.credentials.totalIssued)),
            ("verifications", Figures.count(record.credentials.verified)),
            ("web exchanges", Figures.count(record.exchanges.total)),
        ]
    }
}
