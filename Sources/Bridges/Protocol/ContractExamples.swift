package import JSON

extension AdapterContract {
    /// An example of a message; nil where there is none of that name.
    package static func example(of message: String) -> JSONValue? {
        switch message {
        case "error":
            return [
                "jsonrpc": "2.0", "id": 3, "error": ["code": -32001, "message": "no certificates of release 0.7.0"],
            ]
        case "notification": return ["jsonrpc": "2.0", "method": "progress", "params": ["done": 1]]
        default: break
        }
        let parts = message.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let method = AdapterMethod(rawValue: String(parts[0])),
            let position = AdapterMethod.allCases.firstIndex(of: method)
        else { return nil }
        var example: JSONValue = ["jsonrpc": "2.0", "id": .number(JSONNumber(position + 1))]
        if parts[1] == "question" {
            example["method"] = .string(method.rawValue)
            example["params"] = method.exampleQuestion
        } else {
            example["result"] = method.exampleResult
        }
        return example
    }
}

extension AdapterMethod {
    private static let time: JSONValue = 1_767_225_600
    private static let did: JSONValue = "did:web:did.acme.example:mill"
    private static let token = "eyJhbGciOiJFZERTQSJ9.eyJpZCI6InVybjp1dWlkOjEifQ.c2lnbmF0dXJl"
    private static let document: JSONValue = [
        "url": "https://credentials.acme.example/dpp/1", "contentType": "application/vc+jwt", "body": .string(token),
    ]
    private static let capability: JSONValue = [
        "types": ["dpp", "dcc"], "releases": ["0.6.0", "0.6.1"], "securing": ["enveloped", "token"],
        "algorithms": ["EdDSA", "ES256"],
    ]

    fileprivate var exampleQuestion: JSONValue {
        switch self {
        case .describe:
            [
                "protocol": .string(AdapterContract.version), "now": Self.time,
                "origins": [
                    "resolver": "https://id.acme.example", "storage": "https://credentials.acme.example",
                    "status": "https://status.acme.example", "did": "https://did.acme.example",
                ],
            ]
        case .enrol: ["slug": "mill", "name": "Acme Mill"]
        case .issue:
            [
                "credential": [
                    "@context": [
                        "https://www.w3.org/ns/credentials/v2",
                        "https://test.uncefact.org/vocabulary/untp/dpp/0.6.1/",
                    ],
                    "type": ["DigitalProductPassport", "VerifiableCredential"], "id": "urn:uuid:1",
                    "issuer": ["id": Self.did, "name": "Acme Mill"], "credentialSubject": ["type": ["ProductPassport"]],
                ],
                "type": "dpp", "release": "0.6.1", "securing": "token", "now": Self.time,
            ]
        case .answer:
            [
                "method": "GET", "url": "https://id.acme.example/01/09520123456788?linkType=all",
                "headers": ["accept": "application/linkset+json"], "now": Self.time,
            ]
        case .verify:
            [
                "credential": Self.document, "expected": "dpp", "trusted": ["did:web:register.example"],
                "documents": [
                    [
                        "url": "https://did.acme.example/mill/did.json", "contentType": "application/did+json",
                        "body": "{\"id\":\"did:web:did.acme.example:mill\"}",
                    ],
                    ["url": "https://status.acme.example/1", "status": 503],
                ],
                "now": Self.time,
            ]
        case .setStatus: ["credential": "urn:uuid:1", "purpose": "revocation", "isSet": true, "now": Self.time]
        case .link:
            [
                "subject": Self.did, "relation": "untp:dia", "target": "https://register.example/anchors/1",
                "title": "identity anchor",
            ]
        }
    }

    fileprivate var exampleResult: JSONValue {
        switch self {
        case .describe:
            [
                "protocol": .string(AdapterContract.version), "name": "Acme Trace", "version": "4.2",
                "issues": Self.capability, "verifies": Self.capability,
                "serves": ["resolver", "storage", "status", "did"], "enrolsParties": true, "setsStatus": true,
                "takesLinks": true,
            ]
        case .enrol: ["did": Self.did]
        case .issue: Self.document
        case .answer:
            [
                "status": 200, "headers": ["content-type": "application/linkset+json"], "body": "{\"linkset\":[]}",
            ]
        case .verify:
            [
                "verdict": "indeterminate",
                "reasons": [
                    [
                        "code": "status-list-unreachable", "message": "the list could not be fetched",
                        "pointer": "/credentialStatus/0",
                    ]
                ],
            ]
        case .setStatus, .link: [:]
        }
    }
}
