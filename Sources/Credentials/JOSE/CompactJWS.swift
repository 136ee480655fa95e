package import JSON

/// A JWS in compact serialisation whose payload is JSON: RFC 7515, section 7.1.
package final class CompactJWS: Sendable {
    // A class, because it never changes and all who read a credential share it.
    package let header: JOSEHeader
    /// The payload, which is the credential itself (VC-JOSE-COSE, Securing JSON-LD Verifiable Credentials with JOSE).
    package let payloadDocument: JSONDocument
    /// What the signature covers: header and payload as they were sent, with the dot.
    package let signingInput: ArraySlice<UInt8>
    package let signature: [UInt8]

    private static let dot = UInt8(ascii: ".")

    /// The longest token that is read: that of the largest JSON text, and its header and signature.
    private static let maximumBytes = Base64URL.encodedLength(JSONLimits.standard.maximumBytes) + 32_768

    /// Reads a token; says nothing about its signature.
    ///
    /// - Throws: What is wrong with its shape. An unknown or missing algorithm is no matter of shape, but of
    ///   ``VerificationKey/verify(_:over:under:)``.
    package init(parsing token: ArraySlice<UInt8>) throws(EnvelopeError) {
        guard token.count <= Self.maximumBytes else { throw .tooLarge(limit: Self.maximumBytes) }
        let dots = Self.dots(in: token)
        guard dots.count == 2 else { throw .notThreeParts(dots.count + 1) }
        header = try JOSEHeader(parsing: token[token.startIndex..<dots.first])
        let payload = Base64URL.decode(token[dots.first + 1..<dots.last])
        guard let payload else { throw .badBase64("the payload") }
        guard let signature = Base64URL.decode(token[(dots.last + 1)...]) else { throw .badBase64("the signature") }
        do {
            payloadDocument = try JSONDocument(parsing: payload)
        } catch {
            throw .badPayload(error)
        }
        signingInput = token[token.startIndex..<dots.last]
        self.signature = signature
    }

    /// The number of dots, the first and the last of them. Counting first costs a text of nothing but dots nothing,
    /// and a token, whose dots lie near its ends, one fast pass.
    private static func dots(in token: ArraySlice<UInt8>) -> (count: Int, first: Int, last: Int) {
        let count = token.withUnsafeBufferPointer { letters in
            letters.reduce(0) { $0 &+ ($1 == dot ? 1 : 0) }
        }
        return (count, token.firstIndex(of: dot) ?? token.endIndex, token.lastIndex(of: dot) ?? token.endIndex)
    }

    /// Signs a payload.
    package static func sign(_ payload: [UInt8], header: JOSEHeader, with key: SigningKey) -> [UInt8] {
        sign(payload, header: header.json, with: key)
    }

    /// Signs a payload under any header, also one that no reader should accept.
    package static func sign(_ payload: [UInt8], header: JSONValue, with key: SigningKey) -> [UInt8] {
        let head = header.serialised()
        var token: [UInt8] = []
        token.reserveCapacity(
            Base64URL.encodedLength(head.count) + Base64URL.encodedLength(payload.count)
                + Base64URL.encodedLength(key.algorithm.signatureLength) + 2)
        token.append(contentsOf: Base64URL.encode(head))
        token.append(dot)
        token.append(contentsOf: Base64URL.encode(payload))
        let signature = key.signature(over: token)
        token.append(dot)
        token.append(contentsOf: Base64URL.encode(signature))
        return token
    }

    /// The token in its compact form.
    package var serialised: [UInt8] { signingInput + [Self.dot] + Base64URL.encode(signature) }

    /// A token with another payload under the same header and signature: what a forger leaves behind.
    package static func replacingPayload(of token: [UInt8], with payload: [UInt8]) -> [UInt8] {
        var parts = token.split(separator: dot, omittingEmptySubsequences: false).map(Array.init)
        guard parts.count == 3 else { return token }
        parts[1] = Base64URL.encode(payload)
        return Array(parts.joined(separator: [dot]))
    }
}
