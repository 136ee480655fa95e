import JSON
import LinkedData
import LinkedDataPeer
import Testing

@Suite("Expansion follows JSON-LD 1.1")
struct ExpansionTests {
    static let library = ContextLibrary(
        Dictionary(uniqueKeysWithValues: FeatureCases.contexts.map { ($0.iri, parsed($0.document)) }))

    static func parsed(_ text: String) -> JSONValue {
        (try? JSONDocument(parsing: Array(text.utf8)).root.materialised) ?? .null
    }

    static func expand(_ text: String) throws -> ExpansionResult {
        Expansion.expand(try JSONDocument(parsing: Array(text.utf8)).root, contexts: library)
    }

    @Test("Each rule finds what it should, and nothing else", arguments: FeatureCases.all)
    func rules(_ feature: FeatureCases.Case) throws {
        let result = try Self.expand(feature.document)
        #expect(Set(result.problems.map(\.kind)) == Set(feature.kinds), "\(result.problems)")
    }

    @Test("Each rule gives what pyld gives", .enabled(if: PyLDPeer.interpreter != nil, "no Python with pyld"))
    func rulesAgree() throws {
        let features = FeatureCases.all.filter { !$0.isKnownToDiffer }
        let agreement = try Agreement(
            on: features.map { Self.parsed($0.document) },
            contexts: FeatureCases.contexts.map { ($0.iri, Self.parsed($0.document)) })
        print(agreement.summary(of: "documents by hand"))
        let named = agreement.differences.joined(separator: "\n")
        #expect(agreement.differences.isEmpty, "\(named)")
    }
}
