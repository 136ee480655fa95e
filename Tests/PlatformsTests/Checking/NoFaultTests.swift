import Credentials
import JSON
import Platforms
import Testing
import UNTP

/// What is nobody's fault is never called wrong: it could not be checked, or is of another kind.
@Suite struct NoFaultTests {
    /// A change to a sound unsigned credential, and what is said then.
    struct Change: CustomTestStringConvertible, Sendable {
        let name: String
        let says: String
        let change: @Sendable (inout JSONValue) -> Void

        init(_ name: String, says: String, _ change: @escaping @Sendable (inout JSONValue) -> Void) {
            self.name = name
            self.says = says
            self.change = change
        }

        var testDescription: String { name }
    }

    private static func proof(_ suite: String, value: String = "z58DAdFfa9") -> JSONValue {
        [
            "type": "DataIntegrityProof", "cryptosuite": .string(suite), "created": "2025-06-01T00:00:00Z",
            "verificationMethod": "did:web:did.example:refinery#key-1", "proofPurpose": "assertionMethod",
            "proofValue": .string(value),
        ]
    }

    static let changes: [Change] = [
        Change("unknown suite", says: "no suite that is known here") { $0["proof"] = proof("eddsa-jcs-2024") },
        Change("suite of another kind", says: "bbs-2023 is not verified here") { $0["proof"] = proof("bbs-2023") },
        Change("placeholder for a signature", says: "a placeholder stands") {
            $0["proof"] = proof("eddsa-jcs-2022", value: "<signature>")
        },
        Change("abbreviated signature", says: "a placeholder stands") {
            $0["proof"] = proof("eddsa-jcs-2022", value: "z58DAdF...a9")
        },
        Change("proof with a context of its own", says: "BbsBlsSignature2020 is not verified here") {
            $0["proof"] = [
                "type": "BbsBlsSignature2020", "created": "2025-06-01T00:00:00Z", "proofValue": "abc",
                "proofPurpose": "assertionMethod", "verificationMethod": "did:web:did.example:refinery#key-1",
            ]
        },
        Change("sample that grew old", says: "no matter for a sample") {
            $0["validFrom"] = "2024-01-01T00:00:00Z"
            $0["validUntil"] = "2025-01-01T00:00:00Z"
        },
        Change("sample of the future", says: "no matter for a sample") { $0["validFrom"] = "2036-01-01T00:00:00Z" },
        Change("status of an older family", says: "RevocationList2020Status is not read here") {
            $0["@context"] = .array(($0["@context"]?.array ?? []) + ["https://w3id.org/vc-revocation-list-2020/v1"])
            $0["credentialStatus"] = [
                "id": "https://status.example/1#3", "type": "RevocationList2020Status", "revocationListIndex": "3",
                "revocationListCredential": "https://status.example/1",
            ]
        },
        Change("extension", says: "its terms: the context https://steel.example/v2 is not known here") {
            $0["@context"] = .array(($0["@context"]?.array ?? []) + ["https://steel.example/v2"])
            $0["type"] = .array(($0["type"]?.array ?? []) + ["SteelAnchor"])
            $0["heat"] = "H-1"
        },
        Change("draft without a schema", says: "release 0.3.10 is recognised") {
            $0["@context"] = [
                .string(CredentialModel.contextV2), "https://test.uncefact.org/vocabulary/untp/dia/0.3.10/",
            ]
        },
        Change("credential of another community", says: "data model 1.1, by which it was not judged") {
            $0["@context"] = ["https://www.w3.org/2018/credentials/v1", "https://w3id.org/traceability/v1"]
            $0["type"] = ["VerifiableCredential", "BillOfLadingCredential"]
            $0["id"] = "17"
            $0["issuanceDate"] = "2025-01-01T00:00:00Z"
        },
    ]

    @Test("What can't be checked is said, and not called wrong", arguments: changes)
    func callsNothingWrong(_ change: Change) async throws {
        var credential = try SignedSamples().anchor()
        credential["credentialStatus"] = nil
        change.change(&credential)
        let result = await FileCheck([("c", credential.serialised())], now: SignedSamples.now).results()[0]
        #expect(result.verdict == .soundSoFar, "\(result.findings)")
        #expect(result.findings.filter(\.blocks).isEmpty, "\(result.findings)")
        #expect((result.unchecked + result.notes).contains { $0.contains(change.says) }, "\(result.unchecked)")
    }

    @Test("A signed credential whose time is past is out of date, and nothing else")
    func datesAreToldApart() async throws {
        let samples = try SignedSamples()
        let others = [("did", samples.didDocument), ("list", samples.statusList(revoking: nil))]
        let token = samples.token(samples.anchor(validUntil: SignedSamples.now - 5))
        let result = await FileCheck([("c", token)] + others, now: SignedSamples.now).results()[0]
        #expect(result.verdict == .outOfDate && result.fails)
        #expect(result.findings.map(\.code) == ["credential-expired"] && !result.findings[0].blocks)
        let earlier = await FileCheck([("c", token)] + others, now: SignedSamples.now - 60).results()[0]
        #expect(earlier.verdict == .sound)
    }

    @Test("A token of which only the beginning stands there is an example, and no failure")
    func abbreviatedTokens() async {
        let envelope =
            #"{"type":"EnvelopedVerifiableCredential","id":"data:application/vc+jwt,eyJhbGciOiJFZERTQSJ9..."}"#
        let result = await FileCheck([("c", Array(envelope.utf8))], now: SignedSamples.now).results()[0]
        #expect(result.verdict == .notChecked && !result.fails)
    }

    @Test("A slip in a name is told from a name that is not known")
    func slipsAreFound() async throws {
        var credential = try SignedSamples().anchor()
        credential["credentialStatus"] = nil
        credential["proof"] = Self.proof("eddsa-jsc-2022")
        let result = await FileCheck([("c", credential.serialised())], now: SignedSamples.now).results()[0]
        #expect(result.verdict == .fails)
        #expect(result.hints.contains { $0.contains("meant as \"eddsa-jcs-2022\"") }, "\(result.hints)")
    }
}
