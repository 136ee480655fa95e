import JSON
import Testing

/// Damaged and hostile input: nothing may crash, and what is accepted must still make sense.
@Suite struct JSONMutationTests {
    @Test("Thirty thousand damaged documents are refused or read consistently")
    func survivesDamage() throws {
        var accepted = 0
        for seed in 1...30_000 as ClosedRange<UInt64> {
            var samples = Samples(seed: seed)
            var bytes = samples.value(depth: 3).serialised()
            for _ in 0...Int.random(in: 0...3, using: &samples.numbers) { damage(&bytes, &samples.numbers) }
            guard let document = try? JSONDocument(parsing: bytes) else { continue }
            accepted += 1
            let form = document.root.canonicalised()
            let again = try JSONDocument(parsing: form)
            #expect(again.root.canonicalised() == form, "seed \(seed)")
            let tree = document.root.materialised
            #expect(tree.canonicalised() == form, "seed \(seed)")
            #expect(try JSONDocument(parsing: tree.serialised()).root.materialised == tree, "seed \(seed)")
            // White space around a text never matters.
            #expect((try? JSONDocument(parsing: [0x20] + bytes + [0x0A])) != nil, "seed \(seed)")
        }
        // Neither everything nor nothing, or the damage tests nothing.
        #expect(1_000...20_000 ~= accepted, "\(accepted)")
    }

    private func damage(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        let interesting: [UInt8] =
            Array("\"\\{}[],:0-.eEtfn \n".utf8) + [0x00, 0x1F, 0x7F, 0x80, 0xC2, 0xED, 0xF4, 0xFF]
        let position = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0 where !bytes.isEmpty: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
        case 1 where !bytes.isEmpty: bytes.remove(at: position)
        case 2 where !bytes.isEmpty: bytes.removeSubrange(position...)
        case 3 where !bytes.isEmpty:
            let end = Int.random(in: position..<bytes.count, using: &numbers)
            bytes.insert(contentsOf: bytes[position...end], at: Int.random(in: 0...bytes.count, using: &numbers))
        default: bytes.insert(interesting.randomElement(using: &numbers) ?? 0, at: position)
        }
    }

    @Test("Every beginning of a document is refused, and every document with something behind it")
    func refusesParts() throws {
        let bytes = Array(#"{"a":[1,-2.5e+3,"x\u00e9\ud83d\ude00é😀",true,false,null,{"b":{}}]}"#.utf8)
        _ = try JSONDocument(parsing: bytes)
        for count in 0..<bytes.count {
            #expect(throws: JSONParseError.self) { try JSONDocument(parsing: Array(bytes.prefix(count))) }
        }
        for byte in UInt8.min...UInt8.max where ![0x09, 0x0A, 0x0D, 0x20].contains(byte) {
            #expect(throws: JSONParseError.self) { try JSONDocument(parsing: bytes + [byte]) }
        }
    }

    @Test("Schemas made by chance are compiled or refused, and checking with them comes to an end")
    func survivesRandomSchemas() throws {
        let keywords = [
            "type", "enum", "const", "minimum", "multipleOf", "minLength", "pattern", "format", "items", "prefixItems",
            "contains", "uniqueItems", "properties", "required", "patternProperties", "additionalProperties",
            "dependentRequired", "dependentSchemas", "propertyNames", "unevaluatedProperties", "unevaluatedItems",
            "allOf", "anyOf", "oneOf", "not", "if", "then", "$ref", "$dynamicRef", "$anchor", "$id", "$defs",
        ]
        var compiledCount = 0
        for seed in 1...10_000 as ClosedRange<UInt64> {
            var samples = Samples(seed: seed)
            func argument(_ depth: Int) -> JSONValue {
                switch Int.random(in: 0..<10, using: &samples.numbers) {
                case 0: "#"
                case 1: "object"
                case 2: "^a+$"
                case 3: 1
                case 4: true
                case 5: ["a"]
                case 6: depth > 0 ? schema(depth - 1) : true
                case 7: depth > 0 ? [schema(depth - 1), schema(depth - 1)] : [true]
                case 8: depth > 0 ? ["a": schema(depth - 1)] : ["a": false]
                default: samples.value(depth: 1)
                }
            }
            func schema(_ depth: Int) -> JSONValue {
                var object = JSONObject()
                for _ in 0..<Int.random(in: 0...3, using: &samples.numbers) {
                    let keyword = keywords.randomElement(using: &samples.numbers) ?? "type"
                    object[keyword] = argument(depth)
                }
                return .object(object)
            }
            guard
                let compiled = try? JSONSchema(compiling: schema(3), assertingFormats: Set(SchemaFormat.allCases))
            else { continue }
            compiledCount += 1
            let document = try JSONDocument(parsing: samples.value(depth: 3).serialised())
            #expect(compiled.isValid(document.root) == compiled.violations(in: document.root).isEmpty, "seed \(seed)")
        }
        #expect(compiledCount > 1_000)
    }
}
