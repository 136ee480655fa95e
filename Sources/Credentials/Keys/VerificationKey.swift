import Crypto
package import JSON

/// A public key.
package struct VerificationKey: Sendable, Hashable {
    package let algorithm: SignatureAlgorithm
    /// 32 bytes for Ed25519, the uncompressed point of 65 bytes for P-256.
    package let bytes: [UInt8]
    // Held ready, because making it from bytes costs a good part of what a verification costs.
    private let p256: P256.Signing.PublicKey?

    /// A key from its bytes; P-256 points may be compressed.
    package init(_ algorithm: SignatureAlgorithm, bytes: [UInt8]) throws(KeyError) {
        self.algorithm = algorithm
        switch algorithm {
        case .EdDSA:
            guard bytes.count == 32 else { throw .badLength(bytes.count) }
            self.bytes = bytes
            p256 = nil
        case .ES256:
            do {
                let key =
                    bytes.count == 33
                    ? try P256.Signing.PublicKey(compressedRepresentation: bytes)
                    : try P256.Signing.PublicKey(x963Representation: bytes)
                self.bytes = Array(key.x963Representation)
                p256 = key
            } catch {
                throw .badValue
            }
        }
    }

    /// A key from a JWK: RFC 7517, RFC 8037.
    package init(jwk: JSONView) throws(KeyError) {
        func bytes(_ name: String) throws(KeyError) -> [UInt8] {
            guard let text = jwk[name]?.string, let bytes = Base64URL.decode(text), bytes.count == 32 else {
                throw .malformed("'\(name)' is not base64url of 32 bytes")
            }
            return bytes
        }
        switch (jwk["kty"]?.string, jwk["crv"]?.string) {
        case ("OKP", "Ed25519"): try self.init(.EdDSA, bytes: try bytes("x"))
        case ("EC", "P-256"): try self.init(.ES256, bytes: [4] + (try bytes("x")) + (try bytes("y")))
        case (let type, let curve): throw .unsupported("\(type ?? "no kty") \(curve ?? "no crv")")
        }
    }

    /// A key from multibase, with its codec: Controlled Identifiers 1.0, Multikey.
    package init(multibase: String) throws(KeyError) {
        guard multibase.hasPrefix("z"), let bytes = Base58.decode(multibase.dropFirst()) else {
            throw .malformed("not base58btc with the prefix z")
        }
        guard let codec = KeyCodec(of: bytes) else {
            throw bytes.count == 32 || bytes.count == 33
                ? .codecMissing : .unsupported("a multibase key of \(bytes.count) bytes")
        }
        guard let algorithm = codec.algorithm else { throw .unsupported(codec.curveName) }
        try self.init(algorithm, bytes: Array(bytes.dropFirst(codec.prefix.count)))
    }

    package static func == (one: VerificationKey, other: VerificationKey) -> Bool {
        one.algorithm == other.algorithm && one.bytes == other.bytes
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

    package var jwk: JSONValue {
        switch algorithm {
        case .EdDSA: ["kty": "OKP", "crv": "Ed25519", "x": .string(Base64URL.text(bytes))]
        case .ES256:
            [
                "kty": "EC", "crv": "P-256", "x": .string(Base64URL.text(Array(bytes[1..<33]))),
                "y": .string(Base64URL.text(Array(bytes[33..<65]))),
            ]
        }
    }

    /// The key in multibase with its codec.
    package var multikey: String { Multibase.encode(codec.prefix + compressed, in: .base58btc) }

    /// The key in multibase without a codec, as some implementations publish it by mistake.
    package var multikeyWithoutCodec: String { Multibase.encode(compressed, in: .base58btc) }

    /// The did:key of this key.
    package var didKey: String { "did:key:" + multikey }

    private var codec: KeyCodec { algorithm == .EdDSA ? .ed25519 : .p256 }

    /// The key as did:key and Multikey write it: P-256 as the sign of y and x (SEC 1, section 2.3.3).
    private var compressed: [UInt8] {
        algorithm == .EdDSA ? bytes : [bytes[64] & 1 == 0 ? 2 : 3] + bytes[1..<33]
    }

    /// Whether a signature of 64 bytes (`R || S` for EdDSA, `r || s` for ES256) was made over bytes with this key's
    /// private counterpart. A pure function of its arguments and the key.
    package func isValid(signature: some Collection<UInt8>, over message: some Collection<UInt8>) -> Bool {
        guard signature.count == 64 else { return false }
        return withContiguousBytes(signature) { signature in
            withContiguousBytes(message) { message in
                isValid(UnsafeRawBufferPointer(signature), over: UnsafeRawBufferPointer(message))
            }
        }
    }

    private func isValid(_ signature: UnsafeRawBufferPointer, over message: UnsafeRawBufferPointer) -> Bool {
        switch algorithm {
        case .EdDSA:
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
            return key?.isValidSignature(signature, for: message) ?? false
        case .ES256:
            guard let p256, let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else {
                return false
            }
            return p256.isValidSignature(signature, for: message)
        }
    }
}
