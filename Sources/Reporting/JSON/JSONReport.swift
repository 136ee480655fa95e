package import Records

/// `report.json`: a run for machines. Its keys are a contract; more may be added beside them.
package enum JSONReport {
    /// The bytes of `report.json`, equal for equal records. Rows and artefacts have files of their own.
    package static func bytes(of record: RunRecord) -> [UInt8] { bytes(of: record, record.fixPlan) }

    package static func bytes(of record: RunRecord, _ plan: FixPlan) -> [UInt8] {
        JSONText.object([
            ("scenario", record.scenario.json),
            ("seed", .unsigned(record.seed)),
            ("replication", .integer(record.replication)),
            ("version", .string(record.version)),
            ("digest", record.digest.json),
            ("simulated", .object([("from", .string(record.simulated.from)), ("to", .string(record.simulated.to))])),
            ("completion", record.completion.json),
            ("score", record.score.map { .number($0) } ?? .null),
            ("lowestMeasure", .optional(record.lowestMeasure)),
            ("measures", .array(record.measures.map(\.json))),
            ("consignments", record.consignments.json),
            ("truth", record.truth.json),
            ("exchanges", record.exchanges.json),
            ("credentials", record.credentials.json),
            ("matrix", .array(record.matrix.map(\.json))),
            ("findings", .array(record.findings.map(\.json))),
            ("plan", .array(plan.steps.map(\.json))),
            ("chains", .array(record.chains.map(\.json))),
            ("countries", .array(record.countries.map(\.json))),
            ("corridors", .array(record.corridors.map(\.json))),
            ("platforms", .array(record.platforms.map(\.json))),
            ("timeline", .array(record.timeline.map(\.json))),
            ("breakdowns", record.breakdowns.json),
            ("materials", .array(record.materials.map(\.json))),
            ("parties", .array(record.parties.map(\.json))),
            ("definitions", .array(record.definitions.map(\.json))),
            ("provenance", record.provenance.json),
            ("rules", .array(record.rules.map(\.json))),
            ("lacking", .array(record.lacking.map(\.json))),
            ("criteria", .array(record.criteria.map(\.json))),
            ("recognition", .array(record.recognition.map(\.json))),
            ("fraud", .array(record.fraud.map(\.json))),
            ("stories", .array(record.stories.map(\.json))),
        ]).bytes
    }
}
