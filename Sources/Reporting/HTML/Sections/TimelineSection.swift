import Records

enum TimelineSection {
    static func view(of record: RunRecord) -> View {
        guard !record.timeline.isEmpty else { return .none }
        let picture = TimelinePicture(record.timeline)
        return [
            "sentence": .text(sentence(of: record.timeline)),
            "width": .text(Coordinate.text(TimelinePicture.width)),
            "height": .text(Coordinate.text(TimelinePicture.height)),
            "grid": .list(
                picture.ticks.map { tick in
                    [
                        "left": .text(Coordinate.text(TimelinePicture.left)),
                        "right": .text(Coordinate.text(TimelinePicture.width)),
                        "y": .text(Coordinate.text(picture.y(of: tick))),
                        "textX": .text(Coordinate.text(TimelinePicture.left - 8)),
                        "textY": .text(Coordinate.text(picture.y(of: tick) + 4)),
                        "text": .text(Figures.count(tick)),
                    ]
                }),
            "bars": .list(record.timeline.indices.map { bar(at: $0, of: record.timeline, picture) }),
            "rows": .list(record.timeline.map { row($0, record) }),
        ]
    }

    /// What the bars are, and how the first and the last compare that have enough consignments to be compared.
    private static func sentence(of periods: [TimelinePeriod]) -> String {
        let what =
            "Consignments by the period in which their evidence was judged, as they stand at the end of the run."
        let judged = periods.filter { $0.outcomes.total > 0 }
        let total = judged.reduce(0) { $0 + $1.outcomes.total }
        // The first and the last of a run may have a few, which say nothing of a trend: a quarter of the mean is enough.
        let comparable = judged.filter { $0.outcomes.total * judged.count * 4 >= total }
        guard let first = comparable.first, let last = comparable.last, comparable.count > 1 else { return what }
        func share(_ period: TimelinePeriod) -> String {
            let (part, whole) = (period.outcomes.transparent, period.outcomes.total)
            return "\(Figures.share(part, of: whole)) of \(Figures.count(whole))"
        }
        return
            "\(what) \(share(first)) were transparent in \(first.label), \(share(last)) in \(last.label)"
            + "\(comparable.count < judged.count ? "; periods with few consignments aside" : "")."
    }

    private static func bar(at place: Int, of periods: [TimelinePeriod], _ picture: TimelinePicture) -> View {
        let period = periods[place]
        let extent = picture.extent(of: place)
        let counts =
            "\(Figures.count(period.outcomes.transparent)) transparent, \(Figures.count(period.outcomes.partial)) "
            + "partial, \(Figures.count(period.outcomes.opaque)) opaque"
        let label: View =
            picture.isLabelled(place)
            ? [
                "x": .text(Coordinate.text(extent.x + extent.width / 2)),
                "y": .text(Coordinate.text(TimelinePicture.height - 12)), "text": .text(period.label),
            ] : .none
        return [
            "title": .text("\(period.label): \(counts)"),
            "label": label,
            "parts": .list(
                picture.parts(of: place).map { part in
                    [
                        "kind": .text(part.kind), "x": .text(Coordinate.text(extent.x)),
                        "y": .text(Coordinate.text(part.y)), "width": .text(Coordinate.text(extent.width)),
                        "height": .text(Coordinate.text(part.height)),
                    ]
                }),
        ]
    }

    private static func row(_ period: TimelinePeriod, _ record: RunRecord) -> View {
        let outcomes = period.outcomes
        let worst = period.findings.max { $0.count == $1.count ? $0.of > $1.of : $0.count < $1.count }
        return [
            "start": .text(period.periodStart), "label": .text(period.label),
            "numbers": .list(
                [outcomes.total, outcomes.transparent, outcomes.partial, outcomes.opaque].map { .number($0) }),
            "worst": .optional(worst.map { record.title(ofFailure: $0.of) }),
        ]
    }
}
