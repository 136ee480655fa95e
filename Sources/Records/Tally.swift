/// How often something named was seen.
package struct Tally: Sendable, Hashable, Codable {
    /// What was counted: the code of a failure mode, a credential type or a criterion.
    package var of: String
    /// How often.
    package var count: Int

    package init(of: String, count: Int) {
        self.of = of
        self.count = count
    }
}

/// Consignments by how transparent their evidence was.
package struct OutcomeCounts: Sendable, Hashable, Codable {
    /// All that were judged or are still under way.
    package var total: Int
    /// Those with complete evidence (level E4).
    package var transparent: Int
    /// Those with some evidence.
    package var partial: Int
    /// Those with no usable evidence.
    package var opaque: Int

    package init(total: Int = 0, transparent: Int = 0, partial: Int = 0, opaque: Int = 0) {
        self.total = total
        self.transparent = transparent
        self.partial = partial
        self.opaque = opaque
    }
}
