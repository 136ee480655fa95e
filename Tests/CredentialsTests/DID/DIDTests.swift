import JSON
import Testing

@testable import Credentials

@Suite("DIDs")
struct DIDTests {
    @Test(
        "A did:web leads to its document",
        arguments: [
            ("did:web:example.com", "https://example.com/.well-known/did.json"),
            ("did:web:w3c-ccg.github.io", "https://w3c-ccg.github.io/.well-known/did.json"),
            ("did:web:example.com:user:alice", "https://example.com/user/alice/did.json"),
            ("did:web:example.com%3A3000", "https://example.com:3000/.well-known/did.json"),
            ("did:web:example.com%3a8443:user:alice", "https://example.com:8443/user/alice/did.json"),
            ("did:web:localhost%3A8443", "https://localhost:8443/.well-known/did.json"),
            ("did:web:example.com:a%20b:caf%C3%A9", "https://example.com/a%20b/caf%C3%A9/did.json"),
            ("did:web:example.com:8443", "https://example.com/8443/did.json"),
        ])
    func documentURLs(did: String, url: String) throws {
        #expect(try #require(DID(did)).documentURL == url)
    }

    @Test(
        "A did:web whose host is not what it shows leads nowhere",
        arguments: [
            "did:web:example.com%2Fevil", "did:web:user%40evil.example", "did:web:example.com%3F",
            "did:web:example.com%23x",
            "did:web:example.com%3A", "did:web:example.com%3A0", "did:web:example.com%3A65536",
            "did:web:example.com%3Ax",
            "did:web:example.com%3A80%3A80", "did:web:example.com%253A8443", "did:web:%3A8443",
            "did:web:example.com::x",
            "did:web:example.com:..:x", "did:web:example.com:%2E%2E:x", "did:web:example.com:.",
            "did:web:ex%00ample.com",
            "did:web:example.com%5Cevil",
        ])
    func hiddenHosts(text: String) throws {
        let did = try #require(DID(text))
        #expect(did.documentURL == nil)
    }

    @Test(
        "What is no DID is refused",
        arguments: [
            "", "did", "did:", "did:web", "did:web:", "did::example.com", "DID:web:example.com", "did:Web:example.com",
            "did:web:example.com/path", "did:web:example.com#key", "did:web:example.com?x", "did:web:example.com:",
            "did:web:exa mple", "did:web:example.com%3", "did:web:example.com%zz", "did:web:example.com%FF",
            "https://example.com", "did:web:exämple.com", " did:web:example.com",
        ])
    func notDIDs(text: String) {
        #expect(DID(text) == nil)
    }

    @Test("A did:web is built from host, port and path")
    func building() {
        #expect(DID.web(host: "example.com")?.text == "did:web:example.com")
        let did = DID.web(host: "example.com", port: 8443, path: ["units", "7"])
        #expect(did?.text == "did:web:example.com%3A8443:units:7")
        #expect(did?.documentURL == "https://example.com:8443/units/7/did.json")
        #expect(DID.web(host: "example.com/evil") == nil)
    }

    @Test("A DID URL has a DID and a fragment")
    func urls() {
        #expect(DIDURL("did:web:example.com#key-1")?.fragment == "key-1")
        #expect(DIDURL("did:web:example.com#key-1")?.did.text == "did:web:example.com")
        for text in ["did:web:example.com", "did:web:example.com#", "#key-1", "https://example.com#key-1"] {
            #expect(DIDURL(text) == nil)
        }
    }

