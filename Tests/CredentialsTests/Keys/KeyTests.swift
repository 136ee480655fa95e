import JSON
import Testing

@testable import Credentials

@Suite("Keys")
struct KeyTests {
    /// The zero seed's key: the first example of the did:key method.
    @Test("An Ed25519 key is written as JWK, Multikey and did:key")
    func ed25519() throws {
        let key = try SigningKey(.EdDSA, seed: [UInt8](repeating: 0, count: 32)).publicKey
        #expect(Samples.didKey(key) == "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")
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
        #expect(Samples.didKey(key) == "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169")
        #expect(try VerificationKey(multibase: key.multikey) == key)
        #expect(key.jwk == jwk.materialised)
    }

    /// RFC 6979, appendix A.2.6; the signature is that of its SHA-384 over "sample".
    @Test("The P-384 key of RFC 6979 is made from its scalar, and verifies its signature")
    func rfc6979() throws {
        let scalar = Samples.bytes(
            "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D896D5724E4C70A825F872C9EA60D2EDF5")
        let x = "EC3A4E415B4E19A4568618029F427FA5DA9A8BC4AE92E02E06AAE5286B300C64DEF8F0EA9055866064A254515480BC13"
        let y = "8015D9B72D7D57244EA8EF9AC0C621896708A59367F9DFB9F54CA84B3F1C9DB1288B231C3AE0D4FE7344FD2533264720"
        let key = try SigningKey(.ES384, seed: scalar).publicKey
        #expect(key.bytes == [4] + Samples.bytes(x) + Samples.bytes(y))
        let signature = Samples.bytes(
            "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE46"
                + "99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8")
        #expect(key.isValid(signature: signature, over: Array("sample".utf8)))
        #expect(!key.isValid(signature: signature, over: Array("simple".utf8)))
        #expect(!key.isValid(signature: signature.prefix(64), over: Array("sample".utf8)))
    }

    /// An example of the did:key method's specification.
    @Test("A P-384 key is written as JWK, Multikey and did:key")
    func p384() throws {
        let jwk = try Samples.view(
            """
            {"kty":"EC","crv":"P-384","x":"lInTxl8fjLKp_UCrxI0WDklahi-7-_6JbtiHjiRvMvhedhKVdHBfi2HCY8t_QJyc",\
            "y":"y6N1IC-2mXxHreETBW7K3mBcw0qGr3CWHCs-yl09yCQRLcyfGv7XhqAngHOu51Zv"}
            """)
        let key = try VerificationKey(jwk: jwk)
        #expect(
            Samples.didKey(key) == "did:key:z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9")
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
        #expect(throws: KeyError.badValue) {
            try VerificationKey(.ES384, bytes: [4] + [UInt8](repeating: 1, count: 96))
        }
        #expect(throws: KeyError.badLength(48)) { try SigningKey(.ES256, seed: [UInt8](repeating: 1, count: 48)) }
        #expect(throws: KeyError.badLength(33)) { try SigningKey(.ES384, seed: [UInt8](repeating: 1, count: 33)) }
        #expect(throws: KeyError.badLength(31)) { try SigningKey(.ES256, seed: [UInt8](repeating: 1, count: 31)) }
        #expect(throws: KeyError.badValue) { try SigningKey(.ES256, seed: [UInt8](repeating: 0, count: 32)) }
    }

    @Test("Only EdDSA signs the same bytes the same way twice")
    func determinism() throws {
        let bytes = Array("bytes".utf8)
        let edDSA = try Samples.key(.EdDSA)
        #expect(edDSA.signature(over: bytes) == edDSA.signature(over: bytes))
        for algorithm in [SignatureAlgorithm.ES256, .ES384] {
            let key = try Samples.key(algorithm)
            let signature = key.signature(over: bytes)
            #expect(signature.count == algorithm.signatureLength)
            #expect(key.publicKey.isValid(signature: signature, over: bytes))
            #expect(key.publicKey.isValid(signature: signature[...], over: bytes[...]))
        }
    }
}
