import JSON
import Testing

@testable import Credentials

/// The same promises held against an independent implementation. Skipped where no Python with its modules is found.
@Suite(
    "Agreement with Python",
    .enabled(if: PythonPeer.interpreter != nil, "needs python3 with the modules cryptography and joserfc"))
struct PythonDifferentialTests {
    @Test("Tokens that are made here verify there, and damaged ones do not")
    func madeHere() throws {
        var cases: [JSONValue] = []
        for algorithm in SignatureAlgorithm.allCases {
            for number in UInt8(1)...20 {
                let key = try Samples.key(algorithm, number)
                let payload =
                    #"{"number":\#(number),"text":"é\u0000€😀","pad":"\#(String(repeating: "x", count: Int(number)))"}"#
                let token = Samples.token(key, payload: payload)
                let forged = CompactJWS.replacingPayload(of: token, with: Array("{}".utf8))
                for bytes in [token, forged] {
                    cases.append([
                        "token": .string(String(decoding: bytes, as: UTF8.self)), "jwk": key.publicKey.jwk,
                        "algorithm": .string(algorithm.rawValue),
                    ])
                }
            }
        }
        let answers = try PythonPeer.ask(
            """
            import json, sys
            from joserfc import jws, jwk
            answers = []
            for case in json.load(sys.stdin):
                key = jwk.import_key(case["jwk"])
                try:
                    token = jws.deserialize_compact(case["token"], key, algorithms=[case["algorithm"]])
                    answers.append(token.payload.decode())
                except Exception:
                    answers.append(None)
            json.dump(answers, sys.stdout)
            """, .array(cases))
        #expect(answers.count == cases.count)
        for (index, answer) in answers.elements.enumerated() {
            let token = try #require(cases[index]["token"]?.string)
            let payload = try CompactJWS(parsing: Array(token.utf8)[...]).payloadDocument.bytes
            #expect(answer.string == (index % 2 == 0 ? String(decoding: payload, as: UTF8.self) : nil))
        }
    }

    @Test("Tokens that are made there verify here, by the JWK that comes with them")
    func madeThere() throws {
        let answers = try PythonPeer.ask(
            """
            import json, sys
            from joserfc import jws, jwk
            sys.stdin.read()
            made = []
            for number in range(20):
                for algorithm, key in (("EdDSA", jwk.OKPKey.generate_key("Ed25519")), ("ES256", jwk.ECKey.generate_key("P-256")),
                                       ("ES384", jwk.ECKey.generate_key("P-384"))):
                    header = {"alg": algorithm, "kid": "did:web:example.com#key-1", "typ": "vc+jwt"}
                    payload = json.dumps({"number": number, "text": "\\u00e9" * number}, ensure_ascii=number % 2 == 0)
                    token = jws.serialize_compact(header, payload.encode(), key, algorithms=[algorithm])
                    made.append({"token": token, "jwk": key.as_dict(private=False), "number": number})
            json.dump(made, sys.stdout)
            """, [])
        #expect(answers.count == 60)
        for answer in answers.elements {
            let text = try #require(answer["token"]?.string)
            let token = try CompactJWS(parsing: Array(text.utf8)[...])
            let key = try VerificationKey(jwk: #require(answer["jwk"]))
            try token.verify(with: key)
            #expect(token.payloadDocument.root["number"]?.int == answer["number"]?.int)
            #expect(try VerificationKey(multibase: key.multikey) == key)
        }
    }

    @Test("A seed gives the same key there, in JWK and in did:key")
    func keys() throws {
        let algorithms = SignatureAlgorithm.allCases
        let questions = try algorithms.flatMap { algorithm in
            try (UInt8(1)...20).map { number in
                let key = try Samples.key(algorithm, number).publicKey
                let question: JSONValue = [
                    "seed": .string(
                        String(
                            repeating: number < 16 ? "0\(String(number, radix: 16))" : String(number, radix: 16),
                            count: 32)),
                    "algorithm": .string(algorithm.rawValue),
                ]
                return (key, question)
            }
        }
        let answers = try PythonPeer.ask(
            """
            import base64, hashlib, json, sys
            from cryptography.hazmat.primitives.asymmetric import ec, ed25519
            from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
            ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
            def base58(data):
                number, text = int.from_bytes(data, "big"), ""
                while number:
                    number, digit = divmod(number, 58)
                    text = ALPHABET[digit] + text
                return text
            def base64url(data):
                return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
            answers = []
            for question in json.load(sys.stdin):
                seed = bytes.fromhex(question["seed"])
                if question["algorithm"] == "EdDSA":
                    public = ed25519.Ed25519PrivateKey.from_private_bytes(seed).public_key()
                    raw = public.public_bytes(Encoding.Raw, PublicFormat.Raw)
                    answers.append({"x": base64url(raw), "did": "did:key:z" + base58(b"\\xed\\x01" + raw)})
                else:
                    curve, codec, scalar = {
                        "ES256": (ec.SECP256R1(), b"\\x80\\x24", seed),
                        "ES384": (ec.SECP384R1(), b"\\x81\\x24", hashlib.sha384(seed).digest()),
                    }[question["algorithm"]]
                    public = ec.derive_private_key(int.from_bytes(scalar, "big"), curve).public_key()
                    point = public.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
                    x = public.public_numbers().x.to_bytes(len(scalar), "big")
                    answers.append({"x": base64url(x), "did": "did:key:z" + base58(codec + point)})
            json.dump(answers, sys.stdout)
            """, .array(questions.map(\.1)))
        #expect(answers.count == questions.count)
        for ((key, _), answer) in zip(questions, answers.elements) {
            #expect(answer["x"]?.string == key.jwk["x"]?.string)
            #expect(answer["did"]?.string == Samples.didKey(key))
        }
    }

    @Test("The bits of a status list are the same there, in both directions")
    func statusLists() throws {
        var draws = SeededDraws(state: 11)
        let lists = [0, 1, 3, 100, 4_000].map { count in
            var list = BitstringStatusList()
            for _ in 0..<count { list[draws.below(list.length)] = true }
            return list
        }
        let answers = try PythonPeer.ask(
            """
            import base64, gzip, json, sys
            answers = []
            for text in json.load(sys.stdin):
                assert text[0] == "u"
                packed = base64.urlsafe_b64decode(text[1:] + "=" * (-(len(text) - 1) % 4))
                bits = gzip.decompress(packed)
                indexes = [i for i in range(len(bits) * 8) if bits[i // 8] >> (7 - i % 8) & 1]
                again = "u" + base64.urlsafe_b64encode(gzip.compress(bits)).rstrip(b"=").decode()
                answers.append({"length": len(bits) * 8, "indexes": indexes, "again": again})
            json.dump(answers, sys.stdout)
            """, .array(lists.map { .string($0.encoded()) }))
        #expect(answers.count == lists.count)
        for (list, answer) in zip(lists, answers.elements) {
            #expect(answer["length"]?.int == list.length)
            #expect(answer["indexes"]?.elements.compactMap(\.int) == (0..<list.length).filter { list[$0] })
            #expect(try BitstringStatusList.decode(#require(answer["again"]?.string)) == list)
        }
    }
}
