import Records

extension ChainRecord {
    var json: JSONText {
        .object([
            ("id", .string(id)), ("name", .string(name)), ("stages", .array(stages.map(\.json))),
            ("flows", .array(flows.map(\.json))), ("counted", .bool(isCounted)),
        ])
    }
}

extension ChainStage {
    var json: JSONText {
        .object([
            ("id", .string(id)), ("name", .string(name)), ("process", .string(process)), ("output", .string(output)),
            ("facilities", .integer(facilities)), ("countries", .strings(countries)), ("order", .integer(order)),
        ])
    }
}

extension MaterialRecord {
    var json: JSONText {
        .object([
            ("chain", .string(chain)), ("stage", .string(stage)), ("product", .string(product)),
            ("made", .number(made)), ("unit", .string(unit)), ("input", input?.json ?? .null),
        ])
    }
}

extension MaterialInput {
    var json: JSONText {
        .object([
            ("product", .string(product)), ("consumed", .number(consumed)), ("unit", .string(unit)),
            ("meanYield", meanYield.map { .number($0) } ?? .null), ("lowestYield", .number(lowestYield)),
            ("highestYield", .number(highestYield)),
        ])
    }
}

extension ChainFlow {
    var json: JSONText {
        .object(
            [("from", .string(from)), ("to", .string(to))] + outcomes.members
                + [("quantity", .number(quantity)), ("unit", .string(unit))])
    }
}

extension CountryRecord {
    var json: JSONText {
        .object([
            ("code", .string(code)), ("name", .string(name)), ("parties", .integer(parties)),
            ("asSeller", asSeller.json), ("asBuyer", asBuyer.json), ("counted", .bool(isCounted)),
        ])
    }
}

extension Corridor {
    var json: JSONText {
        .object([
            ("from", .string(from)), ("to", .string(to)), ("total", .integer(total)),
            ("transparent", .integer(transparent)),
            ("medianTransitDays", medianTransitDays.map { .number($0) } ?? .null),
        ])
    }
}

extension PlatformRecord {
    var json: JSONText {
        .object(
            [
                ("name", .string(name)), ("title", .string(title)), ("kind", .string(kind)),
                ("parties", .integer(parties)), ("issued", .integer(issued)), ("conforming", .bool(conforming)),
                ("counted", .bool(isCounted)),
                ("deviations", .object(deviations.map { ($0.knob, .string($0.value)) })),
            ] + (outside.map { [("outside", $0.json)] } ?? [])
                + (marks.isEmpty ? [] : [("marks", .array(marks.map(\.json)))]))
    }
}

extension OutsideRecord {
    var json: JSONText {
        .object([
            ("kind", .string(kind)), ("name", .string(name)),
            ("asked", .object(asked.map { ($0.of, .integer($0.count)) })), ("failed", .integer(failed)),
            (
                "failures",
                .array(
                    failures.map { failure in
                        .object([
                            ("text", .string(failure.text)), ("sent", .string(failure.sent)),
                            ("received", .string(failure.received)),
                        ])
                    })
            ),
        ])
    }
}

extension SettingMark {
    fileprivate var json: JSONText {
        .object([
            ("knob", .string(knob)), ("value", .string(value)), ("mark", .string(origin.rawValue)),
            ("from", .array(from.map { .string($0) })), ("note", note.map { .string($0) } ?? .null),
        ])
    }
}

extension PartyRecord {
    var json: JSONText {
        .object([
            ("name", .string(name)), ("role", .string(role)), ("country", .string(country)),
            ("platform", .string(platform)), ("consignments", .integer(consignments)),
            ("transparent", .integer(transparent)), ("accepted", .bool(isAccepted)), ("counted", .bool(isCounted)),
            ("whyNot", .optional(whyUncounted)),
        ])
    }
}

extension TimelinePeriod {
    var json: JSONText {
        .object(
            [("periodStart", .string(periodStart)), ("label", .string(label))] + outcomes.members
                + [("findings", findings.json)])
    }
}
