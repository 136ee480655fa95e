/// Some of a product, in an event.
package struct QuantityFacts: Sendable, Hashable {
    package var product: String
    package var name: String
    package var quantity: Double
    package var unit: String

    package init(product: String, name: String, quantity: Double, unit: String) {
        self.product = product
        self.name = name
        self.quantity = quantity
        self.unit = unit
    }
}

/// A traceability event.
package struct EventFacts: Sendable {
    package enum Kind: Sendable {
        /// Made from something: the edge that traces a chain.
        case transformation(inputs: [QuantityFacts], outputs: [QuantityFacts])
        /// Came into the world: was extracted or harvested.
        case object([QuantityFacts])
        /// Was seen, whatever it was made from.
        case observation([QuantityFacts])
        case transaction(source: String, destination: String, order: String, [QuantityFacts])
        case aggregation(parent: QuantityFacts, children: [QuantityFacts])
        case association(parent: QuantityFacts, children: [QuantityFacts])
    }

    package var id: String
    package var kind: Kind
    package var time: Int64
    package var process: String
    package var location: String

    package init(id: String, kind: Kind, time: Int64, process: String, location: String) {
        self.id = id
        self.kind = kind
        self.time = time
        self.process = process
        self.location = location
    }
}
