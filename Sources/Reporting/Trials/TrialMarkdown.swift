package import Records

/// `report.md`: a trial for merge requests.
package enum TrialMarkdown {
    /// The bytes of `report.md`, equal for equal records.
    package static func bytes(of record: TrialRecord) -> [UInt8] {
        let parts =
            heading(record) + alarms(record) + documents(record) + list("What it showed", record.shown) + plan(record)
            + peers(record)
            + failures("What to mend", record.ownFailures) + failures("Where peers depart", record.peerFailures)
            + list("What was not there", record.missing) + list("Notes", record.notes)
        return Array((parts.joined(separator: "\n\n") + "\n").utf8)
    }

    private static func heading(_ record: TrialRecord) -> [String] {
        let version = record.subject.version.isEmpty ? "" : " " + record.subject.version
        return [
            "# \(Markdown.inline(record.subject.name + version)) against the virtual peers",
            "\(Markdown.inline(record.subject.kind)) `\(Markdown.code(record.subject.location))`, at \(Markdown.inline(record.at)). "
                + "**\(Markdown.inline(record.headline))**",
        ]
    }

    private static func alarms(_ record: TrialRecord) -> [String] {
        guard !record.alarms.isEmpty else { return [] }
        return [
            "## Taken for valid, and must not be",
            record.alarms.map { "- `\(Markdown.code($0.id))`: \(Markdown.inline($0.proves))" }.joined(separator: "\n"),
        ]
    }

    private static func documents(_ record: TrialRecord) -> [String] {
        guard !record.documents.isEmpty else { return [] }
        let lines = record.documents.map { document in
            let head =
                "- **\(Markdown.inline(document.verdict))**: `\(Markdown.code(document.name))` is "
                + Markdown.inline(document.summary)
            return ([head] + document.remarks.map { "  - " + Markdown.inline($0) }).joined(separator: "\n")
        }
        return ["## In the folder", lines.joined(separator: "\n")]
    }

    private static func list(_ title: String, _ sentences: [String]) -> [String] {
        guard !sentences.isEmpty else { return [] }
        return ["## \(title)", sentences.map { "- " + Markdown.inline($0) }.joined(separator: "\n")]
    }

    private static func plan(_ record: TrialRecord) -> [String] {
        guard !record.plan.isEmpty else { return [] }
        let rows = record.plan.map { group, results -> [String] in
            func count(_ outcomes: TrialResult.Outcome...) -> String {
                Figures.count(results.filter { outcomes.contains($0.outcome) }.count)
            }
            return [
                Markdown.inline(group), Figures.count(results.count), count(.passed), count(.failed),
                count(.passedWithLoss), count(.notSupported), count(.notReached, .environment, .skipped),
            ]
        }
        return [
            "## The test plan",
            Markdown.table(
                [("Group", .left)]
                    + ["Cases", "Right", "Wrong", "With loss", "Not supported", "Other"].map { ($0, .right) },
                rows),
        ]
    }

    private static func peers(_ record: TrialRecord) -> [String] {
        let types = record.types
        guard !types.isEmpty else { return [] }
        let columns =
            [(title: "Peer", alignment: Markdown.Alignment.left)]
            + types.map { ("reads \($0.uppercased())", .left) } + types.map { ("is read: \($0.uppercased())", .left) }
        let rows = record.peers.map { peer in
            [Markdown.inline(peer.name)]
                + TrialResult.Direction.allCases.flatMap { direction in
                    types.map { Markdown.inline(record.cell(direction, peer: peer.name, type: $0).mark) }
                }
        }
        let legend = TrialCell.legend.map { "\($0.0) \($0.1)" }.joined(separator: "; ")
        return ["## Who reads whom", Markdown.table(columns, rows), Markdown.inline(legend) + "."]
    }

    private static func failures(_ title: String, _ failures: [TrialFailure]) -> [String] {
        guard !failures.isEmpty else { return [] }
        return ["## \(title)"]
            + failures.map { failure in
                let lead = failure.lead
                let facts = [
                    ("Cases", Figures.count(failure.results.count)), ("Example", lead.id), ("Expected", lead.expected),
                    ("Found", lead.found), ("Clause", "\(lead.clause) (\(lead.strength))"), ("Remedy", lead.remedy),
                    ("Peers", Phrases.list(failure.peers, limit: 6)),
                ].filter { !$0.1.isEmpty && $0.1 != " ()" }
                return "### \(Markdown.inline(failure.title))\n\n"
                    + facts.map { "- \($0.0): \(Markdown.inline($0.1))" }.joined(separator: "\n")
                    + (lead.reproduce.isEmpty ? "" : "\n- Again: `\(Markdown.code(lead.reproduce))`")
            }
    }
}
