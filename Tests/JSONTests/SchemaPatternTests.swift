import JSON
import Testing

/// Patterns of ECMA-262, through the keyword that uses them.
@Suite struct SchemaPatternTests {
    private func matches(_ pattern: String, _ text: String) throws -> Bool {
        let schema = try JSONSchema(compiling: ["pattern": .string(pattern)])
        return schema.isValid(try JSONDocument(parsing: JSONValue.string(text).serialised()).root)
    }

    @Test(
        "Patterns match what ECMA-262 says",
        arguments: [
            ("a", "xay", true), ("^a", "ba", false), ("a$", "ab", false), ("^$", "", true),
            ("^(a|bc)*$", "abcbca", true),
            ("^(a|bc)*$", "ab", false), ("^a{2,3}$", "aaa", true), ("^a{2,3}$", "aaaa", false), ("^a{2}$", "a", false),
            ("^a{2,}$", "aaaaaa", true), ("^a?b+?c*$", "bbb", true), ("^[^a-c]+$", "xyz", true),
            ("^[^a-c]+$", "xaz", false),
            ("^[a\\-z]+$", "a-z", true), ("^[a\\-z]+$", "b", false), ("^[\\d-]+$", "1-2", true), ("^[]$", "a", false),
            ("^[^]$", "\n", true), ("^.$", "\n", false), ("^.$", "😀", true), ("^\\d+$", "١", false),
            ("^\\w+$", "aZ_9", true),
            ("^\\w+$", "é", false), ("^\\s+$", " \u{FEFF}\u{3000}\t", true), ("^\\S+$", "a b", false),
            ("\\bfoo\\b", "a foo b", true),
            ("\\bfoo\\b", "afoob", false), ("\\Boo", "foo", true), ("^\\p{Lu}\\p{Ll}+$", "Éa", true),
            ("^\\p{L}+$", "漢é", true),
            ("^\\P{L}+$", "12", true), ("^\\p{Script_Extensions}$", "a", nil), ("^\\p{Nd}+$", "١٢", true),
            ("^\\p{General_Category=Currency_Symbol}$", "€", true), ("^\\p{gc=Sc}$", "a", false),
            ("^\\p{Alphabetic}+$", "aⅷ", true),
            ("^\\u0041\\x42\\u{1F600}$", "AB😀", true), ("^(?:ab)+$", "abab", true), ("^(?<name>ab)+$", "abab", true),
            ("^a|b$", "xb", true), ("^(|a)+$", "aa", true), ("^(a*)*$", "aaab", false), ("^\\/\\.$", "/.", true),
            ("^(a|^b)$", "b", true),
            ("(a", "", nil), ("a)", "", nil), ("[a", "", nil), ("*a", "", nil), ("a**", "", nil), ("a{3,2}", "", nil),
            ("[b-a]", "", nil),
            ("(?=a)", "", nil), ("(?!a)", "", nil), ("(?<=a)b", "", nil), ("(a)\\1", "", nil), ("\\", "", nil),
            ("\\u{110000}", "", nil),
            ("\\p{Nonsense}", "", nil),
        ] as [(String, String, Bool?)])
    func follows(pattern: String, text: String, expected: Bool?) throws {
        guard let expected else {
            #expect(throws: JSONSchemaError.self) { try matches(pattern, text) }
            return
        }
        #expect(try matches(pattern, text) == expected)
    }

    @Test("Patterns that ruin backtracking engines take linear time")
    func staysLinear() throws {
        let text = String(repeating: "a", count: 20_000) + "!"
        #expect(try !matches("^(a+)+$", text))
        #expect(try !matches("^(a|aa)+$", text))
        #expect(try !matches("^(.*a){12}$", String(text.prefix(2_000)) + "b"))
    }

    @Test(
        "Patterns that grow out of all bounds are refused quickly",
        arguments: [
            "(((a{1000}){1000}){1000}){1000}", "((((){1000}){1000}){1000}){1000}",
            String(repeating: "(", count: 100_000), "a{1001}",
        ])
    func boundsCompiling(pattern: String) throws {
        #expect(throws: JSONSchemaError.self) { try matches(pattern, "a") }
        let schema = try JSONSchema(compiling: ["format": "regex"], assertingFormats: [.regex])
        #expect(!schema.isValid(try JSONDocument(parsing: JSONValue.string(pattern).serialised()).root))
    }
}
