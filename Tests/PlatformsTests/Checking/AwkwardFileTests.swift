import Credentials
import JSON
import Platforms
import Testing
import UNTP

/// What is said of files that are no plain credentials: true, and of use.
@Suite struct AwkwardFileTests {
    private func check(_ text: String) async throws -> FileCheck.Result {
        let results = await FileCheck([("f", Array(text.utf8))], now: SignedSamples.now).results()
        return try #require(results.first)
    }

    static let cases: [(name: String, text: String, verdict: FileCheck.Verdict, says: String)] = [
        ("empty", "", .notReadable, "an empty file"),
        ("page", "<!doctype html><html>", .other, "application/vc"),
        ("YAML", "a: 1\nb: 2\nc: 3\n", .other, "YAML"),
        ("cut off", "{\"type\":[\"VerifiableCredential\"", .notReadable, "line 1"),
        ("token cut off", "eyJhbGciOiJFZERTQSJ9.eyJ", .notReadable, "2 parts"),
        ("name twice", "{\"type\":\"a\",\"type\":\"b\"}", .notReadable, "stands twice"),
        ("encrypted", #"{"cipherText":"a","iv":"b","tag":"c","type":"aes-256-gcm"}"#, .notChecked, "aes-256-gcm"),
        (
            "EPCIS", #"{"type":"EPCISDocument","epcisBody":{"eventList":[]}}"#, .other,
            "Digital Traceability Event"
        ),
        ("SD-JWT", DocumentKindTests.token("{}") + "~", .notChecked, "vc+jwt"),
        ("private key", #"{"kty":"OKP","d":"secret","x":"a"}"#, .other, "private key"),
        ("DID document without keys", #"{"id":"did:web:a.example","service":[]}"#, .support, "no key"),
        (
            "DID document without assertions",
            ##"{"id":"did:web:a.example","verificationMethod":[{"id":"#k","type":"JsonWebKey","publicKeyJwk":{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}]}"##,
            .fails, "no key is listed for assertions"
        ),
        ("linkset without anchor", #"{"linkset":[{"untp:dpp":[{"href":"https://a.example"}]}]}"#, .fails, "no anchor"),
        ("flat linkset", #"[{"href":"https://a.example","rel":"untp:dpp"}]"#, .fails, "RFC 9264"),
        ("schema", #"{"$schema":"https://json-schema.org/draft/2020-12/schema"}"#, .support, "--schema"),
        (
            "credential of another kind",
            #"{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],"issuer":"https://a.example","credentialSubject":{"id":"https://a.example/1"}}"#,
            .soundSoFar, "no `id`, which W3C allows"
        ),
        (
            "VCDM 1.1",
            #"{"@context":["https://www.w3.org/2018/credentials/v1"],"type":["VerifiableCredential"],"id":"urn:a:b","issuer":"did:web:a.example","issuanceDate":"2024-01-01T00:00:00Z","credentialSubject":{"id":"urn:a:c"}}"#,
            .soundSoFar, "data model 1.1"
        ),
        (
            "undefined terms of another kind",
            #"{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],"id":"urn:a:b","issuer":"did:web:a.example","credentialSubject":{"id":"urn:a:c","grade":"A"}}"#,
            .fails, "grade, which no context defines"
        ),
    ]

    @Test("Each awkward file gets a verdict and a word of use", arguments: cases)
    func judges(_ one: (name: String, text: String, verdict: FileCheck.Verdict, says: String)) async throws {
        let result = try await check(one.text)
        #expect(result.verdict == one.verdict, "\(result)")
        let said =
            [result.summary] + result.findings.flatMap { [$0.sent, $0.expected] } + result.unchecked + result.notes
            + result.hints
        #expect(said.contains { $0.contains(one.says) }, "\(said)")
    }

    @Test("JSON with comments fails for them alone, and is judged without them")
    func judgesBehindComments() async throws {
        let samples = try SignedSamples()
        var credential = samples.anchor()
        credential["credentialStatus"] = nil
        let text = "// a sample\n" + String(decoding: credential.prettyPrinted(), as: UTF8.self)
        let result = try await check("{" + text.drop { $0 != "{" }.dropFirst() + "\n// the end")
        #expect(result.findings.map(\.code) == ["file-form"])
        #expect(result.type == .dia)
        #expect(result.tiers[1] == .passed)
    }

    @Test("The credentials of a presentation are judged each by itself, and found by their places")
    func judgesPresentations() async throws {
        let samples = try SignedSamples()
        let token = String(decoding: samples.token(samples.anchor()), as: UTF8.self)
        let presentation: JSONValue = [
            "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"],
            "verifiableCredential": [.string(token), samples.anchor()],
        ]
        let results = await FileCheck(
            [
                ("vp", presentation.serialised()), ("did", samples.didDocument),
                ("list", samples.statusList(revoking: 4)),
            ],
            now: SignedSamples.now
        ).results()
        #expect(results.prefix(3).map(\.name) == ["vp", "vp#/verifiableCredential/0", "vp#/verifiableCredential/1"])
        #expect(results.prefix(3).map(\.verdict) == [.support, .sound, .soundSoFar])
    }

    @Test("A status list is described, and a wrong form of it found, in the file itself")
    func judgesLists() async throws {
        let samples = try SignedSamples()
        let sound = await FileCheck(
            [("list", samples.statusList(revoking: 4)), ("did", samples.didDocument)], now: SignedSamples.now
        ).results()
        #expect(sound[0].verdict == .sound)
        #expect(sound[0].summary == "a status list for revocation")
        #expect(sound[0].notes.contains("It has 131072 entries, of which 1 are set."))
        let bare: JSONValue = [
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "type": ["VerifiableCredential", "BitstringStatusListCredential"], "id": "https://a.example/1",
            "issuer": "did:web:a.example",
            "credentialSubject": [
                "type": "BitstringStatusList", "statusPurpose": "revocation",
                "encodedList": .string(BitstringStatusList().encoded(multibase: false)),
            ],
        ]
        let wrong = try await check(String(decoding: bare.serialised(), as: UTF8.self))
        #expect(wrong.findings.map(\.code) == ["encodedlist-prefix"])
    }

    @Test("Contexts and schemas among the files are used for the credentials that name them")
    func usesContextsAndSchemas() async throws {
        var credential = try SignedSamples().anchor()
        credential["credentialStatus"] = nil
        credential["@context"] = .array((credential["@context"]?.array ?? []) + ["https://own.example/own.jsonld"])
        credential["grade"] = "A"
        credential["credentialSchema"] = ["id": "https://own.example/own.schema.json", "type": "JsonSchema"]
        let context = Array(#"{"@context":{"grade":"https://own.example/terms#grade"}}"#.utf8)
        let schema = Array(
            #"{"$schema":"https://json-schema.org/draft/2020-12/schema","properties":{"grade":{"enum":["B"]}}}"#.utf8)
        let alone = await FileCheck([("c.json", credential.serialised())], now: SignedSamples.now).results()
        #expect(alone[0].tiers[0] == .notChecked)
        let results = await FileCheck(
            [("c.json", credential.serialised()), ("x/own.jsonld", context), ("own.schema.json", schema)],
            now: SignedSamples.now
        ).results()
        #expect(results[0].findings.map(\.pointer) == ["/grade"])
        #expect(results[0].findings.first?.expected.contains("own.schema.json") ?? false)
        #expect(results[0].tiers[0] == .passed)
        #expect(results[0].notes.contains { $0.contains("was taken from x/own.jsonld") })
    }

    @Test("20,000 mutated files of all kinds get an answer without a crash")
    func survivesMutation() async {
        var damage = Damage(state: 7)
        let seeds = DocumentKindTests.cases.map { Array($0.text.utf8) }
        var answers = 0
        for round in 0..<200 {
            let files = (0..<100).map { index in
                (name: "\(round)-\(index)", bytes: damage.damaged(seeds[(round * 100 + index) % seeds.count]))
            }
            answers += await FileCheck(files, now: SignedSamples.now).results().count
        }
        #expect(answers >= 20_000)
    }
}
