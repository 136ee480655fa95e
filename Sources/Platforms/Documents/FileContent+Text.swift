import Credentials

extension FileContent {
    /// The bytes as UTF-8 without a byte-order mark.
    mutating func asUTF8(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            note(.byteOrderMark)
            return Array(bytes.dropFirst(3))
        }
        guard let isLittle = Self.isLittleEndian(bytes) else { return bytes }
        let hasMark = bytes.starts(with: isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF])
        let units = stride(from: hasMark ? 2 : 0, to: bytes.count - 1, by: 2).map { place in
            let (one, other) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isLittle ? one | other << 8 : one << 8 | other
        }
        note(.utf16)
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// The order of bytes of a text in UTF-16, by its mark or by how JSON and tokens begin; nil for other texts.
    private static func isLittleEndian(_ bytes: [UInt8]) -> Bool? {
        if bytes.starts(with: [0xFF, 0xFE]) { return true }
        if bytes.starts(with: [0xFE, 0xFF]) { return false }
        guard bytes.count > 3, bytes.count.isMultiple(of: 2) else { return nil }
        if bytes[1] == 0, bytes[3] == 0, bytes[0] != 0, bytes[2] != 0 { return true }
        return bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0 && bytes[3] != 0 ? false : nil
    }

    /// What is packed into the bytes, and into what; nil where nothing is.
    static func unpacked(_ bytes: [UInt8]) -> ([UInt8], FileFlaw)? {
        if bytes.starts(with: [0x1F, 0x8B]) {
            return Gzip.expanded(bytes, limit: 16 << 20).map { ($0, .compressed) }
        }
        if let body = bodyOfResponse(bytes) { return (body, .responseHead) }
        return decoded(bytes).map { ($0, .base64) }
    }

    /// What follows the head of an HTTP response that was saved with it: RFC 9112, section 2.1.
    private static func bodyOfResponse(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.starts(with: Array("HTTP/".utf8)) else { return nil }
        let separators = ["\r\n\r\n", "\n\n"].map { Array($0.utf8) }
        let end = bytes.prefix(1 << 16).indices.first { index in
            separators.contains { bytes[index...].starts(with: $0) }
        }
        guard let end else { return nil }
        return Array(bytes[end...].drop { $0 == 0x0D || $0 == 0x0A })
    }

    /// The document that a text in base64 spells, in either alphabet and with or without line ends; nil where it is no
    /// base64, or that of other data.
    static func decoded(_ text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
        // `{"` and `[{` begin like this, whatever follows.
        let start = text.drop { $0 <= 0x20 }.prefix(4)
        guard
            ["eyJ", "eyAi", "ewog", "ewoi", "ewoJ", "ew0K", "W3s", "Wwog", "Ww0K"].contains(where: {
                start.starts(with: $0.utf8)
            })
        else { return nil }
        let letters = text.filter { $0 > 0x20 }
        guard letters.count > 16, !letters.contains(UInt8(ascii: ".")) else { return nil }
        return Base64.decode(letters, isLenient: true)
    }
}
