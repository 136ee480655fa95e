/// One schema object, compiled: each keyword in the form in which it is fastest to check.
///
/// A class, because a check looks at hundreds of nodes, and a copy of one would cost dozens of references. Unchecked:
/// the compiler fills a node before anybody else sees it, and nothing changes it afterwards.
final class SchemaNode: @unchecked Sendable {
    var location = ""
    /// The schema resource that it belongs to, for dynamic references.
    var resource = 0
    /// For the schemas `true` and `false`.
    var constant: Bool?

    var types: TypeSet?
    var enumeration: [JSONValue]?
    var constValue: JSONValue?

    var minimum: JSONNumber?
    var maximum: JSONNumber?
    var exclusiveMinimum: JSONNumber?
    var exclusiveMaximum: JSONNumber?
    var multipleOf: JSONNumber?

    var minLength: Int?
    var maxLength: Int?
    var pattern: (source: String, pattern: SchemaPattern)?
    var format: SchemaFormat?

    var minItems: Int?
    var maxItems: Int?
    var uniqueItems = false
    var prefixItems: [Int] = []
    var items: Int?
    var contains: Int?
    var minContains = 1
    var maxContains: Int?
    var unevaluatedItems: Int?

    var minProperties: Int?
    var maxProperties: Int?
    var names = NameTable()
    var requiredNames: [String] = []
    var patternProperties: [(SchemaPattern, Int)] = []
    var additionalProperties: Int?
    var propertyNames: Int?
    var dependentRequired: [(String, [String])] = []
    var dependentSchemas: [(String, Int)] = []
    var unevaluatedProperties: Int?

    var allOf: [Int] = []
    var anyOf: [Int] = []
    var oneOf: [Int] = []
    var not: Int?
    var ifSchema: Int?
    var thenSchema: Int?
    var elseSchema: Int?
    var reference: Int?
    var dynamicReference: (target: Int, anchor: String?)?

    var hasArrayKeywords = false
    var hasObjectKeywords = false

    /// The types of JSON Schema as a set of bits.
    struct TypeSet: OptionSet, Sendable {
        let rawValue: UInt8
        static let null = TypeSet(rawValue: 1)
        static let boolean = TypeSet(rawValue: 2)
        static let number = TypeSet(rawValue: 4)
        static let integer = TypeSet(rawValue: 8)
        static let string = TypeSet(rawValue: 16)
        static let array = TypeSet(rawValue: 32)
        static let object = TypeSet(rawValue: 64)

        static let byName: [(String, TypeSet)] = [
            ("null", .null), ("boolean", .boolean), ("number", .number), ("integer", .integer), ("string", .string),
            ("array", .array), ("object", .object),
        ]

        var names: String {
            Self.byName.filter { contains($0.1) }.map(\.0).joined(separator: " or ")
        }
    }
}

/// The property names that one schema object knows, found by their bytes without making a string.
struct NameTable: Sendable {
    struct Entry: Sendable {
        let bytes: [UInt8]
        /// The schema of the property, or -1.
        var schema: Int
        /// The position of the name in `required`, or -1.
        var required: Int
    }

    private(set) var entries: [Entry] = []
    private var slots: [Int16] = []

    var isEmpty: Bool { entries.isEmpty }

    mutating func add(_ name: String, schema: Int = -1, required: Int = -1) {
        let bytes = Array(name.utf8)
        if let index = entries.firstIndex(where: { $0.bytes == bytes }) {
            if schema >= 0 { entries[index].schema = schema }
            if required >= 0 { entries[index].required = required }
        } else {
            entries.append(Entry(bytes: bytes, schema: schema, required: required))
        }
        rebuild()
    }

    private mutating func rebuild() {
        var size = 8
        while size < entries.count * 2 { size *= 2 }
        slots = [Int16](repeating: -1, count: size)
        for (index, entry) in entries.enumerated() {
            var slot = Int(Self.hash(entry.bytes.span, 0..<entry.bytes.count)) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int16(index)
        }
    }

    private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for index in range { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
        return hash ^ hash >> 15
    }

    /// The position of a name's entry, or -1.
    func entry(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        guard !entries.isEmpty else { return -1 }
        var slot = Int(Self.hash(bytes, range)) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if Self.equals(entries[index].bytes, bytes, range) { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        return -1
    }

    private static func equals(_ name: [UInt8], _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard name.count == range.count else { return false }
        for offset in 0..<name.count where name[offset] != bytes[range.lowerBound + offset] { return false }
        return true
    }
}
