import Records

extension RuleRecord {
    var json: JSONText {
        .object([
            ("id", .string(id)), ("title", .string(title)), ("instrument", .string(instrument)),
            ("appliesFrom", .string(appliesFrom)), ("disputed", .bool(disputed)), ("action", .string(action)),
            ("checked", .integer(checked)),
            ("passed", .integer(passed)), ("noted", .integer(noted)), ("defaultValue", .integer(defaultValue)),
            ("waited", .integer(waited)), ("released", .integer(released)), ("refused", .integer(refused)),
            ("meanDaysHeld", meanDaysHeld.map { .number($0) } ?? .null),
            ("p95DaysHeld", p95DaysHeld.map { .number($0) } ?? .null), ("lacking", lacking.json),
            ("months", .array(months.map(\.json))),
        ])
    }
}

extension RuleMonth {
    var json: JSONText {
        .object([
            ("month", .string(month)), ("checked", .integer(checked)), ("held", .integer(held)),
            ("refused", .integer(refused)),
        ])
    }
}

extension CriterionRecord {
    var json: JSONText {
        .object([
            ("id", .string(id)), ("name", .string(name)), ("demanded", .integer(demanded)),
            ("direct", .integer(direct)), ("mapped", .integer(mapped)), ("partial", .integer(partial)),
            ("unmet", .integer(unmet)),
        ])
    }
}

extension LackRecord {
    var json: JSONText {
        .object([
            ("id", .string(id)), ("name", .string(name)), ("onlyNoted", .bool(onlyNoted)),
            ("consignments", .integer(consignments)), ("lacking", .integer(lacking)),
        ])
    }
}

extension RecognitionGain {
    var json: JSONText {
        .object([
            ("country", .string(country)), ("scheme", .string(scheme)), ("title", .string(title)),
            ("consignments", .integer(consignments)),
        ])
    }
}
