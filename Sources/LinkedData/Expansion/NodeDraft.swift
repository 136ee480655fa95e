import JSON

/// An expanded node, value, list or set while its members come in.
struct NodeDraft {
    var id: String?
    var types: [String]?
    /// Whether the type was written as an array, or as null: neither will do for a value.
    var typeIsArray = false
    var typeIsNull = false
    var value: JSONValue?
    var language: String?
    var direction: String?
    var index: String?
    var list: [JSONValue]?
    var set: [JSONValue]?
    var graph: [JSONValue]?
    var included: [JSONValue]?
    var reverse = Properties()
    var properties = Properties()
    /// Keywords that may come only once and have come.
    var seen: Set<String> = []

    /// Values by property, in the order in which they came.
    struct Properties {
        private(set) var all: [(name: String, values: [JSONValue])] = []
        private var positions: [Term: Int] = [:]

        var isEmpty: Bool { all.isEmpty }

        mutating func add(_ values: [JSONValue], to name: String) {
            if let position = position(of: name) {
                all[position].values += values
            } else {
                if all.count >= Self.smallCount {
                    if positions.isEmpty { for known in all.indices { positions[Term(all[known].name)] = known } }
                    positions[Term(name)] = all.count
                }
                all.append((name, values))
            }
        }

        private func position(of name: String) -> Int? {
            let term = Term(name)
            return positions.isEmpty ? all.firstIndex { Term($0.name) == term } : positions[term]
        }

        /// Up to here, comparing names is cheaper than a table.
        private static let smallCount = 16

        var members: [(String, JSONValue)] { all.map { ($0.name, .array($0.values)) } }
    }

    /// How many members the expanded object has.
    var count: Int { object.count }

    /// The members of an expanded node.
    var object: [(String, JSONValue)] {
        var members: [(String, JSONValue)] = []
        func add(_ name: String, _ value: JSONValue?) { if let value { members.append((name, value)) } }
        add("@id", id.map(JSONValue.string))
        add("@type", types.map { .array($0.map(JSONValue.string)) })
        add("@value", value)
        add("@language", language.map(JSONValue.string))
        add("@direction", direction.map(JSONValue.string))
        add("@index", index.map(JSONValue.string))
        add("@list", list.map(JSONValue.array))
        add("@set", set.map(JSONValue.array))
        add("@graph", graph.map(JSONValue.array))
        add("@included", included.map(JSONValue.array))
        if !reverse.isEmpty { add("@reverse", .object(JSONObject(reverse.members))) }
        return members + properties.members
    }
}
