import Records

extension ScenarioRecord {
    var json: JSONText {
        .object([
            ("name", .string(name)), ("title", .string(title)), ("description", .string(description)),
            ("overrides", .strings(overrides)),
        ])
    }
}

extension DigestRecord {
    var json: JSONText {
        .object([
            ("overall", .string(overall)), ("exchanges", .string(exchanges)), ("verdicts", .string(verdicts)),
            ("measures", .string(measures)), ("draws", .string(draws)),
        ])
    }
}

extension Completion {
    var json: JSONText { .object([("complete", .bool(complete)), ("cancelledAt", .optional(cancelledAt))]) }
}

extension Measure {
    var json: JSONText {
        .object(
            [("id", .string(id)), ("label", .string(label)), ("value", .number(value))]
                + JSONText.spread(median: median, p95: p95) + [
                    ("target", target.map { .number($0) } ?? .null), ("unit", .string(unit)),
                    ("met", met.map { .bool($0) } ?? .null), ("isLimit", .bool(isLimit)),
                    ("definition", .string(definition)),
                ])
    }
}

extension JSONText {
    /// The members that a distribution has beside its value.
    fileprivate static func spread(median: Double?, p95: Double?) -> [(String, JSONText)] {
        [("median", median), ("p95", p95)].compactMap { name, value in value.map { (name, .number($0)) } }
    }
}

extension Breakdowns {
    var json: JSONText {
        .object([
            ("chains", .array(chains.map(\.json))), ("countryPairs", .array(countryPairs.map(\.json))),
            ("months", .array(months.map(\.json))),
        ])
    }
}

extension BreakdownPart {
    var json: JSONText {
        .object([
            ("key", .string(key)), ("label", .string(label)), ("judged", .integer(judged)),
            (
                "measures",
                .array(
                    measures.map { measure in
                        .object(
                            [("id", .string(measure.id)), ("value", .number(measure.value))]
                                + JSONText.spread(median: measure.median, p95: measure.p95))
                    })
            ),
            (
                "causes",
                .array(causes.map { .object([("code", .string($0.of)), ("consignments", .integer($0.count))]) })
            ),
        ])
    }
}

extension ConsignmentTotals {
    var json: JSONText {
        .object([
            ("total", .integer(total)), ("transparent", .integer(transparent)), ("partial", .integer(partial)),
            ("opaque", .integer(opaque)), ("inTransit", .integer(inTransit)),
            ("keptBack", .integer(keptBack)),
            ("levels", .object(levels.byLevel.map { ($0.level.rawValue, .integer($0.count)) })),
        ])
    }
}

extension TruthRecord {
    var json: JSONText {
        .object([
            ("acceptedWrongly", .integer(acceptedWrongly)), ("rejectedWrongly", .integer(rejectedWrongly)),
            (
                "byCause",
                .array(
                    byCause.map { cause in
                        .object([
                            ("code", .string(cause.code)), ("direction", .string(cause.direction.rawValue)),
                            ("count", .integer(cause.count)),
                        ])
                    })
            ),
            (
                "byPair",
                .array(
                    byPair.map { pair in
                        .object([
                            ("issuer", .string(pair.issuer)), ("verifier", .string(pair.verifier)),
                            ("acceptedWrongly", .integer(pair.acceptedWrongly)),
                            ("rejectedWrongly", .integer(pair.rejectedWrongly)),
                        ])
                    })
            ),
        ])
    }
}

extension ExchangeTotals {
    var json: JSONText {
        .object([
            ("total", .integer(total)), ("failed", .integer(failed)), ("retried", .integer(retried)),
            ("bytes", .integer(bytes)),
        ])
    }
}

extension CredentialTotals {
    var json: JSONText {
        .object([
            ("issued", issued.json), ("totalIssued", .integer(totalIssued)), ("verified", .integer(verified)),
            ("failed", .integer(failed)), ("checksComputed", .integer(checksComputed)),
            ("signaturesMade", .integer(signaturesMade)),
        ])
    }
}

extension [Tally] {
    /// An object with a member for each name, in the order of the names.
    var json: JSONText { .object(sorted { $0.of < $1.of }.map { ($0.of, .integer($0.count)) }) }
}

extension OutcomeCounts {
    var json: JSONText { .object(members) }

    var members: [(String, JSONText)] {
        [
            ("total", .integer(total)), ("transparent", .integer(transparent)), ("partial", .integer(partial)),
            ("opaque", .integer(opaque)),
        ]
    }
}

extension Definition {
    var json: JSONText { .object([("term", .string(term)), ("text", .string(text))]) }
}

extension Provenance {
    var json: JSONText {
        .object([
            ("read", .integer(read)), ("recalled", .integer(recalled)), ("assumption", .integer(assumption)),
            ("assumedShare", assumedShare.map { .number($0) } ?? .null),
            (
                "groups",
                .array(
                    groups.map { group in
                        .object([
                            ("kind", .string(group.kind)), ("read", .integer(group.read)),
                            ("recalled", .integer(group.recalled)), ("assumption", .integer(group.assumption)),
                        ])
                    })
            ),
        ])
    }
}
