/// The signature algorithms of UNTP credentials.
package enum SignatureAlgorithm: String, Sendable, CaseIterable {
    /// Ed25519: RFC 8037.
    case EdDSA
    /// ECDSA on P-256 with SHA-256: RFC 7518, section 3.4.
    case ES256
    /// ECDSA on P-384 with SHA-384: RFC 7518, section 3.4.
    case ES384

    /// The algorithm that a JOSE name stands for; `Ed25519` is RFC 9864's name for what was `EdDSA`.
    package init?(joseName: String) {
        switch joseName {
        case "EdDSA", "Ed25519": self = .EdDSA
        case "ES256": self = .ES256
        case "ES384": self = .ES384
        default: return nil
        }
    }

    /// The bytes of a signature: `R || S` of EdDSA, `r || s` of ECDSA (RFC 8037, section 3.1; RFC 7518, section 3.4).
    package var signatureLength: Int {
        switch self {
        case .EdDSA, .ES256: 64
        case .ES384: 96
        }
    }
}
