import JSON
import Testing

/// RFC 3986, section 2.1.
@Suite struct PercentEncodingTests {
    @Test(
        "Encoded texts stand for others, or for none",
        arguments: [
            ("a%20b", "a b"), ("%C3%A9", "é"), ("%e2%82%ac", "€"), ("plain", "plain"), ("", ""), ("100%25", "100%"),
            ("%", nil), ("%4", nil), ("%+f", nil), ("%zz", nil), ("%FF", nil), ("a%2", nil),
        ] as [(String, String?)])
    func decodes(text: String, expected: String?) {
        #expect(PercentEncoding.decoded(text) == expected)
    }
}
