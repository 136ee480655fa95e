package import JSON

extension DIDDocument {
    /// How the keys of a document that is to be published are written.
    package enum KeyForm: Sendable {
        case jwk, multikey, multikeyWithoutCodec
    }

    /// Writes a DID document.
    ///
    /// - Parameters:
    ///   - keys: The keys with their fragments, the current one first.
    ///   - listsAssertions: Whether the keys are listed under `assertionMethod`.
    package static func json(
        id: String, keys: [(fragment: String, key: VerificationKey)], form: KeyForm, listsAssertions: Bool,
        services: [DIDService]
    ) -> JSONValue {
        let methods: [JSONValue] = keys.map { fragment, key in
            var method = JSONObject([
                ("id", .string(id + "#" + fragment)), ("type", form == .jwk ? "JsonWebKey" : "Multikey"),
                ("controller", .string(id)),
            ])
            switch form {
            case .jwk: method["publicKeyJwk"] = key.jwk
            case .multikey: method["publicKeyMultibase"] = .string(key.multikey)
            case .multikeyWithoutCodec: method["publicKeyMultibase"] = .string(key.multikeyWithoutCodec)
            }
            return .object(method)
        }
        var document = JSONObject([
            (
                "@context",
                .array([
                    "https://www.w3.org/ns/did/v1",
                    form == .jwk ? "https://w3id.org/security/jwk/v1" : "https://w3id.org/security/multikey/v1",
                ])
            ),
            ("id", .string(id)), ("verificationMethod", .array(methods)),
        ])
        if listsAssertions {
            document["assertionMethod"] = .array(keys.map { .string(id + "#" + $0.fragment) })
        }
        if !services.isEmpty {
            document["service"] = .array(
                services.map { ["id": .string($0.id), "type": .string($0.type), "serviceEndpoint": $0.endpoint] })
        }
        return .object(document)
    }
}
