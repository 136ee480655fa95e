import Records

enum CriteriaSection {
    /// The most gains in the table; a pilot of many countries has hundreds.
    private static let gainLimit = 10

    static func view(of record: RunRecord) -> View {
        guard let sentence = record.criteriaSentence else { return .none }
        return [
            "sentence": .text(sentence),
            "rows": .list(record.criteria.map(row)),
            "recognition": recognition(of: record),
        ]
    }

    private static func row(_ criterion: CriterionRecord) -> View {
        [
            "id": .text(criterion.id),
            "name": .text(criterion.name),
            "numbers": .list(
                [criterion.demanded, criterion.direct, criterion.mapped, criterion.partial, criterion.unmet]
                    .map { .number($0) }),
            "met": .share(criterion.direct + criterion.mapped, of: criterion.demanded),
        ]
    }

    private static func recognition(of record: RunRecord) -> View {
        guard let sentence = record.recognitionSentence else { return .none }
        let judged = record.consignments.judged
        return [
            "sentence": .text(sentence),
            "cut": .optional(
                record.recognition.count > gainLimit
                    ? "the \(gainLimit) largest of \(record.recognition.count); all are in report.json" : nil),
            "rows": .list(
                record.recognition.prefix(gainLimit).map { gain in
                    [
                        "country": .text(record.name(ofCountry: gain.country)),
                        "scheme": .text(gain.title),
                        "gain": .number(gain.consignments),
                        "share": .share(gain.consignments, of: judged),
                    ]
                }),
        ]
    }
}
