/// A rule, and what became of the consignments that it looked at.
package struct RuleRecord: Sendable, Hashable, Codable {
    /// Its stable name, such as `EU-EUDR`.
    package var id: String
    /// The name that people read.
    package var title: String
    /// The law, as it is cited.
    package var instrument: String
    /// The first day on which it applies, ISO 8601.
    package var appliesFrom: String
    /// Whether sources disagree on that day.
    package var disputed: Bool
    /// What it does where evidence lacks: `hold`, `default value` or `note`.
    package var action: String
    /// Consignments that it looked at.
    package var checked: Int
    /// Those that had all evidence that it demands.
    package var passed: Int
    /// Those of which it took note only, as that is all it does or another rule turned them away.
    package var noted: Int
    /// Those that were taken at a default value.
    package var defaultValue: Int
    /// Those that waited for a quota before they left, and were not stopped besides.
    package var waited: Int
    /// Those that were held for want of evidence and let go.
    package var released: Int
    /// Those that were held and turned away.
    package var refused: Int
    /// Mean days for which goods were held; `nil` when none were.
    package var meanDaysHeld: Double?
    /// Days within which 95% of the goods that were held were let go or turned away; `nil` when none were.
    package var p95DaysHeld: Double?
    /// How often evidence on a criterion, or for what a rule requires besides, was lacking, by its id.
    package var lacking: [Tally]
    /// What these ids stand for, in words.
    package var terms: [String: String]
    /// By calendar month, in order of time.
    package var months: [RuleMonth]

    package init(
        id: String, title: String, instrument: String, appliesFrom: String, disputed: Bool = false,
        action: String = "hold", checked: Int, passed: Int = 0, noted: Int = 0, defaultValue: Int = 0,
        waited: Int = 0, released: Int = 0, refused: Int = 0,
        meanDaysHeld: Double? = nil, p95DaysHeld: Double? = nil, lacking: [Tally] = [], terms: [String: String] = [:],
        months: [RuleMonth] = []
    ) {
        self.id = id
        self.title = title
        self.instrument = instrument
        self.appliesFrom = appliesFrom
        self.disputed = disputed
        self.action = action
        self.checked = checked
        self.passed = passed
        self.noted = noted
        self.defaultValue = defaultValue
        self.waited = waited
        self.released = released
        self.refused = refused
        self.meanDaysHeld = meanDaysHeld
        self.p95DaysHeld = p95DaysHeld
        self.lacking = lacking
        self.terms = terms
        self.months = months
    }

    /// Those that were held, for a quota or for want of evidence, whatever became of them.
    package var held: Int { waited + released + refused }
}

/// What a rule did in a calendar month.
package struct RuleMonth: Sendable, Hashable, Codable {
    /// The month, such as `2026-03`.
    package var month: String
    /// Consignments that it looked at.
    package var checked: Int
    /// Those that it held.
    package var held: Int
    /// Those that it held and turned away.
    package var refused: Int

    package init(month: String, checked: Int, held: Int = 0, refused: Int = 0) {
        self.month = month
        self.checked = checked
        self.held = held
        self.refused = refused
    }
}

/// What a rule made of one consignment.
package struct RuleOutcomeRecord: Sendable, Hashable, Codable {
    /// The rule's stable name, such as `EU-EUDR`.
    package var rule: String
    package var outcome: Outcome
    /// Days for which the rule held it, for its quota and for want of evidence; 0 where it did not.
    package var daysHeld: Double

    package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// It had all evidence that the rule demands.
        case passed
        /// It lacked evidence, and the rule took note, as that is all it does or another rule turned it away.
        case noted
        /// It lacked evidence, and was taken at a default value.
        case defaultValue = "default-value"
        /// It waited for a quota before it left, and was not stopped besides.
        case waited
        /// It was held for want of evidence and let go.
        case released
        /// It was held and turned away.
        case refused
    }

    package init(rule: String, outcome: Outcome, daysHeld: Double = 0) {
        self.rule = rule
        self.outcome = outcome
        self.daysHeld = daysHeld
    }

    /// Whether it was held, for a quota or for want of evidence, whatever became of it.
    package var isHeld: Bool { outcome == .waited || isStopped }

    /// Whether it was held for want of evidence, whatever became of it.
    package var isStopped: Bool { outcome == .released || outcome == .refused }
}
