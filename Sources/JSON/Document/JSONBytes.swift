/// Eight bytes at a time: what makes looking through text cheap.
enum JSONBytes {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// The first index at or behind `start` whose byte isn't plain in a JSON string: a quote, a backslash, a control
    /// character or, if `stopsAtNonASCII`, a byte of a longer sequence; the count of the bytes if there is none.
    @inline(__always)
    static func indexOfSpecial(_ bytes: Span<UInt8>, from start: Int, stopsAtNonASCII: Bool) -> Int {
        var index = start
        while index + 8 <= bytes.count {
            let word = word(bytes, at: index)
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            // A byte below a bound borrows into its high bit; the lowest such bit is exact, which is the one used.
            var found = (word &- ones &* 0x20) | (quote &- ones) | (backslash &- ones)
            found &= ~word
            if stopsAtNonASCII { found |= word }
            found &= highBits
            if found != 0 { return index + found.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || stopsAtNonASCII && byte > 0x7F
            {
                return index
            }
            index += 1
        }
        return index
    }

    /// Eight bytes, the first one lowest.
    @inline(__always)
    static func word(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// A hash of a name by its length and its outer sixteen bytes: names that agree in it are compared in full.
    @inline(__always)
    static func hash(_ bytes: Span<UInt8>) -> UInt32 {
        let count = bytes.count
        var first: UInt64 = 0
        var last: UInt64 = 0
        if count >= 8 {
            first = word(bytes, at: 0)
            last = word(bytes, at: count - 8)
        } else {
            for index in 0..<count { first = first << 8 | UInt64(bytes[index]) }
        }
        var mixed = (first ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 29 ^ last) &* 0xBF58_476D_1CE4_E5B9
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }

    @inline(__always)
    static func areEqual(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
        guard one.count == other.count else { return false }
        var index = 0
        while index + 8 <= one.count {
            guard word(one, at: index) == word(other, at: index) else { return false }
            index += 8
        }
        while index < one.count {
            guard one[index] == other[index] else { return false }
            index += 1
        }
        return true
    }

    /// Whether UTF-8 text stands before other UTF-8 text in the order of UTF-16 code units: RFC 8785, section 3.2.3.
    ///
    /// The order of UTF-8 bytes is that of code points. UTF-16 differs from it in one thing: surrogates, which stand
    /// for all that needs four bytes in UTF-8, come before U+E000 to U+FFFF, which begin with EE and EF.
    @inline(__always)
    static func precedesInUTF16(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
        let shared = min(one.count, other.count)
        var index = 0
        while index < shared {
            let (left, right) = (one[index], other[index])
            if left != right { return rank(left) < rank(right) }
            index += 1
        }
        return one.count < other.count
    }

    @inline(__always)
    private static func rank(_ byte: UInt8) -> UInt8 { byte == 0xEE || byte == 0xEF ? byte | 0xF0 : byte }
}
