package import JSON

/// The form in which a credential is secured.
package enum CredentialEnvelope: Sendable {
    /// A JWS: VC-JOSE-COSE, Securing JSON-LD Verifiable Credentials with JOSE.
    case jwt(CompactJWS, carrier: Carrier)
    /// A credential with an embedded proof.
    case dataIntegrity(JSONDocument)
    /// A credential without any proof.
    case unsecured(JSONDocument)

    /// What a token travels in.
    package enum Carrier: Sendable, Hashable {
        case bareToken
        /// An EnvelopedVerifiableCredential: VCDM 2.0, Enveloped Verifiable Credentials.
        case enveloped(typeIsArray: Bool, mediaType: String)
    }

    /// Finds out what bytes are by looking at them, whatever media type they came with.
    package static func open(_ bytes: [UInt8]) throws(EnvelopeError) -> CredentialEnvelope {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else { throw .empty }
        guard bytes[first] == UInt8(ascii: "{") else {
            guard isTokenLetter(bytes[first]) else {
                if let format = ForeignFormat(of: bytes[...]) { throw EnvelopeError(format) }
                throw .notJSONOrToken(start: String(decoding: bytes[first...].prefix(40), as: UTF8.self))
            }
            let end = bytes.lastIndex { $0 > 0x20 } ?? first
            return .jwt(try token(bytes[first...end], in: bytes[first...]), carrier: .bareToken)
        }
        let document: JSONDocument
        do {
            document = try JSONDocument(parsing: bytes)
        } catch {
            throw .json(error)
        }
        let root = document.root
        let type = root["type"]
        let isEnvelope = type?.isOrContains(typeName) ?? false
        guard isEnvelope else { return root["proof"] == nil ? .unsecured(document) : .dataIntegrity(document) }
        return try openEnvelope(root["id"], typeIsArray: type?.kind == .array)
    }

    /// Reads a token; where it is none, the bytes that it stands in are looked at for what they are instead.
    private static func token(
        _ text: ArraySlice<UInt8>, in bytes: ArraySlice<UInt8>
    ) throws(EnvelopeError) -> CompactJWS {
        do throws(EnvelopeError) {
            return try CompactJWS(parsing: text)
        } catch {
            throw ForeignFormat(of: bytes).map(EnvelopeError.init) ?? error
        }
    }

    /// A letter of base64url or a dot; a token begins with one, other texts such as `"eyJ…"` do not.
    private static func isTokenLetter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || Base64URL.isLetter(byte)
    }

    /// Opens the `data:` URL of an envelope (RFC 2397), whose scheme may be in either case.
    private static func openEnvelope(_ id: JSONView?, typeIsArray: Bool) throws(EnvelopeError) -> CredentialEnvelope {
        guard let url = id.flatMap(text) else { throw .malformedDataURL(found: "no id") }
        guard String(decoding: url.prefix(5), as: UTF8.self).lowercased() == "data:",
            let comma = url.firstIndex(of: UInt8(ascii: ","))
        else { throw .malformedDataURL(found: String(decoding: url.prefix(40), as: UTF8.self)) }
        let head = String(decoding: url[..<comma].dropFirst(5), as: UTF8.self)
        let content = url[(comma + 1)...]
        if let format = ForeignFormat(mediaType: head) { throw EnvelopeError(format) }
        // RFC 2397, section 2: the data of a URL may stand in base64.
        let isEncoded = head.lowercased().hasSuffix(";base64")
        guard let data = isEncoded ? Base64.decode(content, isLenient: true)?[...] : content else {
            throw .malformedDataURL(found: "data that is no base64")
        }
        return .jwt(
            try token(data, in: data),
            carrier: .enveloped(typeIsArray: typeIsArray, mediaType: String(head.prefix { $0 != ";" })))
    }

    /// The bytes of a string: those of the document itself, which is most of an envelope, unless escapes are in it.
    private static func text(_ view: JSONView) -> ArraySlice<UInt8>? {
        guard view.kind == .string else { return nil }
        let raw = view.rawBytes
        guard raw.contains(UInt8(ascii: "\\")) else { return raw }
        return view.string.map { Array($0.utf8)[...] }
    }

    package static let typeName = "EnvelopedVerifiableCredential"

    /// Puts a token into an envelope.
    package static func envelop(_ token: [UInt8], typeAsArray: Bool, mediaType: String) -> [UInt8] {
        let type = typeAsArray ? "[\"\(typeName)\"]" : "\"\(typeName)\""
        let head =
            "{\"@context\":\"\(CredentialModel.contextV2)\",\"type\":\(type),\"id\":\"data:\(mediaType),"
        var bytes: [UInt8] = []
        bytes.reserveCapacity(head.utf8.count + token.count + 2)
        bytes.append(contentsOf: head.utf8)
        bytes.append(contentsOf: token)
        bytes.append(contentsOf: "\"}".utf8)
        return bytes
    }
}
