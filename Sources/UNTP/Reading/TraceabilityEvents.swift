package import JSON

/// The events of a traceability credential as far as they can be read.
package struct TraceabilityEvents: Sendable {
    package let events: [Event]
    /// What could not be read.
    package let unread: [UnreadValue]

    package struct Event: Sendable, Hashable {
        /// The first of its types that names an event.
        package let kind: Kind?
        package let id: String?
        package let time: String?
        /// `observe`, `add` or `delete`.
        package let action: String?
        package let location: String?
        /// The process of the value chain.
        package let process: String?
        /// Who gave and who took, in a transaction.
        package let source: String?
        package let destination: String?
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
        package let name: String?
        package let quantity: Double?
        package let unit: String?
    }

    package init(reading credential: JSONView) {
        var reader = CredentialReader()
        events = reader.objects("credentialSubject", of: CredentialReader.root(credential), isNeeded: true).map {
            event in
            let kind = reader.strings("type", of: event).lazy.compactMap(Kind.init).first
            let (inputs, outputs) = Self.members(of: kind)
            return Event(
                kind: kind, id: reader.string("id", of: event), time: reader.string("eventTime", of: event),
                action: reader.string("action", of: event), location: reader.string("bizLocation", of: event),
                process: reader.string("processType", of: event),
                source: reader.string("sourceParty", of: event),
                destination: reader.string("destinationParty", of: event),
                inputs: inputs.flatMap { Self.quantities($0, of: event, with: &reader) },
                outputs: outputs.flatMap { Self.quantities($0, of: event, with: &reader) })
        }
        unread = reader.unread
    }

    private static func members(of kind: Kind?) -> (inputs: [String], outputs: [String]) {
        switch kind {
        case .transformation: (["inputQuantityList", "inputEPCList"], ["outputQuantityList", "outputEPCList"])
        case .aggregation, .association: (["childQuantityList", "childEPCList"], ["parentEPC"])
        case .object, .transaction, nil: ([], ["quantityList", "epcList"])
        }
    }

    /// The elements of a list of quantities, which name a product, or of items, which have an id.
    private static func quantities(
        _ name: String, of event: CredentialReader.Place, with reader: inout CredentialReader
    ) -> [Quantity] {
        reader.objects(name, of: event).compactMap { element in
            let member = element.value["productId"] == nil ? "id" : "productId"
            return reader.string(member, of: element, isNeeded: true).map {
                Quantity(
                    product: $0, name: reader.string("productName", of: element) ?? reader.string("name", of: element),
                    quantity: reader.number("quantity", of: element),
                    unit: reader.string("uom", of: element))
            }
        }
    }
}
