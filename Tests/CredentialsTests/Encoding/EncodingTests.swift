import Testing

@testable import Credentials

@Suite("Encodings")
struct EncodingTests {
    @Test(
        "base64url writes and reads the vectors of RFC 4648",
        arguments: [
            ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ])
    func vectors(plain: String, encoded: String) {
        #expect(Base64URL.text(Array(plain.utf8)) == encoded)
        #expect(Base64URL.encode(Array(plain.utf8)) == Array(encoded.utf8))
        #expect(Base64URL.decode(encoded) == Array(plain.utf8))
    }

    @Test("base64url uses the letters of RFC 7515, appendix C")
    func urlAlphabet() {
        #expect(Base64URL.text([3, 236, 255, 224, 193]) == "A-z_4ME")
        #expect(Base64URL.decode("A-z_4ME") == [3, 236, 255, 224, 193])
    }

    @Test(
        "base64url has one spelling for each byte sequence",
        arguments: ["Zg==", "Zg=", "Z", "Zm9vY", "Zh", "Zm9=", "Zm8\n", "Zm9v Yg", "A+z/", "Zm9v\u{e4}", "Zm9z\u{0}"])
    func strictness(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("base64url returns what it was given, at every length and from slices")
    func roundTrip() {
        var draws = SeededDraws(state: 1)
        for count in 0..<300 {
            let bytes = draws.bytes(count)
            let encoded = Base64URL.encode(bytes)
            #expect(encoded.count == Base64URL.encodedLength(count))
            #expect(Base64URL.decode(encoded) == bytes)
            #expect(Base64URL.decode(([0x2E] + encoded + [0x2E])[1..<encoded.count + 1]) == bytes)
            #expect(
                Base64URL.encode(bytes.reversed() as ReversedCollection) == Base64URL.encode(Array(bytes.reversed())))
        }
    }

    @Test("Every letter outside of the alphabet is refused at every place")
    func foreignLetters() {
        let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        for letter in UInt8.min...UInt8.max where !alphabet.contains(letter) {
            for place in 0..<7 {
                var text = Array("AAAAAAA".utf8)
                text[place] = letter
                #expect(Base64URL.decode(text) == nil)
            }
        }
    }

    @Test(
        "base58 writes and reads the vectors of its draft",
        arguments: [
            (Array("Hello World!".utf8), "2NEpo7TZRRrLZSi2U"),
            (
                Array("The quick brown fox jumps over the lazy dog.".utf8),
                "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"
            ),
            ([0, 0, 0x28, 0x7F, 0xB4, 0xCD], "11233QC4"), ([], ""), ([0], "1"),
        ])
    func base58(bytes: [UInt8], text: String) {
        #expect(Base58.encode(bytes) == text)
        #expect(Base58.decode(text) == bytes)
    }

    @Test(
        "base58 refuses letters that look alike, and texts longer than any key",
        arguments: ["0", "O", "I", "l", "é", " "])
    func base58Strictness(letter: String) {
        #expect(Base58.decode("2NEpo7" + letter) == nil)
        #expect(Base58.decode(String(repeating: "2", count: Base58.maximumLength + 1)) == nil)
    }

    @Test("Multibase says its base, and other bases are refused")
    func multibase() {
        let bytes: [UInt8] = [0, 255, 7]
        #expect(Multibase.decode(Multibase.encode(bytes, in: .base58btc)) == bytes)
        #expect(Multibase.decode(Multibase.encode(bytes, in: .base64url)) == bytes)
        #expect(Multibase.decode("f00ff07") == nil)
        #expect(Multibase.decode("") == nil)
    }

    @Test("A digest is SHA-256's, in each notation")
    func digest() {
        let digest = ContentDigest(of: Array("abc".utf8))
        #expect(digest.hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Multibase.decode(digest.multibase) == [0x12, 0x20] + digest.bytes)
        #expect(digest == ContentDigest(of: Array("xabc".utf8).dropFirst()))
        #expect(digest != ContentDigest(of: Array("abd".utf8)))
    }
}
