import JSON

/// Makes up documents that are valid by one of our schemas: every required member, and some of the others.
struct DocumentGenerator {
    let schema: JSONValue
    var random: SeededRandom

    mutating func document() -> JSONValue { value(of: schema, depth: 0) }

    private mutating func value(of schema: JSONValue, depth: Int) -> JSONValue {
        if let reference = schema["$ref"]?.string {
            let name = String(reference.split(separator: "/").last ?? "")
            return value(of: self.schema["$defs"]?[name] ?? .null, depth: depth + 1)
        }
        if let options = schema["oneOf"]?.array, let first = options.first {
            return value(of: options[random.below(options.count)], depth: depth + 1)["type"] == nil
                ? value(of: first, depth: depth + 1) : value(of: options[random.below(options.count)], depth: depth + 1)
        }
        if let only = schema["const"] { return only }
        if let codes = schema["enum"]?.array { return codes[random.below(codes.count)] }
        switch schema["type"]?.string {
        case "object": return object(schema, depth: depth)
        case "array": return array(schema, depth: depth)
        case "number": return .number(JSONNumber(Double(random.below(1000)) / 4, decimals: 2))
        case "integer": return .number(JSONNumber(random.below(1000)))
        case "boolean": return .bool(random.below(2) == 0)
        default:
            return switch schema["format"]?.string {
            case "uri": .string("https://example.com/\(random.below(1000))")
            case "date": .string("2026-0\(1 + random.below(9))-11")
            case "date-time": .string("2026-0\(1 + random.below(9))-11T10:00:00Z")
            default: .string("text \(random.below(1000))")
            }
        }
    }

    private mutating func object(_ schema: JSONValue, depth: Int) -> JSONValue {
        let required = schema["required"]?.array?.compactMap(\.string) ?? []
        var object = JSONObject()
        for (name, property) in schema["properties"]?.object?.map({ ($0.name, $0.value) }) ?? [] {
            guard required.contains(name) || depth < 9 && random.below(depth < 4 ? 2 : 4) == 0 || name == "type" else {
                continue
            }
            object[name] = value(of: property, depth: depth + 1)
        }
        return .object(object)
    }

    private mutating func array(_ schema: JSONValue, depth: Int) -> JSONValue {
        if let first = schema["prefixItems"]?.array { return .array(first.compactMap { $0["const"] }) }
        let contained = (schema["allOf"]?.array ?? []).compactMap { $0["contains"]?["const"] }
        if !contained.isEmpty { return .array(contained) }
        let items = schema["items"] ?? .null
        return .array((0..<(1 + random.below(2))).map { _ in value(of: items, depth: depth + 1) })
    }
}
