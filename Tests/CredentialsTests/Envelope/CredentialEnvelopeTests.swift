import JSON
import Testing

@testable import Credentials

@Suite("Envelopes")
struct CredentialEnvelopeTests {
    @Test("A bare token is opened, with space around it or not")
    func bareToken() throws {
        let token = Samples.token(try Samples.key(.EdDSA))
        for bytes in [token, Array(" \n".utf8) + token + Array("\r\n".utf8)] {
            guard case .jwt(let opened, .bareToken) = try CredentialEnvelope.open(bytes) else {
                Issue.record("not opened as a bare token")
                continue
            }
            #expect(opened.payloadDocument.bytes == Array(Samples.credential.utf8))
        }
    }

    @Test(
        "An envelope is opened whatever the form of its type and media type",
        arguments: [true, false],
        ["application/vc+jwt", "application/vc-ld+jwt", "application/vc+ld+json+jwt", "application/jwt", ""])
    func enveloped(typeAsArray: Bool, mediaType: String) throws {
        let key = try Samples.key(.EdDSA)
        let token = Samples.token(key)
        let bytes = CredentialEnvelope.envelop(token, typeAsArray: typeAsArray, mediaType: mediaType)
        guard case .jwt(let opened, let carrier) = try CredentialEnvelope.open(bytes) else {
            Issue.record("not opened as an envelope")
            return
        }
        #expect(carrier == .enveloped(typeIsArray: typeAsArray, mediaType: mediaType))
        try opened.verify(with: key.publicKey)
        let json = try JSONDocument(parsing: bytes).root
        #expect(json["@context"]?.string == CredentialModel.contextV2)
    }

    @Test("Parameters of the media type, the case of data:, escapes and a list of types do not hide the token")
    func looseEnvelopes() throws {
        let token = String(decoding: Samples.token(try Samples.key(.EdDSA)), as: UTF8.self)
        for id in [
            "data:application/vc+jwt;charset=utf-8,\(token)", "DATA:application/vc+jwt,\(token)",
            #"data:application\/vc+jwt,\#(token)"#,
        ] {
            let text = #"{"type":["VerifiableCredential","EnvelopedVerifiableCredential"],"id":"\#(id)"}"#
            guard case .jwt(_, .enveloped(true, "application/vc+jwt")) = try CredentialEnvelope.open(Array(text.utf8))
            else {
                Issue.record("\(id.prefix(30)) not opened")
                continue
            }
        }
    }

    @Test("JSON without a token is told apart by its proof")
    func json() throws {
        guard case .unsecured = try CredentialEnvelope.open(Array(Samples.credential.utf8)) else {
            Issue.record("not opened as unsecured")
            return
        }
        let proven = Samples.credential.dropLast() + #","proof":{"type":"DataIntegrityProof"}}"#
        guard case .dataIntegrity = try CredentialEnvelope.open(Array(proven.utf8)) else {
            Issue.record("not opened as embedded proof")
            return
        }
    }

    @Test(
        "What is no data URL with a token is refused",
        arguments: [
            "https://example.com/credential", "data:application/vc+jwt", "data:application/vc+jwt;base64,ZX*K",
            "eyJ.e30.AA",
            "",
        ])
    func badDataURLs(id: String) {
        let text = #"{"type":"EnvelopedVerifiableCredential","id":"\#(id)"}"#
        #expect {
            try CredentialEnvelope.open(Array(text.utf8))
        } throws: { error in
            guard case EnvelopeError.malformedDataURL = error else { return false }
            return true
        }
    }

    @Test("Web pages, quoted tokens and nothing at all are named for what they are")
    func otherTexts() {
        #expect(throws: EnvelopeError.notJSONOrToken(start: #""eyJ.e30.AA""#)) {
            try CredentialEnvelope.open(Array(#""eyJ.e30.AA""#.utf8))
        }
        #expect(throws: EnvelopeError.empty) { try CredentialEnvelope.open([]) }
        #expect(throws: EnvelopeError.empty) { try CredentialEnvelope.open(Array(" \n".utf8)) }
        #expect(throws: EnvelopeError.notThreeParts(1)) { try CredentialEnvelope.open(Array("Unauthorized".utf8)) }
    }

    @Test(
        "What is known and no credential is named",
        arguments: [
            (Array("<!doctype html>".utf8), .foreign(.html)), (Array("\n <html><body>".utf8), .foreign(.html)),
            (Array("<?xml version='1.0'?><html xmlns='x'>".utf8), .foreign(.html)),
            (Array("<?xml version='1.0'?><passport/>".utf8), .foreign(.xml)),
            (Array("%PDF-1.7\n".utf8), .foreign(.pdf)), ([0x50, 0x4B, 3, 4, 20, 0], .foreign(.zip)),
            ([0x1F, 0x8B, 8, 0], .foreign(.gzip)), ([0x89, 0x50, 0x4E, 0x47, 13], .foreign(.png)),
            ([0xFF, 0xD8, 0xFF, 0xE0], .foreign(.jpeg)),
            ([0xD2, 0x84, 0x43, 0xA1, 0x01, 0x26, 0xA0], .cose), ([0x84, 0x58, 0x20, 0xA1], .cose),
            (Array("eyJ.e30.AA~WyJ4Il0~".utf8), .sdJWT), (Array("eyJ.e30.AA~WyJ4Il0~eyJ.e30.AA\n".utf8), .sdJWT),
            (Array("eyJ..AA.AA.AA".utf8), .foreign(.jwe)),
        ] as [([UInt8], EnvelopeError)])
    func foreignFormats(bytes: [UInt8], error: EnvelopeError) {
        #expect(throws: error) { try CredentialEnvelope.open(bytes) }
    }

    @Test("What an envelope carries that is no token is named by its media type or its look")
    func mediaTypes() throws {
        for (id, error) in [
            ("data:application/vc+cose;base64,0oRDoQEmoA==", .cose), ("data:application/vc+sd-jwt,eyJ.e30.AA~", .sdJWT),
            ("data:application/vc+jwt,eyJ.e30.AA~", .sdJWT), ("data:Application/PDF,x", .foreign(.pdf)),
            ("data:application/vc+sd-jwt; charset=utf-8,x", .sdJWT),
        ] as [(String, EnvelopeError)] {
            let text = #"{"type":"EnvelopedVerifiableCredential","id":"\#(id)"}"#
            #expect(throws: error) { try CredentialEnvelope.open(Array(text.utf8)) }
        }
    }

    @Test("Broken JSON is refused with its place")
    func brokenJSON() {
        #expect {
            try CredentialEnvelope.open(Array("{\n \"type\": }".utf8))
        } throws: { error in
            guard case EnvelopeError.json(let problem) = error else { return false }
            return problem.line == 2
        }
    }
}
