import Records

extension FraudRecord {
    var json: JSONText {
        .object([
            ("pattern", .string(pattern)), ("name", .string(name)), ("batches", .integer(batches)),
            ("consignments", .integer(consignments)), ("detected", .integer(detected)),
            ("ambiguous", .integer(ambiguous)), ("unseen", .integer(unseen)),
            ("unread", .integer(unread)), ("passed", .integer(passed)),
            ("falseAlarms", .integer(falseAlarms)), ("explained", .integer(explained)),
            ("byOthers", .integer(byOthers)),
            ("recall", recall.map { .number($0) } ?? .null),
            ("recallOfAll", recallOfAll.map { .number($0) } ?? .null),
            ("precision", precision.map { .number($0) } ?? .null),
            ("medianDaysToDetection", medianDaysToDetection.map { .number($0) } ?? .null),
            ("p95DaysToDetection", p95DaysToDetection.map { .number($0) } ?? .null),
            ("evidence", .string(evidence)), ("leavesNoTrace", .bool(leavesNoTrace)),
        ])
    }
}
