import JSON
import Testing

@testable import Credentials

@Suite("Data model")
struct CredentialModelTests {
    private func rules(_ text: String) throws -> [DataModelRule] {
        CredentialModel.violations(in: try Samples.view(text)).map(\.rule)
    }

    /// The sample with one member replaced, or removed by nil.
    private func with(_ name: String, _ value: JSONValue?) throws -> String {
        var credential = try Samples.view(Samples.credential).materialised
        credential[name] = value
        return String(decoding: credential.serialised(), as: UTF8.self)
    }

    @Test("A sound credential breaks no rule")
    func sound() throws {
        #expect(try rules(Samples.credential).isEmpty)
        #expect(try rules(with("issuer", "did:web:example.com")).isEmpty)
        #expect(try rules(with("credentialSubject", [["id": "urn:x:1"], ["name": "y"]])).isEmpty)
        #expect(try rules(with("type", "VerifiableCredential")).isEmpty)
        #expect(try rules(with("credentialStatus", [["type": "BitstringStatusListEntry"]])).isEmpty)
        #expect(try rules(with("evidence", [["type": ["A", "B"]]])).isEmpty)
        #expect(try rules(with("@context", [.string(CredentialModel.contextV2), ["x": "urn:x"]])).isEmpty)
    }

    @Test(
        "Each rule is noticed where it is broken",
        arguments: [
            ("@context", nil, .missingContext, "/@context"),
            ("@context", ["https://example.com/"], .firstContextNotV2, "/@context"),
            ("@context", ["https://www.w3.org/2018/credentials/v1"], .isVersion1_1, "/@context"),
            ("@context", ["https://www.w3.org/ns/credentials/v2", 7], .malformedContext, "/@context/1"),
            ("issuanceDate", "2026-01-01T00:00:00Z", .isVersion1_1, "/@context"),
            ("type", nil, .missingType, "/type"), ("type", [], .missingType, "/type"),
            ("type", ["DigitalProductPassport"], .missingVerifiableCredentialType, "/type"),
            ("id", nil, .missingId, "/id"), ("id", "no uri", .idNotURI, "/id"), ("id", ["urn:x:1"], .idNotURI, "/id"),
            ("issuer", nil, .missingIssuer, "/issuer"), ("issuer", "Example", .issuerNotURI, "/issuer"),
            ("issuer", ["name": "Example"], .issuerNotURI, "/issuer"),
            ("credentialSubject", nil, .missingSubject, "/credentialSubject"),
            ("credentialSubject", [], .missingSubject, "/credentialSubject"),
            ("credentialSubject", [:], .missingSubject, "/credentialSubject"),
            ("credentialSubject", "x", .missingSubject, "/credentialSubject"),
            ("credentialSubject", ["id": "x y"], .subjectIdNotURI, "/credentialSubject/id"),
            ("credentialSubject", [["id": "urn:x:1"], ["id": 7]], .subjectIdNotURI, "/credentialSubject/1/id"),
            ("validFrom", "2026-04-17T09:30:00", .badValidFrom, "/validFrom"),
            ("validFrom", "2026-04-17", .badValidFrom, "/validFrom"), ("validFrom", 7, .badValidFrom, "/validFrom"),
            ("validUntil", "soon", .badValidUntil, "/validUntil"),
            ("validUntil", "2026-04-17T09:29:59Z", .periodInverted, "/validUntil"),
            ("credentialStatus", ["id": "urn:x:1"], .malformedStatus, "/credentialStatus"),
            ("credentialStatus", [], .malformedStatus, "/credentialStatus"),
            ("credentialStatus", "revoked", .malformedStatus, "/credentialStatus"),
            ("credentialSchema", ["id": "https://example.com/"], .untypedMember, "/credentialSchema"),
        ] as [(String, JSONValue?, DataModelRule, String)])
    func each(name: String, value: JSONValue?, rule: DataModelRule, place: String) throws {
        let violations = CredentialModel.violations(in: try Samples.view(with(name, value)))
        #expect(violations.map(\.rule) == [rule])
        #expect(violations.map(\.pointer.description) == [place])
    }

    @Test("All that is wrong is named at once")
    func everything() throws {
        #expect(
            try rules("{}") == [.missingContext, .missingType, .missingId, .missingIssuer, .missingSubject])
        #expect(try rules("[]") == [.missingContext])
    }

    @Test("A period that ends as it begins is no error, whatever the zones")
    func equalTimes() throws {
        #expect(try rules(with("validUntil", "2026-04-17T11:30:00+02:00")).isEmpty)
    }

    @Test(
        "An absolute URI has a scheme, and nothing that URIs do not have",
        arguments: [
            ("https://example.com/1", true), ("did:web:example.com", true), ("urn:uuid:1", true), ("a+b.c-d:x", true),
            ("https://example.com/é", true), ("", false), (":", false), ("x:", false), ("1a:b", false),
            ("example", false),
            ("ht tp://x", false), ("https://x/a b", false), ("https://x/<y>", false), ("/relative", false),
            ("#f", false),
            ("{x}:y", false), ("https://x/\u{7F}", false),
        ])
    func uris(text: String, isURI: Bool) {
        #expect(CredentialModel.isURI(text) == isURI)
    }

    @Test("Every rule says where it stands and how it binds", arguments: DataModelRule.allCases)
    func citations(rule: DataModelRule) {
        #expect(!rule.section.isEmpty && !rule.specification.isEmpty)
        #expect(rule.strength == (rule == .isVersion1_1 ? .should : .must))
    }
}
