import JSON
import Testing

@testable import Credentials

@Suite("Sets and suites of embedded proofs")
struct ProofSetTests {
    private static let did = "did:web:example.com"

    private func view(_ value: JSONValue) throws -> JSONView {
        try JSONDocument(parsing: value.serialised()).root
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
        #expect(throws: ProofError.severalProofs(3)) { try DataIntegrityProof(reading: view(secured)) }
        let proofs = try #require(secured["proof"]?.array)
        func alone(_ proof: JSONValue) throws -> DataIntegrityProof {
            var credential = credential
            credential["proof"] = proof
            return try DataIntegrityProof(reading: view(credential))
        }
        for (proof, key) in zip(proofs, keys) { try alone(proof).verify(with: key.publicKey) }
        #expect(throws: ProofError.unsupportedSuite("Ed25519Signature2020")) { try alone(proofs[2]) }
        #expect(throws: ProofError.missing("proof")) { try DataIntegrityProof(reading: view(credential)) }
        let only = try DataIntegrityProof.add(
            .init(verificationMethod: Self.did + "#key-1"), to: credential, with: keys[0])
        #expect(only["proof"]?.object != nil && only["proof"]?["created"] == nil)
    }

    @Test("Suites in circulation are known by name, and one of them is read", arguments: Cryptosuite.allCases)
    func suites(suite: Cryptosuite) throws {
        var credential = try Samples.view(Samples.credential).materialised
        credential["proof"] =
            suite.rawValue.first?.isUppercase ?? false
            ? ["type": .string(suite.rawValue)]
            : ["type": "DataIntegrityProof", "cryptosuite": .string(suite.rawValue)]
        let isRead = suite == .eddsaJCS2022
        let error = isRead ? ProofError.missing("verificationMethod") : .unsupportedSuite(suite.rawValue)
        #expect(throws: error) { try DataIntegrityProof(reading: view(credential)) }
        #expect(error.knownSuite == (isRead ? nil : suite))
        #expect(ProofError.unsupportedSuite("eddsa-jsc-2022").knownSuite == nil)
    }
}
