import JSON

/// One object of the UNTP data model: its fields, and whether it may have others.
///
/// The tables made of shapes are the source of the schema documents, of the compiled schemas and of the vocabulary.
struct Shape: Sendable {
    let name: String
    let isClosed: Bool
    /// What its `type` has to contain; nil where the object has no type.
    let types: [String]?
    let fields: [Field]

    struct Field: Sendable {
        let name: String
        let value: Value
        var isRequired = false
        /// The name of a field that has to be there too where this one is.
        var needs: String?
    }

    indirect enum Value: Sendable {
        case string, number, boolean, uri, date, dateTime
        /// A date and time in the pattern of an XML Schema dateTimeStamp.
        case stamp
        case integer(minimum: Int?)
        case codes([String])
        /// A list of some texts, no more and no less.
        case exactly([String])
        /// A list of contexts that begins with some.
        case contexts([String])
        case object(String)
        case list(Value)
        /// Exactly one of several.
        case oneOf([Value])
    }

    static func open(_ name: String, types: [String]? = nil, _ fields: [Field]) -> Shape {
        Shape(name: name, isClosed: false, types: types, fields: fields)
    }

    /// An object whose one type has its name, closed unless said otherwise.
    static func typed(_ name: String, isClosed: Bool, also: [String] = [], _ fields: [Field]) -> Shape {
        Shape(name: name, isClosed: isClosed, types: [name] + also, fields: fields)
    }
}

extension Shape.Field {
    static func required(_ name: String, _ value: Shape.Value) -> Shape.Field {
        Shape.Field(name: name, value: value, isRequired: true)
    }

    static func optional(_ name: String, _ value: Shape.Value) -> Shape.Field {
        Shape.Field(name: name, value: value)
    }
}

// MARK: From shapes to JSON Schema

extension Shape {
    var schema: JSONValue {
        var properties = JSONObject()
        if let types { properties["type"] = Self.typeSchema(types) }
        for field in fields { properties[field.name] = field.value.schema }
        var schema = JSONObject([("type", "object")])
        schema["properties"] = .object(properties)
        let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { schema["required"] = .array(required) }
        if isClosed { schema["additionalProperties"] = false }
        let needs = fields.compactMap { field in field.needs.map { (field.name, [.string($0)] as JSONValue) } }
        if !needs.isEmpty { schema["dependentRequired"] = .object(JSONObject(needs)) }
        return .object(schema)
    }

    /// An array of strings that contains each of some names.
    static func typeSchema(_ names: [String]) -> JSONValue {
        [
            "type": "array", "items": ["type": "string"],
            "allOf": .array(names.map { ["contains": ["const": .string($0)]] }),
        ]
    }
}

extension Shape.Value {
    var schema: JSONValue {
        switch self {
        case .string: ["type": "string"]
        case .number: ["type": "number"]
        case .boolean: ["type": "boolean"]
        case .uri: ["type": "string", "format": "uri"]
        case .date: ["type": "string", "format": "date"]
        case .dateTime: ["type": "string", "format": "date-time"]
        case .stamp: ["type": "string", "format": "date-time", "pattern": .string(Self.stampPattern)]
        case .integer(nil): ["type": "integer"]
        case .integer(let minimum?): ["type": "integer", "minimum": .number(JSONNumber(minimum))]
        case .exactly(let texts):
            [
                "type": "array", "items": ["type": "string"],
                "const": .array(texts.map(JSONValue.string)),
            ]
        case .contexts(let first):
            [
                "type": "array", "items": ["type": "string"], "minItems": .number(JSONNumber(first.count)),
                "uniqueItems": true, "prefixItems": .array(first.map { ["const": .string($0)] }),
            ]
        case .codes(let codes): ["type": "string", "enum": .array(codes.map(JSONValue.string))]
        case .object(let name): ["$ref": .string("#/$defs/" + name)]
        case .list(let element): ["type": "array", "items": element.schema]
        case .oneOf(let values): ["oneOf": .array(values.map(\.schema))]
        }
    }

    /// XML Schema 1.1, dateTimeStamp, lexical mapping.
    private static let stampPattern = {
        let year = "-?([1-9][0-9]{3,}|0[0-9]{3})"
        let day = "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
        let time = "(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?|(24:00:00(\\.0+)?))"
        let zone = "(Z|(\\+|-)((0[0-9]|1[0-3]):[0-5][0-9]|14:00))"
        return "^\(year)-\(day)T\(time)\(zone)$"
    }()
}
