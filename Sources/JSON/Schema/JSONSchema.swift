/// A JSON Schema of draft 2020-12, compiled once and then checked against any number of documents.
///
/// All keywords of the core, applicator, unevaluated, validation and format vocabularies are implemented. Formats are
/// annotations unless some are named as to be asserted.
package struct JSONSchema: Sendable {
    private let tables: SchemaTables
    private let root: Int

    /// Compiles a schema.
    ///
    /// - Parameters:
    ///   - schema: The schema document.
    ///   - uri: Where it was found, as the base of its references.
    ///   - resources: Other schema documents that references may lead to, by URI.
    ///   - formats: The formats that are asserted.
    /// - Throws: `JSONSchemaError` where a keyword has a value it can't have or a reference leads nowhere.
    package init(
        compiling schema: JSONValue, at uri: String = "schema:root", resources: [String: JSONValue] = [:],
        assertingFormats formats: Set<SchemaFormat> = []
    ) throws(JSONSchemaError) {
        var compiler = SchemaCompiler(resources: resources, formats: formats)
        root = try compiler.compileDocument(schema, at: uri)
        tables = compiler.tables
    }

    /// Whether a value is valid; stops at the first violation.
    package func isValid(_ value: JSONView) -> Bool {
        var validation = SchemaValidation(tables: tables, value: value, limit: 0)
        return validation.validate(value.index, by: root) && !validation.isCutOff
    }

    /// The violations of a value, outermost first, at most `limit`.
    package func violations(in value: JSONView, limit: Int = 64) -> [SchemaViolation] {
        var validation = SchemaValidation(tables: tables, value: value, limit: limit)
        _ = validation.validate(value.index, by: root)
        return validation.violations
    }
}

/// A schema that can't be compiled.
package struct JSONSchemaError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The place in the schema, as a URI with a JSON pointer.
    package let location: String
    package let problem: String

    package var description: String { "\(location): \(problem)" }
}

/// One way in which a document breaks its schema.
package struct SchemaViolation: Sendable, Hashable {
    /// The value that breaks it.
    package let instance: JSONPointer
    /// The keyword that it breaks; `false schema` where nothing at all may stand.
    package let keyword: String
    /// Where the keyword stands.
    package let schemaLocation: String
    /// What the keyword asks for, and what stands there, as short text.
    package let expected: String
    package let found: String

    package var message: String {
        "\(instance.tokens.isEmpty ? "the document" : instance.description): expected \(expected), found \(found)"
    }
}
