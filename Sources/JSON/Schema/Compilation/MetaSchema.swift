/// The meta-schema of draft 2020-12, so that schemas can refer to it without a network.
///
/// What the standard spreads over seven vocabularies stands in one document here, and is looked up under its one URI.
enum MetaSchema {
    static let uri = "https://json-schema.org/draft/2020-12/schema"

    static let documents: [String: JSONValue] = [uri: document]

    private static let recursion: JSONValue = ["$dynamicRef": "#meta"]
    private static let schemaList: JSONValue = ["type": "array", "minItems": 1, "items": recursion]
    private static let schemaMap: JSONValue = ["type": "object", "additionalProperties": recursion]
    private static let text: JSONValue = ["type": "string"]
    private static let count: JSONValue = ["type": "integer", "minimum": 0]
    private static let number: JSONValue = ["type": "number"]
    private static let flag: JSONValue = ["type": "boolean"]
    private static let texts: JSONValue = ["type": "array", "items": text, "uniqueItems": true]

    private static let document: JSONValue = {
        var properties = JSONObject()
        for name in SchemaKeyword.singleSchemas + ["contentSchema"] { properties[name] = recursion }
        for name in ["allOf", "anyOf", "oneOf", "prefixItems"] { properties[name] = schemaList }
        for name in ["$defs", "definitions", "properties", "patternProperties", "dependentSchemas"] {
            properties[name] = schemaMap
        }
        for name in [
            "$id", "$schema", "$ref", "$anchor", "$dynamicRef", "$dynamicAnchor", "$comment", "pattern", "format",
            "title", "description", "contentEncoding", "contentMediaType",
        ] { properties[name] = text }
        for name in [
            "minLength", "maxLength", "minItems", "maxItems", "minContains", "maxContains", "minProperties",
            "maxProperties",
        ] { properties[name] = count }
        for name in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] { properties[name] = number }
        for name in ["uniqueItems", "readOnly", "writeOnly", "deprecated"] { properties[name] = flag }
        let typeNames: JSONValue = [
            "enum": .array(SchemaTypes.byName.map { .string($0.0) })
        ]
        properties["multipleOf"] = ["type": "number", "exclusiveMinimum": 0]
        properties["required"] = texts
        properties["dependentRequired"] = ["type": "object", "additionalProperties": texts]
        properties["enum"] = ["type": "array"]
        properties["type"] = [
            "anyOf": [
                typeNames, ["type": "array", "items": typeNames, "minItems": 1, "uniqueItems": true],
            ]
        ]
        properties["$vocabulary"] = ["type": "object", "additionalProperties": flag]
        return [
            "$schema": .string(uri), "$id": .string(uri), "$dynamicAnchor": "meta",
            "$vocabulary": [
                "https://json-schema.org/draft/2020-12/vocab/core": true,
                "https://json-schema.org/draft/2020-12/vocab/applicator": true,
                "https://json-schema.org/draft/2020-12/vocab/unevaluated": true,
                "https://json-schema.org/draft/2020-12/vocab/validation": true,
            ],
            "type": ["object", "boolean"], "properties": .object(properties),
        ]
    }()
}
