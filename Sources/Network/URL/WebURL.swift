/// A URL of the web: scheme, host, port, path, query and fragment, as RFC 3986 divides them.
///
/// Scheme and host are in lower case; path and query stand as they were written, percent-encoding included.
package struct WebURL: Sendable, Hashable, CustomStringConvertible {
    package let scheme: String
    package let host: String
    package let port: Int?
    package let path: String
    package let query: String?
    package let fragment: String?

    package init(scheme: String = "https", host: String, port: Int? = nil, path: String, query: String? = nil) {
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
        self.path = path.hasPrefix("/") ? path : "/" + path
        self.query = query
        fragment = nil
    }

    /// Reads an absolute URL; nil where scheme or host is missing or a character stands that must be encoded.
    package init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") }),
            let schemeEnd = text.range(of: "://")
        else { return nil }
        let scheme = text[..<schemeEnd.lowerBound].lowercased()
        guard !scheme.isEmpty, scheme.utf8.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 || $0 &- 0x30 < 10 || $0 == 0x2B })
        else { return nil }
        var rest = text[schemeEnd.upperBound...]
        if let hash = rest.firstIndex(of: "#") {
            fragment = String(rest[rest.index(after: hash)...])
            rest = rest[..<hash]
        } else {
            fragment = nil
        }
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        } else {
            query = nil
        }
        let authorityEnd = rest.firstIndex(of: "/") ?? rest.endIndex
        let authority = rest[..<authorityEnd]
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let host = parts.first, !host.isEmpty, !host.contains("@") else { return nil }
        if parts.count == 2 {
            guard let number = UInt16(parts[1]) else { return nil }
            port = Int(number)
        } else {
            port = nil
        }
        self.scheme = scheme
        self.host = host.lowercased()
        path = authorityEnd == rest.endIndex ? "/" : String(rest[authorityEnd...])
    }

    package var description: String {
        var text = "\(scheme)://\(host)"
        if let port { text += ":\(port)" }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    /// The parameters of the query in order, percent-encoding and plus signs undone.
    package var queryItems: [(name: String, value: String)] {
        (query ?? "").split(separator: "&").map { item in
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(parts[0]), parts.count == 2 ? Self.decoded(parts[1]) : "")
        }
    }

    /// The value of the first parameter with a name.
    package func queryValue(_ name: String) -> String? {
        queryItems.first { $0.name == name }?.value
    }

    /// The URL that a reference names when it stands in a document at this URL: RFC 3986, section 5.
    package func resolving(_ reference: String) -> WebURL? {
        if reference.contains("://") { return WebURL(reference) }
        if reference.hasPrefix("//") { return WebURL(scheme + ":" + reference) }
        let origin = "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "")
        if reference.hasPrefix("/") { return WebURL(origin + reference) }
        if reference.hasPrefix("?") { return WebURL(origin + path + reference) }
        let directory = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
        return WebURL(origin + directory + "/" + reference)
    }

    /// The URL with another query.
    package func withQuery(_ query: String) -> WebURL {
        WebURL(scheme: scheme, host: host, port: port, path: path, query: query)
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// The first place of a text, without a library for it.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(text) {
                return index..<self.index(index, offsetBy: text.count)
            }
            index = self.index(after: index)
        }
        return nil
    }
}
