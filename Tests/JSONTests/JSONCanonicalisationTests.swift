import JSON
import Testing

/// RFC 8785.
@Suite struct JSONCanonicalisationTests {
    @Test(
        "The numbers of RFC 8785, appendix B, are written as it says",
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
            (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
            (0xC340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
            (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"), (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
            (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
            (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
            (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
            (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
            (0x41B3_DE43_5555_5557, "333333333.33333343"), (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
            (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
        ] as [(UInt64, String)])
    func writesNumbers(bits: UInt64, text: String) throws {
        let value = Double(bitPattern: bits)
        #expect(JSONNumber(value)?.text == text)
        // As another writer might have put it, it comes out the same.
        #expect(try canonical("\(value)") == text)
        #expect(try canonical(text) == text)
    }

    @Test(
        "Numbers keep their value in any notation, and reach one form",
        arguments: [
            ("1.0", "1"), ("-0", "0"), ("-0.0", "0"), ("0e10", "0"), ("1E2", "100"), ("100e-2", "1"), ("1.50", "1.5"),
            ("0.000001", "0.000001"), ("0.0000001", "1e-7"), ("0.00000012345", "1.2345e-7"), ("1e21", "1e+21"),
            ("123456789012345", "123456789012345"), ("12345678901234567890", "12345678901234567000"),
            ("0.1234567890123456789", "0.12345678901234568"), ("-12.25", "-12.25"), ("-0.5", "-0.5"), ("1e-400", "0"),
            ("4.50", "4.5"), ("2e-3", "0.002"), ("1e-27", "1e-27"), ("333333333.33333329", "333333333.3333333"),
        ])
    func normalisesNumbers(written: String, text: String) throws {
        #expect(try canonical(written) == text)
        #expect(try String(decoding: JSONDocument(written).root.materialised.canonicalised(), as: UTF8.self) == text)
    }

    @Test("Numbers beyond binary64 stay apart from each other")
    func keepsHugeNumbersApart() throws {
        #expect(try canonical("1e400") == "1e+400")
        #expect(try canonical("10e399") == "1e+400")
        #expect(try canonical("-12.5e400") == "-1.25e+401")
        #expect(try canonical("1e401") != canonical("1e400"))
    }

    @Test("Decimals that are copied are just those that ECMAScript would write so")
    func copiesOnlyCanonicalDecimals() throws {
        var numbers = SeededNumbers(seed: 8785)
        for _ in 0..<50_000 {
            let whole = String(
                Int.random(
                    in: 0...([0, 9, 99_999, 99_999_999_999_999].randomElement(using: &numbers) ?? 9), using: &numbers))
            let places = Int.random(in: 0...9, using: &numbers)
            var fraction = ""
            for _ in 0..<places {
                fraction += Bool.random(using: &numbers) ? "0" : String(Int.random(in: 0...9, using: &numbers))
            }
            let text = (Bool.random(using: &numbers) ? "-" : "") + whole + (places > 0 ? "." + fraction : "")
            let expected = JSONNumber(Double(text) ?? 0)?.text
            #expect(try canonical(text) == expected, "\(text)")
        }
    }

    @Test("Names are sorted by UTF-16 code units: the example of RFC 8785, section 3.2.3")
    func sortsNames() throws {
        let text =
            #"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}"#
        let values = try JSONDocument(try canonical(text)).root.members.map { $0.value.string ?? "" }
        #expect(
            values == [
                "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
                "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
            ])
    }

    @Test("The example of RFC 8785, section 3.2.2, comes out as it says")
    func writesTheExample() throws {
        let text =
            #"{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}"#
        let expected =
            #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#
        #expect(try canonical(text) == expected)
    }

    @Test("Any order and any spelling of a generated document has one canonical form, which is its own canonical form")
    func isOneForm() throws {
        for seed in 1...1500 as ClosedRange<UInt64> {
            var samples = Samples(seed: seed)
            let value = samples.value()
            let document = try JSONDocument(parsing: value.serialised())
            let form = document.root.canonicalised()
            #expect(value.canonicalised() == form, "seed \(seed)")
            #expect(try JSONDocument(parsing: form).root.canonicalised() == form, "seed \(seed)")
            #expect(try JSONDocument(parsing: value.prettyPrinted()).root.canonicalised() == form, "seed \(seed)")
            #expect(
                try JSONDocument(parsing: shuffled(value, &samples.numbers).serialised()).root.canonicalised() == form,
                "seed \(seed)")
            let names = try JSONDocument(parsing: form).root.members.map(\.name)
            #expect(names == names.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }, "seed \(seed)")
        }
    }

    private func shuffled(_ value: JSONValue, _ numbers: inout SeededNumbers) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.map { shuffled($0, &numbers) })
        case .object(let object):
            let members = object.map { ($0.name, shuffled($0.value, &numbers)) }
            return .object(JSONObject(members.shuffled(using: &numbers)))
        default: return value
        }
    }

    @Test("A large object is sorted as a small one is, whatever order it comes in")
    func sortsLargeObjects() throws {
        let names = (0..<5000).map { "name-that-begins-alike-\(String(5000 - $0, radix: 36))" }
        let value = JSONValue.object(JSONObject(names.map { ($0, 0) }))
        let sorted = try JSONDocument(parsing: JSONDocument(parsing: value.serialised()).root.canonicalised()).root
        #expect(sorted.members.map(\.name) == names.sorted())
    }
}
