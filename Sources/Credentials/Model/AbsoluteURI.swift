extension CredentialModel {
    /// Whether a text is an absolute URI: RFC 3986, section 4.3, a scheme, a colon, and something behind it in the
    /// letters that URIs have. Letters beyond ASCII count as well, as IRIs have them (RFC 3987).
    package static func isURI(_ text: String) -> Bool {
        let letters = text.utf8
        guard let colon = letters.firstIndex(of: UInt8(ascii: ":")), letters.index(after: colon) != letters.endIndex,
            let first = letters.first, isLetter(first), letters[..<colon].allSatisfy(isOfScheme)
        else { return false }
        return letters.allSatisfy { $0 >= 0x80 || $0 > 0x20 && $0 < 0x7F && !forbidden.contains($0) }
    }

    private static let forbidden = Array("\"<>\\^`{|}".utf8)

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

    private static func isOfScheme(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte &- 0x30 < 10 || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }
}
