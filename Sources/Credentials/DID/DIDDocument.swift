package import JSON

/// A public key in a DID document: Controlled Identifiers 1.0, Verification methods.
package struct VerificationMethod: Sendable {
    /// The absolute DID URL.
    package let id: String
    package let type: String
    package let controller: String
    package let key: Result<VerificationKey, KeyError>
    package let encoding: Encoding

    /// The form in which the key is written.
    package enum Encoding: String, Sendable {
        case jwk = "publicKeyJwk"
        case multikey = "publicKeyMultibase"
        case base58 = "publicKeyBase58"
        case none = "no key"
    }
}

/// A service in a DID document: DID Core, section 5.4.
package struct DIDService: Sendable {
    package let id: String
    package let type: String
    package let endpoint: JSONValue

    /// The endpoint's URL, whether it is written as a string, as the first of several, or as a link object.
    package var endpointURL: String? {
        let first = endpoint[0] ?? endpoint
        return first.string ?? first["href"]?.string ?? first["uri"]?.string
    }
}

/// Why a document is no DID document.
package enum DIDDocumentError: Error, Sendable, Hashable, CustomStringConvertible {
    case notAnObject
    case missingId

    package var description: String {
        switch self {
        case .notAnObject: "not a JSON object"
        case .missingId: "an object without an id"
        }
    }
}

/// A DID document: DID Core, section 5.
package struct DIDDocument: Sendable {
    package let id: String
    package let verificationMethods: [VerificationMethod]
    /// The absolute ids of the methods that may be used to assert claims.
    package let assertionMethod: [String]
    package let services: [DIDService]

    package init(
        id: String, verificationMethods: [VerificationMethod], assertionMethod: [String], services: [DIDService]
    ) {
        self.id = id
        self.verificationMethods = verificationMethods
        self.assertionMethod = assertionMethod
        self.services = services
    }

    /// Reads a DID document. Methods whose key can't be read are kept, with the reason.
    package init(parsing json: JSONView) throws(DIDDocumentError) {
        guard json.kind == .object else { throw .notAnObject }
        guard let id = json["id"]?.string else { throw .missingId }
        var methods = (json["verificationMethod"]?.elements).map { $0.compactMap { Self.method($0, in: id) } } ?? []
        var assertions: [String] = []
        let relationship = json["assertionMethod"]
        for entry in relationship.map({ Array($0.elements) }) ?? [] {
            if let reference = entry.string {
                assertions.append(Self.absolute(reference, in: id))
            } else if let embedded = Self.method(entry, in: id) {
                methods.append(embedded)
                assertions.append(embedded.id)
            }
        }
        self.id = id
        verificationMethods = methods
        assertionMethod = assertions
        services =
            (json["service"]?.elements).map { elements in
                elements.compactMap { service in
                    guard let type = service["type"]?.string ?? service["type"]?[0]?.string,
                        let endpoint = service["serviceEndpoint"]
                    else { return nil }
                    return DIDService(
                        id: Self.absolute(service["id"]?.string ?? "", in: id), type: type,
                        endpoint: endpoint.materialised)
                }
            } ?? []
    }

    private static func method(_ json: JSONView, in document: String) -> VerificationMethod? {
        guard let id = json["id"]?.string else { return nil }
        let key: Result<VerificationKey, KeyError>
        let encoding: VerificationMethod.Encoding
        do throws(KeyError) {
            if let jwk = json["publicKeyJwk"] {
                encoding = .jwk
                key = .success(try VerificationKey(jwk: jwk))
            } else if let multibase = json["publicKeyMultibase"]?.string {
                encoding = .multikey
                key = .success(try VerificationKey(multibase: multibase))
            } else if let base58 = json["publicKeyBase58"]?.string {
                encoding = .base58
                guard let bytes = Base58.decode(base58) else { throw .malformed("not base58btc") }
                key = .success(try VerificationKey(.EdDSA, bytes: bytes))
            } else {
                encoding = .none
                key = .failure(.malformed("no key"))
            }
        } catch {
            key = .failure(error)
        }
        return VerificationMethod(
            id: absolute(id, in: document), type: json["type"]?.string ?? "",
            controller: json["controller"]?.string ?? document, key: key, encoding: encoding)
    }

    private static func absolute(_ reference: String, in document: String) -> String {
        reference.hasPrefix("#") ? document + reference : reference
    }

    /// The method that a `kid` names: by an absolute DID URL, by a fragment, or by the DID alone where it has one key.
    package func method(kid: String) -> VerificationMethod? {
        if let method = verificationMethods.first(where: { $0.id == kid }) { return method }
        if kid == id || kid.isEmpty { return verificationMethods.count == 1 ? verificationMethods[0] : nil }
        guard !kid.hasPrefix("did:") else { return nil }
        let fragment = kid.hasPrefix("#") ? kid : "#" + kid
        return verificationMethods.first { $0.id == id + fragment }
    }
}

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
