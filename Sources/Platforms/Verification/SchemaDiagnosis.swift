import Credentials
import JSON

/// Names the failure mode behind a breach of the data model or of a schema.
///
/// A schema says that a value is wrong; which habit of an implementation made it wrong is read off the value itself.
struct SchemaDiagnosis: Sendable {
    /// What the data model's violations amount to.
    private(set) var model: [Named] = []
    /// What the schema's violations amount to, but for what the data model's do already.
    private(set) var schema: [Named] = []

    /// A failure mode at one place of a credential.
    struct Named: Sendable {
        let code: String
        let pointer: String
        let sent: String
        let expected: String
    }

    /// Names the failure modes behind violations, one entry for each code and place.
    ///
    /// - Parameter isExtended: Whether the credential has contexts that are not of the core.
    init(
        _ modelViolations: [DataModelViolation], _ schemaViolations: [SchemaViolation], in credential: JSONView,
        isExtended: Bool
    ) {
        guard !modelViolations.isEmpty || !schemaViolations.isEmpty else { return }
        let isVersion1 = modelViolations.contains { $0.rule == .isVersion1_1 }
        model = modelViolations.compactMap { Self.diagnose($0, isVersion1: isVersion1, in: credential) }
        let known = Set(model.map(\.code))
        schema = schemaViolations.compactMap { Self.diagnose($0, isVersion1: isVersion1, in: credential) }
            .filter { !known.contains($0.code) }
        guard isExtended else { return }
        // What an extension takes away from the core is the extension's doing.
        schema = schema.map { violation in
            violation.code == "schema-violation"
                ? Named(
                    code: "extension-breaks-core", pointer: violation.pointer, sent: violation.sent,
                    expected: violation.expected) : violation
        }
    }

    private static func diagnose(
        _ violation: DataModelViolation, isVersion1: Bool, in credential: JSONView
    ) -> Named? {
        let code: String
        switch violation.rule {
        case .isVersion1_1: code = "vcdm-1-1-vs-2-0"
        case .firstContextNotV2, .missingContext:
            if isVersion1 { return nil }
            code = namesVersion2(credential["@context"]) ? "context-order" : "data-model-violation"
        case .badValidFrom, .badValidUntil: code = "datetime-shape"
        default: code = "data-model-violation"
        }
        return Named(
            code: code, pointer: violation.pointer.description, sent: violation.found, expected: violation.expected)
    }

    private static func diagnose(
        _ violation: SchemaViolation, isVersion1: Bool, in credential: JSONView
    ) -> Named? {
        let place = violation.instance.description
        let value = credential[pointer: violation.instance]
        let code: String
        if place.hasPrefix("/@context") {
            // What an inline context does is judged by what it defines.
            if isVersion1 || value?.kind == .object { return nil }
            code = isOtherOrder(violation, in: credential["@context"]) ? "context-order" : "schema-violation"
        } else if place == "/credentialStatus/statusListIndex" {
            code = "schema-contradicts-standard"
        } else if violation.keyword == "required", violation.expected.contains("conformance"),
            place.hasPrefix("/credentialSubject/conformityClaim/")
        {
            code = "claim-flag-removed"
        } else if place == "/issuer", value?.kind == .string {
            code = "issuer-string-vs-object"
        } else {
            code = habit(behind: violation, value: value)
        }
        return Named(code: code, pointer: place, sent: violation.found, expected: violation.expected)
    }

    /// The habit that a violation of one keyword shows.
    private static func habit(behind violation: SchemaViolation, value: JSONView?) -> String {
        switch violation.keyword {
        case "type":
            if violation.expected.contains("number"), let text = value?.string, Double(text) != nil {
                return "number-as-text"
            }
            return violation.expected.contains("array") || value?.kind == .array
                ? "single-vs-array" : "schema-violation"
        case "pattern", "format":
            if let text = value?.string, DateTimeStamp(lenient: text) != nil { return "datetime-shape" }
            if ["validFrom", "validUntil"].contains(violation.instance.tokens.last) { return "datetime-shape" }
            if violation.keyword == "format", violation.expected.contains("uri"), let text = value?.string,
                isRelative(text)
            {
                return "relative-id-dropped"
            }
            return violation.keyword == "format" ? "format-assertion-differs" : "schema-violation"
        case "additionalProperties", "unevaluatedProperties": return "extra-property-policy"
        case "enum": return "enum-code-changed"
        default: return "schema-violation"
        }
    }

    /// Whether a text is a reference that says something only beside a base: RFC 3986, section 4.2.
    private static func isRelative(_ text: String) -> Bool {
        !text.isEmpty && !text.contains(":") && !text.contains(" ")
    }

    /// Whether what is missed in one place of the contexts stands in another.
    private static func isOtherOrder(_ violation: SchemaViolation, in contexts: JSONView?) -> Bool {
        contexts?.elements.compactMap(\.string).contains { violation.expected.contains("\"\($0)\"") } ?? false
    }

    private static func namesVersion2(_ contexts: JSONView?) -> Bool {
        guard let contexts, contexts.kind == .array else { return false }
        return contexts.elements.contains { $0.string == CredentialModel.contextV2 }
    }
}
