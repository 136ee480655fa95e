import Records

extension StoryRecord {
    var json: JSONText {
        .object([
            ("story", .string(story)), ("measures", .strings(measures)), ("claims", claims?.json ?? .null),
        ])
    }
}

extension ClaimTally {
    fileprivate var json: JSONText {
        .object([
            ("criterion", .string(criterion)), ("name", .string(name)),
            ("stage", stage.map { .string($0) } ?? .null), ("claims", .integer(claims)),
            ("matched", .integer(matched)), ("partial", .integer(partial)),
        ])
    }
}
