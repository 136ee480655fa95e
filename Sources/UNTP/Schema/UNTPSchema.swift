package import JSON

/// The schemas of release 0.6.1.
package enum UNTPSchema {
    private static let compiled: [CredentialType: JSONSchema] = compile(Set(SchemaFormat.allCases))
    private static let compiledAsPython: [CredentialType: JSONSchema] = compile([.date, .dateTime])

    private static func compile(_ formats: Set<SchemaFormat>) -> [CredentialType: JSONSchema] {
        var schemas: [CredentialType: JSONSchema] = [:]
        for type in CredentialType.allCases {
            // The tables are ours; a test compiles each of them.
            schemas[type] = try? JSONSchema(compiling: document(type), assertingFormats: formats)
        }
        return schemas
    }

    /// The violations of a credential of release 0.6.1, formats asserted.
    package static func violations(in credential: JSONView, type: CredentialType) -> [SchemaViolation] {
        guard let schema = compiled[type], !schema.isValid(credential) else { return [] }
        return schema.violations(in: credential)
    }

    /// Whether a credential is valid with the formats asserted that Python's `jsonschema` knows without extras.
    package static func isValidWithDatesAsserted(_ credential: JSONView, type: CredentialType) -> Bool {
        compiledAsPython[type]?.isValid(credential) ?? false
    }

    /// The schema of a type as a document of JSON Schema 2020-12.
    package static func document(_ type: CredentialType) -> JSONValue {
        let (shapes, subject) = TypeShapes.shapes(of: type)
        var definitions = JSONObject(shapes.map { ($0.name, $0.schema) })
        if type == .dfr {
            // A list of type names is accepted where coordinates are meant: so the published schema has it.
            definitions["Point3DType"] = Shape.typeSchema(["Point3D"])
            definitions["Point3DWrapperType"] = Shape.typeSchema(["Point3DWrapper"])
        }
        let properties: JSONValue = [
            "type": Shape.typeSchema([type.typeName, "VerifiableCredential"]),
            "@context": [
                "type": "array", "items": ["type": "string"], "minItems": 2, "uniqueItems": true,
                "prefixItems": [
                    ["const": "https://www.w3.org/ns/credentials/v2"],
                    ["const": .string(type.context(of: Release.v0_6_1.version))],
                ],
            ],
            "id": Shape.Value.uri.schema, "issuer": Shape.Value.object("CredentialIssuer").schema,
            "validFrom": Shape.Value.stamp.schema, "validUntil": Shape.Value.stamp.schema,
            "credentialSubject": subject.schema,
        ]
        var schema: JSONValue = [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": properties,
            "required": ["@context", "id", "issuer"], "$defs": .object(definitions),
        ]
        // Events alone have no end of validity.
        if type == .dte { schema[pointer: JSONPointer(["properties", "validUntil"])] = nil }
        return schema
    }
}
