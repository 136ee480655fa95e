import Crypto
package import JSON

extension CompactJWS {
    /// A token with a message authentication code in place of a signature: RFC 7518, section 3.2, `HS256`.
    ///
    /// No credential is secured like this. With a public key as the secret it is the attack that RFC 8725, section 2.1,
    /// describes, which a verifier is tried with.
    package static func authenticated(_ payload: [UInt8], header: JSONValue, secret: [UInt8]) -> [UInt8] {
        let dot = [UInt8(ascii: ".")]
        let input = Base64URL.encode(header.serialised()) + dot + Base64URL.encode(payload)
        let code = HMAC<SHA256>.authenticationCode(for: input, using: SymmetricKey(data: secret))
        return input + dot + Base64URL.encode(Array(code))
    }
}
