import JSON
import Testing

@testable import Credentials

@Suite("Hostile headers")
struct HostileHeaderTests {
    @Test(
        "An algorithm that is not a public key's is refused by its name",
        arguments: [
            "none", "None", "NONE", "HS256", "HS512", "RS256", "ES512", "ES256K", "Ed448", "eddsa", "", "EdDSA ",
        ])
    func refusedAlgorithms(name: String) throws {
        let key = try Samples.key(.EdDSA)
        let token = try CompactJWS(parsing: Samples.token(key, header: JOSEHeader(alg: name, kid: nil, typ: nil))[...])
        #expect(throws: SignatureError.unsupportedAlgorithm(name)) { try token.verify(with: key.publicKey) }
    }

    @Test("A token of algorithm none with an empty signature opens, and never verifies")
    func unsignedToken() throws {
        let head = Base64URL.encode(Array(#"{"alg":"none"}"#.utf8))
        let bytes = head + [UInt8(ascii: ".")] + Base64URL.encode(Array("{}".utf8)) + [UInt8(ascii: ".")]
        let token = try CompactJWS(parsing: bytes[...])
        for algorithm in SignatureAlgorithm.allCases {
            let key = try Samples.key(algorithm).publicKey
            #expect(throws: SignatureError.unsupportedAlgorithm("none")) { try token.verify(with: key) }
        }
    }

    @Test("A header without alg never verifies")
    func missingAlgorithm() throws {
        let key = try Samples.key(.EdDSA)
        let token = try CompactJWS(parsing: Samples.token(header: "{}", key)[...])
        #expect(throws: SignatureError.noAlgorithm) { try token.verify(with: key.publicKey) }
    }

    @Test(
        "A member of the wrong type is refused by its name",
        arguments: [
            (#"{"alg":["EdDSA"]}"#, "alg"), (#"{"alg":null}"#, "alg"), (#"{"alg":{"alg":"EdDSA"}}"#, "alg"),
            (#"{"alg":"EdDSA","kid":7}"#, "kid"), (#"{"alg":"EdDSA","typ":true}"#, "typ"),
            (#"{"alg":"EdDSA","crit":["b64"],"b64":false}"#, "crit"), (#"{"alg":"EdDSA","crit":[]}"#, "crit"),
            (#"["EdDSA"]"#, "the header itself"), (#""EdDSA""#, "the header itself"), ("7", "the header itself"),
        ])
    func wrongTypes(header: String, member: String) throws {
        let token = Samples.token(header: header, try Samples.key(.EdDSA))
        #expect {
            try CompactJWS(parsing: token[...])
        } throws: { error in
            guard case EnvelopeError.badHeaderMember(member, _) = error else { return false }
            return true
        }
    }

    @Test(
        "A header that is no strict JSON is refused",
        arguments: [
            #"{"alg":"EdDSA","alg":"none"}"#, #"{"alg":"EdDSA","a\u006cg":"none"}"#, #"{"alg":"EdDSA",}"#, "",
            #"{"alg":"EdDSA"} {}"#, "{'alg':'EdDSA'}", "{\"alg\":\"EdDSA\u{0}\"}",
            #"{"alg":"EdDSA","x":[[[[[[[[[[[[]]]]]]]]]]]]}"#, "\u{FEFF}{\"alg\":\"EdDSA\"}",
        ])
    func notJSON(header: String) throws {
        let token = Samples.token(header: header, try Samples.key(.EdDSA))
        #expect {
            try CompactJWS(parsing: token[...])
        } throws: { error in
            guard case EnvelopeError.badHeader = error else { return false }
            return true
        }
    }

    @Test("A huge header is refused before it is decoded")
    func hugeHeader() throws {
        let header = #"{"alg":"EdDSA","x":""# + String(repeating: "x", count: 1 << 20) + #""}"#
        let token = Samples.token(header: header, try Samples.key(.EdDSA))
        #expect(throws: EnvelopeError.tooLarge(limit: 16_384)) { try CompactJWS(parsing: token[...]) }
    }

    @Test("Unknown members are ignored")
    func unknownMembers() throws {
        let key = try Samples.key(.EdDSA)
        let header = #"{"alg":"EdDSA","jwk":{"kty":"oct","k":"AA"},"x5u":"https://evil.example/","b64":false}"#
        try CompactJWS(parsing: Samples.token(header: header, key)[...]).verify(with: key.publicKey)
    }

    @Test("A text of dots, and one of too few parts, are counted and refused", arguments: [0, 1, 3, 4, 1_000_000])
    func parts(dots: Int) {
        let text = Array(("a" + String(repeating: ".", count: dots)).utf8)
        #expect(throws: EnvelopeError.notThreeParts(dots + 1)) { try CompactJWS(parsing: text[...]) }
    }
}
