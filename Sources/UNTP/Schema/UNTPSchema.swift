package import JSON

/// The schemas of the releases, as far as their shape is certain.
package enum UNTPSchema {
    private struct Key: Hashable {
        let type: CredentialType
        let release: Release
    }

    private static let compiled: [Key: JSONSchema] = compile()

    /// The releases that have schemas, oldest first.
    private static let releases: [Release] = [.v0_4_2, .v0_5_0, .v0_6_0, .v0_6_1, .v0_7_0]

    private static func compile() -> [Key: JSONSchema] {
        var schemas: [Key: JSONSchema] = [:]
        for release in releases {
            for type in CredentialType.allCases {
                // The tables are ours; a test compiles each of them.
                schemas[Key(type: type, release: release)] = document(type, release: release).flatMap {
                    try? JSONSchema(compiling: $0, assertingFormats: Set(SchemaFormat.allCases))
                }
            }
        }
        return schemas
    }

    /// Whether the shape of a type is known in a release.
    package static func isKnown(_ type: CredentialType, in release: Release) -> Bool {
        switch release {
        case .v0_7_0: Release0_7_0.notation(of: type) != nil
        case .v0_4_2: type != .dia
        default: releases.contains(release)
        }
    }

    /// The violations of a credential of a release, formats asserted; none where its shape is not known.
    package static func violations(
        in credential: JSONView, type: CredentialType, release: Release = .v0_6_1
    ) -> [SchemaViolation] {
        guard let schema = compiled[Key(type: type, release: release)], !schema.isValid(credential) else { return [] }
        return schema.violations(in: credential)
    }

    /// The schema of a type as a document of JSON Schema 2020-12; nil where its shape is not known.
    package static func document(_ type: CredentialType, release: Release) -> JSONValue? {
        switch release {
        case .v0_6_0, .v0_6_1: document(type, ofSixth: release)
        case .v0_4_2: Release0_4_2.notation(of: type).flatMap(noted)
        case .v0_5_0: noted(Release0_5_0.notation(of: type))
        case .v0_7_0: Release0_7_0.notation(of: type).flatMap(noted)
        default: nil
        }
    }

    /// The schema of a type in release 0.6.1.
    package static func document(_ type: CredentialType) -> JSONValue { document(type, ofSixth: .v0_6_1) }

    /// The schema that a notation stands for: its shape `credential` and what that refers to.
    private static func noted(_ notation: String) -> JSONValue? {
        let shapes = ShapeNotation.shapes(notation)
        guard let root = shapes.first(where: { $0.name == "credential" }) else { return nil }
        var schema = root.schema
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        schema["$defs"] = .object(
            JSONObject(shapes.filter { $0.name != root.name }.map { ($0.name, $0.schema) }))
        return schema
    }

    private static func document(_ type: CredentialType, ofSixth release: Release) -> JSONValue {
        var (shapes, subject) = TypeShapes.shapes(of: type)
        if release == .v0_6_0 { shapes = shapes.map(Release0_6_0.former) }
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
                    ["const": .string(type.context(of: release.version))],
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
