import JSON

/// A decentralised identifier: W3C DID Core, section 3.1.
package struct DID: Sendable, Hashable, CustomStringConvertible {
    package let text: String
    /// `web`, `key` and the like.
    package let method: String

    /// Reads a DID; nil for a DID URL and anything else.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.starts(with: "did:".utf8), bytes.last != UInt8(ascii: ":") else { return nil }
        let rest = bytes.dropFirst(4)
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = rest[..<colon]
        let specific = rest[rest.index(after: colon)...]
        guard !name.isEmpty, name.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 || $0 &- 0x30 < 10 }),
            !specific.isEmpty, specific.allSatisfy(Self.isAllowed),
            !specific.contains(UInt8(ascii: "%")) || PercentEncoding.decoded(Substring(specific)) != nil
        else { return nil }
        self.text = text
        method = String(Substring(name))
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: ":"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    package var description: String { text }

    // MARK: did:web

    /// A did:web for a host, a port and a path.
    package static func web(host: String, port: Int? = nil, path: [String] = []) -> DID? {
        let authority = host + (port.map { "%3A\($0)" } ?? "")
        return DID((["did", "web", authority] + path).joined(separator: ":"))
    }

    /// Where the document of a did:web is (did:web method, Read); nil for other methods and for what is no host.
    ///
    /// Only the port's colon may stand percent-encoded in the host: a slash or an at sign that hid there would lead
    /// to another site than the identifier shows. Path segments keep their percent-encoding, and none may be a dot
    /// segment, which a URL's reader would remove.
    package var documentURL: String? {
        guard method == "web" else { return nil }
        return Self.url(of: specificParts, file: "did.json")
    }

    /// What stands between the colons behind the method.
    var specificParts: [Substring] {
        text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).dropFirst(2)
            .map(Substring.init)
    }

    /// The URL of a file that a host and a path stand for; nil where they are not what they show.
    static func url(of parts: [Substring], file: String) -> String? {
        guard let first = parts.first, let authority = Self.authority(first) else { return nil }
        let path = parts.dropFirst()
        guard
            path.allSatisfy({ segment in
                let decoded =
                    segment.utf8.contains(UInt8(ascii: "%")) ? PercentEncoding.decoded(segment) ?? "" : String(segment)
                return decoded != "" && decoded != "." && decoded != ".."
            })
        else { return nil }
        return path.isEmpty
            ? "https://\(authority)/.well-known/\(file)"
            : "https://\(authority)/\(path.joined(separator: "/"))/\(file)"
    }

    /// Host and port of a did:web's first part; nil where that is anything else.
    private static func authority(_ part: Substring) -> String? {
        guard let decoded = PercentEncoding.decoded(part) else { return nil }
        let pieces = decoded.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = pieces.first, !host.isEmpty, pieces.count <= 2,
            host.utf8.allSatisfy({ isAllowed($0) && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "%") })
        else { return nil }
        if pieces.count == 2 {
            guard pieces[1].utf8.allSatisfy({ $0 &- 0x30 < 10 }), let port = UInt16(pieces[1]), port > 0 else {
                return nil
            }
        }
        return decoded
    }
}
