import Credentials
import JSON
import Networking
import Platforms
import Testing

/// Embedded proofs against the DID document of their issuer: what a verifier finds beside a signature that matches.
@Suite struct ProofStandingTests {
    private let samples: SignedSamples

    init() throws {
        samples = try SignedSamples()
    }

    /// Serves a DID document and a status list in which nothing is revoked.
    private struct Source: DocumentSource {
        let documents: [String: [UInt8]]

        func document(at url: String, for purpose: DocumentPurpose) async -> Result<FetchedDocument, FetchProblem> {
            guard let bytes = documents[url] else { return .failure(.status(404)) }
            return .success(
                FetchedDocument(
                    url: url, finalURL: url,
                    contentType: purpose == .didDocument ? "application/did" : "application/vc", bytes: bytes,
                    fetchedAt: SignedSamples.now))
        }
    }

    private func document(
        _ key: VerificationKey, form: DIDDocument.KeyForm = .multikey, listsAssertions: Bool = true,
        controller: String? = nil
    ) -> JSONValue {
        var json = DIDDocument.json(
            id: samples.did, keys: [("key-1", key)], form: form, listsAssertions: listsAssertions, services: [])
        if let controller {
            json[pointer: JSONPointer(["verificationMethod", "0", "controller"])] = .string(controller)
        }
        return json
    }

    /// What is found of a credential with a proof: codes that have to do with who signed it, and when.
    private func findings(
        _ document: JSONValue? = nil, at now: Int64 = SignedSamples.now,
        _ change: (inout DataIntegrityProof.Options) -> Void = { _ in }
    ) async throws -> Set<String> {
        var options = DataIntegrityProof.Options(
            verificationMethod: samples.did + "#key-1", created: SignedSamples.now, expires: SignedSamples.now + 60)
        change(&options)
        let credential = try DataIntegrityProof.add(options, to: samples.anchor(), with: samples.key)
        let verifier = Verifier(
            behaviour: BehaviourProfile(), table: CheckTable(),
            source: Source(documents: [
                "https://did.example/refinery/did.json":
                    (document ?? self.document(samples.key.publicKey)).serialised(),
                samples.statusURL: samples.statusList(revoking: nil),
            ]), statusLists: StatusListCache())
        let served = FetchedDocument(
            url: "https://credentials.example/dia/1", finalURL: "https://credentials.example/dia/1",
            contentType: "application/vc", bytes: credential.serialised(), fetchedAt: now)
        let verdict = await verifier.verify(served, expecting: nil, now: now)
        return Set(verdict.findings.map(\.code)).intersection(Self.codes)
    }

    private static let codes: Set<String> = [
        "credential-altered", "credential-expired", "issuer-impersonated", "key-encoding-unsupported",
        "key-not-for-assertion", "key-rotated-away", "multikey-codec-missing", "did-unresolvable",
        "did-document-invalid", "envelope-malformed", "proof-missing",
    ]

    @Test("A proof by a key that may assert holds until it expires, and for ever where it says nothing")
    func holds() async throws {
        #expect(try await findings().isEmpty)
        #expect(try await findings(at: SignedSamples.now + 60).isEmpty)
        #expect(try await findings(at: SignedSamples.now + 61) == ["credential-expired"])
        #expect(try await findings(at: SignedSamples.now + 61) { $0.expires = nil }.isEmpty)
    }

    @Test("A proof by a key that is not the issuer's to assert with is refused for that")
    func keys() async throws {
        let own = samples.key.publicKey
        #expect(try await findings { $0.purpose = "authentication" } == ["key-not-for-assertion"])
        #expect(try await findings { $0.verificationMethod += "0" } == ["key-rotated-away"])
        #expect(
            try await findings { $0.verificationMethod = "did:web:other.example#key-1" } == ["issuer-impersonated"])
        #expect(try await findings(document(own, listsAssertions: false)) == ["key-not-for-assertion"])
        #expect(try await findings(document(own, controller: "did:web:other.example")) == ["issuer-impersonated"])
        #expect(try await findings(document(own, form: .multikeyWithoutCodec)) == ["multikey-codec-missing"])
        for algorithm in SignatureAlgorithm.allCases {
            let other = try SigningKey(algorithm, seed: [UInt8](repeating: 12, count: 32)).publicKey
            #expect(try await findings(document(other)) == ["credential-altered"])
        }
    }
}
