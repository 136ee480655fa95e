/// What one stage made, and what it consumed of one of its inputs.
package struct MaterialRecord: Sendable, Hashable, Codable {
    /// The value chain.
    package var chain: String
    /// The stage.
    package var stage: String
    /// What was made.
    package var product: String
    /// The unit in which it is counted.
    package var unit: String
    /// How much of it was made.
    package var made: Double
    /// What was consumed for it; `nil` for an origin and for what is made along with the product.
    package var input: MaterialInput?

    package init(
        chain: String, stage: String, product: String, unit: String, made: Double, input: MaterialInput? = nil
    ) {
        self.chain = chain
        self.stage = stage
        self.product = product
        self.unit = unit
        self.made = made
        self.input = input
    }
}

/// What a stage consumed of one of its inputs, and what came of it.
package struct MaterialInput: Sendable, Hashable, Codable {
    /// What was consumed.
    package var product: String
    /// The unit in which it is counted.
    package var unit: String
    /// How much of it was consumed.
    package var consumed: Double
    /// Units made for each unit consumed; `nil` where nothing was.
    package var meanYield: Double?
    /// The lowest yield that the value chain declares.
    package var lowestYield: Double
    /// The highest yield that the value chain declares.
    package var highestYield: Double

    package init(
        product: String, unit: String, consumed: Double, meanYield: Double?, lowestYield: Double, highestYield: Double
    ) {
        self.product = product
        self.unit = unit
        self.consumed = consumed
        self.meanYield = meanYield
        self.lowestYield = lowestYield
        self.highestYield = highestYield
    }
}
