package import Records

/// `index.json`: the virtual platforms that are served, for machines.
package enum PeersIndex {
    /// The bytes of `index.json`, equal for equal records.
    package static func bytes(of record: PeersRecord) -> [UInt8] {
        JSONText.object([
            ("title", .string(record.title)), ("base", .string(record.base)), ("asOf", .string(record.asOf)),
            ("days", .integer(record.days)), ("peers", .array(record.peers.map(\.json))),
            ("registers", .array(record.registers.map(\.json))),
            ("chainsWithoutGoods", .strings(record.chainsWithoutGoods)),
        ]).bytes
    }
}

extension PeerRecord {
    fileprivate var json: JSONText {
        .object([
            ("name", .string(name)), ("title", .string(title)), ("kind", .string(kind)),
            ("country", .string(country)), ("issue", .string(issueURL)), ("verify", .string(verifyURL)),
            ("departures", .array(departures.map(\.json))), ("parties", .array(parties.map(\.json))),
            ("examples", .array(examples.map(\.json))),
        ])
    }
}

extension DepartureRecord {
    fileprivate var json: JSONText {
        .object([
            ("knob", .string(knob)), ("value", .string(value)), ("decides", .string(decides)),
            ("meaning", .string(meaning)),
        ])
    }
}

extension ServedParty {
    fileprivate var json: JSONText {
        .object([
            ("name", .string(name)), ("role", .string(role)), ("did", .string(did)),
            ("document", .string(documentURL)),
        ])
    }
}

extension ServedProduct {
    fileprivate var json: JSONText {
        .object([
            ("name", .string(name)), ("chain", .string(chain)), ("producer", .string(producer)),
            ("identifier", .string(identifier)), ("linkset", .string(linksetURL)),
            (
                "documents",
                .array(documents.map { .object([("label", .string($0.label)), ("url", .string($0.url))]) })
            ),
        ])
    }
}

extension RegisterRecord {
    fileprivate var json: JSONText {
        .object([
            ("name", .string(name)), ("role", .string(role)), ("country", .optional(country)), ("did", .string(did)),
            ("document", .string(documentURL)),
        ])
    }
}
