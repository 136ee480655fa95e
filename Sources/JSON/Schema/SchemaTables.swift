/// A compiled schema: one small record a schema object, and beside it the rules of each kind that it has.
///
/// The records hold no references, so that walking over them costs no counting; most schema objects have rules of one
/// or two kinds. A class, because every check of a document shares it.
final class SchemaTables: Sendable {
    let nodes: [SchemaNode]
    let locations: [String]
    let rules: SchemaRules
    /// By schema resource: the nodes that its dynamic anchors name.
    let dynamicAnchors: [[String: Int]]
    /// Whether some schema object has to know what others evaluated.
    let tracksEvaluation: Bool

    init(
        nodes: [SchemaNode], locations: [String], rules: SchemaRules, dynamicAnchors: [[String: Int]],
        tracksEvaluation: Bool
    ) {
        self.nodes = nodes
        self.locations = locations
        self.rules = rules
        self.dynamicAnchors = dynamicAnchors
        self.tracksEvaluation = tracksEvaluation
    }
}

/// One schema object.
struct SchemaNode: Sendable {
    /// For the schemas `true` and `false`.
    var constant: Bool?
    var types: SchemaTypes = .all
    /// The schema resource that it belongs to, for dynamic references.
    var resource: Int32 = 0

    // Positions in the rules, or -1 for none.
    var values: Int32 = -1
    var numbers: Int32 = -1
    var strings: Int32 = -1
    var arrays: Int32 = -1
    var objects: Int32 = -1
    var inPlace: Int32 = -1
}

/// The rules of all schema objects, by what they are about.
struct SchemaRules: Sendable {
    var values: [ValueRules] = []
    var numbers: [NumberRules] = []
    var strings: [StringRules] = []
    var arrays: [ArrayRules] = []
    var objects: [ObjectRules] = []
    var inPlace: [InPlaceRules] = []
}

/// `const` and `enum`.
struct ValueRules: Sendable {
    let hasConstant: Bool
    let hasEnumeration: Bool
    let constant: AllowedValues
    let enumeration: AllowedValues

    init(constant: JSONValue?, enumeration: [JSONValue]?) {
        hasConstant = constant != nil
        hasEnumeration = enumeration != nil
        self.constant = AllowedValues(constant.map { [$0] } ?? [])
        self.enumeration = AllowedValues(enumeration ?? [])
    }
}

/// Values of which one has to stand.
struct AllowedValues: Sendable {
    let values: [JSONValue]
    /// The strings among them, for finding one without comparing it with each.
    private(set) var strings = NameTable()

    init(_ values: [JSONValue]) {
        self.values = values
        for text in values.compactMap(\.string) { strings.add(text) }
    }
}

struct NumberRules: Sendable {
    var minimum: NumberBound?
    var maximum: NumberBound?
    var exclusiveMinimum: NumberBound?
    var exclusiveMaximum: NumberBound?
    var multipleOf: NumberBound?
}

struct StringRules: Sendable {
    var minLength: Int?
    var maxLength: Int?
    var pattern: SchemaPattern?
    var format: SchemaFormat?
}

struct ArrayRules: Sendable {
    var minItems: Int?
    var maxItems: Int?
    var uniqueItems = false
    var prefixItems: [Int] = []
    var items: Int?
    var contains: Int?
    var minContains = 1
    var maxContains: Int?
    var unevaluatedItems: Int?
}

struct ObjectRules: Sendable {
    var minProperties: Int?
    var maxProperties: Int?
    /// The names in `properties` and `required`.
    var names = NameTable()
    var requiredNames: [String] = []
    var patternProperties: [(pattern: SchemaPattern, schema: Int)] = []
    var additionalProperties: Int?
    var propertyNames: Int?
    var dependentRequired: [(name: String, others: [String])] = []
    var dependentSchemas: [(name: String, schema: Int)] = []
    var hasDependencies: Bool { !dependentRequired.isEmpty || !dependentSchemas.isEmpty }
    var unevaluatedProperties: Int?
}

/// The keywords that apply further schemas to the same value.
struct InPlaceRules: Sendable {
    var reference: Int?
    /// Whether there is a reference and nothing else, which is by far the most frequent.
    var isReference = false
    var dynamicReference: (target: Int, anchor: String?)?
    var allOf: [Int] = []
    var anyOf: [Int] = []
    var oneOf: [Int] = []
    var not: Int?
    var ifSchema: Int?
    var thenSchema: Int?
    var elseSchema: Int?
}

/// The types of JSON Schema as a set of bits.
struct SchemaTypes: OptionSet, Sendable {
    let rawValue: UInt8
    static let null = SchemaTypes(rawValue: 1)
    static let boolean = SchemaTypes(rawValue: 2)
    static let number = SchemaTypes(rawValue: 4)
    static let integer = SchemaTypes(rawValue: 8)
    static let string = SchemaTypes(rawValue: 16)
    static let array = SchemaTypes(rawValue: 32)
    static let object = SchemaTypes(rawValue: 64)
    static let all = SchemaTypes(rawValue: 127)

    static let byName: [(String, SchemaTypes)] = [
        ("null", .null), ("boolean", .boolean), ("number", .number), ("integer", .integer), ("string", .string),
        ("array", .array), ("object", .object),
    ]

    var names: String { Self.byName.filter { contains($0.1) }.map(\.0).joined(separator: " or ") }
}
