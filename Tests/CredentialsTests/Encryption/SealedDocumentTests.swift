import JSON
import Testing

@testable import Credentials

@Suite struct SealedDocumentTests {
    private static let key = Array(UInt8(0)..<32)
    private static let nonce = Array(UInt8(1)...12)

    @Test("What is sealed opens with its key and no other", arguments: SealedDocument.Cipher.allCases)
    func opens(cipher: SealedDocument.Cipher) throws {
        let bytes = Array("a passport".utf8)
        let sealed = try SealedDocument(sealing: bytes, key: Self.key, nonce: Self.nonce, cipher: cipher)
        let text = sealed.json.serialised()
        let read = try #require(try SealedDocument(reading: JSONDocument(parsing: text).root))
        #expect(read.cipher == cipher)
        #expect(try read.opened(with: Self.key) == bytes)
        #expect(throws: SealError.doesNotOpen) { try read.opened(with: Self.key.reversed()) }
        #expect(throws: SealError.badKey) { try read.opened(with: []) }
    }

    @Test("AES-256-GCM gives what NIST's test case 14 says")
    func followsNIST() throws {
        let zero = [UInt8](repeating: 0, count: 32)
        let sealed = try SealedDocument(
            sealing: [UInt8](repeating: 0, count: 16), key: zero, nonce: Array(zero.prefix(12)), cipher: .aes256)
        // cea7403d4d606b6e074ec5d3baf39d18 and d0d1c8a799996bf0265b98b5d48ab919 in base64.
        #expect(sealed.json["cipherText"]?.string == "zqdAPU1ga24HTsXTuvOdGA==")
        #expect(sealed.json["tag"]?.string == "0NHIp5mZa/AmW5i11Iq5GQ==")
    }

    @Test("Anything that was changed does not open, and what is no sealed document is none")
    func refuses() throws {
        let sealed = try SealedDocument(sealing: [1, 2, 3], key: Self.key, nonce: Self.nonce, cipher: .aes256)
        for name in ["cipherText", "iv", "tag"] {
            var json = sealed.json
            json[name] = .string(String((json[name]?.string ?? "").reversed()))
            let view = try JSONDocument(parsing: json.serialised()).root
            #expect(throws: SealError.self) { try SealedDocument(reading: view)?.opened(with: Self.key) }
        }
        var other = sealed.json
        other["type"] = "rot-13"
        let view = try JSONDocument(parsing: other.serialised()).root
        #expect(throws: SealError.unknownCipher("rot-13")) { try SealedDocument(reading: view) }
        #expect(try SealedDocument(reading: JSONDocument(parsing: Array("{}".utf8)).root) == nil)
    }
}
