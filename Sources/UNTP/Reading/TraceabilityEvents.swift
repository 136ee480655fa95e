package import JSON

/// The events of a traceability credential as far as they can be read.
package final class TraceabilityEvents: Sendable {
    // A class, as `DigitalProductPassport` is.
    package let events: [Event]
    /// What could not be read.
    package let unread: [UnreadValue]

    /// One event, as its issuer wrote it: a member is nil, or a list empty, where it is not there or can't be read.
    package struct Event: Sendable, Hashable {
        /// The first of its types that names an event.
        package let kind: Kind?
        /// The event's own URI.
        package let id: String?
        /// When it happened (`eventTime`), as written: not checked to be a time.
        package let time: String?
        /// `observe`, `add` or `delete`.
        package let action: String?
        /// Where it happened (`bizLocation`), the URI of a facility.
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

        /// Whether it only says that something was seen, and not that it came into the world.
        package var isObservation: Bool { action == "observe" }
    }

    /// What an event tells: EPCIS 2.0's kinds, as UNTP's events have them.
    package enum Kind: String, Sendable, CaseIterable {
        case transformation = "TransformationEvent"
        case object = "ObjectEvent"
        case aggregation = "AggregationEvent"
        case transaction = "TransactionEvent"
        case association = "AssociationEvent"
    }

    /// How much of a product, or which single item, took part in an event.
    package struct Quantity: Sendable, Hashable {
        /// The URI of the product or of the item.
        package let product: String
        /// The product's name for people.
        package let name: String?
        /// How much, in `unit`; nil for a single item and where none is given.
        package let quantity: Double?
        /// The unit's code of UNECE Recommendation 20, as written, such as `KGM`; nil where pieces are counted.
        package let unit: String?
    }

    /// Reads the events of a credential's subjects; what can't be read is noted, and the rest kept.
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
