import Records

extension FraudBook {
    /// What was done and what of it was seen, by pattern; patterns of which there were but signs that something else
    /// explains are left out.
    var records: [FraudRecord] {
        entries.filter { $0.value.consignments + $0.value.falseAlarms > 0 }.sorted { $0.key < $1.key }
            .map { pattern, entry in
                let days = entry.firstSigns.values.sorted()
                return FraudRecord(
                    pattern: pattern.rawValue, name: pattern.name, batches: entry.batches.count,
                    consignments: entry.consignments, detected: entry.detected, ambiguous: entry.ambiguous,
                    unread: entry.unread, passed: entry.passed, falseAlarms: entry.falseAlarms,
                    explained: entry.explained, byOthers: entry.byOthers,
                    medianDaysToDetection: Self.days(50, of: days),
                    p95DaysToDetection: Self.days(95, of: days), evidence: pattern.evidence,
                    leavesNoTrace: pattern.signs.isEmpty)
            }
    }

    private static func days(_ percent: Int, of sorted: [Double]) -> Double? {
        Figure.quantile(percent, of: sorted).map { ($0 * 10).rounded() / 10 }
    }
}
