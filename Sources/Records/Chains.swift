/// A value chain: its stages and what flowed between them.
package struct ChainRecord: Sendable, Hashable, Codable {
    /// Its stable name, such as `copper`.
    package var id: String
    /// The name that people read.
    package var name: String
    /// The stages.
    package var stages: [ChainStage]
    /// What flowed between stages.
    package var flows: [ChainFlow]
    /// Whether three of its commodity's stages in a row have transparent evidence, so that it counts.
    package var isCounted: Bool

    package init(id: String, name: String, stages: [ChainStage], flows: [ChainFlow], isCounted: Bool = true) {
        self.id = id
        self.name = name
        self.stages = stages
        self.flows = flows
        self.isCounted = isCounted
    }
}

/// A stage of a value chain.
package struct ChainStage: Sendable, Hashable, Codable {
    /// Its name within the chain.
    package var id: String
    /// The name that people read.
    package var name: String
    /// What is done there.
    package var process: String
    /// What leaves it.
    package var output: String
    /// How many facilities do it.
    package var facilities: Int
    /// Where they are, ISO 3166-1 alpha-2.
    package var countries: [String]
    /// Its place from upstream to downstream; parallel stages share one.
    package var order: Int

    package init(
        id: String, name: String, process: String, output: String, facilities: Int, countries: [String], order: Int
    ) {
        self.id = id
        self.name = name
        self.process = process
        self.output = output
        self.facilities = facilities
        self.countries = countries
        self.order = order
    }
}

/// Consignments from one stage to the next.
package struct ChainFlow: Sendable, Hashable, Codable {
    /// The stage that sends.
    package var from: String
    /// The stage that receives.
    package var to: String
    /// How they ended.
    package var outcomes: OutcomeCounts
    /// How much was moved.
    package var quantity: Double
    /// The unit of the quantity, such as `t`.
    package var unit: String

    package init(from: String, to: String, outcomes: OutcomeCounts, quantity: Double, unit: String) {
        self.from = from
        self.to = to
        self.outcomes = outcomes
        self.quantity = quantity
        self.unit = unit
    }
}
