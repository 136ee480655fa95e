import JSON
import Testing
import UNTP

@Suite("Terms that the release does not define")
struct VocabularyTests {
    private func undefined(_ type: CredentialType, _ change: (inout JSONValue) -> Void) throws -> [String] {
        var facts = FactsGenerator(random: SeededRandom(seed: 7))
        var credential = facts.credential(of: type)
        change(&credential)
        return try Vocabulary.undefinedTerms(in: credential.document.root, type: type).map(\.description)
    }

    @Test(
        "are none in the official samples",
        .enabled(if: Fixtures.untp != nil, "the folder shared/fixtures/untp is missing"),
        arguments: CredentialType.allCases)
    func officialSamplesUseTheVocabulary(type: CredentialType) throws {
        let sample = try Fixtures.document("untp-\(type.rawValue)-instance-0.6.1.json").root
        #expect(Vocabulary.undefinedTerms(in: sample, type: type) == [])
    }

    @Test("are found where they stand, once for all that they hold")
    func misspeltTermIsFound() throws {
        let found = try undefined(.dpp) {
            $0["credentialSubject"]?["product"]?["produktName"] = ["nested": ["deeper": 1]]
            $0["colour"] = "red"
        }
        #expect(found == ["/credentialSubject/product/produktName", "/colour"])
    }

    @Test("are also terms in a place where they mean nothing")
    func misplacedTermIsFound() throws {
        let found = try undefined(.dpp) { $0["credentialSubject"]?["batchNumber"] = "B1" }
        #expect(found == ["/credentialSubject/batchNumber"])
    }

    @Test("are looked for in every event, by its kind")
    func eventsAreSearched() throws {
        let found = try undefined(.dte) {
            $0["credentialSubject"]?[0]?["sourceParty"] = "https://example.com/1"
            $0["credentialSubject"]?[1]?["quantty"] = 1
        }
        #expect(found == ["/credentialSubject/0/sourceParty", "/credentialSubject/1/quantty"])
    }

    @Test("are neither JSON-LD keywords nor W3C's own terms")
    func keywordsAndW3CTermsAreDefined() throws {
        let found = try undefined(.dpp) {
            $0["proof"] = ["type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "proofValue": "z1"]
            $0["credentialStatus"] = [["type": "BitstringStatusListEntry", "statusListIndex": "1"]]
            $0["credentialSubject"]?["@id"] = "https://example.com/1"
        }
        #expect(found == [])
    }
}
