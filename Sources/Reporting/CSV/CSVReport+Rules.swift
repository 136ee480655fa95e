package import Records

extension CSVReport {
    /// `rules.csv`: a row for each rule. What was lacking stands in one field, as `H07=12`, parted by a space. The `action`
    /// is what becomes of goods then; what a rule that only takes note looks for is no demand, and not in `criteria.csv`.
    package static func rules(of record: RunRecord) -> [UInt8] {
        var table = CSVTable(columns: [
            "id", "title", "instrument", "applies_from", "disputed", "checked", "passed", "noted", "default_value",
            "waited", "released", "refused", "mean_days_held", "p95_days_held", "lacking", "action",
        ])
        for rule in record.rules {
            let counts = [
                rule.checked, rule.passed, rule.noted, rule.defaultValue, rule.waited, rule.released, rule.refused,
            ]
            table.append(
                [rule.id, rule.title, rule.instrument, rule.appliesFrom, String(rule.disputed)]
                    + counts.map { String($0) }
                    + [rule.meanDaysHeld, rule.p95DaysHeld].map { $0.map(CSVTable.number) ?? "" }
                    + [rule.lacking.map { "\($0.of)=\($0.count)" }.joined(separator: " "), rule.action])
        }
        return table.bytes
    }

    /// `criteria.csv`: a row for each criterion that was asked for, counted once for each consignment: by its buyer, or by
    /// rules that do more than take note; where several ask, by the weakest answer.
    package static func criteria(of record: RunRecord) -> [UInt8] {
        var table = CSVTable(columns: ["id", "name", "demanded", "direct", "mapped", "partial", "unmet"])
        for criterion in record.criteria {
            let counts = [
                criterion.demanded, criterion.direct, criterion.mapped, criterion.partial, criterion.unmet,
            ]
            table.append([criterion.id, criterion.name] + counts.map { String($0) })
        }
        return table.bytes
    }

    /// `fraud.csv`: a row for each pattern. `recall` is of the consignments that were looked at, `recall_of_all` of all;
    /// of the `unread` some evidence could not be read, the `unseen` showed nothing. Of the `ambiguous` each sign may be
    /// that of another pattern as well; in the `explained` there was a sign for another reason, in those
    /// `by_others` as somebody else did it with the same inputs.
    package static func fraud(of record: RunRecord) -> [UInt8] {
        var table = CSVTable(columns: [
            "pattern", "name", "batches", "consignments", "detected", "ambiguous", "unseen", "unread", "passed",
            "false_alarms", "explained", "by_others", "recall", "recall_of_all", "precision",
            "median_days_to_detection",
            "p95_days_to_detection", "leaves_no_trace", "evidence",
        ])
        for fraud in record.fraud {
            let counts = [
                fraud.batches, fraud.consignments, fraud.detected, fraud.ambiguous, fraud.unseen, fraud.unread,
                fraud.passed, fraud.falseAlarms, fraud.explained, fraud.byOthers,
            ]
            let figures = [
                fraud.recall, fraud.recallOfAll, fraud.precision, fraud.medianDaysToDetection, fraud.p95DaysToDetection,
            ]
            table.append(
                [fraud.pattern, fraud.name] + counts.map { String($0) }
                    + figures.map { $0.map(CSVTable.number) ?? "" }
                    + [String(fraud.leavesNoTrace), fraud.evidence])
        }
        return table.bytes
    }
}
