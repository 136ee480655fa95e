import JSON
import Testing

@Suite struct SchemaFormatTests {
    @Test("Formats are asserted only if asked for")
    func isAnOption() throws {
        let text = try JSONDocument("\"no date\"").root
        for format in SchemaFormat.allCases
        where ![.uriReference, .iriReference, .regex, .jsonPointer].contains(format) {
            let schema: JSONValue = ["format": .string(format.rawValue)]
            #expect(try JSONSchema(compiling: schema).isValid(text))
            #expect(try !JSONSchema(compiling: schema, assertingFormats: [format]).isValid(text), "\(format)")
            #expect(try JSONSchema(compiling: schema, assertingFormats: [format]).isValid(JSONDocument("1").root))
        }
    }

    @Test(
        "Texts of a format are accepted",
        arguments: [
            (.date, ["2026-11-21", "2024-02-29", "0001-01-01", "9999-12-31", "2000-02-29"]),
            (.time, ["00:00:00Z", "23:59:59.999999+23:59", "12:00:00z", "12:00:00-00:00"]),
            (
                .dateTime,
                [
                    "2026-04-17T09:30:00Z", "2026-04-17t09:30:00z", "2026-04-17T09:30:00.1-05:30",
                    "2024-02-29T00:00:00+00:00",
                ]
            ),
            (
                .uri,
                [
                    "https://example.com", "urn:uuid:6e8bc430", "did:web:example.com%3A8080:a", "http://[::1]:80/a?b#c",
                    "mailto:a@b.c", "x:", "file:///a", "http://u:p@h:/",
                    "https://id.gs1.org/01/09520123456788?a=%C3%A9",
                ]
            ),
            (.uriReference, ["", "a", "/a/b", "?q", "#f", "//host/p", "a/b:c", "https://example.com", "../x"]),
            (.iri, ["https://exämple.com/é", "https://example.com"]), (.iriReference, ["é", "#é"]),
            (.email, ["a@b", "first.last@example.com", "é@example.com"]),
            (.hostname, ["a", "example.com", "xn--4gbwdl.xn--wgbh1c", "1.a", "a-b"]),
            (.ipv4, ["0.0.0.0", "255.255.255.255", "10.0.9.1"]),
            (
                .ipv6,
                [
                    "::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:192.168.0.1", "fe80::a:b", "1:2:3:4:5:6:1.2.3.4",
                    "1::8", "1:2:3:4:5:6:7::",
                ]
            ),
            (.uuid, ["2EB8AA08-aa98-11ea-b4aa-73b441d16380"]), (.regex, ["^a+$", "", "[a-z]"]),
            (.jsonPointer, ["", "/", "/a~0b/~1", "/é"]),
        ] as [(SchemaFormat, [String])])
    func accepts(format: SchemaFormat, texts: [String]) throws {
        for text in texts { #expect(try isValid(text, format), "\(text)") }
    }

    @Test(
        "Other texts are refused",
        arguments: [
            (
                .date,
                [
                    "", "2026-2-03", "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "0000-01-01",
                    "20260101", "2026-01-01Z", "２026-01-01", "1900-02-29", "2026-01-01 ",
                ]
            ),
            (
                .time,
                [
                    "", "12:00", "24:00:00Z", "12:60:00Z", "12:00:60Z", "12:00:00", "12:00:00.Z", "12:00:00+24:00",
                    "12:00:00+0100", "12:00:00.5",
                ]
            ),
            (
                .dateTime,
                [
                    "", "2026-04-17", "2026-04-17T09:30:00", "2026-04-17 09:30:00Z", "2026-04-31T09:30:00Z",
                    "2026-04-17T24:00:00Z", "2026-04-17T09:30:00,5Z", "2026-12-31T23:59:60Z",
                    "2026-04-17T09:30:00+1:00", "2026-04-17T09:30Z",
                ]
            ),
            (
                .uri,
                [
                    "", "a", "/a", "//host/path", "1a:b", "http://a b", "http://a/\\", "http://a/é", "http://a/%zz",
                    "http://a/%4", "http://[::1", "http://a:b/", "a:#b#c", "http://a/{b}", "http://a/<b>",
                    "http://[v]/", ":a", "http://a/|",
                ]
            ),
            (.uriReference, ["a b", "1a:b", "#a#b", "é", "\\a", "%", "http://a:b"]), (.iri, ["é", "http://é é"]),
            (.iriReference, ["<é>"]),
            (.email, ["", "a", "@b", "a@", "a@b@c", "a b@c"]),
            (
                .hostname,
                [
                    "", "-a", "a-", ".a", "a.", "a..b", "a_b", "é", String(repeating: "a", count: 64),
                    String(repeating: "a.", count: 127) + "a",
                ]
            ),
            (
                .ipv4,
                [
                    "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "+1.2.3.4", "1.2.3.4 ", "1..2.3", "1.2.3.",
                    "0x1.1.1.1",
                ]
            ),
            (
                .ipv6,
                [
                    "", ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "::g",
                    "1:2:3:4:5:6:7:8::", "::1.2.3", "fe80::1%eth0", "1:", ":1", "1:2:3:4:5:6:7:1.2.3.4",
                ]
            ),
            (
                .uuid,
                [
                    "2eb8aa08-aa98-11ea-b4aa-73b441d1638", "2eb8aa08aa9811eab4aa73b441d16380",
                    "2eb8aa08-aa98-11ea-b4aa-73b441d1638g",
                ]
            ),
            (.regex, ["(", "[a", "a**"]), (.jsonPointer, ["a", "/~", "/~2", "#/a"]),
        ] as [(SchemaFormat, [String])])
    func refuses(format: SchemaFormat, texts: [String]) throws {
        for text in texts { #expect(try !isValid(text, format), "\(text)") }
    }

    private func isValid(_ text: String, _ format: SchemaFormat) throws -> Bool {
        let schema = try JSONSchema(compiling: ["format": .string(format.rawValue)], assertingFormats: [format])
        return schema.isValid(try JSONDocument(parsing: JSONValue.string(text).serialised()).root)
    }
}
