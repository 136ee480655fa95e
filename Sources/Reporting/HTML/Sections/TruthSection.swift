import Records

enum TruthSection {
    static func view(of record: RunRecord) -> View {
        let truth = record.truth
        return [
            "sides": [
                side(
                    "accepted wrongly", truth.acceptedWrongly, .acceptedWrongly, record,
                    meaning: TruthRecord.acceptanceMeaning),
                side(
                    "rejected wrongly", truth.rejectedWrongly, .rejectedWrongly, record,
                    meaning: TruthRecord.rejectionMeaning),
            ],
            "hasPairs": .flag(!truth.byPair.isEmpty),
            "pairs": .list(
                truth.byPair.map { pair in
                    [
                        "issuer": .text(record.title(ofPlatform: pair.issuer)),
                        "verifier": .text(record.title(ofPlatform: pair.verifier)),
                        "numbers": .list([pair.acceptedWrongly, pair.rejectedWrongly].map { .number($0) }),
                    ]
                }),
        ]
    }

    private static func side(
        _ title: String, _ count: Int, _ direction: Misjudgement, _ record: RunRecord, meaning: String
    ) -> View {
        let causes = record.truth.byCause.filter { $0.direction == direction }
        return [
            "title": .text(title),
            "count": .text(Figures.count(count)),
            "meaning": .text(meaning),
            "hasCauses": .flag(!causes.isEmpty),
            "causes": .list(
                causes.map { cause in
                    [
                        "title": .text(record.findings.first { $0.code == cause.code }?.title ?? cause.code),
                        "count": .text(Figures.count(cause.count)),
                    ]
                }),
        ]
    }
}
