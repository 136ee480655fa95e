import Crypto
package import JSON

/// A document that only those can read who have its key: UNTP Decentralised Access Control.
///
/// AES in Galois/Counter Mode (NIST SP 800-38D), in the JSON that the reference toolkit uses: `cipherText`, `iv` and
/// `tag` in base64, and the cipher's name as `type`.
package struct SealedDocument: Sendable {
    package let cipher: Cipher
    private let cipherText: [UInt8]
    private let nonce: [UInt8]
    private let tag: [UInt8]

    package enum Cipher: String, Sendable, CaseIterable {
        case aes128 = "aes-128-gcm"
        case aes256 = "aes-256-gcm"

        package var keyBytes: Int { self == .aes128 ? 16 : 32 }
    }

    /// Seals bytes.
    ///
    /// - Parameters:
    ///   - key: As many bytes as the cipher asks for, or more, of which the first are taken.
    ///   - nonce: Twelve bytes that were never used with this key before.
    /// - Throws: `SealError.badKey` for a key or nonce that is too short.
    package init(
        sealing bytes: [UInt8], key: [UInt8], nonce: [UInt8], cipher: Cipher
    ) throws(SealError) {
        guard key.count >= cipher.keyBytes, nonce.count == 12,
            let sealed = try? AES.GCM.seal(
                bytes, using: SymmetricKey(data: key.prefix(cipher.keyBytes)), nonce: AES.GCM.Nonce(data: nonce))
        else { throw .badKey }
        self.cipher = cipher
        self.nonce = nonce
        cipherText = Array(sealed.ciphertext)
        tag = Array(sealed.tag)
    }

    /// Reads a sealed document; nil where the JSON is none.
    ///
    /// - Throws: What is wrong with one.
    package init?(reading json: JSONView) throws(SealError) {
        guard json.kind == .object, let text = json["cipherText"]?.string else { return nil }
        let type = json["type"]?.string ?? "no type"
        guard let cipher = Cipher(rawValue: type.lowercased()) else { throw .unknownCipher(type) }
        guard let cipherText = Base64.decode(text), let nonce = json["iv"]?.string.flatMap({ Base64.decode($0) }),
            let tag = json["tag"]?.string.flatMap({ Base64.decode($0) }), nonce.count == 12, tag.count == 16
        else { throw .malformed }
        self.cipher = cipher
        self.cipherText = cipherText
        self.nonce = nonce
        self.tag = tag
    }

    /// The bytes that were sealed.
    ///
    /// - Throws: `SealError.doesNotOpen` for another key, and for anything that was changed since.
    package func opened(with key: [UInt8]) throws(SealError) -> [UInt8] {
        guard key.count >= cipher.keyBytes else { throw .badKey }
        guard let nonce = try? AES.GCM.Nonce(data: nonce),
            let box = try? AES.GCM.SealedBox(nonce: nonce, ciphertext: cipherText, tag: tag),
            let bytes = try? AES.GCM.open(box, using: SymmetricKey(data: key.prefix(cipher.keyBytes)))
        else { throw .doesNotOpen }
        return Array(bytes)
    }

    package var json: JSONValue {
        [
            "cipherText": .string(Base64.text(cipherText)), "iv": .string(Base64.text(nonce)),
            "tag": .string(Base64.text(tag)),
            "type": .string(cipher.rawValue),
        ]
    }
}

/// Why a document can't be sealed or opened.
package enum SealError: Error, Sendable, Hashable {
    /// A key or nonce of the wrong length.
    case badKey
    case unknownCipher(String)
    case malformed
    /// Another key, or a document that was changed.
    case doesNotOpen
}
