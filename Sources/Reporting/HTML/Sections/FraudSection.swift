import Records

enum FraudSection {
    static func view(of record: RunRecord) -> View {
        guard let sentence = record.fraudSentence else { return .none }
        let unseen = record.unseenSentences + record.ambiguousSentences
        return [
            "sentence": .text(sentence),
            "unseen": unseen.isEmpty ? .none : ["sentences": .texts(unseen)],
            "rows": .list(record.fraud.map(row)),
        ]
    }

    private static func row(_ fraud: FraudRecord) -> View {
        [
            "pattern": .text(fraud.pattern),
            "name": .text(fraud.name),
            "numbers": .list([fraud.batches, fraud.consignments, fraud.unread].map { .number($0) }),
            "recalls": .list([
                .share(fraud.detected, of: fraud.read), .share(fraud.detected, of: fraud.consignments),
            ]),
            "others": .list([fraud.passed, fraud.falseAlarms].map { .number($0) }),
            "precision": .share(fraud.detected, of: fraud.detected + fraud.falseAlarms),
            "explained": .number(fraud.explained),
            "days": .list([days(fraud.medianDaysToDetection), days(fraud.p95DaysToDetection)]),
            "evidence": .text(fraud.evidence),
        ]
    }

    private static func days(_ days: Double?) -> View {
        [
            "text": .text(days.map { Figures.decimal($0, places: 1) } ?? "\u{2013}"),
            "value": .text(days?.description ?? ""),
        ]
    }
}
