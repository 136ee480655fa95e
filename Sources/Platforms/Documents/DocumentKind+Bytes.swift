import Credentials

extension DocumentKind {
    /// What bytes are that are neither JSON nor a token.
    init(ofBytes bytes: [UInt8]) {
        // The last letter of a beginning may be cut.
        let text = (0..<4).lazy.compactMap { String(validating: bytes.prefix(65_536 - $0), as: UTF8.self) }.first
        if let format = ForeignFormat(of: bytes[...]) {
            // A page with placeholders is what render methods name.
            let isTemplate =
                [.html, .xml, .svg].contains(format) && text.map { $0.contains("{{") && $0.contains("}}") } ?? false
            self = isTemplate ? .text(.template) : .foreign(format)
        } else if Self.isMobileDocument(bytes) || Self.encoded(bytes).map(Self.isMobileDocument) ?? false {
            self = .mobileDocument
        } else if let text, !text.contains("\u{0}") {
            let isProgram = text.contains("credentialSubject") && TextFormat(of: text) == .plain
            self = .text(isProgram ? .program : TextFormat(of: text))
        } else {
            self = .unknown
        }
    }

    /// Bytes that stand in base64url.
    private static func encoded(_ text: [UInt8]) -> [UInt8]? {
        let letters = text.filter { $0 > 0x20 }
        guard letters.count > 40, letters.count < 4 << 20, letters.allSatisfy(Base64URL.isLetter) else { return nil }
        return Base64URL.decode(letters[...])
    }

    /// CBOR with the members of ISO/IEC 18013-5, section 8.3.2.1.
    private static func isMobileDocument(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first >> 5 == 5 else { return false }
        let start = bytes.prefix(4096)
        return ["issuerSigned", "issuerAuth", "docType", "documents"].contains { name in
            start.indices.contains { start[$0...].starts(with: name.utf8) }
        }
    }
}
