import Credentials
import JSON
import LinkedData
import Testing
import UNTP

@Suite("Terms that the release does not define")
struct VocabularyTests {
    private func undefined(_ type: CredentialType, _ change: (inout JSONValue) -> Void) throws -> [String] {
        var facts = FactsGenerator(random: SeededRandom(seed: 7))
        var credential = facts.credential(of: type)
        change(&credential)
        return try problems(in: credential.document.root, type).filter { $0.kind == .undefinedTerm }
            .map(\.pointer.description)
    }

    /// As a verifier asks for them.
    private func problems(in credential: JSONView, _ type: CredentialType) -> [ExpansionProblem] {
        TermCheck.problems(
            in: credential, type: type, release: .v0_6_1, isValid: isValid(credential, type))
    }

    private func isValid(_ credential: JSONView, _ type: CredentialType) -> Bool {
        UNTPSchema.violations(in: credential, type: type).isEmpty && CredentialModel.violations(in: credential).isEmpty
    }

    @Test(
        "are none in the official samples",
        .enabled(if: Fixtures.untp != nil, "the folder shared/fixtures/untp is missing"),
        arguments: CredentialType.allCases)
    func officialSamplesUseTheVocabulary(type: CredentialType) throws {
        let sample = try Fixtures.document("untp-\(type.rawValue)-instance-0.6.1.json").root
        #expect(problems(in: sample, type) == [])
    }

    @Test("are found where they stand, once for all that they hold")
    func misspeltTermIsFound() throws {
        let found = try undefined(.dpp) {
            $0["credentialSubject"]?["product"]?["produktName"] = ["nested": ["deeper": 1]]
            $0["colour"] = "red"
        }
        #expect(Set(found) == ["/credentialSubject/product/produktName", "/colour"])
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
        }
        #expect(found == [])
    }

    @Test("are none where the short way says so: expansion agrees", arguments: CredentialType.allCases)
    func shortWayIsSound(type: CredentialType) throws {
        let seed: UInt64 = 1997
        var facts = FactsGenerator(random: SeededRandom(seed: seed))
        var mutator = ContextMutator(random: SeededRandom(seed: seed + 1))
        var shortened = 0
        for number in 0..<1_500 {
            let credential = try mutator.damaged(facts.credential(of: type)).document.root
            guard isValid(credential, type), Vocabulary.describes(credential, as: type) else { continue }
            guard problems(in: credential, type).isEmpty else { continue }
            shortened += 1
            let problems = Expansion.expand(credential, contexts: UNTPContexts.library).problems
            #expect(problems.isEmpty, "seed \(seed), credential \(number): \(problems)")
        }
        #expect(shortened > 20)
    }

    @Test("need no expansion in what platforms write", arguments: CredentialType.allCases)
    func writtenCredentialsTakeTheShortWay(type: CredentialType) throws {
        var facts = FactsGenerator(random: SeededRandom(seed: 8))
        for _ in 0..<100 { #expect(Vocabulary.describes(try facts.credential(of: type).document.root, as: type)) }
    }
}
