/// The words that JSON-LD keeps for itself: JSON-LD 1.1, section 1.7.
enum Keyword {
    private static let all: Set<String> = [
        "@base", "@container", "@context", "@default", "@direction", "@embed", "@explicit", "@graph", "@id",
        "@import", "@included", "@index", "@json", "@language", "@list", "@nest", "@none", "@omitDefault", "@prefix",
        "@preserve", "@propagate", "@protected", "@requireAll", "@reverse", "@set", "@type", "@value", "@version",
        "@vocab",
    ]

    static func isOne(_ text: String) -> Bool { text.utf8.first == UInt8(ascii: "@") && all.contains(text) }

    /// Whether a text has the form of a keyword: such words are reserved, and ignored where they are none.
    static func isReserved(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.first == UInt8(ascii: "@") && bytes.count > 1
            && bytes.dropFirst().allSatisfy { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    }
}
