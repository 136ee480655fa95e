import JSON

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

extension VerificationMethod {
    /// Reads a method; nil without an id. A key that can't be read is kept as the reason.
    init?(reading json: JSONView, in document: String) {
        guard let id = json["id"]?.string else { return nil }
        let key: Result<VerificationKey, KeyError>
        let encoding: Encoding
        do throws(KeyError) {
            if let jwk = json["publicKeyJwk"] {
                encoding = .jwk
                key = .success(try VerificationKey(jwk: jwk))
            } else if let multibase = json["publicKeyMultibase"]?.string {
                encoding = .multikey
                key = .success(try VerificationKey(multibase: multibase))
            } else if let base58 = json["publicKeyBase58"]?.string {
                encoding = .base58
                let type = json["type"]?.string ?? "no type"
                guard type.hasPrefix("Ed25519") else { throw .unsupported(type) }
                guard let bytes = Base58.decode(base58) else { throw .malformed("not base58btc") }
                key = .success(try VerificationKey(.EdDSA, bytes: bytes))
            } else {
                encoding = .none
                key = .failure(.malformed("no key"))
            }
        } catch {
            key = .failure(error)
        }
        self.init(
            id: DIDDocument.absolute(id, in: document), type: json["type"]?.string ?? "",
            controller: json["controller"]?.string ?? document, key: key, encoding: encoding)
    }
}
