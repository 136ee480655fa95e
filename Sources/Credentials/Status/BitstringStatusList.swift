/// The statuses of many credentials, one bit each: Bitstring Status List 1.0.
package struct BitstringStatusList: Sendable, Hashable {
    package private(set) var bits: [UInt8]

    /// The fewest entries that a list may have, so that an index tells little about its holder.
    package static let minimumLength = 131_072

    /// The most bytes that a list may expand to.
    private static let maximumBytes = 16 << 20

    /// A list in which nothing is set; the length is rounded up to whole bytes.
    package init(length: Int = minimumLength) {
        bits = [UInt8](repeating: 0, count: (max(1, length) + 7) / 8)
    }

    package var length: Int { bits.count * 8 }

    /// Whether the bit of an index is set; index 0 is the left-most bit of the first byte.
    package subscript(index: Int) -> Bool {
        get { index >= 0 && index < length && bits[index >> 3] & (0x80 >> UInt8(index & 7)) != 0 }
        set {
            guard index >= 0, index < length else { return }
            let mask: UInt8 = 0x80 >> UInt8(index & 7)
            if newValue { bits[index >> 3] |= mask } else { bits[index >> 3] &= ~mask }
        }
    }

    package enum Compression: Sendable { case gzip, zlib }

    /// The list as `encodedList`: section 4.1, bitstring generation, and the ways in which it is got wrong.
    package func encoded(
        multibase: Bool = true, compression: Compression = .gzip, leftmostFirst: Bool = true
    ) -> String {
        let ordered = leftmostFirst ? bits : bits.map(Self.reversed)
        let packed = compression == .gzip ? Deflate.gzip(ordered) : Deflate.zlib(ordered)
        return (multibase ? "u" : "") + Base64URL.text(packed)
    }

    private static func reversed(_ byte: UInt8) -> UInt8 {
        var (rest, result): (UInt8, UInt8) = (byte, 0)
        for _ in 0..<8 {
            result = result << 1 | rest & 1
            rest >>= 1
        }
        return result
    }

    /// Unpacks an `encodedList`: section 4.2, bitstring expansion.
    ///
    /// - Parameter isTolerant: Whether lists without multibase prefix, with padding or packed by zlib are read too.
    package static func decode(_ text: String, isTolerant: Bool = false) throws(StatusListError) -> BitstringStatusList {
        var letters = Array(text.utf8)[...]
        if letters.first == UInt8(ascii: "u") {
            letters = letters.dropFirst()
        } else if !isTolerant {
            throw .missingMultibasePrefix
        }
        if isTolerant { while letters.last == UInt8(ascii: "=") { letters = letters.dropLast() } }
        guard let packed = Base64URL.decode(letters) else { throw .badBase64 }
        let isGzip = packed.starts(with: [0x1F, 0x8B])
        guard isGzip || isTolerant else { throw .notGzip }
        var list = BitstringStatusList()
        switch Deflate.inflate(packed, maximumBytes: maximumBytes) {
        case .success(let bits): list.bits = bits
        case .failure(.tooLarge): throw .tooLarge(limit: maximumBytes)
        case .failure(.corrupt): throw .notGzip
        }
        guard list.length >= minimumLength else { throw .tooShort(length: list.length) }
        return list
    }
}

/// Why a status list can't be unpacked.
package enum StatusListError: Error, Sendable, Hashable {
    case missingMultibasePrefix
    case badBase64
    case notGzip
    case tooLarge(limit: Int)
    case tooShort(length: Int)
}
