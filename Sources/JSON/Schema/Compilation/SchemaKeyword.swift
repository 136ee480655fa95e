/// How the keywords that hold schemas hold them.
enum SchemaKeyword {
    enum Shape { case schema, list, map }

    static let singleSchemas = [
        "not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames", "unevaluatedItems",
        "unevaluatedProperties",
    ]

    static let shape: [String: Shape] = {
        var shape: [String: Shape] = [
            "allOf": .list, "anyOf": .list, "oneOf": .list, "prefixItems": .list, "$defs": .map, "definitions": .map,
            "properties": .map, "patternProperties": .map, "dependentSchemas": .map, "contentSchema": .schema,
        ]
        for name in singleSchemas { shape[name] = .schema }
        return shape
    }()

    static let inPlace = ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "not", "if", "then", "else"]
    static let forNumbers = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]
    static let forArrays = [
        "minItems", "maxItems", "uniqueItems", "prefixItems", "items", "contains", "unevaluatedItems",
    ]
    static let forObjects = [
        "minProperties", "maxProperties", "properties", "required", "patternProperties", "additionalProperties",
        "propertyNames", "dependentRequired", "dependentSchemas", "unevaluatedProperties",
    ]
}
