package import JSON
import Platforms
import UNTP

extension HTTPConfiguration {
    /// What a configuration file may hold, as a JSON Schema: files are checked by it, and editors can be given it.
    package static var schema: JSONValue {
        [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "How untp-sim speaks to a platform over HTTP",
            "type": "object", "additionalProperties": false,
            "properties": [
                "name": text("What the platform is called."),
                "version": text("Its version."),
                "issuer": did("The DID with which it issues."),
                "parties": [
                    "type": "string", "pattern": "^did:.*\\{party\\}",
                    "description":
                        "The DIDs of parties in whose name it issues, as did:web:{host}:{party}; {host} is the base URL's.",
                ],
                "issues": claim("What it issues; false for nothing."),
                "verifies": claim("What it verifies; false for nothing."),
                "serves": list(
                    of: PlatformHosts.Service.allCases.map(\.rawValue), "Which of its services answer requests."),
                "paths": object(
                    ["issue", "verify", "status", "link", "resolver"],
                    ["type": "string", "pattern": "^/", "description": "A path below the base URL."]),
                "timeHeader": [
                    "type": "string", "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$",
                    "description": "The header field in which the service is told the time, where it takes it.",
                ],
                "headers": [
                    "type": "object",
                    "additionalProperties": ["type": "string"],
                    "propertyNames": ["pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"],
                    "description":
                        "Header fields of every request; ${NAME} stands for a variable of the environment.",
                ],
                "origins": [
                    "type": "object",
                    "additionalProperties": ["type": "string", "pattern": "^/"],
                    "propertyNames": ["pattern": "^https?://[^/]+$"],
                    "description":
                        "Origins that credentials and DIDs name, and the path below the base URL that answers for each.",
                ],
                "options": object(
                    SecuringForm.allCases.map(\.rawValue) + ["verify"],
                    ["type": "object", "description": "The options of requests."]),
                "tells": object(
                    Told.allCases.map(\.rawValue),
                    text("The option in which the service is told this, where it takes it.")),
                "tokens": [
                    "enum": .array(TokenForm.allCases.map { .string($0.rawValue) }),
                    "description": "How a bare token is handed over for verification.",
                ],
                "seconds": [
                    "type": "number", "exclusiveMinimum": 0, "maximum": 3600,
                    "description": "The longest that an answer may take.",
                ],
                "bytes": [
                    "type": "integer", "minimum": 1024, "maximum": 1_073_741_824,
                    "description": "The most bytes that an answer may have.",
                ],
            ],
        ]
    }

    private static func text(_ description: String) -> JSONValue {
        ["type": "string", "description": .string(description)]
    }

    private static func did(_ description: String) -> JSONValue {
        ["type": "string", "pattern": "^did:", "description": .string(description)]
    }

    private static func list(of names: [String], _ description: String) -> JSONValue {
        [
            "type": "array", "items": ["enum": .array(names.map(JSONValue.string))], "uniqueItems": true,
            "description": .string(description),
        ]
    }

    private static func object(_ names: [String], _ member: JSONValue) -> JSONValue {
        [
            "type": "object", "additionalProperties": false,
            "properties": .object(JSONObject(names.map { ($0, member) })),
        ]
    }

    private static func claim(_ description: String) -> JSONValue {
        [
            "description": .string(description),
            "oneOf": [
                ["const": false],
                [
                    "type": "object", "additionalProperties": false,
                    "properties": [
                        "types": list(of: CredentialType.allCases.map(\.rawValue), "The credential types."),
                        "releases": list(of: Release.published.map(\.version), "The releases of UNTP."),
                        "securing": list(of: SecuringForm.allCases.map(\.rawValue), "The forms of securing."),
                        "algorithms": [
                            "type": "array", "items": ["type": "string"],
                            "description": "Signature algorithms, by their JOSE names.",
                        ],
                    ],
                ],
            ],
        ]
    }
}
