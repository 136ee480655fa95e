import Records

extension MatrixCell {
    var json: JSONText {
        .object([
            ("issuer", .string(issuer)), ("verifier", .string(verifier)), ("credentialType", .string(credentialType)),
            ("attempts", .integer(attempts)), ("passed", .integer(passed)),
            ("passedWithLoss", .integer(passedWithLoss)),
            ("failed", .integer(failed)), ("notSupported", .integer(notSupported)),
            ("notReached", .integer(notReached)), ("environment", .integer(environment)), ("sealed", .integer(sealed)),
            ("failures", failures.json),
        ])
    }
}

extension FindingRecord {
    var json: JSONText {
        .object([
            ("code", .string(code)), ("title", .string(title)), ("tier", .integer(tier)), ("layer", .string(layer)),
            ("severity", .string(severity)), ("responsible", .string(responsible)), ("issuer", .string(issuer)),
            ("verifier", .string(verifier)), ("credentialType", .string(credentialType)), ("count", .integer(count)),
            ("consignments", .integer(consignments)), ("consignmentsSolely", .integer(consignmentsSolely)),
            ("firstSeen", .string(firstSeen)), ("summary", .string(summary)), ("example", example.json),
            ("remedy", .object([("issuer", .string(remedy.issuer)), ("verifier", .string(remedy.verifier))])),
            ("clause", .string(clause)), ("strength", .string(strength)), ("officialTests", .string(officialTests)),
            ("behind", .optional(behind)), ("parties", .strings(parties)),
        ])
    }
}

extension ExampleRecord {
    var json: JSONText {
        .object([
            ("consignment", .string(consignment)), ("credential", .string(credential)), ("pointer", .string(pointer)),
            ("sent", .string(sent)), ("expected", .string(expected)),
            ("artefacts", .strings(artefacts.map { Artefact.folder + "/" + $0 })),
        ])
    }
}

extension FixPlan.Step {
    var json: JSONText {
        .object([
            ("codes", .strings(codes)), ("gain", .integer(gain)), ("sound", .integer(sound)),
            ("transparent", .integer(transparent)),
            ("meets", .strings(meets.map(\.id))),
        ])
    }
}
