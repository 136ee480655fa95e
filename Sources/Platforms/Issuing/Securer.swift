import Credentials
import JSON
import UNTP

/// Secures credentials in the form that a platform uses: VC-JOSE-COSE and the ways in which it is departed from.
struct Securer: Sendable {
    let behaviour: BehaviourProfile

    /// A key with the DID URL under which it is published.
    struct Key: Sendable {
        let did: String
        let fragment: String
        let key: SigningKey
    }

    /// The bytes under which a credential is published.
    func secured(_ credential: JSONValue, with key: Key) -> [UInt8] {
        if behaviour.securing.carrier.isEmbedded { return embedded(credential, with: key).serialised() }
        return publishable(CompactJWS.sign(payload(credential).serialised(), header: header(key), with: key.key))
    }

    /// The bytes of a credential whose content was changed after it was signed.
    func altered(_ credential: JSONValue, to other: JSONValue, with key: Key) -> [UInt8] {
        if behaviour.securing.carrier.isEmbedded {
            var forged = other
            forged["proof"] = embedded(credential, with: key)["proof"]
            return forged.serialised()
        }
        let token = CompactJWS.sign(payload(credential).serialised(), header: header(key), with: key.key)
        return publishable(CompactJWS.replacingPayload(of: token, with: payload(other).serialised()))
    }

    /// The credential with a proof in it; under the suite's former name where the platform has that.
    private func embedded(_ credential: JSONValue, with key: Key) -> JSONValue {
        let created = credential["validFrom"]?.string.flatMap(DateTimeStamp.init(lenient:))?.unixSeconds ?? 0
        guard
            var secured = try? DataIntegrityProof.sign(
                credential, verificationMethod: key.did + "#" + key.fragment, created: created, with: key.key)
        else { return credential }
        if behaviour.securing.carrier == .embeddedFormerSuite { secured["proof"]?["cryptosuite"] = "eddsa-2022" }
        return secured
    }

    /// The media type under which the bytes are served.
    var contentType: String {
        switch (behaviour.securing.carrier, behaviour.hosting.contentType) {
        case (.enveloped, .registered), (.embedded, .registered), (.embeddedFormerSuite, .registered):
            "application/vc"
        case (.token, .registered): "application/vc+jwt"
        case (.enveloped, .legacy), (.embedded, .legacy), (.embeddedFormerSuite, .legacy): "application/ld+json"
        case (.token, .legacy): "application/jwt"
        }
    }

    private func publishable(_ token: [UInt8]) -> [UInt8] {
        guard behaviour.securing.carrier == .enveloped else { return token }
        return CredentialEnvelope.envelop(
            token, typeAsArray: behaviour.securing.envelopeType == .array,
            mediaType: behaviour.securing.dataMediaType.rawValue)
    }

    private func header(_ key: Key) -> JOSEHeader {
        let kid =
            switch behaviour.securing.kid {
            case .absolute: key.did + "#" + key.fragment
            case .fragment: "#" + key.fragment
            case .bareDID: key.did
            }
        let typ = behaviour.securing.typ == .absent ? nil : behaviour.securing.typ.rawValue
        return JOSEHeader(alg: behaviour.securing.algorithm.rawValue, kid: kid, typ: typ)
    }

    private func payload(_ credential: JSONValue) -> JSONValue {
        var payload = credential
        if behaviour.securing.payload == .vcClaim {
            payload = [
                "iss": credential["issuer"]?["id"] ?? credential["issuer"] ?? .null, "jti": credential["id"] ?? .null,
                "vc": credential,
            ]
        }
        switch behaviour.securing.tokenID {
        case .none: break
        case .agreeing: payload["jti"] = credential["id"]
        case .ofToken: payload["jti"] = .string("urn:token:" + ContentDigest(of: credential.serialised()).hexadecimal)
        }
        guard behaviour.securing.timeClaims != .none else { return payload }
        let shift: Int64 = behaviour.securing.timeClaims == .agreeing ? 0 : 86_400
        func time(_ name: String) -> JSONValue? {
            credential[name]?.string.flatMap(DateTimeStamp.init(lenient:)).map { stamp in
                .number(JSONNumber(Int(stamp.unixSeconds + shift)))
            }
        }
        payload["nbf"] = time("validFrom")
        payload["exp"] = time("validUntil")
        return payload
    }

    /// The algorithm of the platform's keys.
    var algorithm: SignatureAlgorithm { behaviour.securing.algorithm == .es256 ? .ES256 : .EdDSA }
}
