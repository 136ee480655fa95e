/// Base64 with the URL-safe alphabet and without padding (RFC 4648 section 5, as RFC 7515 section 2 profiles it).
///
/// Decoding is strict: padding, line breaks, the classic `+` and `/`, an impossible length and unused trailing bits
/// that are not zero are all refused, so that each byte sequence has exactly one spelling.
package enum Base64URL {
    /// `bytes` as ASCII. Linear; one allocation.
    package static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        withContiguousBytes(bytes) { source in
            let length = encodedLength(source.count)
            return [UInt8](unsafeUninitializedCapacity: length) { target, count in
                encode(source, into: target)
                count = length
            }
        }
    }

    /// `bytes` as text. Linear; one allocation.
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        withContiguousBytes(bytes) { source in
            let length = encodedLength(source.count)
            return String(unsafeUninitializedCapacity: length) { target in
                encode(source, into: target)
                return length
            }
        }
    }

    /// The bytes that `text` (ASCII) spells, or nil where it is not strict base64url. Linear; one allocation.
    package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        withContiguousBytes(text) { source in
            guard source.count % 4 != 1 else { return nil }
            let length = source.count / 4 * 3 + (source.count % 4 == 0 ? 0 : source.count % 4 - 1)
            var isStrict = false
            let bytes = [UInt8](unsafeUninitializedCapacity: length) { target, count in
                isStrict = decode(source, into: target)
                count = isStrict ? length : 0
            }
            return isStrict ? bytes : nil
        }
    }

    /// The bytes that `text` spells, or nil where it is not strict base64url.
    package static func decode(_ text: String) -> [UInt8]? {
        decode(text.utf8)
    }

    /// Whether a letter is of the alphabet.
    package static func isLetter(_ letter: UInt8) -> Bool { values[Int(letter)] < 64 }

    /// The number of characters that `count` bytes take.
    package static func encodedLength(_ count: Int) -> Int {
        count / 3 * 4 + (count % 3 == 0 ? 0 : count % 3 + 1)
    }

    private static func encode(_ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>) {
        alphabet.withUnsafeBufferPointer { alphabet in
            var read = 0
            var write = 0
            while read + 3 <= source.count {
                let group = UInt32(source[read]) << 16 | UInt32(source[read + 1]) << 8 | UInt32(source[read + 2])
                target[write] = alphabet[Int(group >> 18)]
                target[write + 1] = alphabet[Int(group >> 12 & 63)]
                target[write + 2] = alphabet[Int(group >> 6 & 63)]
                target[write + 3] = alphabet[Int(group & 63)]
                read += 3
                write += 4
            }
            switch source.count - read {
            case 1:
                target[write] = alphabet[Int(source[read] >> 2)]
                target[write + 1] = alphabet[Int(source[read] & 3) << 4]
            case 2:
                let group = UInt32(source[read]) << 8 | UInt32(source[read + 1])
                target[write] = alphabet[Int(group >> 10)]
                target[write + 1] = alphabet[Int(group >> 4 & 63)]
                target[write + 2] = alphabet[Int(group & 15) << 2]
            default:
                break
            }
        }
    }

    /// True where all of `source` was strict; `target` holds the bytes then.
    private static func decode(
        _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        values.withUnsafeBufferPointer { values in
            // A character outside of the alphabet has the value 0xFF; its top bits survive in `seen`.
            var seen: UInt8 = 0
            var read = 0
            var write = 0
            while read + 4 <= source.count {
                let (a, b) = (values[Int(source[read])], values[Int(source[read + 1])])
                let (c, d) = (values[Int(source[read + 2])], values[Int(source[read + 3])])
                seen |= a | b | c | d
                let group = UInt32(a) << 18 | UInt32(b) << 12 | UInt32(c) << 6 | UInt32(d)
                target[write] = UInt8(truncatingIfNeeded: group >> 16)
                target[write + 1] = UInt8(truncatingIfNeeded: group >> 8)
                target[write + 2] = UInt8(truncatingIfNeeded: group)
                read += 4
                write += 3
            }
            var unused: UInt8 = 0
            switch source.count - read {
            case 2:
                let (a, b) = (values[Int(source[read])], values[Int(source[read + 1])])
                seen |= a | b
                target[write] = a << 2 | b >> 4
                unused = b & 15
            case 3:
                let (a, b) = (values[Int(source[read])], values[Int(source[read + 1])])
                let c = values[Int(source[read + 2])]
                seen |= a | b | c
                target[write] = a << 2 | b >> 4
                target[write + 1] = b << 4 | c >> 2
                unused = c & 3
            default:
                break
            }
            return seen < 64 && unused == 0
        }
    }

    private static let alphabet = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()
}
