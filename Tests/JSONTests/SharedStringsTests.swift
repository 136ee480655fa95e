import Testing

@testable import JSON

/// Strings that many documents have.
@Suite struct SharedStringsTests {
    private func string(_ text: String) throws -> String? {
        try JSONDocument(parsing: Array("[\"\(text)\"]".utf8)).root[0]?.string
    }

    @Test("A string is what the document says, whatever was read before, at every length")
    func isWhatWasRead() throws {
        for length in 0..<300 {
            let plain = String(repeating: "a", count: length)
            let other = String(repeating: "a", count: max(0, length - 1)) + "b"
            let early = "b" + String(repeating: "a", count: max(0, length - 1))
            for _ in 0..<2 {
                for text in [plain, other, early] { #expect(try string(text) == text) }
            }
        }
    }

    @Test("Strings that look alike and are of other code points stay apart")
    func keepsSpellings() throws {
        let composed = "Caf\u{E9} of the southern valley"
        let decomposed = "Cafe\u{301} of the southern valley"
        for text in [composed, decomposed, composed] {
            #expect(try string(text).map { Array($0.utf8) } == Array(text.utf8))
        }
    }
}
