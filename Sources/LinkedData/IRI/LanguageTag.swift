/// The form of a language tag, as far as processors look at it: BCP 47, section 2.1, without the registry.
enum LanguageTag {
    static func isWellFormed(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.enumerated().allSatisfy { position, part in
            (1...8).contains(part.count)
                && part.allSatisfy { byte in
                    (byte | 0x20) &- UInt8(ascii: "a") < 26 || position > 0 && byte &- UInt8(ascii: "0") < 10
                }
        }
    }
}
