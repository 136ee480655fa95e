/// Results of one period of simulated time.
package struct TimelinePeriod: Sendable, Hashable, Codable {
    /// Its first day, ISO 8601.
    package var periodStart: String
    /// The name that people read, such as `Mar 2026`.
    package var label: String
    /// Consignments judged in it.
    package var outcomes: OutcomeCounts
    /// Findings in it, by code.
    package var findings: [Tally]

    package init(periodStart: String, label: String, outcomes: OutcomeCounts, findings: [Tally] = []) {
        self.periodStart = periodStart
        self.label = label
        self.outcomes = outcomes
        self.findings = findings
    }
}
