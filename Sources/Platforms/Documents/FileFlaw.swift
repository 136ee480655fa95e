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
    /// Compressed with gzip.
    case compressed
    /// The document in base64.
    case base64
    /// The head of an HTTP response before the document.
    case responseHead
    /// JSON in a string of JSON.
    case textInString
    /// A document inside a text of another kind, such as a page; the kind.
    case embedded(String)
    /// Several documents one after the other.
    case severalDocuments
    /// Members of an unsigned credential that are notes about it.
    case annotations([String])
    /// Text in an encoding that is not UTF-8, first seen in a line.
    case otherEncoding(line: Int)
    /// More documents stood in the file than are looked at.
    case truncated(limit: Int)

    /// Whether strict readers of JSON or of tokens refuse the file for it.
    package var isRefused: Bool {
        switch self {
        case .byteOrderMark, .wrappedToken, .truncated: false
        // How a file is kept is not how its content is served.
        case .compressed, .base64, .responseHead, .textInString, .embedded, .severalDocuments, .annotations: false
        case .utf16, .brokenToken, .comments, .trailingComma, .otherEncoding: true
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
        case .compressed: ("a file compressed with gzip", "the document itself; its content is judged")
        case .base64: ("a document in base64", "the document itself; its content is judged")
        case .responseHead: ("an HTTP response with its head", "its body alone, which is judged")
        case .textInString: ("JSON in a string of JSON", "the JSON itself, written once; its content is judged")
        case .embedded(let format): ("a document inside of \(format)", "the document by itself, as it is judged here")
        case .severalDocuments: ("several documents one after the other", "a file for each; each is judged by itself")
        case .annotations(let names):
            (
                "\(names.joined(separator: ", ")), taken for notes about the sample",
                "the credential alone, as it is judged"
            )
        case .otherEncoding(let line):
            ("bytes in line \(line) that are no UTF-8, read as Latin-1", "UTF-8 (RFC 8259, section 8.1)")
        case .truncated(let limit):
            ("more than \(limit) documents in one file", "the others in files of their own: they were not looked at")
        }
    }
}
