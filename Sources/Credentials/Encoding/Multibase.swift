/// Text that says its own base in its first character (W3C Controlled Identifiers, section on multibase).
package enum Multibase {
    /// The bases that verifiable credentials use.
    package enum Base: Character, Sendable {
        case base58btc = "z"
        case base64url = "u"
    }

    /// `bytes` in `base`, with its prefix.
    package static func encode(_ bytes: [UInt8], in base: Base) -> String {
        switch base {
        case .base58btc: "z" + Base58.encode(bytes)
        case .base64url: "u" + Base64URL.text(bytes)
        }
    }

    /// The bytes that `text` spells, or nil where its prefix is another one or its characters do not fit.
    package static func decode(_ text: String) -> [UInt8]? {
        switch text.first.flatMap(Base.init) {
        case .base58btc: Base58.decode(text.dropFirst())
        case .base64url: Base64URL.decode(text.utf8.dropFirst())
        case nil: nil
        }
    }
}
