import Credentials
import JSON
import Platforms
import Testing

/// What files are said to be: one line for each kind that turns up in folders of pilots.
@Suite struct DocumentKindTests {
    struct Case: CustomStringConvertible, Sendable {
        let name: String
        let text: String
        let kinds: [DocumentKind]

        init(_ name: String, _ text: String, _ kinds: DocumentKind...) {
            self.name = name
            self.text = text
            self.kinds = kinds
        }

        var description: String { name }
    }

    static let credential =
        #"{"type":["VerifiableCredential"],"issuer":"did:web:a.example","credentialSubject":{"a":1}}"#

    static func token(_ payload: String, header: String = #"{"alg":"EdDSA"}"#) -> String {
        "\(Base64URL.text(Array(header.utf8))).\(Base64URL.text(Array(payload.utf8))).\(String(repeating: "A", count: 86))"
    }

    static let cases: [Case] = [
        Case("credential", credential, .credential),
        Case("credential behind a byte-order mark", "\u{FEFF}" + credential, .credential),
        Case("misspelt type", #"{"type":"Verifiablecredential","issuer":"x"}"#, .credential),
        Case("UNTP type without the W3C one", #"{"type":["DigitalProductPassport"],"a":1}"#, .credential),
        Case(
            "VCDM 1.1", #"{"@context":["https://www.w3.org/2018/credentials/v1"],"issuer":"a","proof":{}}"#, .credential
        ),
        Case("token", token(credential), .credential),
        Case("token in quotes", "\"\(token(credential))\"", .credential),
        Case(
            "token with line ends",
            token(credential).enumerated().map { $0.offset % 64 == 63 ? "\($0.element)\n" : "\($0.element)" }.joined(),
            .credential),
        Case("token behind Bearer", "Bearer " + token(credential), .credential),
        Case("data URL", "data:application/vc+jwt," + token(credential), .credential),
        Case("VCDM 1.1 token", token(#"{"iss":"did:web:a","vc":\#(credential)}"#), .credential),
        Case(
            "token of something else", token(#"{"sub":"me","scope":"read"}"#),
            .token("claims that are no credential (sub, scope)")),
        Case("SD-JWT", token(credential) + "~WyJhIl0~", .foreign(.sdJWT)),
        Case("SD-JWT VC without disclosures", token(#"{"vct":"https://a.example/v","iss":"a"}"#), .foreign(.sdJWT)),
        Case("JWE", "eyJhbGciOiJkaXIifQ..AAAA.BBBB.CCCC", .foreign(.jwe)),
        Case(
            "enveloped",
            #"{"type":"EnvelopedVerifiableCredential","id":"data:application/vc+jwt,\#(token(credential))"}"#,
            .credential),
        Case(
            "enveloped SD-JWT", #"{"type":"EnvelopedVerifiableCredential","id":"data:application/vc+sd-jwt,a.b.c~"}"#,
            .foreign(.sdJWT)),
        Case(
            "status list",
            #"{"type":["VerifiableCredential","BitstringStatusListCredential"],"credentialSubject":{"encodedList":"u"}}"#,
            .statusList),
        Case(
            "presentation",
            #"{"type":["VerifiablePresentation"],"verifiableCredential":[\#(credential),"\#(token(credential))"]}"#,
            .presentation, .credential, .credential),
        Case(
            "presentation as a token",
            token(#"{"vp":{"type":"VerifiablePresentation","verifiableCredential":["\#(token(credential))"]}}"#),
            .presentation, .credential),
        Case("array of credentials", "[\(credential),\(credential)]", .credential, .credential),
        Case("answer of an API", #"{"status":"ok","data":{"verifiableCredential":\#(credential)}}"#, .credential),
        Case("lines of credentials", "\(credential)\n\(credential)\n", .credential, .credential),
        Case("JSON with comments", "{ // the type\n\(credential.dropFirst())", .credential),
        Case("JSON with a comma too many", "\(credential.dropLast()),}", .credential),
        Case("DID document", #"{"id":"did:web:a.example","verificationMethod":[]}"#, .didDocument),
        Case("DID document with services alone", #"{"id":"did:web:a.example","service":[]}"#, .didDocument),
        Case(
            "log of a did:webvh",
            #"{"versionId":"1-a","state":{"id":"did:webvh:a"}}"# + "\n"
                + #"{"versionId":"2-b","state":{"id":"did:webvh:a"}}"#, .didLog),
        Case("linkset", #"{"linkset":[{"anchor":"https://id.gs1.org/01/07801234500013"}]}"#, .linkset),
        Case("flat linkset", #"[{"href":"https://a.example/1","rel":"untp:dpp"}]"#, .linkset),
        Case(
            "JSON Schema",
            #"{"$schema":"https://json-schema.org/draft/2020-12/schema","properties":{"credentialSubject":{}}}"#,
            .jsonSchema),
        Case("JSON Schema without a dialect", #"{"type":"object","properties":{}}"#, .jsonSchema),
        Case("context", #"{"@context":{"@protected":true,"name":"https://schema.org/name"}}"#, .context),
        Case("encrypted passport", #"{"cipherText":"a","iv":"b","tag":"c","type":"aes-256-gcm"}"#, .sealed),
        Case(
            "EPCIS document",
            #"{"@context":"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld","type":"EPCISDocument","epcisBody":{}}"#,
            .epcis),
        Case("EPCIS event", #"{"type":"ObjectEvent","eventTime":"2026-01-01T00:00:00Z"}"#, .epcis),
        Case(
            "OpenAttestation 2",
            #"{"version":"https://schema.openattestation.com/2.0/schema.json","data":{},"signature":{"type":"SHA3MerkleProof"}}"#,
            .openAttestation),
        Case(
            "OpenAttestation 3",
            #"{"@context":["https://www.w3.org/2018/credentials/v1","https://schemata.openattestation.com/com/openattestation/1.0/OpenAttestation.v3.json"],"credentialSubject":{}}"#,
            .openAttestation),
        Case(
            "product without a credential",
            #"{"@context":"https://test.uncefact.org/vocabulary/untp/dpp/0.6.1/","type":["Product"],"name":"a"}"#,
            .linkedData),
        Case("graph", #"{"@graph":[{"@id":"https://a.example"}]}"#, .linkedData),
        Case("key", #"{"kty":"OKP","crv":"Ed25519","x":"a"}"#, .keys),
        Case("set of keys", #"{"keys":[{"kty":"EC"}]}"#, .keys),
        Case(
            "proof alone",
            #"{"type":"DataIntegrityProof","verificationMethod":"did:key:z#z","proofPurpose":"assertionMethod"}"#,
            .json("the proof of a credential, without the credential")),
        Case("OpenAPI", #"{"openapi":"3.1.0","paths":{}}"#, .json("the description of an API (OpenAPI)")),
        Case("package", #"{"name":"a","dependencies":{}}"#, .json("the manifest of a software package")),
        Case("GeoJSON", #"{"type":"FeatureCollection","features":[]}"#, .json("GeoJSON")),
        Case("other JSON", #"{"colour":"red","size":3}"#, .json("JSON of another kind, with colour, size")),
        Case("empty object", "{}", .json("an empty JSON object")), Case("number", "17", .json("a JSON number")),
        Case("empty", "", .empty), Case("white space", " \n\t", .empty),
        Case("page", "<!DOCTYPE html><html></html>", .foreign(.html)),
        Case("template", "<html><body>{{credentialSubject.product.name}}</body></html>", .text(.template)),
        Case("mustache", "{{#credentialSubject}}{{name}}{{/credentialSubject}}", .text(.template)),
        Case("XML", "<?xml version=\"1.0\"?><a/>", .foreign(.xml)), Case("PDF", "%PDF-1.7\n", .foreign(.pdf)),
        Case("YAML", "type: VerifiableCredential\nissuer: did:web:a.example\nid: x\n", .text(.yaml)),
        Case("Markdown", "# Title\n\nSome words on a sample.\n", .text(.markdown)),
        Case("style sheet", "body {\n  color: red;\n}\n", .text(.css)),
        Case("table", "id,name,weight\n1,copper,25\n2,tin,3\n", .text(.csv)),
        Case("PEM", "-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----\n", .text(.pem)),
        Case("text", "Hello there", .text(.plain)),
    ]

    @Test("Each kind of file is named for what it is", arguments: cases)
    func namesKinds(_ one: Case) {
        #expect(FileContent(of: Array(one.text.utf8)).parts.map(\.kind) == one.kinds)
    }

    @Test("Bytes of other formats are named")
    func namesBytes() {
        let mdoc: [UInt8] = [0xA2] + [0x67] + Array("docType".utf8) + [0x75] + Array("org.iso.18013.5.1.mDL".utf8)
        #expect(FileContent(of: mdoc).parts.map(\.kind) == [.mobileDocument])
        #expect(FileContent(of: Array(Base64URL.text(mdoc + mdoc).utf8)).parts.map(\.kind) == [.mobileDocument])
        #expect(FileContent(of: [0xD2, 0x84, 0x43, 0xA1, 0x01, 0x27]).parts.map(\.kind) == [.foreign(.cose)])
        #expect(FileContent(of: [0x50, 0x4B, 0x03, 0x04, 0]).parts.map(\.kind) == [.foreign(.zip)])
        #expect(FileContent(of: [0, 1, 2, 0x80, 0xFF]).parts.map(\.kind) == [.unknown])
        let units = Self.credential.utf16.flatMap { (unit: UInt16) -> [UInt8] in
            [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
        let wide: [UInt8] = [0xFF, 0xFE] + units
        let content = FileContent(of: wide)
        #expect(content.parts.map(\.kind) == [.credential])
        #expect(content.flaws == [.utf16])
    }

    @Test("What is odd about a file is said, and whether strict readers refuse it")
    func namesFlaws() {
        func flaws(_ text: String) -> [FileFlaw] { FileContent(of: Array(text.utf8)).flaws }
        #expect(flaws("{\n// one\n// two\n\(Self.credential.dropFirst())") == [.comments(line: 2)])
        #expect(flaws("{ \"a\": [1,\n2,\n], }") == [.trailingComma(line: 2)])
        #expect(flaws("{\"a\": \"// no comment, ]\"}") == [])
        #expect(flaws("\"\(Self.token(Self.credential))\"") == [.wrappedToken])
        #expect(flaws(Self.token(Self.credential) + "\n") == [])
        #expect(flaws(Self.token(Self.credential).replacing(".", with: "\n.")) == [.brokenToken])
        #expect(FileFlaw.comments(line: 2).isRefused && !FileFlaw.wrappedToken.isRefused)
    }

    @Test("A file with more documents than are looked at says so")
    func isBounded() {
        let many = "[" + Array(repeating: Self.credential, count: 300).joined(separator: ",") + "]"
        let content = FileContent(of: Array(many.utf8))
        #expect(content.parts.count == FileContent.maximumParts)
        #expect(content.flaws == [.truncated(limit: FileContent.maximumParts)])
    }

    @Test("Damaged JSON is named with line and column")
    func namesDamage() {
        let content = FileContent(of: Array("{\n  \"type\": [\"VerifiableCredential\"\n".utf8))
        guard case .damaged(let why) = content.parts.first?.kind else {
            Issue.record("\(content.parts.map(\.kind))")
            return
        }
        #expect(why.contains("line 3"))
    }
}
