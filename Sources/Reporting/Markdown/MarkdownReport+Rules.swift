import Records

extension MarkdownReport {
    static func rules(_ record: RunRecord) -> String {
        guard let sentence = record.rulesSentence else { return "" }
        let table = Markdown.table(
            [
                ("Rule", .left), ("Applies from", .left), ("Looked at", .right), ("Passed", .right), ("Noted", .right),
                ("Default value", .right), ("Waited for a quota", .right), ("Held, let go", .right),
                ("Held, turned away", .right), ("Mean days held", .right), ("95% within days", .right),
                ("Lacking", .left),
            ],
            record.rules.map { rule in
                [
                    "\(Markdown.inline(rule.id)) \(Markdown.inline(rule.title))",
                    Markdown.inline(rule.appliesFrom) + (rule.disputed ? " (disputed)" : ""),
                    Figures.count(rule.checked), Figures.share(rule.passed, of: rule.checked),
                ] + [rule.noted, rule.defaultValue, rule.waited, rule.released, rule.refused].map(Figures.count)
                    + [rule.meanDaysHeld, rule.p95DaysHeld].map(days) + [Markdown.inline(rule.lackingText)]
            })
        let sentences = [sentence, record.lackingSentence].compactMap(\.self).map(Markdown.inline)
        return "## At the border\n\n" + sentences.joined(separator: " ") + "\n\n" + table
    }

    static func criteria(_ record: RunRecord) -> String {
        guard let sentence = record.criteriaSentence else { return "" }
        let table = Markdown.table(
            [
                ("Criterion", .left), ("Demanded", .right), ("Met directly", .right), ("By a mapping", .right),
                ("In part", .right), ("Not met", .right),
            ],
            record.criteria.map { criterion in
                ["\(Markdown.inline(criterion.id)) \(Markdown.inline(criterion.name))"]
                    + [criterion.demanded, criterion.direct, criterion.mapped, criterion.partial, criterion.unmet]
                    .map(Figures.count)
            })
        let gains = record.recognition.prefix(5).map { gain in
            "- \(Markdown.inline(record.name(ofCountry: gain.country))) recognises \(Markdown.inline(gain.title)): "
                + Figures.count(gain.consignments)
        }
        let recognition = record.recognitionSentence.map { sentence in
            "\n\n\(Markdown.inline(sentence)) Consignments gained, about:\n\n" + gains.joined(separator: "\n")
        }
        return "## What was asked for\n\n" + Markdown.inline(sentence) + "\n\n" + table + (recognition ?? "")
    }

    static func fraud(_ record: RunRecord) -> String {
        guard let sentence = record.fraudSentence else { return "" }
        let table = Markdown.table(
            [
                ("Pattern", .left), ("Batches", .right), ("Consignments", .right), ("Evidence not read", .right),
                ("Found, of those looked at (recall)", .right), ("Found, of all", .right),
                ("Passed as transparent", .right), ("False alarms", .right),
                ("Precision, explained signs aside", .right),
                ("Sign for another reason", .right), ("Median days", .right), ("p95 days", .right),
                ("Evidence that tells, or would", .left),
            ],
            record.fraud.map { fraud in
                [
                    "\(Markdown.inline(fraud.pattern)) \(Markdown.inline(fraud.name))",
                    Figures.count(fraud.batches), Figures.count(fraud.consignments), Figures.count(fraud.unread),
                    Figures.share(fraud.detected, of: fraud.read),
                    Figures.share(fraud.detected, of: fraud.consignments),
                    Figures.count(fraud.passed), Figures.count(fraud.falseAlarms),
                    Figures.share(fraud.detected, of: fraud.detected + fraud.falseAlarms),
                    Figures.count(fraud.explained), days(fraud.medianDaysToDetection),
                    days(fraud.p95DaysToDetection), Markdown.inline(fraud.evidence),
                ]
            })
        let unseen = (record.unseenSentences + record.ambiguousSentences).map { "\n- " + Markdown.inline($0) }
        return "## Fraud, seen and unseen\n\n" + Markdown.inline(sentence) + "\n\n" + table
            + (unseen.isEmpty ? "" : "\n" + unseen.joined())
    }

    private static func days(_ days: Double?) -> String { days.map { Figures.decimal($0, places: 1) } ?? "\u{2013}" }
}
