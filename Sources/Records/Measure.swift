/// A success measure and its target.
package struct Measure: Sendable, Hashable, Codable {
    /// Its stable name, such as `transparent-consignments`.
    package var id: String
    /// The name that people read.
    package var label: String
    /// What was reached.
    package var value: Double
    /// What was to be reached; `nil` for a measure that is only reported.
    package var target: Double?
    /// The unit of value and target, such as `consignments` or `%`.
    package var unit: String
    /// Whether the target was met; `nil` without a target.
    package var met: Bool?
    /// How it is counted.
    package var definition: String

    package init(
        id: String, label: String, value: Double, target: Double? = nil, unit: String, met: Bool? = nil,
        definition: String
    ) {
        self.id = id
        self.label = label
        self.value = value
        self.target = target
        self.unit = unit
        self.met = met
        self.definition = definition
    }
}
