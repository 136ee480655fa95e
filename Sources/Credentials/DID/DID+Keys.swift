import JSON

extension DID {
    /// The document that a DID stands for which is a key itself, did:key or did:jwk; nil for other methods and for keys
    /// that can't be read.
    package var keyDocument: DIDDocument? {
        switch method {
        case "key": multikeyDocument
        case "jwk": jwkDocument
        default: nil
        }
    }

    /// did:key method, Document Creation.
    private var multikeyDocument: DIDDocument? {
        let name = text.dropFirst("did:key:".count)
        guard let key = try? VerificationKey(multibase: String(name)) else { return nil }
        let method = VerificationMethod(
            id: "\(text)#\(name)", type: "Multikey", controller: text, key: .success(key), encoding: .multikey)
        return DIDDocument(id: text, verificationMethods: [method], assertionMethod: [method.id], services: [])
    }

    /// did:jwk method, Read: one key under the fragment `0`, which a JWK for encryption alone does not let assert.
    private var jwkDocument: DIDDocument? {
        guard let jwk = publishedJWK, let key = try? VerificationKey(jwk: jwk) else { return nil }
        let method = VerificationMethod(
            id: text + "#0", type: "JsonWebKey2020", controller: text, key: .success(key), encoding: .jwk)
        let assertions = jwk["use"]?.string == "enc" ? [] : [method.id]
        return DIDDocument(id: text, verificationMethods: [method], assertionMethod: assertions, services: [])
    }

    /// The JWK of a did:jwk; nil where a private key was made an identifier.
    private var publishedJWK: JSONView? {
        let limits = JSONLimits(maximumBytes: 8_192, maximumDepth: 8)
        guard let bytes = Base64URL.decode(String(text.dropFirst("did:jwk:".count))),
            let document = try? JSONDocument(parsing: bytes, limits: limits), document.root["d"] == nil
        else { return nil }
        return document.root
    }
}
