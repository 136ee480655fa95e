import Records

enum NotesSection {
    static func view(of record: RunRecord) -> View {
        let measures = record.measures.map { (term: $0.label, text: $0.definition) }
        let digest = record.digest
        return [
            "definitions": .terms(measures + record.definitions.map { ($0.term, $0.text) }),
            "sentence": .text(
                "The same scenario, seed and version give the same digest and the same files on every machine."),
            "command": .text(record.command),
            "facts": .terms([
                ("Version", "untp-sim \(record.version)"),
                ("Seed", String(record.seed)),
                ("Replication", record.replication == 0 ? "" : String(record.replication)),
                ("Credentials", credentials(of: record)),
                ("Web exchanges", exchanges(of: record)),
            ]),
            "digests": .terms([
                ("Digest", digest.overall), ("of exchanges", digest.exchanges), ("of verdicts", digest.verdicts),
                ("of measures", digest.measures), ("of random draws", digest.draws),
            ]),
            "provenance": .text(record.provenanceSentence),
            "numbers": record.provenance.groups.isEmpty ? .none : ["rows": .list(record.provenance.groups.map(row))],
        ]
    }

    private static func row(_ group: Provenance.Group) -> View {
        [
            "kind": .text(group.kind),
            "numbers": .list([group.read, group.recalled, group.assumption].map { .number($0) }),
            "share": .share(group.assumption, of: group.total),
        ]
    }

    private static func credentials(of record: RunRecord) -> String {
        let credentials = record.credentials
        return "\(Figures.count(credentials.totalIssued)) issued, \(Figures.count(credentials.verified)) verified, "
            + "of which \(Figures.count(credentials.failed)) failed; "
            + "\(Figures.count(credentials.checksComputed)) signature checks computed, "
            + "\(Figures.count(credentials.signaturesMade)) signatures made"
    }

    private static func exchanges(of record: RunRecord) -> String {
        let exchanges = record.exchanges
        return "\(Figures.count(exchanges.total)), of which \(Figures.count(exchanges.failed)) failed and "
            + "\(Figures.count(exchanges.retried)) were retries; \(Figures.bytes(exchanges.bytes)) carried"
    }
}

extension RunRecord {
    /// How well the scenario's numbers are founded.
    var provenanceSentence: String {
        let all = provenance.total
        guard all > 0 else { return "The scenario does not say where its numbers come from." }
        return
            "Of the \(Phrases.counted(all, "number")) that the verdict rests on, \(Figures.count(provenance.read)) were read in "
            + "a source, \(Figures.count(provenance.recalled)) recalled from general knowledge and "
            + "\(Figures.count(provenance.assumption)) assumed: the verdict rests on assumptions for "
            + "\(Figures.share(provenance.assumption, of: all)) of its numbers."
    }
}
