import JSON

extension CredentialWriter {
    static func event(_ facts: EventFacts) -> JSONValue {
        var object = JSONObject([
            ("type", .null), ("id", .string(facts.id)), ("processType", .string(facts.process)),
            ("eventTime", time(facts.time)), ("action", "add"), ("disposition", "active"),
            ("bizStep", "commissioning"), ("bizLocation", .string(facts.location)),
        ])
        func add(_ name: String, _ members: [(String, JSONValue)]) {
            object["type"] = [.string(name), "Event"]
            for (name, value) in members { object[name] = value }
        }
        switch facts.kind {
        case .transformation(let inputs, let outputs):
            add(
                "TransformationEvent",
                [("inputQuantityList", quantities(inputs)), ("outputQuantityList", quantities(outputs))])
        case .object(let products): add("ObjectEvent", [("quantityList", quantities(products))])
        case .observation(let products):
            add(
                "ObjectEvent",
                [("action", "observe"), ("bizStep", "storing"), ("quantityList", quantities(products))])
        case .transaction(let source, let destination, let order, let products):
            add(
                "TransactionEvent",
                [
                    ("bizStep", "shipping"), ("sourceParty", .string(source)),
                    ("destinationParty", .string(destination)), ("bizTransaction", .string(order)),
                    ("quantityList", quantities(products)),
                ])
        case .aggregation(let parent, let children):
            add("AggregationEvent", [("parentEPC", item(parent)), ("childQuantityList", quantities(children))])
        case .association(let parent, let children):
            add("AssociationEvent", [("parentEPC", item(parent)), ("childQuantityList", quantities(children))])
        }
        return .object(object)
    }

    static func item(_ facts: QuantityFacts) -> JSONValue {
        ["type": ["Item"], "id": .string(facts.product), "name": .string(facts.name)]
    }

    static func quantities(_ list: [QuantityFacts]) -> JSONValue {
        .array(
            list.map { facts in
                [
                    "productId": .string(facts.product),
                    "productName": .string(facts.name), "quantity": .number(JSONNumber(facts.quantity, decimals: 3)),
                    "uom": .string(facts.unit),
                ]
            })
    }
}
