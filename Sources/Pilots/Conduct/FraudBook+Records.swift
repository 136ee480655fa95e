import Records

extension FraudBook {
    /// What was done and what of it was seen, by pattern.
    var records: [FraudRecord] {
        entries.sorted { $0.key < $1.key }.map { pattern, entry in
            let days = entry.firstSigns.values.sorted()
            return FraudRecord(
                pattern: pattern.rawValue, name: pattern.name, batches: entry.batches.count,
                consignments: entry.consignments, detected: entry.detected, unread: entry.unread, passed: entry.passed,
                falseAlarms: entry.falseAlarms,
                medianDaysToDetection: Figure.quantile(50, of: days).map { ($0 * 10).rounded() / 10 },
                evidence: pattern.evidence, leavesNoTrace: pattern.signs.isEmpty)
        }
    }
}
