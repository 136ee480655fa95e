package import Records

/// `trial.json`: a trial for machines. Its keys are a contract; more may be added beside them.
package enum TrialJSON {
    /// The bytes of `trial.json`, equal for equal records.
    package static func bytes(of record: TrialRecord) -> [UInt8] {
        JSONText.object([
            (
                "subject",
                .object([
                    ("name", .string(record.subject.name)), ("version", .string(record.subject.version)),
                    ("kind", .string(record.subject.kind)), ("location", .string(record.subject.location)),
                ])
            ),
            ("at", .string(record.at)),
            ("passed", .bool(record.isPassed)),
            ("acceptedWrongly", .integer(record.alarms.count)),
            (
                "outcomes",
                .object(TrialResult.Outcome.allCases.map { ($0.rawValue, .integer(record.count($0))) })
            ),
            ("shown", .strings(record.shown)),
            ("missing", .strings(record.missing)),
            ("notes", .strings(record.notes)),
            ("documents", .array(record.documents.map(document))),
            ("peers", .array(record.peers.map(peer))),
            ("results", .array(record.results.map(result))),
        ]).bytes
    }

    private static func document(_ document: TrialDocument) -> JSONText {
        .object([
            ("name", .string(document.name)), ("verdict", .string(document.verdict)),
            ("summary", .string(document.summary)), ("wrong", .bool(document.isWrong)),
            ("remarks", .strings(document.remarks)),
        ])
    }

    private static func peer(_ peer: TrialPeer) -> JSONText {
        .object([
            ("name", .string(peer.name)), ("title", .string(peer.title)), ("deviations", .strings(peer.deviations)),
        ])
    }

    private static func result(_ result: TrialResult) -> JSONText {
        .object([
            ("id", .string(result.id)), ("group", .string(result.group)),
            ("direction", .string(result.direction.rawValue)), ("peer", .string(result.peer)),
            ("credentialType", .string(result.credentialType)), ("proves", .string(result.proves)),
            ("outcome", .string(result.outcome.rawValue)), ("acceptedWrongly", .bool(result.isAcceptedWrongly)),
            ("ownFailure", .bool(result.isOwnFailure)), ("expected", .string(result.expected)),
            ("found", .string(result.found)), ("code", .string(result.code)), ("title", .string(result.title)),
            ("responsible", .string(result.responsible)), ("pointer", .string(result.pointer)),
            ("clause", .string(result.clause)), ("strength", .string(result.strength)),
            ("remedy", .string(result.remedy)), ("reproduce", .string(result.reproduce)),
            ("artefacts", .strings(result.artefacts)),
        ])
    }
}
