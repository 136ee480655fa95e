import JSON

@testable import Credentials

/// Keys, documents and tokens that the tests share.
enum Samples {
    static func key(_ algorithm: SignatureAlgorithm, _ number: UInt8 = 1) throws -> SigningKey {
        try SigningKey(algorithm, seed: [UInt8](repeating: number, count: 32))
    }

    /// Bytes from hexadecimal digits; others are skipped.
    static func bytes(_ hexadecimal: String) -> [UInt8] {
        let digits = hexadecimal.compactMap { $0.hexDigitValue.map(UInt8.init) }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    static func view(_ text: String) throws -> JSONView {
        try JSONDocument(parsing: Array(text.utf8)).root
    }

    static let credential = """
        {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],\
        "id":"https://example.com/1","issuer":{"id":"did:web:example.com","name":"Example"},\
        "validFrom":"2026-04-17T09:30:00Z","credentialSubject":{"id":"https://example.com/product"}}
        """

    static func token(
        _ key: SigningKey, header: JOSEHeader? = nil, payload: String = credential
    ) -> [UInt8] {
        let header = header ?? JOSEHeader(alg: key.algorithm.rawValue, kid: "did:web:example.com#key-1", typ: "vc+jwt")
        return CompactJWS.sign(Array(payload.utf8), header: header, with: key)
    }

    /// A token with any text for a header, signed over that text.
    static func token(header: String, _ key: SigningKey, payload: String = credential) -> [UInt8] {
        var token = Base64URL.encode(Array(header.utf8)) + [UInt8(ascii: ".")] + Base64URL.encode(Array(payload.utf8))
        token += [UInt8(ascii: ".")] + Base64URL.encode(key.signature(over: token))
        return token
    }
}

extension Samples {
    /// did:key method, Format.
    static func didKey(_ key: VerificationKey) -> String { "did:key:" + key.multikey }

    /// did:jwk method, Create.
    static func didJWK(_ key: VerificationKey) -> String { "did:jwk:" + Base64URL.text(key.jwk.serialised()) }
}

extension CompactJWS {
    /// Checks the token's signature, as those do who keep of a token only what that takes.
    func verify(with key: VerificationKey) throws(SignatureError) {
        try key.verify(signature, over: signingInput, under: header)
    }
}

/// Seeded draws (SplitMix64), so that a failing case can be replayed from its number.
struct SeededDraws {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}
