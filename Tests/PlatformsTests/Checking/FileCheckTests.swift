import Credentials
import JSON
import Platforms
import Testing
import UNTP

@Suite struct FileCheckTests {
    private func check(_ files: [(name: String, bytes: [UInt8])], at now: Int64 = SignedSamples.now) async -> [FileCheck
        .Result]
    {
        await FileCheck(files, now: now).results()
    }

    @Test("A sound credential passes as a token and enveloped, with its DID document and status list at hand")
    func passesSoundCredentials() async throws {
        let samples = try SignedSamples()
        for bytes in [samples.token(samples.anchor()), samples.enveloped(samples.anchor())] {
            let results = await check([
                ("credential", bytes), ("did.json", samples.didDocument), ("status", samples.statusList(revoking: 4)),
            ])
            #expect(results[0].findings.isEmpty)
            #expect(results[0].unchecked.isEmpty)
            #expect(results[0].tiers == [.passed, .passed, .notChecked])
            #expect(results[1].kind == .didDocument)
        }
    }

    @Test("What is wrong with a credential is named: altered, expired, revoked, another's key, no algorithm")
    func namesWhatIsWrong() async throws {
        let samples = try SignedSamples()
        let sound = samples.token(samples.anchor())
        var other = samples.anchor()
        other["issuer"]?["name"] = "Somebody else"
        let cases: [(code: String, bytes: [UInt8], list: [UInt8])] = [
            (
                "credential-altered", CompactJWS.replacingPayload(of: sound, with: other.serialised()),
                samples.statusList(revoking: nil)
            ),
            (
                "credential-expired", samples.token(samples.anchor(validUntil: SignedSamples.now - 5)),
                samples.statusList(revoking: nil)
            ),
            ("certificate-revoked", sound, samples.statusList(revoking: 3)),
            // A list for another purpose says nothing about revocation, whatever its bits are.
            ("status-purpose-differs", sound, samples.statusList(revoking: nil, purpose: "suspension")),
            (
                "key-rotated-away",
                CompactJWS.sign(
                    samples.anchor().serialised(),
                    header: JOSEHeader(alg: "EdDSA", kid: samples.did + "#key-9", typ: "vc+jwt"), with: samples.key),
                samples.statusList(revoking: nil)
            ),
            (
                "algorithm-forbidden",
                CompactJWS.sign(
                    samples.anchor().serialised(),
                    header: JOSEHeader(alg: "none", kid: samples.did + "#key-1", typ: "vc+jwt"), with: samples.key),
                samples.statusList(revoking: nil)
            ),
        ]
        for (code, bytes, list) in cases {
            let result = await check([("c", bytes), ("did.json", samples.didDocument), ("status", list)])[0]
            #expect(result.findings.map(\.code) == [code])
            #expect(result.fails)
        }
    }

    @Test("A former or wrong name of a cryptosuite is found", arguments: ["eddsa-2022", "eddsa-jsc-2022"])
    func namesCryptosuites(suite: String) async throws {
        let result = try await checked(withProofOf: suite)
        #expect(result.findings.map(\.code) == ["cryptosuite-name-drift"])
        #expect(result.findings.first?.sent == suite)
    }

    @Test(
        "A proof of another suite is not verified here, and not called wrong",
        arguments: ["ecdsa-jcs-2019", "bbs-2023"])
    func excusesItselfForOtherSuites(suite: String) async throws {
        let result = try await checked(withProofOf: suite)
        #expect(result.findings.map(\.code) == [])
        #expect(result.unchecked.contains { $0.contains(suite) })
    }

    private func checked(withProofOf suite: String) async throws -> FileCheck.Result {
        let samples = try SignedSamples()
        var credential = samples.anchor()
        credential["proof"] = ["type": "DataIntegrityProof", "cryptosuite": .string(suite)]
        return await check([
            ("c", credential.serialised()), ("did.json", samples.didDocument),
            ("status", samples.statusList(revoking: nil)),
        ])[0]
    }

    @Test("What is not among the files can't be checked, and is no failure")
    func toleratesMissingDocuments() async throws {
        let samples = try SignedSamples()
        let result = await check([("credential", samples.token(samples.anchor()))])[0]
        #expect(!result.fails)
        #expect(result.unchecked.count == 2)
    }

