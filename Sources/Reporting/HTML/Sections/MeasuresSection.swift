import Records

enum MeasuresSection {
    /// A bar ends at 125% of its target, so that all targets stand in one line at 80% of the width.
    private static let widthOfTarget = 80.0

    static func view(of record: RunRecord) -> View {
        guard !record.measures.isEmpty else { return .none }
        let bars = record.measures.compactMap { measure in measure.target.map { bar(measure, target: $0) } }
        let others = record.measures.filter { $0.target == nil }
        let shortfalls = record.shortfallSentences
        return [
            "targeted": bars.isEmpty ? .none : ["bars": .list(bars)],
            "others": others.isEmpty
                ? .none
                : [
                    "rows": .list(
                        others.map { measure in
                            [
                                "label": .text(measure.label),
                                "value": .text(measure.reached),
                                "spread": .optional(measure.spread),
                            ]
                        })
                ],
            "shortfall": shortfalls.isEmpty ? .none : ["sentences": .texts(shortfalls)],
            "levels": levels(of: record.consignments.levels),
            "stories": record.stories.isEmpty ? .none : ["rows": .list(record.stories.map { story($0, record) })],
        ]
    }

    private static func levels(of counts: LevelCounts) -> View {
        let judged = counts.byLevel.reduce(0) { $0 + $1.count }
        guard judged > 0 else { return .none }
        return [
            "rows": .list(
                counts.byLevel.map { level, count in
                    [
                        "level": .text(level.rawValue), "meaning": .text(level.meaning), "count": .number(count),
                        "share": .share(count, of: judged),
                    ]
                })
        ]
    }

    private static func story(_ story: StoryRecord, _ record: RunRecord) -> View {
        [
            "story": .text(story.story),
            "answers": .list(
                story.answers(in: record).map { ["label": .text($0.label), "value": .text($0.value)] }),
        ]
    }

    private static func bar(_ measure: Measure, target: Double) -> View {
        let met = measure.met == true
        // What is to stay below its target is drawn as it stands to it, not as the share that was reached.
        let reached = target > 0 ? measure.value / target : measure.isLimit && !met ? 2 : 1
        let width = max(0, min(100, reached * widthOfTarget))
        return [
            "label": .text(measure.label),
            "value": .text(measure.figure),
            "target": .text(measure.asked ?? ""),
            "width": .text(Coordinate.text(width)),
            "state": .text(met ? "metall" : "missed"),
            "verdict": .text(met ? "met" : "missed"),
        ]
    }
}
