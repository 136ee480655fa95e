package import JSON

/// The events of a traceability credential as far as they can be read.
package struct TraceabilityEvents: Sendable {
    package let events: [Event]

    package struct Event: Sendable, Hashable {
        /// The first of its types that names an event.
        package let kind: Kind?
        package let id: String?
        package let time: String?
        package let location: String?
        /// What was consumed, packed or attached.
        package let inputs: [Quantity]
        /// What came out, or what the event is about.
        package let outputs: [Quantity]
    }

    package enum Kind: String, Sendable, CaseIterable {
        case transformation = "TransformationEvent"
        case object = "ObjectEvent"
        case aggregation = "AggregationEvent"
        case transaction = "TransactionEvent"
        case association = "AssociationEvent"
    }

    package struct Quantity: Sendable, Hashable {
        package let product: String
        package let quantity: Double?
        package let unit: String?
    }

    package init(reading credential: JSONView) {
        events =
            credential["credentialSubject"]?.oneOrMore.map { event in
                let types = event["type"]?.oneOrMore.compactMap(\.string) ?? []
                let kind = types.lazy.compactMap(Kind.init).first
                let (inputs, outputs) = Self.members(of: kind)
                return Event(
                    kind: kind, id: event["id"]?.string, time: event["eventTime"]?.string,
                    location: event["bizLocation"]?.string,
                    inputs: inputs.flatMap { Self.quantities(event[$0]) },
                    outputs: outputs.flatMap { Self.quantities(event[$0]) })
            } ?? []
    }

    private static func members(of kind: Kind?) -> (inputs: [String], outputs: [String]) {
        switch kind {
        case .transformation: (["inputQuantityList", "inputEPCList"], ["outputQuantityList", "outputEPCList"])
        case .aggregation, .association: (["childQuantityList", "childEPCList"], ["parentEPC"])
        case .object, .transaction, nil: ([], ["quantityList", "epcList"])
        }
    }

    private static func quantities(_ list: JSONView?) -> [Quantity] {
        list?.oneOrMore.compactMap { element in
            (element["productId"] ?? element["id"])?.string.map {
                Quantity(product: $0, quantity: element["quantity"]?.readableDouble, unit: element["uom"]?.string)
            }
        } ?? []
    }
}
