/// A success measure and its target.
package struct Measure: Sendable, Hashable, Codable {
    /// Its stable name, such as `transparent-consignments`.
    package var id: String
    /// The name that people read.
    package var label: String
    /// What was reached.
    package var value: Double
    /// Where the measure is a distribution, the value that half of what was measured does not exceed.
    package var median: Double?
    /// Where the measure is a distribution, the value that 95 in 100 do not exceed.
    package var p95: Double?
    /// What was to be reached; `nil` for a measure that is only reported.
    package var target: Double?
    /// The unit of value and target, such as `consignments` or `%`.
    package var unit: String
    /// Whether the target was met; `nil` without a target.
    package var met: Bool?
    /// Whether less of it is better, so that a target is a limit.
    package var isLimit: Bool
    /// How it is counted.
    package var definition: String

    package init(
        id: String, label: String, value: Double, median: Double? = nil, p95: Double? = nil, target: Double? = nil,
        unit: String, met: Bool? = nil, isLimit: Bool = false, definition: String
    ) {
        self.id = id
        self.label = label
        self.value = value
        self.median = median
        self.p95 = p95
        self.target = target
        self.unit = unit
        self.met = met
        self.isLimit = isLimit
        self.definition = definition
    }

    /// What was reached as a share of the target, 1 where it is just met; `nil` without a target.
    package var shareOfTarget: Double? {
        guard let target else { return nil }
        if isLimit { return value > 0 ? target / value : met == true ? 1 : 0 }
        return target > 0 ? value / target : 1
    }
}
