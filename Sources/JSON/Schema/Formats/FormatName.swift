/// Names of hosts, mailboxes, objects and places.
enum FormatName {
    /// Labels of letters, digits and inner hyphens, up to 63 each and 253 together: RFC 1123, section 2.1.
    static func isHostname(_ text: Span<UInt8>) -> Bool {
        guard 1...253 ~= text.count else { return false }
        var start = 0
        for index in 0...text.count {
            if index < text.count, text[index] != UInt8(ascii: ".") {
                guard text[index].isLetter || text[index].isDigit || text[index] == UInt8(ascii: "-") else {
                    return false
                }
                continue
            }
            guard 1...63 ~= index - start, text[start] != UInt8(ascii: "-"), text[index - 1] != UInt8(ascii: "-")
            else { return false }
            start = index + 1
        }
        return true
    }

    /// Something before and behind one `@`, without white space: the part of RFC 5321 that readers agree on.
    static func isEmail(_ text: Span<UInt8>) -> Bool {
        var at = -1
        for index in 0..<text.count {
            guard text[index] > 0x20 else { return false }
            guard text[index] == UInt8(ascii: "@") else { continue }
            guard at < 0 else { return false }
            at = index
        }
        return at > 0 && at < text.count - 1
    }

    /// RFC 4122, section 3.
    static func isUUID(_ text: Span<UInt8>) -> Bool {
        guard text.count == 36 else { return false }
        for index in 0..<36 {
            let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
            guard isHyphen ? text[index] == UInt8(ascii: "-") : text[index].isHexadecimal else { return false }
        }
        return true
    }

    /// RFC 6901, section 3: empty or beginning with a slash, with `~` only in `~0` and `~1`.
    static func isJSONPointer(_ text: Span<UInt8>) -> Bool {
        guard text.count > 0 else { return true }
        guard text[0] == UInt8(ascii: "/") else { return false }
        for index in 0..<text.count where text[index] == UInt8(ascii: "~") {
            guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "0") || text[index + 1] == UInt8(ascii: "1")
            else { return false }
        }
        return true
    }
}
