/// The measures of a run's parts: of each value chain, each pair of countries and each month.
package struct Breakdowns: Sendable, Hashable, Codable {
    /// By commodity: several routes to the same one are one chain.
    package var chains: [BreakdownPart]
    /// By the country of the seller and that of the buyer.
    package var countryPairs: [BreakdownPart]
    /// By the month in which the evidence was judged.
    package var months: [BreakdownPart]

    package init(chains: [BreakdownPart] = [], countryPairs: [BreakdownPart] = [], months: [BreakdownPart] = []) {
        self.chains = chains
        self.countryPairs = countryPairs
        self.months = months
    }
}

/// One part of a run with its measures.
package struct BreakdownPart: Sendable, Hashable, Codable {
    /// Its stable name, such as `copper`, `CL-DE` or `2026-03`.
    package var key: String
    /// The name that people read.
    package var label: String
    /// Consignments of this part that were judged.
    package var judged: Int
    /// Its measures; those of which it has no data are left out.
    package var measures: [PartMeasure]
    /// What most often kept its consignments from being transparent, the most frequent first; five at most.
    package var causes: [Tally]

    package init(key: String, label: String, judged: Int, measures: [PartMeasure], causes: [Tally] = []) {
        self.key = key
        self.label = label
        self.judged = judged
        self.measures = measures
        self.causes = causes
    }

    /// The value of a measure; `nil` where there is none.
    package func value(of id: String) -> Double? { measures.first { $0.id == id }?.value }
}

/// A measure of a part of a run; its label, unit and definition are those of the run's measure of the same id.
package struct PartMeasure: Sendable, Hashable, Codable {
    /// The measure's stable name.
    package var id: String
    /// What was reached.
    package var value: Double
    /// As that of a measure.
    package var median: Double?
    /// As that of a measure.
    package var p95: Double?
    /// As that of a measure.
    package var unit: String

    package init(id: String, value: Double, median: Double? = nil, p95: Double? = nil, unit: String) {
        self.id = id
        self.value = value
        self.median = median
        self.p95 = p95
        self.unit = unit
    }
}