    @Test("100,000 damaged files are judged without a crash")
    func survivesDamage() async throws {
        let samples = try SignedSamples()
        let token = samples.token(samples.anchor())
        let seeds = [
            token, samples.enveloped(samples.anchor()), samples.anchor().serialised(), samples.didDocument,
            samples.statusList(revoking: 1), Array("{\"linkset\":[{\"anchor\":\"a\"}]}".utf8),
        ]
        var damage = Damage(state: 42)
        var refused = 0
        for round in 0..<1000 {
            // Many files at once, so that each is also a document for the others.
            let files = (0..<100).map { index in
                (name: "\(round)-\(index)", bytes: damage.damaged(seeds[index % seeds.count]))
            }
            refused += await check(files).count(where: \.fails)
        }
        #expect(refused > 10_000)
    }

    @Test("Hostile files are judged without a crash")
    func survivesHostility() async throws {
        let samples = try SignedSamples()
        func token(_ header: String, _ payload: String) -> [UInt8] {
            Array("\(Base64URL.text(Array(header.utf8))).\(Base64URL.text(Array(payload.utf8))).AAAA".utf8)
        }
        let hostile: [[UInt8]] = [
            [], [0], Array(repeating: UInt8(ascii: "."), count: 10_000),
            Array(String(repeating: "[", count: 1_000_000).utf8),
            Array(String(repeating: "{\"a\":", count: 100_000).utf8),
            Array("1e999999999999999999".utf8), Array("{\"type\":1e400}".utf8), [0xFF, 0xFE, 0x7B],
            token("{\"alg\":\"none\"}", "{}"), token("{\"alg\":\"HS256\"}", "{}"), token("{\"alg\":5}", "[]"),
            token("[]", "null"), token("{\"alg\":\"EdDSA\",\"crit\":[\"b64\"]}", "{\"vc\":{\"vc\":{}}}"),
            token("{\"alg\":\"ES256\",\"jwk\":{},\"kid\":\"did:web:%00\"}", "{\"issuer\":\"did:web:a/b\"}"),
            token("{\"alg\":\"EdDSA\",\"alg\":\"none\"}", "{}"),
            Array("{\"type\":\"EnvelopedVerifiableCredential\",\"id\":\"data:,\"}".utf8),
            Array("{\"type\":[\"EnvelopedVerifiableCredential\"],\"id\":\"data:x;base64,!!!!\"}".utf8),
            Array("{\"credentialStatus\":[[[]]],\"@context\":{},\"type\":{},\"issuer\":[],\"id\":7}".utf8),
            samples.token([
                "issuer": .string(samples.did),
                "credentialStatus": ["type": "BitstringStatusListEntry", "statusListIndex": "99999999999999999999"],
            ]),
        ]
        let results = await check(hostile.enumerated().map { ("\($0.offset)", $0.element) })
        #expect(results.count == hostile.count)
        #expect(results.count { $0.fails || $0.isNoCredential } > 12)
    }
}

/// Damages bytes in the ways in which files get damaged, and in which people damage them.
struct Damage {
    var state: UInt64

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, bound)))
    }

    private static let fragments = [
        "null", "[]", "{}", "-1e999", "\"\\ud800\"", "true", "[[[[[[[[", "}}}", "\u{0}", "\"alg\":\"none\"", ",,", "..",
        "did:web:",
    ].map { Array($0.utf8) }

    mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...next(3) {
            guard !bytes.isEmpty else { return bytes }
            let index = next(bytes.count)
            switch next(6) {
            case 0: bytes[index] ^= UInt8(1 << next(8))
            case 1: bytes[index] = UInt8(next(256))
            case 2: bytes.removeSubrange(index...)
            case 3: bytes.removeSubrange(index..<min(bytes.count, index + 1 + next(20)))
            case 4: bytes.insert(contentsOf: Self.fragments[next(Self.fragments.count)], at: index)
            default: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + next(60))], at: next(bytes.count))
            }
        }
        return bytes
    }
}
