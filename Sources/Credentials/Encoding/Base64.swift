/// Base64 with the classic alphabet and padding: RFC 4648, section 4.
package enum Base64 {
    /// `bytes` as text.
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        let letters = Base64URL.encode(bytes).map { letter in
            switch letter {
            case UInt8(ascii: "-"): UInt8(ascii: "+")
            case UInt8(ascii: "_"): UInt8(ascii: "/")
            default: letter
            }
        }
        let padding = [UInt8](repeating: UInt8(ascii: "="), count: (4 - letters.count % 4) % 4)
        return String(decoding: letters + padding, as: UTF8.self)
    }

    /// The bytes that `text` (ASCII) spells, or nil where it is not base64.
    ///
    /// - Parameter isLenient: Whether base64url and missing or superfluous padding are read too.
    package static func decode(_ text: some BidirectionalCollection<UInt8>, isLenient: Bool = false) -> [UInt8]? {
        let padding = text.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        guard padding <= 2, isLenient || text.count % 4 == 0 else { return nil }
        var letters = Array(text.dropLast(padding))
        for index in letters.indices {
            switch letters[index] {
            case UInt8(ascii: "+"): letters[index] = UInt8(ascii: "-")
            case UInt8(ascii: "/"): letters[index] = UInt8(ascii: "_")
            case UInt8(ascii: "-"), UInt8(ascii: "_"): guard isLenient else { return nil }
            default: break
            }
        }
        return Base64URL.decode(letters)
    }

    /// The bytes that `text` spells, or nil where it is not base64.
    package static func decode(_ text: String, isLenient: Bool = false) -> [UInt8]? {
        var text = text
        return text.withUTF8 { decode($0, isLenient: isLenient) }
    }
}
