import Crypto

/// The SHA-256 digest of some content.
package struct ContentDigest: Sendable, Hashable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    package init(of bytes: [UInt8]) {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        let digest = SHA256.hash(data: bytes)
        withUnsafeMutableBytes(of: &words) { target in
            digest.withUnsafeBytes { target.copyMemory(from: $0) }
        }
        self.words = words
    }

    package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    /// The digest in hexadecimal, in lower case.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The digest as a multibase multihash in base58btc: W3C Controlled Identifiers, section 2.4 and 2.5.
    package var multibase: String { "z" + Base58.encode([0x12, 0x20] + bytes) }

    package static func == (one: ContentDigest, other: ContentDigest) -> Bool { one.words == other.words }
    package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
