import JSON
import Testing

@Suite struct JSONParsingTests {
    @Test(
        "What RFC 8259 calls a JSON text is accepted",
        arguments: [
            "null", "true", "false", "0", "-0", "-1", "10", "1.5", "1e5", "1E+5", "1e-5", "-0.0e-0", "\"\"", "[]", "{}",
            " \t\r\n1 \t\r\n", "[ ]", "{ }", "[1,2]", "[[[]]]", #"{"a":1}"#, #"{"":0}"#, #"{"a":{"a":[{}]}}"#,
            #""\"\\\/\b\f\n\r\t\u0041""#, #""\u0000""#, #""\ud83d\ude00""#, #""\uD834\uDD1E""#, "\"\u{7F}\"",
            "\"é漢😀\u{10FFFF}\u{2028}\"", #"{"a":1,"A":2,"a ":3}"#, "1" + String(repeating: "0", count: 400),
            "1e999999999999999999999", "0." + String(repeating: "3", count: 1000), "[\"a\",null,1,true]",
        ])
    func accepts(text: String) throws {
        _ = try JSONDocument(text)
    }

    @Test(
        "What is no JSON text is refused for what is wrong with it, where it is wrong",
        arguments: [
            ("", .empty, 0), ("  ", .empty, 0), ("nul", .unexpected(expected: "a value"), 0),
            ("nulL", .unexpected(expected: "a value"), 0), ("True", .unexpected(expected: "a value"), 0),
            ("+1", .unexpected(expected: "a value"), 0), (".5", .unexpected(expected: "a value"), 0),
            ("NaN", .unexpected(expected: "a value"), 0), ("'a'", .unexpected(expected: "a value"), 0),
            ("-", .badNumber, 0), ("-a", .badNumber, 0), ("1.", .badNumber, 0), ("1.e5", .badNumber, 0),
            ("1e", .badNumber, 0), ("1e+", .badNumber, 0), ("01", .trailingContent, 1), ("0x1", .trailingContent, 1),
            ("1 2", .trailingContent, 2), ("{}}", .trailingContent, 2), ("[", .unterminated("a value"), 1),
            ("[1", .unterminated("an array"), 2), ("[1,]", .unexpected(expected: "a value"), 3),
            ("[,1]", .unexpected(expected: "a value"), 1), ("[1 2]", .unexpected(expected: "',' or ']'"), 3),
            ("[1}", .unexpected(expected: "',' or ']'"), 2), ("{", .unexpected(expected: "a member name in quotes"), 1),
            ("{a:1}", .unexpected(expected: "a member name in quotes"), 1),
            (#"{"a":1,}"#, .unexpected(expected: "a member name in quotes"), 7),
            (#"{"a" 1}"#, .unexpected(expected: "':' after a member name"), 5),
            (#"{"a":1]"#, .unexpected(expected: "',' or '}'"), 6), (#"{"a":1"#, .unterminated("an object"), 6),
            (#""abc"#, .unterminated("a string"), 4), (#""a\"#, .unterminated("a string"), 2),
            (#""\x""#, .badEscape, 1), (#""\u12""#, .badEscape, 1), (#""\u12G4""#, .badEscape, 1),
            ("\"a\nb\"", .controlCharacter, 2), ("\"\u{0}\"", .controlCharacter, 1),
            ("\"\u{1F}\"", .controlCharacter, 1),
            (#""\ud800""#, .loneSurrogate, 1), (#""\udc00""#, .loneSurrogate, 1),
            (#""\ud800\u0041""#, .loneSurrogate, 1), (#""\ud800\ud800""#, .loneSurrogate, 1),
            ("\u{FEFF}1", .unexpected(expected: "a value"), 0), ("[1]\u{0}", .trailingContent, 3),
            ("/**/1", .unexpected(expected: "a value"), 0), (#"{"a":1,"a":2}"#, .duplicateName, 7),
            (#"{"a":1,"\u0061":2}"#, .duplicateName, 7), (#"{"x":{"b":1,"c":1,"b":1}}"#, .duplicateName, 18),
        ] as [(String, JSONParseError.Problem, Int)])
    func refuses(text: String, problem: JSONParseError.Problem, offset: Int) throws {
        let error = #expect(throws: JSONParseError.self) { try JSONDocument(text) }
        #expect(error?.problem == problem)
        #expect(error?.offset == offset)
    }

    @Test(
        "Bytes that are no UTF-8 are refused wherever they stand in a string",
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
            [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xE2, 0x82], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xF0, 0x9F, 0x98],
        ] as [[UInt8]])
    func refusesBadUTF8(sequence: [UInt8]) {
        for before in 0..<17 {
            let letters = [UInt8](repeating: UInt8(ascii: "a"), count: before)
            let text = [UInt8(ascii: "\"")] + letters + sequence + letters + [UInt8(ascii: "\"")]
            let error = #expect(throws: JSONParseError.self) { try JSONDocument(parsing: text) }
            #expect(error?.problem == .invalidUTF8)
            #expect(error?.offset == before + 1)
        }
    }

    @Test("Every special byte is found at every place in a string, whichever way it is read")
    func findsSpecialBytes() throws {
        for length in 0..<20 {
            for place in 0..<length {
                for (byte, escaped) in [("\"", #"\""#), ("\\", #"\\"#), ("\u{1}", #"\u0001"#), ("é", "é")] {
                    var parts = [String](repeating: "x", count: length)
                    parts[place] = byte
                    let text = parts.joined()
                    parts[place] = escaped
                    let written = "\"" + parts.joined() + "\""
                    #expect(String(decoding: JSONValue.string(text).serialised(), as: UTF8.self) == written)
                    #expect(try JSONDocument(written).root.string == text)
                }
            }
        }
    }

    @Test("An error says line and column, counted from 1")
    func reportsLineAndColumn() {
        let error = #expect(throws: JSONParseError.self) { try JSONDocument("{\n  \"a\": 1,\n  \"b\": tru\n}") }
        #expect(error?.description == "line 3, column 8: expected a value")
    }

    @Test("Nesting is bounded, however deep the text is")
    func boundsDepth() throws {
        let limit = JSONLimits.standard.maximumDepth
        _ = try JSONDocument(String(repeating: "[", count: limit) + String(repeating: "]", count: limit))
        for opening in ["[", #"{"a":"#] {
            let bomb = String(repeating: opening, count: 200_000)
            let error = #expect(throws: JSONParseError.self) { try JSONDocument(bomb) }
            #expect(error?.problem == .tooDeep(limit: limit))
            #expect(error?.offset == limit * opening.utf8.count)
        }
    }

    @Test("A text larger than its limit is refused before it is read")
    func boundsSize() {
        let limits = JSONLimits(maximumBytes: 3, maximumDepth: 1)
        #expect(throws: Never.self) { try JSONDocument(parsing: Array("[1]".utf8), limits: limits) }
        let error = #expect(throws: JSONParseError.self) {
            try JSONDocument(parsing: Array("[12]".utf8), limits: limits)
        }
        #expect(error?.problem == .tooLarge(limit: 3))
    }

    @Test("A repeated name is found among many, also if the names share beginning, end and length")
    func findsDuplicatesAmongMany() throws {
        // Names whose outer bytes agree meet in the same place of a hash table; the middle tells them apart.
        let names = (0..<20_000).map { "prefix--\(100_000 + $0)--suffix" }
        let members = names.map { "\"\($0)\":0" }.joined(separator: ",")
        #expect(try JSONDocument("{\(members)}").root.count == names.count)
        let error = #expect(throws: JSONParseError.self) { try JSONDocument(#"{\#(members),"\#(names[7])":1}"#) }
        #expect(error?.problem == .duplicateName)
        #expect(error?.offset == members.utf8.count + 2)
    }

    @Test("Names that look alike but differ in code points are different names")
    func tellsSpellingsApart() throws {
        let document = try JSONDocument("{\"e\u{301}\":1,\"\u{E9}\":2}")
        #expect(document.root["\u{E9}"]?.int == 2)
        #expect(document.root["e\u{301}"]?.int == 1)
        #expect(document.root.materialised["\u{E9}"]?.number?.int == 2)
    }
}
