/// What has to be known of the form of an IRI.
enum IRI {
    /// Whether a text is an IRI rather than a relative reference: a scheme, a colon, and no white space. Blank node
    /// identifiers count too.
    static func isAbsolute(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), isScheme(bytes[..<colon]) else { return false }
        return !hasWhiteSpace(text)
    }

    private static func hasWhiteSpace(_ text: String) -> Bool {
        var isPlain = true
        for byte in text.utf8 {
            if byte <= 0x20, byte == 0x20 || (9...13).contains(byte) { return true }
            if byte >= 0x80 { isPlain = false }
        }
        // What else is white lies beyond ASCII, and looking properties up is slow.
        return !isPlain && text.unicodeScalars.contains(where: \.properties.isWhitespace)
    }

    static func isBlankNode(_ text: String) -> Bool { text.hasPrefix("_:") }

    private static func isScheme(_ bytes: Substring.UTF8View) -> Bool {
        guard let first = bytes.first else { return false }
        if first == UInt8(ascii: "_") { return bytes.count == 1 }
        return isLetter(first)
            && bytes.dropFirst().allSatisfy { byte in
                isLetter(byte) || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "+")
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

    /// Whether an IRI ends in a way that makes a simple term for it a prefix: JSON-LD 1.1 API, section 4.2.2.
    static func canBePrefix(_ text: String) -> Bool {
        isBlankNode(text) || text.utf8.last.map { ":/?#[]@".utf8.contains($0) } ?? false
    }

    /// The parts before and behind the first colon, unless the text begins with it.
    static func parts(_ text: String) -> (prefix: String, suffix: Substring)? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else { return nil }
        return (String(text[..<colon]), text[text.utf8.index(after: colon)...])
    }
}
