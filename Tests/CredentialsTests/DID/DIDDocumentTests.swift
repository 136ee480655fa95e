import JSON
import Testing

@testable import Credentials

@Suite("DID documents")
struct DIDDocumentTests {
    private let id = "did:web:example.com"

    private func document(_ text: String) throws -> DIDDocument {
        try DIDDocument(parsing: Samples.view(text))
    }

    @Test(
        "A document that is written is read back", arguments: SignatureAlgorithm.allCases,
        [DIDDocument.KeyForm.jwk, .multikey])
    func roundTrip(algorithm: SignatureAlgorithm, form: DIDDocument.KeyForm) throws {
        let keys = [
            ("key-2", try Samples.key(algorithm, 2).publicKey), ("key-1", try Samples.key(algorithm, 1).publicKey),
        ]
        let service = DIDService(
            id: id + "#anchor", type: "untp:dia",
            endpoint: ["href": "https://example.com/dia", "type": "application/vc+jwt"])
        let json = DIDDocument.json(
            id: id, keys: keys.map { (fragment: $0.0, key: $0.1) }, form: form, listsAssertions: true,
            services: [service])
        let read = try DIDDocument(parsing: JSONDocument(parsing: json.serialised()).root)
        #expect(read.id == id)
        for (fragment, key) in keys {
            let method = try #require(read.method(kid: id + "#" + fragment))
            #expect(try method.key.get() == key)
            #expect(method.encoding == (form == .jwk ? .jwk : .multikey))
            #expect(read.assertionMethod.contains(method.id) && method.controller == id)
        }
        #expect(read.services.map(\.type) == ["untp:dia"])
        #expect(read.services.first?.endpointURL == "https://example.com/dia")
    }

    @Test("A key that is not listed for assertions may not assert")
    func unlisted() throws {
        let key = try Samples.key(.EdDSA).publicKey
        let json = DIDDocument.json(
            id: id, keys: [("key-1", key)], form: .jwk, listsAssertions: false, services: [])
        let read = try DIDDocument(parsing: JSONDocument(parsing: json.serialised()).root)
        let method = try #require(read.method(kid: id + "#key-1"))
        #expect(!read.assertionMethod.contains(method.id))
    }

    @Test("A key without its codec is kept with the reason why it can't be used")
    func withoutCodec() throws {
        let key = try Samples.key(.EdDSA).publicKey
        let json = DIDDocument.json(
            id: id, keys: [("key-1", key)], form: .multikeyWithoutCodec, listsAssertions: true, services: [])
        let read = try DIDDocument(parsing: JSONDocument(parsing: json.serialised()).root)
        let method = try #require(read.method(kid: id + "#key-1"))
        #expect(throws: KeyError.codecMissing) { try method.key.get() }
    }

    @Test("Old and new key types are read")
    func types() throws {
        let key = try Samples.key(.EdDSA).publicKey
        let read = try document(
            """
            {"id":"\(id)","verificationMethod":[
             {"id":"#2020","type":"Ed25519VerificationKey2020","controller":"\(id)","publicKeyMultibase":"\(key.multikey)"},
             {"id":"#2018","type":"Ed25519VerificationKey2018","controller":"\(id)","publicKeyBase58":"\(Base58.encode(key.bytes))"},
             {"id":"#jwk","type":"JsonWebKey2020","controller":"\(id)","publicKeyJwk":\(String(decoding: key.jwk.serialised(), as: UTF8.self))},
             {"id":"#k1","type":"EcdsaSecp256k1VerificationKey2019","controller":"\(id)","publicKeyBase58":"\(Base58.encode(key.bytes))"},
             {"id":"#none","type":"Multikey","controller":"\(id)"}]}
            """)
        for fragment in ["#2020", "#2018", "#jwk"] {
            #expect(try read.method(kid: id + fragment)?.key.get() == key)
        }
        #expect(read.verificationMethods.map(\.encoding) == [.multikey, .base58, .jwk, .base58, .none])
        #expect(throws: KeyError.unsupported("EcdsaSecp256k1VerificationKey2019")) {
            try read.method(kid: "#k1")?.key.get()
        }
        #expect(throws: KeyError.self) { try read.method(kid: "#none")?.key.get() }
    }

    @Test("Relative ids are made absolute, in methods, references and services")
    func relativeIds() throws {
        let key = try Samples.key(.EdDSA).publicKey
        let read = try document(
            """
            {"id":"\(id)","verificationMethod":[{"id":"#key-1","type":"Multikey","controller":"\(id)",
             "publicKeyMultibase":"\(key.multikey)"}],"assertionMethod":["#key-1"],
             "service":[{"id":"#anchor","type":"untp:dia","serviceEndpoint":"https://example.com/dia"}]}
            """)
        let method = try #require(read.method(kid: id + "#key-1"))
        #expect(method.id == id + "#key-1")
        #expect(read.assertionMethod.contains(method.id))
        #expect(read.services.first?.id == id + "#anchor")
    }

    @Test("A key embedded in assertionMethod is found and may assert")
    func embedded() throws {
        let key = try Samples.key(.ES256).publicKey
        let read = try document(
            """
            {"id":"\(id)","assertionMethod":[{"id":"\(id)#key-1","type":"Multikey","controller":"\(id)",
             "publicKeyMultibase":"\(key.multikey)"}]}
            """)
        let method = try #require(read.method(kid: id + "#key-1"))
        #expect(read.assertionMethod.contains(method.id))
    }

    @Test("A key of another controller is not this document's own")
    func otherController() throws {
        let key = try Samples.key(.EdDSA).publicKey
        let read = try document(
            """
            {"id":"\(id)","verificationMethod":[{"id":"#key-1","type":"Multikey","controller":"did:web:other.example",
             "publicKeyMultibase":"\(key.multikey)"}]}
            """)
        let method = try #require(read.method(kid: "#key-1"))
        #expect(method.controller == "did:web:other.example")
    }

    @Test("A bare DID names a key only where there is one")
    func bareDID() throws {
        func read(_ fragments: [String]) throws -> DIDDocument {
            let key = try Samples.key(.EdDSA).publicKey
            let json = DIDDocument.json(
                id: id, keys: fragments.map { ($0, key) }, form: .jwk, listsAssertions: true, services: [])
            return try DIDDocument(parsing: JSONDocument(parsing: json.serialised()).root)
        }
        #expect(try read(["a"]).method(kid: id)?.id == id + "#a")
        #expect(try read(["a"]).method(kid: "")?.id == id + "#a")
        #expect(try read(["a", "b"]).method(kid: id) == nil)
        #expect(try read(["a"]).method(kid: "did:web:other.example") == nil)
        #expect(try read(["a"]).method(kid: "did:web:other.example#a") == nil)
        #expect(try read(["a"]).method(kid: "#b") == nil)
    }

    @Test("What is no DID document is refused, and odd members are passed over")
    func odd() throws {
        #expect(throws: DIDDocumentError.notAnObject) { try document("[]") }
        #expect(throws: DIDDocumentError.missingId) { try document("{}") }
        let read = try document(
            """
            {"id":"\(id)","verificationMethod":[7,null,{},{"id":5}],"assertionMethod":{"a":1},
             "service":["x",{"type":"t"},{"serviceEndpoint":"e"}]}
            """)
        #expect(read.verificationMethods.isEmpty && read.assertionMethod.isEmpty && read.services.isEmpty)
    }
}
