import Credentials
import JSON
import Platforms
import Testing
import UNTP

/// What is said of slips, and of credentials that are nobody's fault.
@Suite struct HintTests {
    private func check(_ credential: JSONValue) async throws -> FileCheck.Result {
        let results = await FileCheck([("c", credential.serialised())], now: SignedSamples.now).results()
        return try #require(results.first)
    }

    private func anchor(_ change: (inout JSONValue) -> Void) throws -> JSONValue {
        var credential = try SignedSamples().anchor()
        credential["credentialStatus"] = nil
        change(&credential)
        return credential
    }

    @Test("A sound credential without a signature is sound as far as could be checked, and gets no hint")
    func saysNothingOfWhatIsSound() async throws {
        let result = try await check(try anchor { _ in })
        #expect(result.hints == [])
        #expect(result.findings.isEmpty)
        #expect(result.verdict == .soundSoFar)
    }

    static let slips: [(name: String, pointer: String, value: JSONValue, hint: String)] = [
        ("type in other case", "/type/1", "Verifiablecredential", "meant as \"VerifiableCredential\""),
        ("misspelt type", "/type/0", "DigitalIdentityAncor", "meant as \"DigitalIdentityAnchor\""),
        (
            "type as a text", "/type", "DigitalIdentityAnchor",
            "write [\"DigitalIdentityAnchor\", \"VerifiableCredential\"]"
        ),
        (
            "http context", "/@context/1", "http://test.uncefact.org/vocabulary/untp/dia/0.6.1/",
            "meant as https://test.uncefact.org/vocabulary/untp/dia/0.6.1/"
        ),
        (
            "context without its slash", "/@context/1", "https://test.uncefact.org/vocabulary/untp/dia/0.6.1",
            "meant as https://test.uncefact.org/vocabulary/untp/dia/0.6.1/"
        ),
        (
            "release that is none", "/@context/1", "https://test.uncefact.org/vocabulary/untp/dia/0.6.2/",
            "the nearest is 0.6.1"
        ),
        (
            "context of another type", "/@context/1", "https://test.uncefact.org/vocabulary/untp/dpp/0.6.1/",
            "Its type is that of an identity anchor"
        ),
        ("placeholder", "/credentialSubject/name", "<company name>", "A placeholder stands at /credentialSubject/name"),
        ("template", "/credentialSubject/name", "{{name}}", "A placeholder stands"),
        ("issuer by URL", "/issuer/id", "https://refinery.example", "in UNTP it is a DID"),
        ("port of a DID", "/issuer/id", "did:web:refinery.example:8443", "written refinery.example%3A8443"),
        ("http id", "/id", "http://credentials.example/dia/1", "is an http: URL"),
        (
            "schema of another release", "/credentialSchema",
            ["id": "https://test.uncefact.org/vocabulary/untp/dia/untp-dia-schema-0.5.0.json", "type": "JsonSchema"],
            "names release 0.5.0, the contexts name 0.6.1"
        ),
        (
            "host of the later releases", "/@context/1", "https://vocabulary.uncefact.org/untp/dia/0.6.1/",
            "meant as https://test.uncefact.org/vocabulary/untp/dia/0.6.1/"
        ),
        ("misspelt property", "/credentialSubject/registeredID", "76", "meant as \"registeredId\""),
    ]

    @Test("A near miss is named with what was meant", arguments: slips)
    func namesSlips(_ slip: (name: String, pointer: String, value: JSONValue, hint: String)) async throws {
        let pointer = try #require(JSONPointer(parsing: slip.pointer))
        let result = try await check(try anchor { $0[pointer: pointer] = slip.value })
        #expect(result.hints.contains { $0.contains(slip.hint) }, "\(result.hints)")
    }

