import JSON
import Testing

@testable import Credentials

@Suite("Tokens")
struct CompactJWSTests {
    /// RFC 8037, appendix A.4 and A.5; its payload is no JSON, so that only the signature is looked at.
    @Test("The Ed25519 signature of RFC 8037 is made and verified")
    func rfc8037() throws {
        let seed = try #require(Base64URL.decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"))
        let key = try SigningKey(.EdDSA, seed: seed)
        let input = Array("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".utf8)
        let expected = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
        #expect(Base64URL.text(key.signature(over: input)) == expected)
        let signature = try #require(Base64URL.decode(expected))
        #expect(key.publicKey.isValid(signature: signature, over: input))
    }

    /// RFC 7515, appendix A.3.
    @Test("The ES256 token of RFC 7515 is verified")
    func rfc7515() throws {
        let key = try VerificationKey(
            jwk: Samples.view(
                """
                {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",\
                "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
                """))
        let text =
            "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290"
            + "Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
        let token = try CompactJWS(parsing: Array(text.utf8)[...])
        try token.verify(with: key)
        #expect(token.payloadDocument.root["iss"]?.string == "joe")
    }

    @Test("What was signed is opened, verified and unchanged", arguments: SignatureAlgorithm.allCases)
    func roundTrip(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let token = try CompactJWS(parsing: Samples.token(key)[...])
        try token.verify(with: key.publicKey)
        #expect(token.payloadDocument.bytes == Array(Samples.credential.utf8))
        #expect(token.header.kid == "did:web:example.com#key-1")
        #expect(token.header.typ == "vc+jwt")
    }

    @Test("Both names of Ed25519 stand for the same signature")
    func names() throws {
        let key = try Samples.key(.EdDSA)
        for name in ["EdDSA", "Ed25519"] {
            let bytes = Samples.token(key, header: JOSEHeader(alg: name, kid: nil, typ: nil))
            try CompactJWS(parsing: bytes[...]).verify(with: key.publicKey)
        }
    }

    @Test("Another key of the same kind does not verify", arguments: SignatureAlgorithm.allCases)
    func otherKey(algorithm: SignatureAlgorithm) throws {
        let token = try CompactJWS(parsing: Samples.token(try Samples.key(algorithm))[...])
        let other = try Samples.key(algorithm, 2).publicKey
        #expect(throws: SignatureError.doesNotMatch) { try token.verify(with: other) }
    }

    @Test("The header does not choose the algorithm, the key does")
    func algorithmConfusion() throws {
        let key = try Samples.key(.EdDSA)
        let bytes = Samples.token(key, header: JOSEHeader(alg: "ES256", kid: nil, typ: nil))
        let token = try CompactJWS(parsing: bytes[...])
        #expect(throws: SignatureError.keyOfOtherAlgorithm(header: .ES256, key: .EdDSA)) {
            try token.verify(with: key.publicKey)
        }
    }

    @Test("Tampering with any byte of a token is detected", arguments: SignatureAlgorithm.allCases)
    func tampering(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let original = Samples.token(key)
        let replacements = Array("Aa0-_.=\u{0}".utf8)
        for place in original.indices {
            for letter in replacements + [original[place] ^ 1] where letter != original[place] {
                var bytes = original
                bytes[place] = letter
                guard let token = try? CompactJWS(parsing: bytes[...]) else { continue }
                #expect(throws: SignatureError.self, "byte \(place) as \(letter)") {
                    try token.verify(with: key.publicKey)
                }
            }
        }
    }

    @Test("A payload put under another's signature is detected")
    func forgery() throws {
        let key = try Samples.key(.EdDSA)
        let forged = CompactJWS.replacingPayload(of: Samples.token(key), with: Array(#"{"forged":true}"#.utf8))
        let token = try CompactJWS(parsing: forged[...])
        #expect(token.payloadDocument.root["forged"]?.bool == true)
        #expect(throws: SignatureError.doesNotMatch) { try token.verify(with: key.publicKey) }
    }

    @Test("An ECDSA signature in DER is refused for its length")
    func der() throws {
        let key = try Samples.key(.ES256)
        var parts = Samples.token(key).split(separator: UInt8(ascii: ".")).map(Array.init)
        parts[2] = Base64URL.encode([0x30, 0x44] + [UInt8](repeating: 1, count: 68))
        let token = try CompactJWS(parsing: Array(parts.joined(separator: [UInt8(ascii: ".")]))[...])
        #expect(throws: SignatureError.badLength(70)) { try token.verify(with: key.publicKey) }
        let long = try CompactJWS(
            parsing: Samples.token(key, header: JOSEHeader(alg: "ES384", kid: nil, typ: nil))[...])
        #expect(throws: SignatureError.keyOfOtherAlgorithm(header: .ES384, key: .ES256)) {
            try long.verify(with: key.publicKey)
        }
        #expect(throws: SignatureError.badLength(64, expected: 96)) {
            try long.verify(with: Samples.key(.ES384).publicKey)
        }
    }

    @Test("A token's claims may repeat the credential, not contradict it")
    func claims() throws {
        func contradictions(_ claims: String) throws -> [TokenClaims.Claim] {
            let payload = try Samples.view(Samples.credential.dropLast() + claims + "}")
            return TokenClaims.contradictions(of: payload, with: payload).map(\.claim)
        }
        let time = try #require(DateTimeStamp(strict: "2026-04-17T09:30:00Z")).unixSeconds
        let repeating = #","iss":"did:web:example.com","jti":"https://example.com/1","nbf":\#(time),"exp":5"#
        #expect(try contradictions(repeating).isEmpty)
        #expect(try contradictions(#","iss":"did:web:other.example","nbf":\#(time + 1)"#) == [.iss, .nbf])
        #expect(try contradictions(#","sub":"urn:x:y","jti":"urn:x:y""#) == [.sub, .jti])
        #expect(try contradictions(#","nbf":1e300"#) == [.nbf])
    }

    @Test("A credential in a vc claim is found there")
    func wrapped() throws {
        let inner = TokenClaims.credential(in: try Samples.view(#"{"iss":"x","vc":\#(Samples.credential)}"#))
        #expect(inner.isInClaim)
        #expect(inner.credential["id"]?.string == "https://example.com/1")
        #expect(!TokenClaims.credential(in: try Samples.view(Samples.credential)).isInClaim)
    }
}
