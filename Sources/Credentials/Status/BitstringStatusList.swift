/// The statuses of many credentials, one bit each: W3C Bitstring Status List 1.0.
package struct BitstringStatusList: Sendable, Hashable {
    /// The bits, index 0 left-most in the first byte.
    package private(set) var bits: [UInt8]

    /// The fewest entries that a list may have, so that an index tells little about its holder.
    package static let minimumLength = 131_072

    /// A list in which nothing is set; the length is rounded up to whole bytes.
    package init(length: Int = minimumLength) {
        bits = [UInt8](repeating: 0, count: (max(1, length) + 7) / 8)
    }

    init(bits: [UInt8], leftmostFirst: Bool) {
        self.bits = leftmostFirst ? bits : bits.map(Self.reversed)
    }

    /// The number of entries.
    package var length: Int { bits.count * 8 }

    /// The number of entries that are set.
    package var setCount: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether the bit of an index is set; beyond the list nothing is set and nothing can be.
    ///
    /// A verifier asks ``isSet(at:)`` instead, which tells "not set" from "not there".
    package subscript(index: Int) -> Bool {
        get { index >= 0 && index < length && bits[index >> 3] & Self.mask(index) != 0 }
        set {
            guard index >= 0, index < length else { return }
            if newValue { bits[index >> 3] |= Self.mask(index) } else { bits[index >> 3] &= ~Self.mask(index) }
        }
    }

    /// Whether the bit of an index that a credential names is set.
    ///
    /// - Throws: `indexOutOfRange`, the specification's `RANGE_ERROR`.
    package func isSet(at index: Int) throws(StatusListError) -> Bool {
        guard index >= 0, index < length else { throw .indexOutOfRange(index, length: length) }
        return self[index]
    }

    /// The value of an entry of several bits, the first the most significant (`statusSize` of a `message` list).
    ///
    /// - Throws: `indexOutOfRange` where the entry does not lie within the list.
    package func value(at index: Int, size: Int) throws(StatusListError) -> Int {
        guard (1...32).contains(size), index >= 0, index < length / size else {
            throw .indexOutOfRange(index, length: length / max(1, size))
        }
        return (index * size..<(index + 1) * size).reduce(0) { $0 << 1 | (self[$1] ? 1 : 0) }
    }

    /// The list as `encodedList` (Bitstring Generation). The defaults are the specification's, the others are the
    /// ways in which platforms depart from it.
    package func encoded(
        multibase: Bool = true, compression: Compression = .gzip, leftmostFirst: Bool = true
    ) -> String {
        encoded(
            as: .packed(compression, armour: multibase ? .multibase : .base64url, leftmostFirst: leftmostFirst))
    }

    /// The bits in bytes that count from the left or from the right.
    func ordered(leftmostFirst: Bool) -> [UInt8] { leftmostFirst ? bits : bits.map(Self.reversed) }

    private static func mask(_ index: Int) -> UInt8 { 0x80 >> UInt8(index & 7) }

    private static func reversed(_ byte: UInt8) -> UInt8 {
        var (rest, result): (UInt8, UInt8) = (byte, 0)
        for _ in 0..<8 {
            result = result << 1 | rest & 1
            rest >>= 1
        }
        return result
    }
}
