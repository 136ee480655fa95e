import JSON
import Testing

@testable import Credentials

/// 50,000 damaged inputs, each made from a sound one by a few seeded changes; the seed of a failure is in its message.
@Suite("Damaged inputs")
struct MutationTests {
    @Test(
        "A damaged token or envelope never crashes a reader, and never verifies with other content", arguments: 0..<10)
    func envelopes(batch: Int) throws {
        let keys = try SignatureAlgorithm.allCases.map { try Samples.key($0) }
        for number in 0..<2_000 {
            let seed = UInt64(batch * 2_000 + number)
            var draws = SeededDraws(state: seed)
            let key = keys[draws.below(keys.count)]
            let token = Samples.token(key)
            let original =
                draws.below(2) == 0
                ? token
                : CredentialEnvelope.envelop(token, typeAsArray: draws.below(2) == 0, mediaType: "application/vc+jwt")
            guard case .jwt(let opened, _)? = try? CredentialEnvelope.open(mutated(original, &draws)),
                (try? opened.verify(with: key.publicKey)) != nil
            else { continue }
            let intact = try CompactJWS(parsing: token[...])
            #expect(opened.signingInput.elementsEqual(intact.signingInput), "seed \(seed)")
        }
    }

    @Test("A damaged header under a sound signature never crashes a reader", arguments: 0..<5)
    func headers(batch: Int) throws {
        let key = try Samples.key(.EdDSA)
        let header = Array(#"{"alg":"EdDSA","kid":"did:web:example.com#key-1","typ":"vc+jwt","iss":"x"}"#.utf8)
        for number in 0..<1_000 {
            let seed = UInt64(100_000 + batch * 1_000 + number)
            var draws = SeededDraws(state: seed)
            let damaged = String(decoding: mutated(header, &draws), as: UTF8.self)
            guard let token = try? CompactJWS(parsing: Samples.token(header: damaged, key, payload: "{}")[...]),
                (try? token.verify(with: key.publicKey)) != nil
            else { continue }
            #expect(token.header.alg == "EdDSA" || token.header.alg == "Ed25519", "seed \(seed)")
        }
    }

    @Test("A damaged DID document or credential never crashes a reader", arguments: 0..<5)
    func documents(batch: Int) throws {
        let key = try Samples.key(.ES256).publicKey
        let document = DIDDocument.json(
            id: "did:web:example.com%3A8443:a", keys: [("key-1", key)], form: batch % 2 == 0 ? .jwk : .multikey,
            listsAssertions: true, services: [DIDService(id: "#s", type: "untp:dia", endpoint: "https://example.com/")])
        let status = StatusListEntry(purpose: "revocation", index: 94, listURL: "https://example.com/status/1").json
        var credential = try Samples.view(Samples.credential).materialised
        credential["credentialStatus"] = status
        let encoded = BitstringStatusList(length: 262_144).encoded()
        credential["credentialSubject"] =
            StatusList(
                purposes: ["revocation"], encodedList: encoded, timeToLiveMilliseconds: 300_000, size: 2,
                messages: [StatusMessage(value: 0, text: "in force")]
            ).json(id: "https://example.com/status/1#list")
        let proven = try DataIntegrityProof.add(
            .init(verificationMethod: "did:web:example.com#key-1", created: 0, expires: 1), to: credential,
            with: Samples.key(.EdDSA))
        let originals = [document.serialised(), credential.serialised(), proven.serialised()]
        for number in 0..<2_000 {
            var draws = SeededDraws(state: UInt64(200_000 + batch * 2_000 + number))
            let bytes = mutated(originals[draws.below(originals.count)], &draws)
            guard let json = try? JSONDocument(parsing: bytes).root else { continue }
            if let read = try? DIDDocument(parsing: json) {
                for method in read.verificationMethods { _ = read.method(kid: method.id) }
                _ = DID(read.id)?.documentURL
            }
            _ = try? DataIntegrityProof(reading: json).verify(with: key)
            _ = CredentialModel.violations(in: json)
            _ = TokenClaims.contradictions(of: json, with: TokenClaims.credential(in: json).credential)
            guard let status = json["credentialStatus"], let list = try? StatusList(reading: json) else { continue }
            for entry in StatusListEntry.read(status, families: Set(StatusFamily.allCases)) {
                _ = try? entry.get().status(in: list, options: .tolerant)
            }
        }
    }

    @Test("A damaged status list, key, DID or time never crashes a reader", arguments: 0..<5)
    func texts(batch: Int) throws {
        var list = BitstringStatusList(length: 1_024)
        for index in stride(from: 0, to: 1_024, by: 7) { list[index] = true }
        var options = BitstringStatusList.DecodingOptions.tolerant
        options.compressions = [.gzip, .zlib, .none]
        options.minimumLength = 1
        options.readsIndexes = true
        options.maximumBytes = 4_096
        let key = try Samples.key(.ES256).publicKey
        let texts = [
            list.encoded(), list.encoded(as: .packed(armour: .base64)), list.encoded(as: .indexes),
            list.encoded(compression: .zlib), key.multikey, Samples.didKey(key),
            Samples.didJWK(key), try Samples.key(.ES384).publicKey.multikey,
            "did:webvh:QmQyDxVnosYTzHAMbzYDRZkVrD32ea9Sr2XNs8NkgMB5mn:example.com%3A8443:a",
            "did:web:example.com%3A8443:a:b",
            "2026-04-17T09:30:00.123+02:00",
        ]
        for number in 0..<3_000 {
            var draws = SeededDraws(state: UInt64(300_000 + batch * 3_000 + number))
            let text = String(decoding: mutated(Array(texts[draws.below(texts.count)].utf8), &draws), as: UTF8.self)
            if let read = try? BitstringStatusList.decode(text, options: options) {
                #expect(read.bits.count <= BitstringStatusList.minimumLength / 8)
            }
            _ = try? VerificationKey(multibase: text)
            _ = DID(text)?.documentURL
            _ = DID(text)?.keyDocument
            _ = DID(text)?.logURL
            _ = KeyReference(text).did
            _ = CredentialModel.isURI(text)
            if let strict = DateTimeStamp(strict: text) { #expect(DateTimeStamp(lenient: text) == strict) }
        }
    }

    /// One to four changes: a byte replaced, a bit flipped, a stretch removed, doubled or overwritten by noise.
    private func mutated(_ bytes: [UInt8], _ draws: inout SeededDraws) -> [UInt8] {
        var bytes = bytes
        let telling = Array("{}[]\",:.#%\\0-_=z\u{0}\u{7F}".utf8)
        for _ in 0...draws.below(4) where !bytes.isEmpty {
            let place = draws.below(bytes.count)
            let stretch = place..<min(bytes.count, place + 1 + draws.below(12))
            switch draws.below(6) {
            case 0: bytes[place] = telling[draws.below(telling.count)]
            case 1: bytes[place] ^= 1 << UInt8(draws.below(8))
            case 2: bytes.removeSubrange(stretch)
            case 3: bytes.insert(contentsOf: bytes[stretch], at: place)
            case 4: bytes.replaceSubrange(stretch, with: draws.bytes(draws.below(12)))
            default: bytes.insert(telling[draws.below(telling.count)], at: place)
            }
        }
        return bytes
    }
}
