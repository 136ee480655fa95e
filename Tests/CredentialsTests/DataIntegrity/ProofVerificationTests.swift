import JSON
import Testing

@testable import Credentials

@Suite("Embedded proofs against a DID document")
struct ProofVerificationTests {
    private static let now: Int64 = 1_776_418_200
    private static let did = "did:web:example.com"

    private func view(_ value: JSONValue) throws -> JSONView {
        try JSONDocument(parsing: value.serialised()).root
    }

    private func document(
        _ key: SigningKey, id: String = did, listsAssertions: Bool = true
    ) throws -> DIDDocument {
        let json = DIDDocument.json(
            id: id, keys: [("key-1", key.publicKey)], form: .multikey, listsAssertions: listsAssertions, services: [])
        return try DIDDocument(parsing: view(json))
    }

    private func proof(_ change: (inout DataIntegrityProof.Options) -> Void = { _ in }) throws -> DataIntegrityProof {
        var options = DataIntegrityProof.Options(
            verificationMethod: Self.did + "#key-1", created: Self.now, expires: Self.now + 60)
        change(&options)
        let credential = try Samples.view(Samples.credential).materialised
        return try DataIntegrityProof(
            reading: view(DataIntegrityProof.add(options, to: credential, with: Samples.key(.EdDSA))))
    }

    @Test("A proof by a key that may assert holds until it expires")
    func holds() throws {
        let document = try document(Samples.key(.EdDSA))
        try proof().verify(as: document, now: Self.now)
        try proof().verify(as: document, now: Self.now + 60)
        let endless = try proof {
            $0.created = nil
            $0.expires = nil
        }
        try endless.verify(as: document, now: 0)
        try endless.verify(as: document, now: .max / 2)
    }

    @Test("A proof of another time is refused, beyond the difference that clocks may have")
    func times() throws {
        let document = try document(Samples.key(.EdDSA))
        let made = DateTimeStamp(unixSeconds: Self.now)
        let ended = DateTimeStamp(unixSeconds: Self.now + 60)
        #expect(throws: ProofRefusal.notYetMade(made)) { try proof().verify(as: document, now: Self.now - 1) }
        #expect(throws: ProofRefusal.expired(ended)) { try proof().verify(as: document, now: Self.now + 61) }
        try proof().verify(as: document, now: Self.now - 1, leewaySeconds: 1)
        try proof().verify(as: document, now: Self.now + 61, leewaySeconds: 1)
    }

    @Test("A proof by a key that is not the issuer's to assert with is refused for that")
    func keys() throws {
        let own = try document(Samples.key(.EdDSA))
        func refusal(_ document: DIDDocument, _ change: (inout DataIntegrityProof.Options) -> Void = { _ in }) throws
            -> ProofRefusal?
        {
            let proof = try proof(change)
            do throws(ProofRefusal) {
                try proof.verify(as: document, now: Self.now)
                return nil
            } catch {
                return error
            }
        }
        #expect(try refusal(own) { $0.purpose = "authentication" } == .otherPurpose("authentication"))
        #expect(try refusal(own) { $0.verificationMethod = "key-1" } == .noDIDURL("key-1"))
        let unknown = Self.did + "#key-2"
        #expect(try refusal(own) { $0.verificationMethod = unknown } == .noSuchMethod(unknown, document: Self.did))
        let others = "did:web:other.example#key-1"
        #expect(try refusal(own) { $0.verificationMethod = others } == .noSuchMethod(others, document: Self.did))
        let unlisted = try document(Samples.key(.EdDSA), listsAssertions: false)
        #expect(try refusal(unlisted) == .mayNotAssert(Self.did + "#key-1"))
        #expect(try refusal(document(Samples.key(.EdDSA, 2))) == .signature(.doesNotMatch))
        #expect(
            try refusal(document(Samples.key(.ES384)))
                == .signature(.keyOfOtherAlgorithm(header: .EdDSA, key: .ES384)))
        let method = try #require(own.verificationMethods.first)
        let foreign = DIDDocument(
            id: Self.did,
            verificationMethods: [
                VerificationMethod(
                    id: method.id, type: method.type, controller: "did:web:other.example", key: method.key,
                    encoding: .multikey)
            ], assertionMethod: [method.id], services: [])
        #expect(try refusal(foreign) == .otherController("did:web:other.example"))
        let unreadable = DIDDocument(
            id: Self.did,
            verificationMethods: [
                VerificationMethod(
                    id: method.id, type: method.type, controller: Self.did, key: .failure(.codecMissing),
                    encoding: .multikey)
            ], assertionMethod: [method.id], services: [])
        #expect(try refusal(unreadable) == .unreadableKey(.codecMissing))
    }

    @Test("Each proof of a set stands for itself, over the credential without any of them")
    func sets() throws {
        let credential = try Samples.view(Samples.credential).materialised
        let keys = try [UInt8(1), 2].map { try Samples.key(.EdDSA, $0) }
        var secured = credential
        for (number, key) in keys.enumerated() {
            let options = DataIntegrityProof.Options(verificationMethod: "\(Self.did)#key-\(number)")
            secured = try DataIntegrityProof.add(options, to: secured, with: key)
        }
        secured["proof"] = .array((secured["proof"]?.array ?? []) + [["type": "Ed25519Signature2020"]])
        let proofs = try DataIntegrityProof.proofs(of: view(secured))
        #expect(proofs.count == 3)
        for (proof, key) in zip(proofs, keys) { try proof.get().verify(with: key.publicKey) }
        #expect(throws: ProofError.unsupportedSuite("Ed25519Signature2020")) { try proofs.last?.get() }
        #expect(try DataIntegrityProof.proofs(of: view(credential)).isEmpty)
        let only = try DataIntegrityProof.add(
            .init(verificationMethod: Self.did + "#key-1"), to: credential, with: keys[0])
        #expect(only["proof"]?.object != nil && only["proof"]?["created"] == nil)
    }

    @Test("Suites in circulation are known by name, and one of them is read", arguments: Cryptosuite.allCases)
    func suites(suite: Cryptosuite) throws {
        var credential = try Samples.view(Samples.credential).materialised
        credential["proof"] =
            suite.isType
            ? ["type": .string(suite.rawValue)]
            : ["type": "DataIntegrityProof", "cryptosuite": .string(suite.rawValue)]
        guard case .failure(let error)? = try DataIntegrityProof.proofs(of: view(credential)).first else {
            Issue.record("a proof without value was read")
            return
        }
        let isRead = suite == .eddsaJCS2022
        #expect(error.knownSuite == (isRead ? nil : suite))
        #expect(error == (isRead ? .missing("verificationMethod") : .unsupportedSuite(suite.rawValue)))
        #expect(ProofError.unsupportedSuite("eddsa-jsc-2022").knownSuite == nil)
    }
}
