import Records

extension Sample {
    static let rules = [
        RuleRecord(
            id: "EU-EUDR", title: "Deforestation-free products", instrument: "Regulation (EU) 2023/1115",
            appliesFrom: "2026-06-30", disputed: true, checked: 400, passed: 88, released: 272, refused: 40,
            meanDaysHeld: 14.2, p95DaysHeld: 24, lacking: [Tally(of: "H07", count: 300), Tally(of: "H24", count: 52)],
            terms: ["H07": "Plots located"],
            months: [
                RuleMonth(month: "2026-07", checked: 150, held: 120, refused: 18),
                RuleMonth(month: "2026-08", checked: 250, held: 192, refused: 22),
            ]),
        RuleRecord(
            id: "EU-CBAM", title: "Carbon border adjustment", instrument: "Regulation (EU) 2023/956",
            appliesFrom: "2026-01-01", action: "default value", checked: 60, passed: 50, defaultValue: 10,
            lacking: [Tally(of: "H01", count: 10)], terms: ["H01": "Greenhouse gas intensity"],
            months: [RuleMonth(month: "2026-07", checked: 60)]),
        RuleRecord(
            id: "DE-LKSG", title: "Due diligence", instrument: "LkSG", appliesFrom: "2023-01-01", action: "note",
            checked: 7, noted: 7,
            lacking: [Tally(of: "H15", count: 7)], months: [RuleMonth(month: "2026-07", checked: 7)]),
    ]

    static let lacking = [
        LackRecord(id: "H01", name: "Greenhouse gas intensity", consignments: 60, lacking: 10),
        LackRecord(id: "H07", name: "Plots located", consignments: 400, lacking: 300),
        LackRecord(id: "H24", name: "H24", consignments: 400, lacking: 52),
        LackRecord(id: "H15", name: "No forced labour", onlyNoted: true, consignments: 7, lacking: 7),
    ]

    static let criteria = [
        CriterionRecord(
            id: "H01", name: "Greenhouse gas intensity", demanded: 900, direct: 700, mapped: 100, partial: 40, unmet: 60
        ),
        CriterionRecord(id: "H07", name: "Plots located", demanded: 400, direct: 100, unmet: 300),
    ]

    static let recognition = [
        RecognitionGain(country: "DE", scheme: "COPPERMARK", title: "The Copper Mark", consignments: 61),
        RecognitionGain(country: "CN", scheme: "IRMA", title: "IRMA", consignments: 12),
    ]

    static let fraud = [
        FraudRecord(
            pattern: "F02", name: "Expired certificate", batches: 40, consignments: 60, detected: 60, ambiguous: 5,
            falseAlarms: 3, explained: 2, medianDaysToDetection: 31.5, p95DaysToDetection: 60,
            evidence: "the certificate\u{2019}s own dates"),
        FraudRecord(
            pattern: "F06", name: "Substitution or blending", batches: 20, consignments: 30, detected: 4, unread: 4,
            passed: 20,
            medianDaysToDetection: 12, evidence: "a laboratory\u{2019}s test of the goods"),
        FraudRecord(
            pattern: "F14", name: "Plot laundering", batches: 30, consignments: 50, passed: 45,
            evidence: "satellite images and the yield of the plot", leavesNoTrace: true),
    ]

    /// The same run with neither rules nor demands nor fraud.
    static var plainRecord: RunRecord {
        var record = record
        record.rules = []
        record.lacking = []
        record.criteria = []
        record.recognition = []
        record.fraud = []
        return record
    }
}
