import JSON
import Testing

@Suite struct JSONSchemaTests {
    @Test("A violation says where, which keyword, what was expected and what was found")
    func explainsViolations() throws {
        let schema = try JSONSchema(
            compiling: [
                "type": "object", "required": ["id", "size"], "additionalProperties": false,
                "properties": [
                    "id": ["type": "string", "minLength": 3, "pattern": "^[a-z]+$"], "kind": ["enum": ["a", "b", 1]],
                    "tags": ["type": "array", "uniqueItems": true, "maxItems": 3, "items": ["$ref": "#/$defs/tag"]],
                    "weight": ["minimum": 0, "exclusiveMaximum": 10.5], "when": ["format": "date"],
                    "choice": ["oneOf": [["type": "string"], ["minLength": 2]]],
                    "pair": ["prefixItems": [true, true], "items": false, "contains": ["type": "null"]],
                ],
                "$defs": ["tag": ["type": ["string", "null"]]],
            ], assertingFormats: [.date])
        let document = try JSONDocument(
            #"{"id":"A1","kind":2,"tags":["x","x",7,"y"],"weight":10.50,"when":"2026-02-30","choice":"long","pair":[1,2,3],"a/b":{}}"#
        )
        #expect(
            schema.violations(in: document.root).map { "\($0.schemaLocation) | \($0.message)" } == [
                "schema:root#/properties/id/minLength | /id: expected 3 characters or more, found \"A1\"",
                "schema:root#/properties/id/pattern | /id: expected text like ^[a-z]+$, found \"A1\"",
                "schema:root#/properties/kind/enum | /kind: expected one of a, b, 1, found 2",
                "schema:root#/properties/tags/maxItems | /tags: expected 3 elements or less, found an array of 4",
                "schema:root#/properties/tags/uniqueItems | /tags: expected elements that differ, found an array of 4",
                "schema:root#/$defs/tag/type | /tags/2: expected null or string, found 7",
                "schema:root#/properties/weight/exclusiveMaximum | /weight: expected less than 10.5, found 10.50",
                "schema:root#/properties/when/format | /when: expected a date, found \"2026-02-30\"",
                "schema:root#/properties/choice/oneOf | /choice: expected exactly one of 2 alternatives, not 2, found \"long\"",
                "schema:root#/properties/pair/items | /pair/2: expected no further element, found an element at 2",
                "schema:root#/properties/pair/contains | /pair: expected 1 or more matching elements, found 0 in an array of 3",
                "schema:root#/additionalProperties | /a~1b: expected no further property, found the property 'a/b'",
                "schema:root#/required | the document: expected the property 'size', found an object without it",
            ])
        #expect(!schema.isValid(document.root))
        #expect(schema.violations(in: document.root, limit: 2).count == 2)
    }

    @Test("A schema of false allows nothing, and says so at its own place")
    func explainsFalse() throws {
        let schema = try JSONSchema(compiling: ["properties": ["a": false]])
        let violation = try #require(schema.violations(in: try JSONDocument(#"{"a":1}"#).root).first)
        #expect(violation.schemaLocation == "schema:root#/properties/a")
        #expect(violation.keyword == "false schema")
        #expect(violation.instance == JSONPointer(["a"]))
    }

    @Test("A name that breaks propertyNames is pointed at by its member")
    func pointsAtNames() throws {
        let schema = try JSONSchema(compiling: ["properties": ["o": ["propertyNames": ["maxLength": 2]]]])
        let violation = try #require(
            schema.violations(in: try JSONDocument(#"{"o":{"ab":1,"abc":{"d":[]}}}"#).root).first)
        #expect(violation.instance == JSONPointer(["o", "abc"]))
        #expect(violation.found == "\"abc\"")
    }

    @Test(
        "A schema whose keywords have values they can't have is refused, with the place",
        arguments: [
            (["type": "float"], "schema:root#/type"), (["type": ["string", 1]], "schema:root#/type"),
            (["minLength": -1], "schema:root#/minLength"), (["maxItems": 1.5], "schema:root#/maxItems"),
            (["minimum": "3"], "schema:root#/minimum"), (["multipleOf": 0], "schema:root#/multipleOf"),
            (["required": "a"], "schema:root#/required"), (["required": [1]], "schema:root#/required"),
            (["properties": []], "schema:root#/properties"), (["enum": "a"], "schema:root#/enum"),
            (["uniqueItems": 1], "schema:root#/uniqueItems"), (["allOf": [:]], "schema:root#/allOf"),
            (["items": [true]], "schema:root#/items"), (["properties": ["a": 1]], "schema:root#/properties/a"),
            (["pattern": "(a"], "schema:root#/pattern"), (["pattern": 1], "schema:root#/pattern"),
            (["patternProperties": ["[": true]], "schema:root#/patternProperties"),
            (["$ref": "#/nowhere"], "schema:root#"), (["$ref": "other.json"], "schema:root#"),
            (["$ref": "#anchor"], "schema:root#"), (["not": ["$ref": "#/%zz"]], "schema:root#/not"),
            ([], "schema:root#"),
        ] as [(JSONValue, String)])
    func refusesBadSchemas(schema: JSONValue, location: String) {
        let error = #expect(throws: JSONSchemaError.self) { try JSONSchema(compiling: schema) }
        #expect(error?.location == location)
    }

    @Test(
        "Schemas that go round in circles are cut off, not followed, and nothing is valid by them",
        arguments: [
            ["$ref": "#/$defs/a", "$defs": ["a": ["$ref": "#"]]], ["not": ["$ref": "#"]],
            ["anyOf": [["$ref": "#"], ["$ref": "#"]]], ["allOf": [["$ref": "#"], ["$ref": "#"]]],
            ["if": ["$ref": "#"], "then": true, "else": ["$ref": "#"]],
        ] as [JSONValue])
    func cutsOffCircles(schema: JSONValue) throws {
        try expectCutOff(schema)
    }

    @Test("Schemas that double their work with every reference are cut off")
    func cutsOffDoubling() throws {
        var definitions: JSONValue = ["d60": ["type": "string"]]
        for step in 0..<60 {
            let next: JSONValue = ["$ref": .string("#/$defs/d\(step + 1)")]
            definitions["d\(step)"] = ["oneOf": [next, next]]
        }
        try expectCutOff(["$ref": "#/$defs/d0", "$defs": definitions])
    }

    private func expectCutOff(_ schema: JSONValue) throws {
        let schema = try JSONSchema(compiling: schema)
        let value = try JSONDocument("1").root
        #expect(!schema.isValid(value))
        #expect(schema.violations(in: value).contains { $0.expected == "a schema that comes to an end" })
    }

    @Test("A resource by its URI, an anchor in it and a pointer through it are found")
    func findsResources() throws {
        let resources: [String: JSONValue] = [
            "https://example.com/base/types.json": ["$defs": ["code": ["$anchor": "code", "pattern": "^[A-Z]{2}$"]]]
        ]
        for reference in ["types.json#code", "types.json#/$defs/code", "../base/types.json#/%24defs/code"] {
            let schema = try JSONSchema(
                compiling: ["$ref": .string(reference)], at: "https://example.com/base/main.json", resources: resources)
            #expect(schema.isValid(try JSONDocument("\"ZM\"").root))
            let violation = schema.violations(in: try JSONDocument("\"zm\"").root).first
            #expect(violation?.schemaLocation == "https://example.com/base/types.json#/$defs/code/pattern")
        }
    }

    @Test(
        "Bounds are exact also where binary64 is not",
        arguments: [
            ("minimum", "9007199254740993", "9007199254740992", false),
            ("minimum", "9007199254740993", "9007199254740993", true),
            ("maximum", "0.1", "0.10000000000000000001", false), ("maximum", "0.1", "0.1000", true),
            ("exclusiveMinimum", "1e2", "100", false), ("exclusiveMinimum", "-1", "-0.9999999", true),
            ("exclusiveMaximum", "1e400", "1e399", true), ("exclusiveMaximum", "0", "-0", false),
        ])
    func boundsExactly(keyword: String, bound: String, value: String, isValid: Bool) throws {
        let schema = try JSONSchema(compiling: JSONDocument("{\"\(keyword)\":\(bound)}").root.materialised)
        #expect(schema.isValid(try JSONDocument(value).root) == isValid)
    }

    @Test("Values go by code points, in enum, const, required and uniqueItems")
    func comparesCodePoints() throws {
        let composed = "\u{E9}"
        let decomposed = "e\u{301}"
        let document = try JSONDocument(
            parsing: JSONValue.array([.string(composed), .string(decomposed)]).serialised())
        #expect(try JSONSchema(compiling: ["uniqueItems": true]).isValid(document.root))
        let first = try #require(document.root[0])
        #expect(try !JSONSchema(compiling: ["const": .string(decomposed)]).isValid(first))
        #expect(try !JSONSchema(compiling: ["enum": [.string(decomposed)]]).isValid(first))
        #expect(try JSONSchema(compiling: ["enum": [.string(composed)]]).isValid(first))
        let object = try JSONDocument("{\"\(composed)\":1}")
        #expect(try !JSONSchema(compiling: ["required": [.string(decomposed)]]).isValid(object.root))
    }

    @Test("Escapes don't matter, in names, enum, pattern and length")
    func undoesEscapes() throws {
        let schema = try JSONSchema(
            compiling: [
                "properties": ["é": ["enum": ["a\nb"], "pattern": "^a\\nb$", "maxLength": 3]], "required": ["é"],
                "additionalProperties": false,
            ])
        #expect(schema.isValid(try JSONDocument(#"{"\u00e9":"\u0061\nb"}"#).root))
    }
}