    @Test("Where the contexts don't tell the release, the shape does")
    func fitsReleases() async throws {
        for release in [Release.v0_6_1, .v0_5_0] {
            let credential = try anchor { credential in
                if let other = ReleaseTranslation.written(credential, as: .dia, in: release) { credential = other }
                credential["@context"] = ["https://www.w3.org/ns/credentials/v2", "https://own.example/context"]
            }
            let result = try await check(credential)
            #expect(result.hints.contains { $0.contains("shape") && $0.contains(release.version) }, "\(result.hints)")
            #expect(result.tiers[1] == .notChecked)
            #expect(result.tiers[0] == .notChecked)
        }
    }

    @Test("What this verifier can't verify is not called wrong")
    func excusesItself() async throws {
        let proof: JSONValue = [
            "type": "DataIntegrityProof", "cryptosuite": "ecdsa-rdfc-2019", "proofPurpose": "assertionMethod",
            "verificationMethod": "did:web:did.example:refinery#key-1", "proofValue": "z3a",
        ]
        let embedded = try await check(try anchor { $0["proof"] = proof })
        #expect(!embedded.fails, "\(embedded.findings)")
        #expect(embedded.unchecked.contains { $0.contains("ecdsa-rdfc-2019") })
        #expect(embedded.verdict == .soundSoFar)
        let foreign = try await check(try anchor { $0["issuer"]?["id"] = "did:ebsi:zabc" })
        #expect(!foreign.fails)
        let token = CompactJWS.sign(
            try anchor { _ in }.serialised(), header: ["alg": "ES256K", "kid": "did:web:did.example:refinery#key-1"],
            with: try SignedSamples().key)
        let result = try #require(await FileCheck([("c", token)], now: SignedSamples.now).results().first)
        #expect(!result.fails, "\(result.findings)")
        #expect(result.unchecked.contains { $0.contains("ES256K") })
    }

    @Test("A suite under its former name is called what it is")
    func namesFormerSuites() async throws {
        let result = try await check(
            try anchor { $0["proof"] = ["type": "DataIntegrityProof", "cryptosuite": "eddsa-2022"] })
        #expect(result.findings.map(\.code) == ["cryptosuite-name-drift"])
    }

    @Test("A wrong second context is no matter of order; contexts in the wrong order are")
    func tellsOrderFromContent() async throws {
        let other = try await check(
            try anchor { $0["@context"]?[1] = "https://vocabulary.uncefact.org/untp/dia/0.6.1/" })
        #expect(other.findings.contains { $0.code == "schema-violation" && $0.pointer == "/@context/1" })
        let turned = try await check(
            try anchor { $0["@context"] = .array(($0["@context"]?.array ?? []).reversed()) })
        #expect(turned.findings.contains { $0.code == "context-order" })
        #expect(!turned.findings.contains { $0.code == "schema-violation" })
    }

    @Test("A UNTP type under W3C's context alone has no terms, and the first tier does not pass")
    func wantsContexts() async throws {
        let result = try await check(try anchor { $0["@context"] = ["https://www.w3.org/ns/credentials/v2"] })
        #expect(result.tiers[0] == .failed)
        #expect(result.findings.map(\.code).contains("undefined-term-dropped"))
        #expect(result.findings.map(\.code).contains("unmapped-type"))
    }

    @Test("A date where a time is asked for is named once, and not taken for a reference")
    func namesDates() async throws {
        let result = try await check(try anchor { $0["validFrom"] = "2024-03-15" })
        #expect(result.findings.map(\.code) == ["datetime-shape"])
    }

    @Test("Findings that differ by their place in a list alone are told once")
    func groups() {
        let findings = (0..<200).map { index in
            Finding(
                "schema-violation", at: "/credentialSubject/assessment/\(index)/name", sent: "\(index)",
                expected: "text", subject: .init(url: "c", type: nil))
        }
        let groups = FindingGroup.groups(of: findings)
        #expect(groups.map(\.places.count) == [200])
        #expect(groups.first?.first.sent == "0")
    }
}
