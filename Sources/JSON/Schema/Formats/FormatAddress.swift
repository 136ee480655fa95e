/// Addresses of the Internet Protocol.
enum FormatAddress {
    /// Four numbers up to 255 without leading zeros: RFC 2673, section 3.2.
    static func isIPv4(_ text: Span<UInt8>) -> Bool {
        var parts = 0
        var digits = 0
        var value = 0
        for index in 0...text.count {
            if index < text.count, text[index].isDigit {
                guard digits < 3, digits == 0 || value > 0 else { return false }
                value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
                digits += 1
                continue
            }
            guard digits > 0, value <= 255, index == text.count || text[index] == UInt8(ascii: ".") else {
                return false
            }
            parts += 1
            digits = 0
            value = 0
        }
        return parts == 4
    }

    /// Groups of hexadecimal digits, one gap, and an IPv4 address at the end if there is one: RFC 4291, section 2.2.
    static func isIPv6(_ text: Span<UInt8>) -> Bool {
        var groups = 0
        var hasGap = false
        var index = 0
        if text.count >= 2, text[0] == UInt8(ascii: ":"), text[1] == UInt8(ascii: ":") {
            hasGap = true
            index = 2
        }
        while index < text.count {
            let start = index
            while index < text.count, text[index].isHexadecimal { index += 1 }
            if index < text.count, text[index] == UInt8(ascii: ".") {
                guard isIPv4(text.extracting(start..<text.count)) else { return false }
                groups += 2
                break
            }
            guard 1...4 ~= index - start else { return false }
            groups += 1
            guard index < text.count else { break }
            guard text[index] == UInt8(ascii: ":"), index + 1 < text.count else { return false }
            index += 1
            if text[index] == UInt8(ascii: ":") {
                guard !hasGap else { return false }
                hasGap = true
                index += 1
            }
        }
        return hasGap ? groups < 8 : groups == 8
    }
}
