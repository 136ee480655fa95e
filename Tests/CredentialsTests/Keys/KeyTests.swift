import JSON
import Testing

@testable import Credentials

@Suite("Keys")
struct KeyTests {
    /// The zero seed's key: the first example of the did:key method.
    @Test("An Ed25519 key is written as JWK, Multikey and did:key")
    func ed25519() throws {
        let key = try SigningKey(.EdDSA, seed: [UInt8](repeating: 0, count: 32)).publicKey
        #expect(key.didKey == "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")
        #expect(key.jwk["x"]?.string == "O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik")
        #expect(try VerificationKey(multibase: key.multikey) == key)
    }

    /// RFC 8037, appendix A.1 and A.2.
    @Test("The seed of RFC 8037 gives the public key of RFC 8037")
    func rfc8037() throws {
        let seed = try #require(Base64URL.decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"))
        let key = try SigningKey(.EdDSA, seed: seed)
        #expect(key.publicKey.jwk["x"]?.string == "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
    }

    /// An example of the did:key method's specification.
    @Test("A P-256 key is written as JWK, Multikey and did:key")
    func p256() throws {
        let jwk = try Samples.view(
            """
            {"kty":"EC","crv":"P-256","x":"fyNYMN0976ci7xqiSdag3buk-ZCwgXU4kz9XNkBlNUI",\
            "y":"hW2ojTNfH7Jbi8--CJUo3OCbH3y5n91g-IMA9MLMbTU"}
            """)
        let key = try VerificationKey(jwk: jwk)
        #expect(key.didKey == "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169")
        #expect(try VerificationKey(multibase: key.multikey) == key)
        #expect(key.jwk == jwk.materialised)
    }

    @Test("A key comes back from each of its forms", arguments: SignatureAlgorithm.allCases)
    func forms(algorithm: SignatureAlgorithm) throws {
        for number in UInt8(1)...40 {
            let key = try Samples.key(algorithm, number).publicKey
            #expect(try VerificationKey(multibase: key.multikey) == key)
            let jwk = try JSONDocument(parsing: key.jwk.serialised())
            #expect(try VerificationKey(jwk: jwk.root) == key)
            #expect(throws: KeyError.codecMissing) { try VerificationKey(multibase: key.multikeyWithoutCodec) }
        }
    }

    @Test("A key of another curve is named")
    func otherCurves() throws {
        for (codec, name) in [([0xE7, 0x01], "secp256k1"), ([0xEC, 0x01], "X25519")] as [([UInt8], String)] {
            let length = name == "X25519" ? 32 : 33
            let text = Multibase.encode(codec + [UInt8](repeating: 2, count: length), in: .base58btc)
            #expect(throws: KeyError.unsupported(name)) { try VerificationKey(multibase: text) }
        }
        let jwk = try Samples.view(#"{"kty":"EC","crv":"secp256k1","x":"AA","y":"AA"}"#)
        #expect(throws: KeyError.unsupported("EC secp256k1")) { try VerificationKey(jwk: jwk) }
    }

    @Test(
        "A damaged key is refused",
        arguments: [
            #"{}"#, #"[]"#, #""key""#, #"{"kty":"OKP","crv":"Ed25519"}"#, #"{"kty":"OKP","crv":"Ed25519","x":"AA"}"#,
            #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo="}"#,
            #"{"kty":"OKP","crv":"Ed25519","x":7}"#,
            #"{"kty":"EC","crv":"P-256","x":"fyNYMN0976ci7xqiSdag3buk-ZCwgXU4kz9XNkBlNUI"}"#,
        ])
    func damaged(text: String) throws {
        let jwk = try Samples.view(text)
        #expect(throws: KeyError.self) { try VerificationKey(jwk: jwk) }
    }

    @Test("Bytes that are no point of P-256 are no key")
    func offCurve() throws {
        let text = String(decoding: [UInt8](repeating: UInt8(ascii: "A"), count: 42), as: UTF8.self) + "E"
        let jwk = try Samples.view(#"{"kty":"EC","crv":"P-256","x":"\#(text)","y":"\#(text)"}"#)
        #expect(throws: KeyError.badValue) { try VerificationKey(jwk: jwk) }
        #expect(throws: KeyError.badLength(31)) { try SigningKey(.ES256, seed: [UInt8](repeating: 1, count: 31)) }
        #expect(throws: KeyError.badValue) { try SigningKey(.ES256, seed: [UInt8](repeating: 0, count: 32)) }
    }

    @Test("Only EdDSA signs the same bytes the same way twice")
    func determinism() throws {
        let bytes = Array("bytes".utf8)
        let edDSA = try Samples.key(.EdDSA)
        #expect(edDSA.signature(over: bytes) == edDSA.signature(over: bytes))
        let es256 = try Samples.key(.ES256)
        let signature = es256.signature(over: bytes)
        #expect(signature.count == 64)
        #expect(es256.publicKey.isValid(signature: signature, over: bytes))
        #expect(es256.publicKey.isValid(signature: signature[...], over: bytes[...]))
    }
}
