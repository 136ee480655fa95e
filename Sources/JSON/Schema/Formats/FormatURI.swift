/// URIs of RFC 3986 and IRIs of RFC 3987, by the grammar of their characters and delimiters.
enum FormatURI {
    static func isReference(_ text: Span<UInt8>, needsScheme: Bool, allowsUnicode: Bool) -> Bool {
        let scheme = schemeLength(text)
        guard scheme > 0 || !needsScheme && !hasColonInFirstSegment(text) else { return false }
        var index = scheme > 0 ? scheme + 1 : 0
        if index + 1 < text.count, text[index] == UInt8(ascii: "/"), text[index + 1] == UInt8(ascii: "/") {
            let start = index + 2
            index = start
            while index < text.count, !isDelimiter(text[index]) { index += 1 }
            guard isAuthority(text.extracting(start..<index), allowsUnicode: allowsUnicode) else { return false }
        }
        return isRest(text.extracting(index..<text.count), allowsUnicode: allowsUnicode)
    }

    /// The length of the scheme that a colon ends, or 0.
    private static func schemeLength(_ text: Span<UInt8>) -> Int {
        guard text.count > 1, text[0].isLetter else { return 0 }
        for index in 1..<text.count {
            switch text[index] {
            case UInt8(ascii: ":"): return index
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): break
            default: guard text[index].isLetter || text[index].isDigit else { return 0 }
            }
        }
        return 0
    }

    private static func hasColonInFirstSegment(_ text: Span<UInt8>) -> Bool {
        for index in 0..<text.count {
            if text[index] == UInt8(ascii: ":") { return true }
            if isDelimiter(text[index]) { return false }
        }
        return false
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    /// User information, host and port.
    private static func isAuthority(_ text: Span<UInt8>, allowsUnicode: Bool) -> Bool {
        var host = 0
        for index in 0..<text.count where text[index] == UInt8(ascii: "@") { host = index + 1 }
        guard host == 0 || areLegal(text.extracting(0..<host - 1), allowsUnicode: allowsUnicode) else { return false }
        var end = host
        if host < text.count, text[host] == UInt8(ascii: "[") {
            while end < text.count, text[end] != UInt8(ascii: "]") { end += 1 }
            guard end < text.count, FormatAddress.isIPv6(text.extracting(host + 1..<end)) else { return false }
            end += 1
        } else {
            while end < text.count, text[end] != UInt8(ascii: ":") { end += 1 }
            guard areLegal(text.extracting(host..<end), allowsUnicode: allowsUnicode) else { return false }
        }
        guard end < text.count else { return true }
        guard text[end] == UInt8(ascii: ":") else { return false }
        for index in end + 1..<text.count where !text[index].isDigit { return false }
        return true
    }

    /// Path, query and fragment; one `#` at most.
    private static func isRest(_ text: Span<UInt8>, allowsUnicode: Bool) -> Bool {
        var fragment = text.count
        for index in 0..<text.count where text[index] == UInt8(ascii: "#") {
            fragment = index
            break
        }
        guard areLegal(text.extracting(0..<fragment), allowsUnicode: allowsUnicode) else { return false }
        return fragment == text.count
            || areLegal(text.extracting(fragment + 1..<text.count), allowsUnicode: allowsUnicode)
    }

    /// Whether all characters may stand in a URI's path, query or name, percent-encoded ones with their two digits.
    private static func areLegal(_ text: Span<UInt8>, allowsUnicode: Bool) -> Bool {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < text.count, text[index + 1].isHexadecimal, text[index + 2].isHexadecimal else {
                    return false
                }
                index += 3
                continue
            }
            guard byte < 0x80 ? isLegal(byte) : allowsUnicode else { return false }
            index += 1
        }
        return true
    }

    /// The unreserved characters, the sub-delimiters and `:`, `@`, `/`, `?`, as two words of bits.
    private static func isLegal(_ byte: UInt8) -> Bool {
        let low: UInt64 = 0xAFFF_FFD2_0000_0000
        let high: UInt64 = 0x47FF_FFFE_87FF_FFFF
        return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte - 64)) & 1 == 1
    }
}
