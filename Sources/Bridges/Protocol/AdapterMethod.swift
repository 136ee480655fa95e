import JSON

/// What a platform outside can be asked: the methods of the adapter protocol, one for each call of `Adapter` but `close`.
package enum AdapterMethod: String, Sendable, CaseIterable {
    case describe, enrol, issue, answer, verify, setStatus, link

    /// What it is for, in words.
    var purpose: String {
        switch self {
        case .describe:
            """
            Says who you are and what you can do. Asked first, and again after a restart. `origins` is where others \
            look for each of your services, `now` the simulated time. Claim only what you want to be tried. Where \
            URLs and DIDs of yours name other origins than those that you are told, list them as `origins`, and you \
            are asked for them as well.
            """
        case .enrol:
            """
            Takes on a party in whose name you will issue, and answers its DID. Asked only where `describe` says \
            `enrolsParties`. The same slug must give the same DID, after a restart too.
            """
        case .issue:
            """
            Secures a credential in the form that `securing` names and answers the document exactly as you would \
            serve it, with the URL at which you serve it. `credential` is complete but for its proof and, where you \
            set status, its `credentialStatus`, which you add; change nothing else. `issuer.id` is a DID that you \
            gave. From then on `answer` finds the document, and your resolver links the identifier of its subject \
            to it.
            """
        case .answer:
            """
            Answers a request to one of your services: a linkset, a credential, a status list, a DID document. What \
            you don't have is a response with status 404, not an error. Redirects are responses too. A request has a \
            body only where its method has one; so far only GET is asked.
            """
        case .verify:
            """
            Verifies a credential as your product would, at the time `now`. `documents` is all that can be fetched, \
            responses that are no success included; a URL that is not among them can't be reached. `trusted` are \
            the DIDs of registers that need no further proof; `expected` is the type that the asker counts on. Each \
            reason has a code (one of `untp-sim failures`, or your own).
            """
        case .setStatus:
            """
            Sets or clears the revocation or suspension of a credential that you issued, named by its `id`. Your \
            status list shows it from then on. Asked only where `describe` says `setsStatus`.
            """
        case .link:
            """
            Tells you of something to point to. `subject` is a DID that you gave, whose document then names `target` \
            in a service of the type `relation` (an identity anchor), or the identifier of a product, whose linkset \
            then has a link of that relation. Asked only where `describe` says `takesLinks`.
            """
        }
    }

    /// The schema of the question's parameters.
    var question: JSONValue {
        switch self {
        case .describe:
            .record(
                [
                    "protocol": ["const": .string(AdapterContract.version)], "origins": .ref("origins"),
                    "now": .ref("time"),
                ])
        case .enrol: .record(["slug": .ref("word"), "name": .ref("word")])
        case .issue:
            .record([
                "credential": ["type": "object"], "type": .ref("type"), "release": .ref("release"),
                "securing": .ref("securing"), "now": .ref("time"),
            ])
        case .answer:
            .record(
                ["method": .ref("word"), "url": .ref("url"), "headers": .ref("headers"), "now": .ref("time")],
                body: true)
        case .verify:
            .record(
                [
                    "credential": .ref("document"), "documents": ["type": "array", "items": .ref("document")],
                    "trusted": ["type": "array", "items": .ref("did")], "now": .ref("time"),
                ],
                optional: ["expected": .ref("type")])
        case .setStatus:
            .record([
                "credential": .ref("word"), "purpose": ["enum": ["revocation", "suspension"]],
                "isSet": ["type": "boolean"], "now": .ref("time"),
            ])
        case .link:
            .record(
                [
                    "subject": .ref("word"), "relation": .ref("word"), "target": .ref("url"),
                    "title": ["type": "string"],
                ],
                optional: ["mediaType": .ref("word")])
        }
    }

    /// The schema of the answer's result.
    var result: JSONValue {
        switch self {
        case .describe:
            .record(
                [
                    "protocol": ["const": .string(AdapterContract.version)], "name": .ref("word"),
                    "serves": .list(of: .ref("service")), "enrolsParties": ["type": "boolean"],
                    "setsStatus": ["type": "boolean"],
                ],
                optional: [
                    "version": ["type": "string", "maxLength": 200], "issuer": .ref("did"),
                    "issues": .ref("capability"), "verifies": .ref("capability"), "takesLinks": ["type": "boolean"],
                    "origins": .list(of: .ref("origin")),
                ])
        case .enrol: .record(["did": .ref("did")])
        case .issue: .ref("document")
        case .answer:
            .record(
                ["status": .ref("status")], optional: ["headers": .ref("headers")], body: true)
        case .verify:
            .record(
                ["verdict": .ref("verdict")],
                optional: ["reasons": ["type": "array", "maxItems": 1000, "items": .ref("reason")]])
        case .setStatus, .link: .record([:])
        }
    }
}

extension JSONValue {
    /// A reference to a definition of the contract.
    static func ref(_ name: String) -> JSONValue { ["$ref": .string("#/$defs/" + name)] }

    /// The schema of a list without repetitions.
    static func list(of items: JSONValue) -> JSONValue {
        ["type": "array", "items": items, "uniqueItems": true, "maxItems": 100]
    }

    /// The schema of an object with just these members.
    ///
    /// - Parameter body: Whether it has a body, which stands as text or in base64 but not both.
    static func record(
        _ required: KeyValuePairs<String, JSONValue>, optional: KeyValuePairs<String, JSONValue> = [:],
        body: Bool = false
    ) -> JSONValue {
        let members = (Array(required) + Array(optional)).map { ($0.key, $0.value) } + (body ? bodyMembers : [])
        var schema: JSONValue = [
            "type": "object", "properties": .object(JSONObject(members)),
            "required": .array(required.map { .string($0.key) }), "additionalProperties": false,
        ]
        if body { schema["dependentSchemas"] = ["body": ["properties": ["bodyBase64": false]]] }
        return schema
    }

    private static let bodyMembers: [(String, JSONValue)] = [
        ("body", ["type": "string"]), ("bodyBase64", ["type": "string", "contentEncoding": "base64"]),
    ]
}
