import Crypto
package import JSON

/// A public key.
package struct VerificationKey: Sendable, Hashable {
    package let algorithm: SignatureAlgorithm
    /// 32 bytes for Ed25519, the uncompressed point of 65 bytes for P-256 and of 97 for P-384.
    package let bytes: [UInt8]
    private let point: Point

    // Held ready, because making it from bytes costs a good part of what a verification costs.
    private enum Point: Sendable {
        /// Ed25519 keys are made when they are used.
        case none
        case p256(P256.Signing.PublicKey)
        case p384(P384.Signing.PublicKey)
    }

    /// A key from its bytes; points of P-256 and P-384 may be compressed.
    package init(_ algorithm: SignatureAlgorithm, bytes: [UInt8]) throws(KeyError) {
        self.algorithm = algorithm
        do {
            switch algorithm {
            case .EdDSA:
                guard bytes.count == 32 else { throw KeyError.badLength(bytes.count) }
                self.bytes = bytes
                point = .none
            case .ES256:
                let key =
                    bytes.count == 33
                    ? try P256.Signing.PublicKey(compressedRepresentation: bytes)
                    : try P256.Signing.PublicKey(x963Representation: bytes)
                self.bytes = Array(key.x963Representation)
                point = .p256(key)
            case .ES384:
                let key =
                    bytes.count == 49
                    ? try P384.Signing.PublicKey(compressedRepresentation: bytes)
                    : try P384.Signing.PublicKey(x963Representation: bytes)
                self.bytes = Array(key.x963Representation)
                point = .p384(key)
            }
        } catch {
            throw error as? KeyError ?? .badValue
        }
    }

    /// A key from a JWK: RFC 7517, RFC 8037.
    package init(jwk: JSONView) throws(KeyError) {
        func bytes(_ name: String, _ length: Int) throws(KeyError) -> [UInt8] {
            guard let text = jwk[name]?.string, let bytes = Base64URL.decode(text), bytes.count == length else {
                throw .malformed("'\(name)' is not base64url of \(length) bytes")
            }
            return bytes
        }
        switch (jwk["kty"]?.string, jwk["crv"]?.string) {
        case ("OKP", "Ed25519"): try self.init(.EdDSA, bytes: try bytes("x", 32))
        case ("EC", "P-256"): try self.init(.ES256, bytes: [4] + (try bytes("x", 32)) + (try bytes("y", 32)))
        case ("EC", "P-384"): try self.init(.ES384, bytes: [4] + (try bytes("x", 48)) + (try bytes("y", 48)))
        case (let type, let curve): throw .unsupported("\(type ?? "no kty") \(curve ?? "no crv")")
        }
    }

    /// A key from multibase, with its codec: Controlled Identifiers 1.0, Multikey.
    package init(multibase: String) throws(KeyError) {
        guard multibase.hasPrefix("z"), let bytes = Base58.decode(multibase.dropFirst()) else {
            throw .malformed("not base58btc with the prefix z")
        }
        guard let codec = KeyCodec(of: bytes) else {
            throw KeyCodec.hasKeys(ofLength: bytes.count)
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
        case .EdDSA: ["kty": "OKP", "crv": .string(codec.curveName), "x": .string(Base64URL.text(bytes))]
        case .ES256, .ES384:
            [
                "kty": "EC", "crv": .string(codec.curveName), "x": .string(Base64URL.text(coordinates.x)),
                "y": .string(Base64URL.text(coordinates.y)),
            ]
        }
    }

    /// The key in multibase with its codec.
    package var multikey: String { Multibase.encode(codec.prefix + compressed, in: .base58btc) }

    /// The key in multibase without a codec, as some implementations publish it by mistake.
    package var multikeyWithoutCodec: String { Multibase.encode(compressed, in: .base58btc) }

    private var codec: KeyCodec { KeyCodec(algorithm) }

    /// The halves of an uncompressed point.
    private var coordinates: (x: ArraySlice<UInt8>, y: ArraySlice<UInt8>) {
        let length = bytes.count / 2
        return (bytes[1...length], bytes[(length + 1)...])
    }

    /// The key as did:key and Multikey write it: a point as the sign of y and x (SEC 1, section 2.3.3).
    private var compressed: [UInt8] {
        guard algorithm != .EdDSA, let last = bytes.last else { return bytes }
        return [last & 1 == 0 ? 2 : 3] + coordinates.x
    }

    /// Whether a signature was made over bytes with this key's private counterpart; false for one of another length
    /// than the algorithm's. A pure function of its arguments and the key.
    package func isValid(signature: some Collection<UInt8>, over message: some Collection<UInt8>) -> Bool {
        guard signature.count == algorithm.signatureLength else { return false }
        return withContiguousBytes(signature) { signature in
            withContiguousBytes(message) { message in
                isValid(UnsafeRawBufferPointer(signature), over: UnsafeRawBufferPointer(message))
            }
        }
    }

    /// Checks the signature of a JWS.
    ///
    /// - Throws: What keeps the token from being this key's. The header never chooses what is computed: its algorithm
    ///   must be the key's (RFC 8725, section 3.1).
    package func verify(
        _ signature: some Collection<UInt8>, over signingInput: some Collection<UInt8>, under header: JOSEHeader
    ) throws(SignatureError) {
        let named = try header.algorithm
        guard named == algorithm else { throw .keyOfOtherAlgorithm(header: named, key: algorithm) }
        guard signature.count == algorithm.signatureLength else {
            throw .badLength(signature.count, expected: algorithm.signatureLength)
        }
        guard isValid(signature: signature, over: signingInput) else { throw .doesNotMatch }
    }

    private func isValid(_ signature: UnsafeRawBufferPointer, over message: UnsafeRawBufferPointer) -> Bool {
        switch point {
        case .none:
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
            return key?.isValidSignature(signature, for: message) ?? false
        case .p256(let key):
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
            return signature.map { key.isValidSignature($0, for: message) } ?? false
        case .p384(let key):
            let signature = try? P384.Signing.ECDSASignature(rawRepresentation: signature)
            return signature.map { key.isValidSignature($0, for: message) } ?? false
        }
    }
}
