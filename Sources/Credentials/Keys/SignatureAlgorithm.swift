/// The signature algorithms of UNTP credentials.
package enum SignatureAlgorithm: String, Sendable, CaseIterable {
    /// Ed25519: RFC 8037.
    case EdDSA
    /// ECDSA on P-256 with SHA-256: RFC 7518, section 3.4.
    case ES256

    /// The algorithm that a JOSE name stands for; `Ed25519` is RFC 9864's name for what was `EdDSA`.
    package init?(joseName: String) {
        switch joseName {
        case "EdDSA", "Ed25519": self = .EdDSA
        case "ES256": self = .ES256
        default: return nil
        }
    }
}
