/// Why a token does not count as signed by a key: RFC 7515, section 5.2.
package enum SignatureError: Error, Sendable, Hashable {
    /// The header has no `alg`.
    case noAlgorithm
    /// An algorithm that is none of a public key's or that is not supported, by its name: `none`, `HS256`, `ES384`.
    case unsupportedAlgorithm(String)
    /// The key is for another algorithm than the header names.
    case keyOfOtherAlgorithm(header: SignatureAlgorithm, key: SignatureAlgorithm)
    /// A signature that is not 64 bytes long: cut, or ECDSA in DER.
    case badLength(Int)
    /// The signature is by another key, or over other bytes.
    case doesNotMatch
}

extension SignatureError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noAlgorithm: "a header without alg"
        case .unsupportedAlgorithm(let name): "the algorithm \(name), where EdDSA, Ed25519 or ES256 is expected"
        case .keyOfOtherAlgorithm(let header, let key): "a header that says \(header), with a key for \(key)"
        case .badLength(let count): "a signature of \(count) bytes instead of 64"
        case .doesNotMatch: "a signature that does not match key and content"
        }
    }
}
