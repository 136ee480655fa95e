/// A URL of the web: scheme, host, port, path, query and fragment, as RFC 3986 divides them.
///
/// Scheme and host are in lower case; path and query stand as they were written, percent-encoding included.
package final class WebURL: Sendable, Hashable, CustomStringConvertible {
    // A class, as it never changes and has seven parts: a request is handed on at each step of its way.
    package let scheme: String
    package let host: String
    package let port: Int?
    package let path: String
    package let query: String?
    package let fragment: String?
    /// The URL as a whole.
    package let description: String

    package init(scheme: String = "https", host: String, port: Int? = nil, path: String, query: String? = nil) {
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
        self.path = path.hasPrefix("/") ? path : "/" + path
        self.query = query
        fragment = nil
        description = Self.text(scheme, self.host, port, self.path, query, nil)
    }

    /// Reads an absolute URL; nil where scheme or host is missing or a character stands that must be encoded.
    package init?(_ text: String) {
        var text = text
        let parts = text.withUTF8 { bytes in Parts(bytes) }
        guard let parts else { return nil }
        func substring(_ range: Range<Int>) -> String {
            text.withUTF8 { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
        }
        scheme = parts.isLowerCase ? substring(parts.scheme) : substring(parts.scheme).lowercased()
        host = parts.isLowerCase ? substring(parts.host) : substring(parts.host).lowercased()
        port = parts.port
        path = parts.path.isEmpty ? "/" : substring(parts.path)
        query = parts.query.map(substring)
        fragment = parts.fragment.map(substring)
        let isAsWritten = parts.isLowerCase && parts.port == nil && !parts.path.isEmpty
        description = isAsWritten ? text : Self.text(scheme, host, port, path, query, fragment)
    }

    /// Where the parts of a URL stand in its text, in bytes.
    private struct Parts {
        var scheme: Range<Int>
        var host: Range<Int>
        var port: Int?
        var path: Range<Int>
        var query: Range<Int>?
        var fragment: Range<Int>?
        /// Whether scheme and host are in lower case already.
        var isLowerCase = true

        init?(_ bytes: UnsafeBufferPointer<UInt8>) {
            let count = bytes.count
            for byte in bytes {
                guard byte > 0x20, byte != 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "<") else {
                    return nil
                }
            }
            var index = 0
            while index < count, bytes[index] != UInt8(ascii: ":") {
                let letter = bytes[index] | 0x20
                guard letter &- UInt8(ascii: "a") < 26 || bytes[index] &- 0x30 < 10 || bytes[index] == 0x2B else {
                    return nil
                }
                if bytes[index] &- UInt8(ascii: "A") < 26 { isLowerCase = false }
                index += 1
            }
            guard index > 0, index + 2 < count, bytes[index + 1] == UInt8(ascii: "/"),
                bytes[index + 2] == UInt8(ascii: "/")
            else { return nil }
            scheme = 0..<index
            index += 3
            let hostStart = index
            while index < count, !Self.endsAuthority(bytes[index]), bytes[index] != UInt8(ascii: ":") {
                guard bytes[index] != UInt8(ascii: "@") else { return nil }
                if bytes[index] &- UInt8(ascii: "A") < 26 { isLowerCase = false }
                index += 1
            }
            host = hostStart..<index
            guard !host.isEmpty else { return nil }
            if index < count, bytes[index] == UInt8(ascii: ":") {
                var number = 0
                index += 1
                let start = index
                while index < count, bytes[index] &- 0x30 < 10, number <= 65_535 {
                    number = number * 10 + Int(bytes[index] - 0x30)
                    index += 1
                }
                guard index > start, number <= 65_535, index == count || Self.endsAuthority(bytes[index]) else {
                    return nil
                }
                port = number
            }
            let pathStart = index
            while index < count, bytes[index] != UInt8(ascii: "?"), bytes[index] != UInt8(ascii: "#") { index += 1 }
            path = pathStart..<index
            if index < count, bytes[index] == UInt8(ascii: "?") {
                let start = index + 1
                while index < count, bytes[index] != UInt8(ascii: "#") { index += 1 }
                query = start..<index
            }
            if index < count { fragment = (index + 1)..<count }
        }

        private static func endsAuthority(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
        }
    }

    /// The host of a URL, found without reading the rest; nil where there is none.
    package static func host(of text: String) -> Substring? {
        var text = text
        let authority = text.withUTF8 { bytes -> Range<Int>? in
            guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 2 < bytes.count,
                bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/")
            else { return nil }
            let start = colon + 3
            let end = bytes[start...].firstIndex {
                $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "?")
            }
            return start..<(end ?? bytes.count)
        }
        guard let authority else { return nil }
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: authority.lowerBound)
        return text[start..<text.utf8.index(start, offsetBy: authority.count)]
    }

    private static func text(
        _ scheme: String, _ host: String, _ port: Int?, _ path: String, _ query: String?, _ fragment: String?
    ) -> String {
        var text = "\(scheme)://\(host)"
        if let port { text += ":\(port)" }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    package static func == (one: WebURL, other: WebURL) -> Bool { one.description == other.description }

    package func hash(into hasher: inout Hasher) { hasher.combine(description) }

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
        // Most references are URLs themselves, which needs no search through all of them.
        if reference.hasPrefix("https://") || reference.contains("://") { return WebURL(reference) }
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
