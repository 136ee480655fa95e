package import JSON

/// A JWS in compact serialisation whose payload is JSON: RFC 7515, section 7.1.
package struct CompactJWS: Sendable {
    package let header: JOSEHeader
    package let payloadDocument: JSONDocument
    /// What the signature covers: header and payload as they were sent, with the dot.
    package let signingInput: ArraySlice<UInt8>
    package let signature: [UInt8]

    private static let dot = UInt8(ascii: ".")

    /// Reads a token; says nothing about its signature.
    package init(parsing token: ArraySlice<UInt8>) throws(EnvelopeError) {
        let parts = token.split(separator: Self.dot, omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .notThreeParts(parts.count) }
        guard let headerBytes = Base64URL.decode(parts[0]) else { throw .badBase64("the header") }
        guard let payload = Base64URL.decode(parts[1]) else { throw .badBase64("the payload") }
        guard let signature = Base64URL.decode(parts[2]) else { throw .badBase64("the signature") }
        do {
            header = JOSEHeader(reading: try JSONDocument(parsing: headerBytes, limits: Self.headerLimits).root)
        } catch {
            throw .badHeader(error)
        }
        do {
            payloadDocument = try JSONDocument(parsing: payload)
        } catch {
            throw .badPayload(error)
        }
        signingInput = token[token.startIndex..<parts[1].endIndex]
        self.signature = signature
    }

    private static let headerLimits = JSONLimits(maximumBytes: 16_384, maximumDepth: 8)

    /// Signs a payload.
    package static func sign(_ payload: [UInt8], header: JOSEHeader, with key: SigningKey) -> [UInt8] {
        var token = Base64URL.encode(header.json.serialised())
        token.append(dot)
        token.append(contentsOf: Base64URL.encode(payload))
        let signature = key.signature(over: token)
        token.append(dot)
        token.append(contentsOf: Base64URL.encode(signature))
        return token
    }

    /// A token with another payload under the same header and signature: what a forger leaves behind.
    package static func replacingPayload(of token: [UInt8], with payload: [UInt8]) -> [UInt8] {
        var parts = token.split(separator: dot, omittingEmptySubsequences: false).map(Array.init)
        guard parts.count == 3 else { return token }
        parts[1] = Base64URL.encode(payload)
        return Array(parts.joined(separator: [dot]))
    }
}
