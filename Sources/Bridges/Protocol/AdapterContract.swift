package import JSON
import Platforms
import UNTP

/// The adapter protocol as data: what its schemas, its text and the checks of answers are derived from.
package enum AdapterContract {
    /// The version of the protocol. It changes when an adapter that keeps to the old one would be misunderstood.
    package static let version = "1"

    /// An error of JSON-RPC, section 5.1, or of this protocol.
    struct ErrorCode {
        let code: Int
        let meaning: String
        /// Whether it says that something can't be done or isn't there, rather than that something went wrong.
        var isUnsupported = false
    }

    static let errors = [
        ErrorCode(code: -32700, meaning: "The line is no JSON. `id` is null then."),
        ErrorCode(code: -32600, meaning: "The message is no request."),
        ErrorCode(code: -32601, meaning: "There is no such method. Counts as not supported.", isUnsupported: true),
        ErrorCode(code: -32602, meaning: "The parameters are not what you expect."),
        ErrorCode(code: -32603, meaning: "Something went wrong inside; say what."),
        ErrorCode(
            code: -32001,
            meaning: "You can't do this: a type, release or form that you don't claim. Counts as not supported.",
            isUnsupported: true),
        ErrorCode(
            code: -32002,
            meaning: "What is meant isn't there: a party or credential that you don't know. Counts as not supported.",
            isUnsupported: true),
    ]

    /// The names of the messages, each of which has a schema and an example.
    package static var messages: [String] {
        AdapterMethod.allCases.flatMap { ["\($0.rawValue).question", "\($0.rawValue).answer"] }
            + ["error", "notification"]
    }

    /// A JSON Schema that stands by itself, for a message; nil where there is none of that name.
    package static func schema(of message: String) -> JSONValue? {
        guard messages.contains(message) else { return nil }
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": .string("untp-sim adapter protocol \(version): \(message)"), "$ref": .string("#/$defs/\(message)"),
            "$defs": definitions,
        ]
    }

    /// A JSON Schema of all messages in both directions.
    package static var schema: JSONValue {
        [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": .string("untp-sim adapter protocol \(version)"), "anyOf": .array(messages.map(JSONValue.ref)),
            "$defs": definitions,
        ]
    }

    // MARK: Definitions

    /// A definition that the messages are made of.
    static func definition(_ name: String) -> JSONValue? { definitions[name] }

    private static let definitions: JSONValue = .object(JSONObject(values + messageDefinitions))

    private static var messageDefinitions: [(String, JSONValue)] {
        let methods = AdapterMethod.allCases.flatMap { method -> [(String, JSONValue)] in
            let name = method.rawValue
            return [
                (
                    "\(name).question",
                    message(["id": .ref("id"), "method": ["const": .string(name)], "params": method.question])
                ),
                ("\(name).answer", message(["id": .ref("id"), "result": method.result])),
            ]
        }
        let error: JSONValue = [
            "type": "object", "required": ["code", "message"],
            "properties": ["code": ["type": "integer"], "message": ["type": "string"]],
        ]
        return methods + [
            ("error", message(["id": ["type": ["integer", "null"]], "error": error])),
            (
                "notification",
                .record(
                    ["jsonrpc": ["const": "2.0"], "method": ["type": "string"]],
                    optional: ["params": ["type": ["array", "object"]]])
            ),
        ]
    }

    private static func message(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        let members = [("jsonrpc", ["const": "2.0"])] + members.map { ($0.key, $0.value) }
        return [
            "type": "object", "properties": .object(JSONObject(members)),
            "required": .array(members.map { .string($0.0) }), "additionalProperties": false,
        ]
    }

    /// What the messages are made of.
    private static let values: [(String, JSONValue)] = [
        ("id", ["type": "integer", "minimum": 1]),
        ("time", ["type": "integer", "description": "Seconds since 1970-01-01T00:00:00Z."]),
        ("word", ["type": "string", "minLength": 1, "maxLength": 2000]),
        ("did", ["type": "string", "pattern": "^did:[a-z0-9]+:[^\\s]+$", "maxLength": 2000]),
        ("url", ["type": "string", "pattern": "^https?://[^\\s\"<>]+$", "maxLength": 8000]),
        (
            "origin",
            [
                "type": "string", "pattern": "^https?://[^\\s/\"<>?#]+$", "maxLength": 300,
                "description": "Scheme, host, and a port if need be.",
            ]
        ),
        ("type", choices(CredentialType.self)),
        ("release", ["type": "string", "minLength": 1, "maxLength": 40, "description": "As 0.6.1."]),
        (
            "securing",
            choices(
                SecuringForm.self,
                """
                An EnvelopedVerifiableCredential with a token in it, a compact JWS by itself, a document with a Data \
                Integrity proof, or one without any proof.
                """)
        ),
        ("service", choices(PlatformHosts.Service.self)),
        (
            "verdict",
            choices(
                OutsideVerdict.Verdict.self,
                """
                `unsupported`: you can't read such a credential. `indeterminate`: you could not find out, because a \
                document can't be had, say.
                """)
        ),
        (
            "status",
            [
                "type": "integer", "minimum": 200, "maximum": 599,
                "description": "A status of HTTP; where it may be absent, that means 200.",
            ]
        ),
        (
            "origins",
            [
                "type": "object", "propertyNames": .ref("service"), "additionalProperties": .ref("url"),
                "description": "The origin of each of your services: scheme, host, and a path if need be.",
            ]
        ),
        (
            "headers",
            [
                "type": "object", "maxProperties": 100, "additionalProperties": ["type": "string", "maxLength": 8000],
                "propertyNames": ["pattern": "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", "maxLength": 200],
                "description": "Repeated fields are joined with a comma: RFC 9110, section 5.3.",
            ]
        ),
        (
            "capability",
            .record([
                "types": .list(of: .ref("type")), "releases": .list(of: .ref("release")),
                "securing": .list(of: .ref("securing")), "algorithms": .list(of: .ref("word")),
            ])
        ),
        (
            "document",
            .record(
                ["url": .ref("url")],
                optional: ["status": .ref("status"), "contentType": ["type": "string", "maxLength": 1000]], body: true)
        ),
        (
            "reason",
            .record(
                ["code": .ref("word")],
                optional: [
                    "message": ["type": "string"], "pointer": ["type": "string", "pattern": "^(/([^~/]|~[01])*)*$"],
                ])
        ),
    ]

    private static func choices<Choice: CaseIterable & RawRepresentable<String>>(
        _ type: Choice.Type, _ description: String? = nil
    ) -> JSONValue {
        var schema: JSONValue = ["enum": .array(type.allCases.map { .string($0.rawValue) })]
        schema["description"] = description.map(JSONValue.string)
        return schema
    }
}
