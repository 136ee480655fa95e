import Credentials
import JSON
import Testing
import UNTP

@Suite("Credentials that are written from facts")
struct CredentialWriterTests {
    private static let seed: UInt64 = 61

    @Test("are valid by the schema, by the data model and by the vocabulary", arguments: CredentialType.allCases)
    func writtenCredentialsAreValid(type: CredentialType) throws {
        var facts = FactsGenerator(random: SeededRandom(seed: Self.seed))
        for number in 0..<300 {
            let credential = try facts.credential(of: type).document.root
            let label = Comment(rawValue: "seed \(Self.seed), credential \(number)")
            #expect(UNTPSchema.violations(in: credential, type: type) == [], label)
            #expect(CredentialModel.violations(in: credential).isEmpty, label)
            #expect(Vocabulary.describes(credential, as: type), label)
            #expect(Release.recognise(credential) == (type, .v0_6_1), label)
        }
    }

    @Test(
        "name no type that the release's context doesn't map",
        .enabled(if: Fixtures.untp != nil, "the folder shared/fixtures/untp is missing"),
        arguments: CredentialType.allCases)
    func everyTypeIsMapped(type: CredentialType) throws {
        let context = try Fixtures.document("untp-\(type.rawValue)-context-0.6.1.jsonld").root.materialised
        let mapped = Set(context.places.compactMap(\.tokens.last))
        var facts = FactsGenerator(random: SeededRandom(seed: Self.seed))
        for _ in 0..<50 {
            let credential = facts.credential(of: type)
            for place in credential.places where place.tokens.dropLast().last == "type" {
                guard let name = credential[pointer: place]?.string, name != "VerifiableCredential" else { continue }
                #expect(mapped.contains(name), "\(name) at \(place)")
            }
        }
    }

    @Test("of traceability have no end of validity")
    func eventsDoNotExpire() {
        var facts = FactsGenerator(random: SeededRandom(seed: Self.seed))
        let credential = CredentialFacts(
            id: "https://example.com/1", issuerDID: "did:web:example.com", issuerName: "One", validFrom: 0,
            validUntil: 1)
        #expect(CredentialWriter.events(facts.events(), credential)["validUntil"] == nil)
    }
}
