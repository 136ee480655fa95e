import Foundation
import JSON
import Testing

@testable import Credentials

/// The vectors of W3C's cryptosuite, which stand beside the package and not in it; their test is skipped where they
/// are absent.
private let vectors: URL? = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
        folder.deleteLastPathComponent()
    }
    return ["../shared", "../../shared"]
        .map { folder.appending(path: $0 + "/fixtures/eddsa-jcs-2022").standardizedFileURL }
        .first { FileManager.default.fileExists(atPath: $0.path) }
}()

@Suite("Embedded proofs")
struct DataIntegrityProofTests {
    private func view(_ value: JSONValue) throws -> JSONView {
        try JSONDocument(parsing: value.serialised()).root
    }

    private func signed() throws -> JSONValue {
        try DataIntegrityProof.sign(
            Samples.view(Samples.credential).materialised, verificationMethod: "did:web:example.com#key-1",
            created: 1_776_418_200, with: Samples.key(.EdDSA))
    }

    @Test("The W3C example verifies, through the same hashes", .enabled(if: vectors != nil, "needs the W3C vectors"))
    func example() throws {
        let folder = try #require(vectors)
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let key = try VerificationKey(
            multibase: #require(Samples.view(text("keyPair.json"))["publicKeyMultibase"]?.string))
        let proof = try DataIntegrityProof(reading: Samples.view(text("signedJCS.json")))
        try proof.verify(with: key)
        let hashes = proof.signingInput.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(try hashes == text("combinedHashJCS.txt"))
        #expect(try Multibase.encode(proof.signature, in: .base58btc) == text("sigBTC58JCS.txt"))
        #expect(proof.verificationMethod.hasPrefix("did:key:" + key.multikey))
    }

    @Test("What was signed verifies, in any order of its members")
    func roundTrip() throws {
        let proof = try DataIntegrityProof(reading: view(signed()))
        try proof.verify(with: Samples.key(.EdDSA).publicKey)
        #expect(proof.purpose == "assertionMethod")
        #expect(proof.created?.unixSeconds == 1_776_418_200)
        let reordered = try #require(signed().object).reversed().map { ($0.name, $0.value) }
        try DataIntegrityProof(reading: view(.object(JSONObject(reordered)))).verify(
            with: Samples.key(.EdDSA).publicKey)
    }

    @Test("The credential that was signed opens as one with an embedded proof")
    func envelope() throws {
        guard case .dataIntegrity(let document) = try CredentialEnvelope.open(signed().serialised()) else {
            Issue.record("not opened as embedded proof")
            return
        }
        try DataIntegrityProof(reading: document.root).verify(with: Samples.key(.EdDSA).publicKey)
    }

    @Test(
        "A change anywhere in credential or proof is detected",
        arguments: [
            "/id", "/issuer/name", "/validFrom", "/credentialSubject/id", "/proof/created", "/proof/verificationMethod",
            "/proof/proofPurpose", "/type/0",
        ])
    func tampering(place: String) throws {
        var changed = try signed()
        let pointer = try #require(JSONPointer(parsing: place))
        changed[pointer: pointer] = "2026-04-17T09:30:01Z"
        let proof = try DataIntegrityProof(reading: view(changed))
        #expect(throws: SignatureError.doesNotMatch) { try proof.verify(with: Samples.key(.EdDSA).publicKey) }
    }

    @Test("Another key does not verify, nor does a key of another kind")
    func otherKeys() throws {
        let proof = try DataIntegrityProof(reading: view(signed()))
        #expect(throws: SignatureError.doesNotMatch) { try proof.verify(with: Samples.key(.EdDSA, 2).publicKey) }
        #expect(throws: SignatureError.keyOfOtherAlgorithm(header: .EdDSA, key: .ES256)) {
            try proof.verify(with: Samples.key(.ES256).publicKey)
        }
    }

    @Test(
        "A proof that can't be checked is refused for what it lacks",
        arguments: [
            ("type", "Ed25519Signature2020", .unsupportedSuite("Ed25519Signature2020")),
            ("cryptosuite", "eddsa-rdfc-2022", .unsupportedSuite("eddsa-rdfc-2022")),
            ("cryptosuite", nil, .unsupportedSuite("no cryptosuite")),
            ("verificationMethod", nil, .missing("verificationMethod")),
            ("proofPurpose", nil, .missing("proofPurpose")),
            ("proofValue", nil, .missing("proofValue")), ("proofValue", "z1", .badProofValue),
            ("proofValue", "uAAAA", .badProofValue), ("created", "yesterday", .badTime), ("expires", 7, .badTime),
            ("previousProof", "urn:uuid:1", .chained),
            ("@context", ["https://example.com/"], .otherContext),
        ] as [(String, JSONValue?, ProofError)])
    func refused(name: String, value: JSONValue?, error: ProofError) throws {
        var document = try signed()
        document["proof"]?[name] = value
        let view = try view(document)
        #expect(throws: error) { try DataIntegrityProof(reading: view) }
    }

    @Test("One proof in an array is read, several are not, and none is said")
    func arrays() throws {
        var document = try signed()
        let proof = try #require(document["proof"])
        document["proof"] = [proof]
        try DataIntegrityProof(reading: view(document)).verify(with: Samples.key(.EdDSA).publicKey)
        document["proof"] = [proof, proof]
        #expect(throws: ProofError.severalProofs(2)) { try DataIntegrityProof(reading: view(document)) }
        document["proof"] = nil
        #expect(throws: ProofError.missing("proof")) { try DataIntegrityProof(reading: view(document)) }
    }
}
