import JSON
import LinkedData
import LinkedDataPeer
import Testing
import UNTP

@Suite("Credentials expand here as they do in pyld")
struct ContextAgreementTests {
    private static let shipped = UNTPContexts.all.compactMap { iri in UNTPContexts.document(for: iri).map { (iri, $0) }
    }

    @Test("What we write is safe by the contexts that we ship", arguments: CredentialType.allCases)
    func writtenCredentialsAreSafe(type: CredentialType) throws {
        var facts = FactsGenerator(random: SeededRandom(seed: 61))
        for _ in 0..<100 {
            let result = Expansion.expand(try facts.credential(of: type).document.root, contexts: UNTPContexts.library)
            #expect(result.problems.isEmpty, "\(result.problems)")
        }
    }

    @Test(
        "Written and damaged credentials give the same there and here",
        .enabled(if: PyLDPeer.interpreter != nil, "no Python with pyld"))
    func writtenAndDamaged() throws {
        let seed: UInt64 = 611
        var facts = FactsGenerator(random: SeededRandom(seed: seed))
        var mutator = ContextMutator(random: SeededRandom(seed: seed + 1))
        let documents = (0..<2_400).map { position in
            let credential = facts.credential(of: CredentialType.allCases[position % 5])
            return position % 10 < 2 ? credential : mutator.damaged(credential)
        }
        let agreement = try Agreement(on: documents, contexts: Self.shipped)
        print(agreement.summary(of: "credentials, written and damaged, by our contexts"))
        let first = agreement.differences.prefix(8).joined(separator: "\n")
        #expect(agreement.differences.isEmpty, "seed \(seed): \(agreement.differences.count) differ:\n\(first)")
        // Both outcomes have to be common, or the comparison would prove little.
        #expect(agreement.refused > agreement.count / 20 && agreement.lossy > agreement.count / 20)
    }

    @Test("A misspelt property is found under the older copy of 0.7.0's context only")
    func catchAllsHideTypos() throws {
        let credential: JSONValue = [
            "@context": [.string(UNTPContexts.credentials), .string(UNTPContexts.release0_7_0)],
            "type": ["VerifiableCredential", "DigitalProductPassport"], "id": "https://example.com/1",
            "issuer": ["id": "did:web:example.com", "type": ["CredentialIssuer"], "name": "Maker"],
            "credentialSubject": [
                "id": "https://example.com/p", "type": ["Product"], "name": "Copper", "bathcNumber": "7",
            ],
        ]
        let view = try credential.document.root
        let newer = Expansion.expand(view, contexts: UNTPContexts.library)
        #expect(newer.problems.isEmpty, "\(newer.problems)")
        let older = Expansion.expand(view, contexts: UNTPContexts.olderLibrary)
        #expect(older.problems.map(\.kind) == [.undefinedTerm])
        #expect(older.problems.first?.pointer.description == "/credentialSubject/bathcNumber")
    }
}
