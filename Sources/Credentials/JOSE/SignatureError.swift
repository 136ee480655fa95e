/// Why a token does not count as signed by a key: RFC 7515, section 5.2.
package enum SignatureError: Error, Sendable, Hashable {
    /// The header has no `alg`.
    case noAlgorithm
    /// An algorithm that is none of a public key's or that is not supported, by its name: `none`, `HS256`, `ES512`.
    case unsupportedAlgorithm(String)
    /// The key is for another algorithm than the header names.
    case keyOfOtherAlgorithm(header: SignatureAlgorithm, key: SignatureAlgorithm)
    /// A signature of another length than the algorithm's: cut, or ECDSA in DER.
    case badLength(Int, expected: Int = 64)
    /// The signature is by another key, or over other bytes.
    case doesNotMatch
}

extension SignatureError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noAlgorithm: "a header without alg"
        case .unsupportedAlgorithm(let name): "the algorithm \(name), where EdDSA, Ed25519, ES256 or ES384 is expected"
        case .keyOfOtherAlgorithm(let header, let key): "a header that says \(header), with a key for \(key)"
        case .badLength(let count, let expected): "a signature of \(count) bytes instead of \(expected)"
        case .doesNotMatch: "a signature that does not match key and content"
        }
    }
}
