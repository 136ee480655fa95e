import Crypto

/// The SHA-256 digest (FIPS 180-4) of exact bytes, as links to files and keys of tables use it.
package struct ContentDigest: Sendable {
    // Four words instead of an array, so that a digest is made, copied and compared without allocation.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    package init(of bytes: some Collection<UInt8>) {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        let digest = withContiguousBytes(bytes) { SHA256.hash(data: UnsafeRawBufferPointer($0)) }
        withUnsafeMutableBytes(of: &words) { target in
            digest.withUnsafeBytes { target.copyMemory(from: $0) }
        }
        self.words = words
    }

    /// The 32 bytes.
    package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    /// The digest as 64 lower-case hexadecimal digits, as UNTP 0.6's `hashDigest` writes it.
    package var hexadecimal: String {
        String(unsafeUninitializedCapacity: 64) { text in
            func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
            withUnsafeBytes(of: words) { bytes in
                for (index, byte) in bytes.enumerated() {
                    text[2 * index] = digit(byte >> 4)
                    text[2 * index + 1] = digit(byte & 15)
                }
            }
            return 64
        }
    }

    /// The digest as a multihash in base58btc, as `digestMultibase` writes it: W3C Controlled Identifiers, Multihash.
    package var multibase: String { Multibase.encode([0x12, 0x20] + bytes, in: .base58btc) }
}

extension ContentDigest: Hashable {
    package static func == (one: Self, other: Self) -> Bool { one.words == other.words }

    /// One word suffices: the words of a digest are as good as random.
    package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
