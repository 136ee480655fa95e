import Crypto

/// A private key.
package struct SigningKey: Sendable {
    package let publicKey: VerificationKey
    private let key: Key

    private enum Key: Sendable {
        case ed25519(Curve25519.Signing.PrivateKey)
        case p256(P256.Signing.PrivateKey)
    }

    /// A key from 32 bytes.
    ///
    /// - Throws: `KeyError.badLength` unless there are 32, `.badValue` in the one in 2^32 cases where they are no P-256
    ///   scalar.
    package init(_ algorithm: SignatureAlgorithm, seed: [UInt8]) throws(KeyError) {
        guard seed.count == 32 else { throw .badLength(seed.count) }
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
            }
        } catch {
            throw .badValue
        }
    }

    package var algorithm: SignatureAlgorithm { publicKey.algorithm }

    /// A signature: 64 bytes, `R || S` for EdDSA and `r || s` for ES256.
    ///
    /// The same bytes get the same signature with EdDSA, and another each time with ES256.
    package func signature(over bytes: [UInt8]) -> [UInt8] {
        switch key {
        case .ed25519(let key): (try? key.signature(for: bytes)).map(Array.init) ?? []
        case .p256(let key): (try? key.signature(for: bytes)).map { Array($0.rawRepresentation) } ?? []
        }
    }
}