    @Test("A did:key is its own document", arguments: SignatureAlgorithm.allCases)
    func didKey(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm).publicKey
        let did = try #require(DID(Samples.didKey(key)))
        let document = try #require(did.keyDocument)
        let method = try #require(document.method(kid: "\(did)#\(key.multikey)"))
        #expect(try method.key.get() == key)
        #expect(document.assertionMethod == [method.id] && method.controller == document.id)
        #expect(document.method(kid: did.text)?.id == method.id)
        #expect(did.documentURL == nil)
    }

    @Test(
        "A did:key of an unknown kind has no document",
        arguments: [
            "did:key:z", "did:key:z6Mk", "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme",
            "did:key:f00", "did:web:example.com",
        ])
    func unknownKeys(text: String) {
        #expect(DID(text)?.keyDocument == nil)
    }

    /// An example of the did:jwk method's specification.
    @Test("A did:jwk is its own document, with one key under the fragment 0")
    func didJWK() throws {
        let text =
            "did:jwk:eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImFjYklRaXVNczNpOF91c3pFakoydHBUdFJNNEVVM3l6OTFQSDZDZEgy"
            + "VjAiLCJ5IjoiX0tjeUxqOXZXTXB0bm1LdG00NkdxRHo4d2Y3NEk1TEtncmwyR3pIM25TRSJ9"
        let document = try #require(DID(text)?.keyDocument)
        let method = try #require(document.method(kid: text + "#0"))
        let key = try method.key.get()
        #expect(key.jwk["x"]?.string == "acbIQiuMs3i8_uszEjJ2tpTtRM4EU3yz91PH6CdH2V0")
        #expect(document.assertionMethod == [method.id] && method.controller == document.id)
        #expect(document.method(kid: text)?.id == method.id)
    }

    @Test("A key comes back from its did:jwk", arguments: SignatureAlgorithm.allCases)
    func ownJWK(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm).publicKey
        let document = try #require(DID(Samples.didJWK(key))?.keyDocument)
        #expect(try #require(document.method(kid: Samples.didJWK(key) + "#0")).key.get() == key)
    }

    @Test("A did:jwk of a key for encryption does not assert, and one of a private key or of no key has no document")
    func otherJWKs() throws {
        let x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
        func document(_ jwk: String) -> DIDDocument? {
            DID("did:jwk:" + Base64URL.text(Array(jwk.utf8)))?.keyDocument
        }
        let encrypting = try #require(document(#"{"kty":"OKP","crv":"Ed25519","use":"enc","x":"\#(x)"}"#))
        #expect(encrypting.assertionMethod.isEmpty && encrypting.verificationMethods.count == 1)
        for jwk in [#"{"kty":"OKP","crv":"Ed25519","x":"\#(x)","d":"\#(x)"}"#, "{}", "[]", "x", #"{"kty":"oct"}"#] {
            #expect(document(jwk) == nil)
        }
    }

    @Test("A did:webvh has a log beside where did:web's document would be, and no document of its own")
    func logs() throws {
        let id = "QmQyDxVnosYTzHAMbzYDRZkVrD32ea9Sr2XNs8NkgMB5mn"
        for (place, url) in [
            ("example.com", "https://example.com/.well-known/did.jsonl"),
            ("example.com%3A8443:a:b", "https://example.com:8443/a/b/did.jsonl"),
        ] {
            let did = try #require(DID("did:webvh:\(id):\(place)"))
            #expect(did.logURL == url)
            #expect(did.documentURL == nil && did.keyDocument == nil)
        }
    }

    @Test(
        "A DID that names no place and no key leads nowhere",
        arguments: [
            "did:webvh:QmQyDxVnosYTzHAMbzYDRZkVrD32ea9Sr2XNs8NkgMB5mn", "did:webvh:0OIl:example.com", "did:web:a%2Fb",
            "did:key:z6Mk", "did:jwk:AA", "did:ion:abc",
        ])
    func leadsNowhere(text: String) throws {
        let did = try #require(DID(text))
        #expect(did.documentURL == nil && did.logURL == nil && did.keyDocument == nil)
    }

    @Test("A kid says in which form it names the key")
    func references() throws {
        let url = try #require(DIDURL("did:web:example.com#key-1"))
        let did = try #require(DID("did:web:example.com"))
        #expect(KeyReference("did:web:example.com#key-1") == .absolute(url))
        #expect(KeyReference("did:web:example.com") == .bareDID(did))
        #expect(KeyReference("#key-1") == .fragment("key-1"))
        #expect(KeyReference("key-1") == .fragment("key-1"))
        #expect(KeyReference("") == .none)
        #expect(KeyReference(nil) == .none)
        #expect(KeyReference("did:web:example.com#key-1").did == did)
        #expect(KeyReference("#key-1").did == nil)
    }
}
