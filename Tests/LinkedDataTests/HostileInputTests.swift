import JSON
import LinkedData
import Testing

@Suite("Hostile contexts and documents cost little and end in a problem that says what is wrong")
struct HostileInputTests {
    private func expand(_ text: String, depth: Int = 2_000, _ documents: [String: JSONValue] = [:]) throws
        -> ExpansionResult
    {
        let limits = JSONLimits(maximumBytes: 64 << 20, maximumDepth: depth)
        let document = try JSONDocument(parsing: Array(text.utf8), limits: limits)
        return Expansion.expand(document.root, contexts: ContextLibrary(documents))
    }

    private func limits(_ result: ExpansionResult) -> Set<ExpansionProblem.Limit> {
        Set(result.problems.compactMap { if case .limitExceeded(let limit) = $0.kind { limit } else { nil } })
    }

    @Test("Deep nesting")
    func deepNesting() throws {
        let depth = 900
        let nested =
            String(repeating: #"{"https://e.com/a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
        #expect(limits(try expand(nested)) == [.nesting])
        let arrays =
            #"{"https://e.com/a":"# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
        #expect(limits(try expand(arrays)) == [.nesting])
        let nests =
            #"{"@context":{"n":"@nest"},"# + String(repeating: #""n":{"#, count: depth) + #""n":[]"#
            + String(repeating: "}", count: depth) + "}"
        #expect(limits(try expand(nests)) == [.nesting])
    }

    @Test("Scopes within scopes")
    func deepScopes() throws {
        let depth = 400
        let scopes =
            String(repeating: #"{"a":{"@id":"https://e.com/a","@context":"#, count: depth) + "{}"
            + String(repeating: "}}", count: depth)
        #expect(limits(try expand(#"{"@context":\#(scopes),"a":1}"#)).contains(.contexts))
    }

    @Test("Contexts within contexts, one for each node")
    func contextsEverywhere() throws {
        let depth = 100
        let nested =
            String(repeating: #"{"@context":{"a":"https://e.com/a"},"a":"#, count: depth) + "1"
            + String(repeating: "}", count: depth)
        #expect(try expand(nested).problems.isEmpty)
    }

    @Test("A list of very many contexts")
    func manyContexts() throws {
        let list = "[" + Array(repeating: "{}", count: 100_000).joined(separator: ",") + "]"
        #expect(limits(try expand(#"{"@context":\#(list),"https://e.com/a":1}"#)) == [.contexts])
        let iris = "[" + (0..<100_000).map { "\"https://e.com/\($0)\"" }.joined(separator: ",") + "]"
        #expect(limits(try expand(#"{"@context":\#(iris),"https://e.com/a":1}"#)) == [.contexts])
    }

    @Test("Very many terms, each with a scope of its own")
    func manyTerms() throws {
        let terms = (0..<20_000).map { #""t\#($0)":{"@id":"https://e.com/\#($0)","@context":{"x":"https://e.com/x"}}"# }
        let result = try expand(#"{"@context":{\#(terms.joined(separator: ","))},"t1":1}"#)
        #expect(limits(result) == [.definitions])
    }

    @Test("Terms by terms by terms")
    func longChain() throws {
        let terms = (0..<5_000).map { #""t\#($0)":"t\#($0 + 1):x""# }
        #expect(
            limits(try expand(#"{"@context":{\#(terms.joined(separator: ","))},"https://e.com/a":1}"#)) == [.nesting])
    }

    @Test("Contexts that include each other in all ways")
    func webOfContexts() throws {
        let count = 12
        var documents: [String: JSONValue] = [:]
        for number in 0..<count {
            let others = (0..<count).map { JSONValue.string("https://e.com/\($0)") }
            documents["https://e.com/\(number)"] = [
                "@context": ["p": ["@id": "https://e.com/p", "@context": .array(others)]]
            ]
        }
        // Scopes may include each other; that an answer comes is what counts.
        _ = try expand(#"{"@context":"https://e.com/0","p":{"p":{"p":1}}}"#, documents)
        for number in 0..<count {
            documents["https://e.com/\(number)"] = [
                "@context": .array((0..<count).map { .string("https://e.com/\($0)") })
            ]
        }
        let circular = try expand(#"{"@context":"https://e.com/0","https://e.com/a":1}"#, documents)
        #expect(circular.problems.contains { $0.isError })
    }

    @Test("Very many properties")
    func manyProperties() throws {
        let members = (0..<30_000).map { "\"p\($0)\":1" }.joined(separator: ",")
        #expect(try expand(#"{"@context":{"@vocab":"https://e.com/"},\#(members)}"#).problems.isEmpty)
        #expect(try expand("{\(members)}").problems.count == 30_000)
    }

    @Test("A library answers the same however often it is asked")
    func sameAnswers() throws {
        for feature in FeatureCases.all {
            #expect(
                try ExpansionTests.expand(feature.document).problems == ExpansionTests.expand(feature.document).problems
            )
        }
    }

    @Test("Problems say where they are in the document")
    func places() throws {
        let result = try ExpansionTests.expand(
            """
            {"@context":["https://example.com/protected",{"x":"https://e.com/x"},{"name":"https://e.com/n"}],
             "type":["Thing","Nothing"],"part":[{"typo/s":1}]}
            """)
        #expect(
            result.problems.map { "\($0.pointer)" } == ["/@context/2/name", "/type/1", "/part/0/typo~1s"])
        #expect(result.problems.map(\.term) == ["name", "Nothing", "typo/s"])
    }
}
