package import Records

/// `report.md`: the report for a merge request.
package enum MarkdownReport {
    /// The bytes of `report.md`, equal for equal records.
    package static func bytes(of record: RunRecord) -> [UInt8] { bytes(of: record, record.fixPlan) }

    static func bytes(of record: RunRecord, _ plan: FixPlan) -> [UInt8] {
        let sections = [
            verdict(record, plan), measures(record), matrix(record), failures(record, plan), chains(record),
            materials(record),
            timeline(record), places(record), MarkdownBreakdowns.section(of: record), rules(record), criteria(record),
            platforms(record), truth(record), fraud(record),
            definitions(record), numbers(record), reproduction(record),
        ]
        return Array((sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n").utf8)
    }

    private static func verdict(_ record: RunRecord, _ plan: FixPlan) -> String {
        let verdict = Verdict(record, plan)
        return """
            # \(Markdown.inline(record.scenario.title))

            **\(verdict.word). \(Markdown.inline(verdict.headline))**

            \(verdict.reasons.map { Markdown.inline($0) }.joined(separator: " "))

            Rehearsed by simulation: \(record.period), seed \(record.seed)\(record.variation.map { ", **\(Markdown.inline($0))**" } ?? "").
            """
    }

    private static func measures(_ record: RunRecord) -> String {
        guard !record.measures.isEmpty else { return "" }
        let table = Markdown.table(
            [("Measure", .left), ("Reached", .right), ("Target", .right), ("", .left)],
            record.measures.map { measure in
                [
                    measure.label, measure.reached + (measure.spread.map { " (\($0))" } ?? ""),
                    measure.asked ?? "\u{2013}",
                    measure.met.map { $0 ? "met" : "**missed**" } ?? "",
                ].enumerated().map { $0 < 3 ? Markdown.inline($1) : $1 }
            })
        let shortfalls = record.shortfallSentences.map { "\n- " + Markdown.inline($0) }
        let missed = shortfalls.isEmpty ? "" : "\n\nWhat is missing from targets:\n" + shortfalls.joined()
        let levels = record.consignments.levels.byLevel.map { level, count in
            "- \(level.rawValue), \(level.meaning): \(Figures.count(count))"
        }
        return "## Measures\n\n" + table + missed
            + (record.wasAnythingJudged
                ? "\n\nConsignments by the evidence level at which they stand at the end of the run:\n\n"
                    + levels.joined(separator: "\n") : "")
            + stories(record)
    }

    /// What those who take part want to know, with the figures that answer it.
    private static func stories(_ record: RunRecord) -> String {
        guard !record.stories.isEmpty else { return "" }
        let rows = record.stories.map { story in
            let text = story.answers(in: record).map { "\($0.label): \($0.value)" }.joined(separator: "; ")
            return [Markdown.inline(story.story), Markdown.inline(text.isEmpty ? "nothing that was measured" : text)]
        }
        return "\n\nWhat those who take part want to know:\n\n"
            + Markdown.table([("Story", .left), ("Answered by", .left)], rows)
    }

    private static func matrix(_ record: RunRecord) -> String {
        let matrix = PairMatrix(record)
        guard !matrix.issuers.isEmpty else { return "" }
        let issuers = matrix.issuers.map { Markdown.inline(record.title(ofPlatform: $0)) }
        let verifiers = matrix.verifiers.map { Markdown.inline(record.title(ofPlatform: $0)) }
        let table = Markdown.table(
            [("Issued by \u{2193}, read by \u{2192}", .left)] + verifiers.map { ($0, .right) },
            zip(issuers, matrix.rows).map { name, row in
                [name] + row.map { Figures.share($0.count(of: .passed), of: $0.attempts) }
            })
        let sealed = PairMatrix.sentence(onSealed: matrix.sealed).map { "\n\n" + $0 } ?? ""
        return "## Who can read whom\n\nShare of attempts that passed with nothing lost.\n\n" + table + sealed
    }

    private static func failures(_ record: RunRecord, _ plan: FixPlan) -> String {
        let ranked = plan.failures
        guard !ranked.isEmpty else { return "" }
        let entries = ranked.prefix(10).enumerated().map { place, failure -> String in
            let lead = failure.lead
            let specification = lead.specification.isEmpty ? "" : Markdown.inline(lead.specification) + "; "
            return """
                \(place + 1). **\(Markdown.inline(lead.title))** (`\(Markdown.code(failure.code))`, \
                \(Markdown.inline(lead.severity))): \(Phrases.counted(failure.consignments, "consignment")), \
                \(Figures.count(failure.consignmentsSolely)) by this alone.
                   For \(Markdown.inline(record.mustFix(failure))) to fix.
                   - Issuer: \(Markdown.inline(lead.remedy.issuer))
                   - Verifier: \(Markdown.inline(lead.remedy.verifier))
                   - Sent `\(Markdown.code(lead.example.sentText))`, \
                expected `\(Markdown.code(lead.example.expectedText))`
                   - \(specification)official tests: \(Markdown.inline(lead.officialTestsSentence))
                """
        }
        let rest = ranked.count > 10 ? "\n\n\(ranked.count - 10) more are in `findings.csv`." : ""
        return "## What to fix first\n\n" + steps(plan, record) + entries.joined(separator: "\n") + rest
    }

    /// In which order to mend what cost consignments.
    private static func steps(_ plan: FixPlan, _ record: RunRecord) -> String {
        guard !plan.steps.isEmpty else { return "" }
        let rows = plan.steps.prefix(10).enumerated().map { place, step in
            [
                String(place + 1), Markdown.inline(Phrases.list(record.titles(of: step))),
                Markdown.inline(Phrases.list(record.menders(of: step), limit: 4)),
                Figures.count(step.gain) + (step.soundPart.map { " (\($0))" } ?? ""),
                Figures.count(step.transparent), Markdown.inline(step.metTargets ?? "\u{2013}"),
            ]
        }
        let table = Markdown.table(
            [
                ("Step", .right), ("Mend", .left), ("By whom", .left), ("Gains about", .right),
                ("Transparent then, about", .right), ("Meets", .left),
            ], rows)
        return FixPlan.scope + "\n\n" + table + "\n\n"
    }

    private static func chains(_ record: RunRecord) -> String {
        guard record.chains.contains(where: { !$0.flows.isEmpty }) else { return "" }
        let rows = record.chains.flatMap { chain in
            chain.flows.map { flow in
                let stages = [flow.from, flow.to].map { record.stageName($0, in: chain) }
                return [chain.name, stages[0], stages[1]].map(Markdown.inline)
                    + [
                        Figures.count(flow.outcomes.total),
                        Figures.share(flow.outcomes.transparent, of: flow.outcomes.total),
                        Markdown.inline(Figures.quantity(flow.quantity, unit: flow.unit)),
                    ]
            }
        }
        return "## Value chains\n\n"
            + Markdown.table(
                [
                    ("Chain", .left), ("From", .left), ("To", .left), ("Consignments", .right),
                    ("Transparent", .right), ("Quantity", .right),
                ], rows)
    }

    private static func materials(_ record: RunRecord) -> String {
        guard !record.materials.isEmpty else { return "" }
        let columns: [(title: String, alignment: Markdown.Alignment)] = [
            ("Stage", .left), ("Made", .right), ("Of", .left), ("Consumed", .right), ("Of", .left),
            ("Mean yield", .right), ("Declared", .right),
        ]
        let rows = record.materials.map { material in
            let input = material.input
            return [
                record.stageName(material.stage), Figures.quantity(material.made, unit: material.unit),
                material.product, input.map { Figures.quantity($0.consumed, unit: $0.unit) } ?? "\u{2013}",
                input?.product ?? "", input.map(\.meanYieldText) ?? "\u{2013}",
                input.map(\.declaredText) ?? "\u{2013}",
            ].map(Markdown.inline)
        }
        return "### Materials\n\n" + Markdown.table(columns, rows)
    }

    private static func timeline(_ record: RunRecord) -> String {
        guard !record.timeline.isEmpty else { return "" }
        return "## Over time\n\n"
            + Markdown.table(
                [
                    ("Period", .left), ("Judged", .right), ("Transparent", .right), ("Partial", .right),
                    ("Opaque", .right),
                ],
                record.timeline.map { period in
                    let outcomes = period.outcomes
                    return [Markdown.inline(period.label)]
                        + [outcomes.total, outcomes.transparent, outcomes.partial, outcomes.opaque].map(Figures.count)
                })
    }

    private static func places(_ record: RunRecord) -> String {
        guard !record.countries.isEmpty else { return "" }
        return "## Countries\n\n"
            + Markdown.table(
                [
                    ("Country", .left), ("Parties", .right), ("Sold", .right), ("Transparent", .right),
                    ("Bought", .right), ("Transparent", .right),
                ],
                record.countries.map { country in
                    [
                        Markdown.inline(country.name), Figures.count(country.parties),
                        Figures.count(country.asSeller.total),
                        Figures.share(country.asSeller.transparent, of: country.asSeller.total),
                        Figures.count(country.asBuyer.total),
                        Figures.share(country.asBuyer.transparent, of: country.asBuyer.total),
                    ]
                })
    }

    private static func platforms(_ record: RunRecord) -> String {
        guard !record.platforms.isEmpty else { return "" }
        return "## Platforms\n\n"
            + Markdown.table(
                [("Platform", .left), ("Parties", .right), ("Credentials issued", .right), ("Departures", .left)],
                record.platforms.map { platform in
                    let deviations = platform.deviations.map { "\($0.knob): \($0.value)" }
                    let departures = ([platform.outside?.sentence].compactMap(\.self) + deviations)
                        .joined(separator: "; ")
                    return [
                        Markdown.inline(platform.title), Figures.count(platform.parties),
                        Figures.count(platform.issued), departures.isEmpty ? "none" : Markdown.inline(departures),
                    ]
                }) + record.platforms.map(drawn).joined()
    }

    /// How the settings of a profile that was drawn from samples were come by; nothing for any other.
    private static func drawn(_ platform: PlatformRecord) -> String {
        guard let sentence = platform.markSentence else { return "" }
        return "\n### \(Markdown.inline(platform.title)), drawn from samples\n\n\(Markdown.inline(sentence))\n\n"
            + Markdown.table(
                [("Setting", .left), ("Value", .left), ("How it was come by", .left)],
                platform.shownMarks.map { [$0.knob, $0.value, $0.explanation].map(Markdown.inline) })
    }

    private static func truth(_ record: RunRecord) -> String {
        let truth = record.truth
        return """
            ## Against the truth

            \(Phrases.counted(truth.acceptedWrongly, "consignment")) accepted wrongly: \(TruthRecord.acceptanceMeaning) \
            \(Figures.count(truth.rejectedWrongly)) rejected wrongly: \(TruthRecord.rejectionMeaning)
            """
    }

    private static func definitions(_ record: RunRecord) -> String {
        let terms =
            record.measures.map { ($0.label, $0.definition) } + record.definitions.map { ($0.term, $0.text) }
        guard !terms.isEmpty else { return "" }
        return "## Definitions\n\n"
            + terms.map { "- **\(Markdown.inline($0))**: \(Markdown.inline($1))" }.joined(separator: "\n")
    }

    /// Where the numbers come from that the verdict rests on.
    private static func numbers(_ record: RunRecord) -> String {
        guard !record.provenance.groups.isEmpty else { return "" }
        let table = Markdown.table(
            [("Numbers", .left), ("Read", .right), ("Recalled", .right), ("Assumed", .right), ("Share", .right)],
            record.provenance.groups.map { group in
                [
                    Markdown.inline(group.kind), Figures.count(group.read), Figures.count(group.recalled),
                    Figures.count(group.assumption), Figures.share(group.assumption, of: group.total),
                ]
            })
        return "## Numbers behind the verdict\n\n" + Markdown.inline(record.provenanceSentence) + "\n\n" + table
    }

    private static func reproduction(_ record: RunRecord) -> String {
        """
        ## How to reproduce

        `\(Markdown.code(record.command))` with untp-sim \(Markdown.inline(record.version)) gives the digest \
        `\(Markdown.code(record.digest.overall))`.
        """
    }
}
