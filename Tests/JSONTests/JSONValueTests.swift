import JSON
import Testing

@Suite struct JSONValueTests {
    @Test("What is written, compact or for people, is read again as the same value")
    func roundTrips() throws {
        for seed in 1...1500 as ClosedRange<UInt64> {
            var samples = Samples(seed: seed)
            let value = samples.value()
            #expect(try JSONDocument(parsing: value.serialised()).root.materialised == value, "seed \(seed)")
            #expect(try JSONDocument(parsing: value.prettyPrinted()).root.materialised == value, "seed \(seed)")
            #expect(
                try JSONDocument(parsing: value.serialised()).root.materialised.hashValue == value.hashValue,
                "seed \(seed)")
        }
    }

    @Test("JSON for people is stable: two spaces a level, empty containers on one line")
    func printsForPeople() {
        let value: JSONValue = ["name": "a\"b", "list": [1, 2.5, [], ["x": nil]], "none": [:], "ok": true]
        #expect(
            String(decoding: value.prettyPrinted(), as: UTF8.self) == """
                {
                  "name": "a\\"b",
                  "list": [
                    1,
                    2.5,
                    [],
                    {
                      "x": null
                    }
                  ],
                  "none": {},
                  "ok": true
                }

                """)
    }

    @Test("Members are set, replaced and removed in their order")
    func editsMembers() {
        var value: JSONValue = ["a": 1, "b": 2]
        value["c"] = 3
        value["a"] = "one"
        value["b"] = nil
        value["x"] = nil
        #expect(String(decoding: value.serialised(), as: UTF8.self) == #"{"a":"one","c":3}"#)
        value[pointer: JSONPointer(["c"])] = [1, ["d": 2]]
        value[pointer: JSONPointer(["c", "1", "d"])] = 4
        value[pointer: JSONPointer(["c", "0"])] = nil
        value[pointer: JSONPointer(["absent", "x"])] = 1
        value[pointer: JSONPointer(["c", "7"])] = 1
        #expect(String(decoding: value.serialised(), as: UTF8.self) == #"{"a":"one","c":[{"d":4}]}"#)
    }

    @Test("Of members with the same name, the last one counts, however many there are", arguments: [3, 60])
    func keepsNamesApart(count: Int) {
        let members = (0..<count).map { ("n\($0)", JSONValue.number(JSONNumber($0))) }
        let object = JSONObject(members + [("n1", "last")])
        #expect(object.count == count)
        #expect(object["n1"] == "last")
        #expect(object.names == members.map(\.0))
    }

    @Test(
        "Equality ignores the order of members and the notation of numbers, and goes by code points",
        arguments: [2, 60])
    func comparesValues(count: Int) {
        let members = (0..<count).map { ("n\($0)", JSONValue.number(JSONNumber($0))) }
        let (one, other) = (JSONObject(members), JSONObject(members.reversed()))
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        var changed = one
        changed["n0"] = "else"
        #expect(one != changed)
        #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
        #expect(JSONValue.string("a\u{323}\u{307}") != .string("a\u{307}\u{323}"))
        #expect(JSONObject([("\u{E9}", 1), ("e\u{301}", 2)]).count == 2)
    }

    @Test(
        "Numbers are compared exactly",
        arguments: [
            ("1", "1.0", true), ("10e-1", "1", true), ("0", "-0", true), ("1e400", "10e399", true),
            ("9007199254740993", "9007199254740992", false), ("0.1", "0.10000000000000000001", false),
            ("1e-400", "0", false), ("-1", "1", false),
        ])
    func comparesNumbers(one: String, other: String, areEqual: Bool) throws {
        let left = try #require(try JSONDocument(one).root.number)
        let right = try #require(try JSONDocument(other).root.number)
        #expect((left == right) == areEqual)
        #expect(!areEqual || left.hashValue == right.hashValue)
        #expect((left < right || right < left) == !areEqual)
    }

    @Test(
        "Multiples are decided without rounding",
        arguments: [
            ("1.1", "0.1", true), ("0.3", "0.1", true), ("1e308", "0.5", true), ("1e300", "7", false),
            ("1e1000000000", "3", false),
            ("0", "5", true), ("7.5", "2.5", true), ("7.5", "2", false), ("1e-8", "1e-9", true),
            ("1e-9", "1e-8", false),
            ("246913578024691357802469135780", "123456789012345678901234567890", true),
            ("246913578024691357802469135781", "123456789012345678901234567890", false),
            ("1e78", "1152921504606846976000000000000000000", true),
            ("1e60", "1152921504606846976000000000000000000", false), ("-9", "3", true),
        ])
    func decidesMultiples(value: String, divisor: String, isMultiple: Bool) throws {
        let number = try #require(try JSONDocument(value).root.number)
        let other = try #require(try JSONDocument(divisor).root.number)
        #expect(number.isMultiple(of: other) == isMultiple)
        let schema = try JSONSchema(compiling: ["multipleOf": JSONDocument(divisor).root.materialised])
        #expect(schema.isValid(try JSONDocument(value).root) == isMultiple)
    }

    @Test("Figures keep as many decimals as are asked for")
    func roundsDecimals() {
        #expect(JSONNumber(2.0 / 3, decimals: 2).text == "0.67")
        #expect(JSONNumber(3, decimals: 2).text == "3")
        #expect(JSONNumber(.nan, decimals: 1).text == "0")
        #expect(JSONNumber(.infinity) == nil)
    }
}
