/// The kinds of public key that a multicodec prefix names: W3C Controlled Identifiers 1.0, Multikey.
enum KeyCodec: CaseIterable {
    case ed25519
    case p256
    case p384
    case secp256k1
    case x25519

    /// The unsigned varint that stands before the key's bytes.
    var prefix: [UInt8] {
        switch self {
        case .ed25519: [0xED, 0x01]
        case .p256: [0x80, 0x24]
        case .p384: [0x81, 0x24]
        case .secp256k1: [0xE7, 0x01]
        case .x25519: [0xEC, 0x01]
        }
    }

    /// The curve as JSON Web Keys name it.
    var curveName: String {
        switch self {
        case .ed25519: "Ed25519"
        case .p256: "P-256"
        case .p384: "P-384"
        case .secp256k1: "secp256k1"
        case .x25519: "X25519"
        }
    }

    /// What signatures the key verifies; nil where this library has none for it.
    var algorithm: SignatureAlgorithm? {
        switch self {
        case .ed25519: .EdDSA
        case .p256: .ES256
        case .p384: .ES384
        case .secp256k1, .x25519: nil
        }
    }

    /// The codec of an algorithm's keys.
    init(_ algorithm: SignatureAlgorithm) {
        switch algorithm {
        case .EdDSA: self = .ed25519
        case .ES256: self = .p256
        case .ES384: self = .p384
        }
    }

    /// Whether some codec's keys have a number of bytes, so that bytes without a codec may be one.
    static func hasKeys(ofLength length: Int) -> Bool { allCases.contains { $0.keyLength == length } }

    /// The number of bytes of the (compressed) key.
    private var keyLength: Int {
        switch self {
        case .ed25519, .x25519: 32
        case .p256, .secp256k1: 33
        case .p384: 49
        }
    }

    /// The codec of prefix and key together; nil unless both prefix and length are one codec's, so that a bare key
    /// that happens to begin like a prefix is not mistaken.
    init?(of bytes: [UInt8]) {
        let codec = Self.allCases.first {
            bytes.starts(with: $0.prefix) && bytes.count == $0.prefix.count + $0.keyLength
        }
        guard let codec else { return nil }
        self = codec
    }
}
