import Crypto

/// A private key.
package struct SigningKey: Sendable {
    package let publicKey: VerificationKey
    private let key: Key

    private enum Key: Sendable {
        case ed25519(Curve25519.Signing.PrivateKey)
        case p256(P256.Signing.PrivateKey)
        case p384(P384.Signing.PrivateKey)
    }

    /// A key from 32 bytes, which are the secret itself for Ed25519 and P-256.
    ///
    /// P-384 takes 48 bytes: given 32, it takes their SHA-384 digest, so that all kinds of key come from seeds of one
    /// length.
    ///
    /// - Throws: `KeyError.badLength` unless there are as many, `.badValue` in the one in 2^32 cases where they are no
    ///   scalar of the curve.
    package init(_ algorithm: SignatureAlgorithm, seed: [UInt8]) throws(KeyError) {
        guard seed.count == 32 || algorithm == .ES384 && seed.count == 48 else { throw .badLength(seed.count) }
        do {
            switch algorithm {
            case .EdDSA:
                let secret = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
                key = .ed25519(secret)
                publicKey = try VerificationKey(.EdDSA, bytes: Array(secret.publicKey.rawRepresentation))
            case .ES256:
                let secret = try P256.Signing.PrivateKey(rawRepresentation: seed)
                key = .p256(secret)
                publicKey = try VerificationKey(.ES256, bytes: Array(secret.publicKey.x963Representation))
            case .ES384:
                let scalar = seed.count == 48 ? seed : Array(SHA384.hash(data: seed))
                let secret = try P384.Signing.PrivateKey(rawRepresentation: scalar)
                key = .p384(secret)
                publicKey = try VerificationKey(.ES384, bytes: Array(secret.publicKey.x963Representation))
            }
        } catch {
            throw .badValue
        }
    }

    package var algorithm: SignatureAlgorithm { publicKey.algorithm }

    /// A signature, as long as its algorithm's are.
    ///
    /// The same bytes get the same signature with EdDSA, and another each time with ECDSA.
    package func signature(over bytes: [UInt8]) -> [UInt8] {
        do {
            switch key {
            case .ed25519(let key): return Array(try key.signature(for: bytes))
            case .p256(let key): return Array(try key.signature(for: bytes).rawRepresentation)
            case .p384(let key): return Array(try key.signature(for: bytes).rawRepresentation)
            }
        } catch {
            // A key that was made signs any bytes: the library fails only where it gets no memory or no randomness.
            preconditionFailure("a \(algorithm.rawValue) key does not sign: \(error)")
        }
    }
}
