/// The part of RFC 3986 that references between schemas need.
enum SchemaURI {
    /// Splits a reference at its fragment; the fragment is nil where there is no `#`.
    static func split(_ reference: String) -> (uri: String, fragment: String?) {
        guard let hash = reference.firstIndex(of: "#") else { return (reference, nil) }
        return (String(reference[..<hash]), String(reference[reference.index(after: hash)...]))
    }

    /// Resolves a reference without fragment against a base: RFC 3986, section 5.2.
    static func resolve(_ reference: String, against base: String) -> String {
        if reference.isEmpty { return base }
        if hasScheme(reference) { return reference }
        guard let schemeEnd = base.firstIndex(of: ":") else {
            return reference.hasPrefix("/") ? reference : removingDots(directory(of: base) + reference)
        }
        let scheme = base[...schemeEnd]
        let rest = base[base.index(after: schemeEnd)...]
        guard rest.hasPrefix("//") else { return reference }
        if reference.hasPrefix("//") { return scheme + reference }
        let authorityEnd = rest.dropFirst(2).firstIndex(of: "/") ?? rest.endIndex
        let authority = rest[..<authorityEnd]
        let path = String(rest[authorityEnd...])
        let joined = reference.hasPrefix("/") ? reference : directory(of: path.isEmpty ? "/" : path) + reference
        return scheme + authority + removingDots(joined)
    }

    static func hasScheme(_ reference: String) -> Bool {
        guard let colon = reference.firstIndex(of: ":"), colon != reference.startIndex else { return false }
        return reference[..<colon].utf8.allSatisfy {
            ($0 | 0x20) &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: "+")
                || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
    }

    private static func directory(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    private static func removingDots(_ path: String) -> String {
        var segments: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part {
            case ".": if isLast { segments.append("") }
            case "..":
                if segments.count > 1 { segments.removeLast() }
                if isLast { segments.append("") }
            default: segments.append(part)
            }
        }
        return segments.joined(separator: "/")
    }
}
