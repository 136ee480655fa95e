/// What is odd about a file, whatever stands in it.
package enum FileFlaw: Sendable, Hashable {
    case byteOrderMark
    case utf16
    /// A token with spaces or line ends in it.
    case brokenToken
    /// A token in quotes, or behind `Bearer` or `data:`.
    case wrappedToken
    /// JSON with comments, the first of them in a line.
    case comments(line: Int)
    /// A comma behind the last entry, the first one in a line.
    case trailingComma(line: Int)
    /// More documents stood in the file than are looked at.
    case truncated(limit: Int)

    /// Whether strict readers of JSON or of tokens refuse the file for it.
    package var isRefused: Bool {
        switch self {
        case .byteOrderMark, .wrappedToken, .truncated: false
        case .utf16, .brokenToken, .comments, .trailingComma: true
        }
    }

    /// What is found, and what would be right.
    package var texts: (sent: String, expected: String) {
        switch self {
        case .byteOrderMark: ("a byte-order mark before the text", "UTF-8 without one (RFC 8259, section 8.1)")
        case .utf16: ("text in UTF-16", "UTF-8 (RFC 8259, section 8.1)")
        case .brokenToken: ("a token with spaces or line ends in it", "one line (RFC 7515, section 7.1)")
        case .wrappedToken: ("a token in quotes or behind a prefix", "the token by itself, or an envelope around it")
        case .comments(let line): ("a comment in line \(line)", "JSON, which has no comments (RFC 8259)")
        case .trailingComma(let line):
            ("a comma behind the last entry in line \(line)", "JSON, which has none there (RFC 8259)")
        case .truncated(let limit):
            ("more than \(limit) documents in one file", "the others in files of their own: they were not looked at")
        }
    }
}
