import Credentials
import JSON
import Platforms

/// Secures credentials: VC-JOSE-COSE, section 3.1, VCDM 2.0, section 4.12, and Data Integrity 1.0.
struct Sealing: Sendable {
    let securing: SecuringForm
    /// What the header of a token says, or what stands for it in a proof.
    var header: JSONObject
    /// The DID URL under which the key is published.
    var kid: String
    /// Nil leaves a token without a signature.
    var key: SigningKey?
    /// When a proof says that it was made, in Unix seconds.
    var created: Int64

    init(_ securing: SecuringForm, by party: IssuingParty, created: Int64) {
        self.securing = securing
        self.created = created
        key = party.key
        kid = party.kid
        header = JSONObject([
            ("alg", .string(party.key?.algorithm.rawValue ?? "none")), ("kid", .string(party.kid)),
            ("typ", "vc+jwt"),
        ])
    }

    /// The bytes under which a credential is published.
    func sealed(_ credential: JSONValue) -> [UInt8] {
        switch securing {
        case .unsecured: credential.serialised()
        case .embedded: proven(credential).serialised()
        case .token, .enveloped: wrapped(token(credential.serialised()))
        }
    }

    /// A token over any payload, JSON or not.
    func token(_ payload: [UInt8]) -> [UInt8] {
        if let key { return CompactJWS.sign(payload, header: .object(header), with: key) }
        let head = Base64URL.encode(JSONValue.object(header).serialised())
        return head + [UInt8(ascii: ".")] + Base64URL.encode(payload) + [UInt8(ascii: ".")]
    }

    /// A token in the form in which it is published.
    func wrapped(_ token: [UInt8]) -> [UInt8] {
        securing == .token
            ? token : CredentialEnvelope.envelop(token, typeAsArray: false, mediaType: "application/vc+jwt")
    }

    /// A credential with a proof in it.
    func proven(_ credential: JSONValue) -> JSONValue {
        guard let key else { return credential }
        return
            (try? DataIntegrityProof.sign(credential, verificationMethod: kid, created: created, with: key))
            ?? credential
    }

    /// The media type under which the bytes are served.
    static func mediaType(of securing: SecuringForm) -> String {
        securing == .token ? "application/vc+jwt" : "application/vc"
    }
}
