import Bridges
import JSON
import Testing

@Suite("The contract of adapters")
struct AdapterContractTests {
    @Test("has a schema for each message, which accepts its example", arguments: AdapterContract.messages)
    func examplesAreAccepted(_ message: String) throws {
        let example = try #require(AdapterContract.example(of: message))
        #expect(try Self.violations(of: example, by: message) == [])
    }

    @Test("has schemas that miss each member that is needed", arguments: AdapterContract.messages)
    func missingMembersAreMissed(_ message: String) throws {
        let example = try #require(AdapterContract.example(of: message))
        let body = ["params", "result", "error"].first { example[$0] != nil }
        let places = [JSONPointer()] + (body.map { [JSONPointer([$0])] } ?? [])
        for place in places {
            for name in example[pointer: place]?.object?.names ?? [] {
                var damaged = example
                damaged[pointer: place.appending(name)] = nil
                let isFree = Self.optional.contains("\(message) \(place.appending(name))")
                #expect(
                    try Self.violations(of: damaged, by: message).isEmpty == isFree, "\(place.appending(name))")
            }
        }
    }

    /// The members of the examples that may be absent.
    private static let optional: Set = [
        "describe.answer /result/version", "describe.answer /result/issues", "describe.answer /result/verifies",
        "describe.answer /result/takesLinks",
        "issue.answer /result/contentType", "issue.answer /result/body", "answer.answer /result/headers",
        "answer.answer /result/body", "verify.question /params/expected", "verify.answer /result/reasons",
        "notification /params", "notification /params/done",
    ]

    @Test("has schemas that refuse values of another kind, and members that aren't known")
    func damageIsNamed() throws {
        let damages: [(String, String, JSONValue)] = [
            ("describe.answer", "/result/protocol", "2"), ("describe.answer", "/result/name", ""),
            ("describe.answer", "/result/serves/0", "resolvers"),
            ("describe.answer", "/result/issues/types/0", "passport"),
            ("describe.answer", "/result/enrolsParties", "yes"), ("describe.answer", "/result/setsStatuses", true),
            ("enrol.answer", "/result/did", "https://acme.example"), ("issue.answer", "/result/url", "/dpp/1"),
            ("issue.answer", "/result/body", ["a": 1]), ("issue.answer", "/result/bodyBase64", "/w=="),
            ("answer.answer", "/result/status", 99), ("answer.answer", "/result/status", "200"),
            ("answer.answer", "/result/headers/content-type", 5), ("answer.answer", "/result/headers/a b", "c"),
            ("verify.answer", "/result/verdict", "ok"), ("verify.answer", "/result/reasons/0/pointer", "proof"),
            ("setStatus.answer", "/result/done", true), ("setStatus.answer", "/id", "6"),
            ("setStatus.answer", "/jsonrpc", "1.0"), ("error", "/error/code", "-32001"),
        ]
        for (message, pointer, value) in damages {
            var damaged = try #require(AdapterContract.example(of: message))
            let place = try #require(JSONPointer(parsing: pointer))
            damaged[pointer: place] = value
            let violations = try Self.violations(of: damaged, by: message)
            #expect(violations.contains { $0.instance == place || "\(place)".hasPrefix("\($0.instance)/") }, "\(place)")
        }
    }

    @Test("is in words what it is in schemas")
    func textNamesEverything() throws {
        let text = AdapterContract.text()
        for message in AdapterContract.messages where message.contains(".") {
            let example = try #require(AdapterContract.example(of: message))
            #expect(text.contains(String(decoding: example.serialised(), as: UTF8.self)))
            for part in ["params", "result"] {
                for name in example[part]?.object?.names ?? [] { #expect(text.contains("- `\(name)`")) }
            }
        }
        #expect(text.contains("16777216 bytes") && text.contains("UNTP_SIM_ADAPTER") && text.contains("-32002"))
    }

    @Test("is one schema too, and knows no other messages")
    func allInOne() throws {
        let schema = try JSONSchema(compiling: AdapterContract.schema)
        for message in AdapterContract.messages {
            let example = try #require(AdapterContract.example(of: message))
            #expect(schema.isValid(try JSONDocument(parsing: example.serialised()).root))
        }
        #expect(!schema.isValid(try JSONDocument(parsing: Array("{}".utf8)).root))
        #expect(AdapterContract.schema(of: "describe") == nil && AdapterContract.example(of: "describe") == nil)
    }

    static func violations(of value: JSONValue, by message: String) throws -> [SchemaViolation] {
        let schema = try JSONSchema(compiling: try #require(AdapterContract.schema(of: message)))
        return schema.violations(in: try JSONDocument(parsing: value.serialised()).root)
    }
}
