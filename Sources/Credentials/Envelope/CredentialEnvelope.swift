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

    /// Finds out what bytes are by looking at them.
    package static func open(_ bytes: [UInt8]) throws(EnvelopeError) -> CredentialEnvelope {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else { throw .empty }
        guard bytes[first] == UInt8(ascii: "{") else {
            let end = bytes.lastIndex { $0 > 0x20 } ?? first
            return .jwt(try CompactJWS(parsing: bytes[first...end]), carrier: .bareToken)
        }
        let document: JSONDocument
        do {
            document = try JSONDocument(parsing: bytes)
        } catch {
            throw .json(error)
        }
        let root = document.root
        let type = root["type"]
        let isEnvelope =
            type?.string == typeName || type?.elements.contains { $0.string == typeName } ?? false
        guard isEnvelope else { return root["proof"] == nil ? .unsecured(document) : .dataIntegrity(document) }
        return try openEnvelope(root["id"]?.string ?? "", typeIsArray: type?.kind == .array)
    }

    private static func openEnvelope(
        _ id: String, typeIsArray: Bool
    ) throws(EnvelopeError) -> CredentialEnvelope {
        guard id.hasPrefix("data:"), let comma = id.firstIndex(of: ",") else { throw .malformedDataURL }
        let mediaType = id[id.index(id.startIndex, offsetBy: 5)..<comma].prefix { $0 != ";" }
        let token = Array(id[id.index(after: comma)...].utf8)
        return .jwt(
            try CompactJWS(parsing: token[...]),
            carrier: .enveloped(typeIsArray: typeIsArray, mediaType: String(mediaType)))
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

/// Why bytes could not be opened as a credential.
package enum EnvelopeError: Error, Sendable, Hashable, CustomStringConvertible {
    case empty
    case json(JSONParseError)
    case notThreeParts(Int)
    case badBase64(String)
    case badHeader(JSONParseError)
    case badPayload(JSONParseError)
    case malformedDataURL

    package var description: String {
        switch self {
        case .empty: "nothing"
        case .json(let error): "JSON with an error: \(error)"
        case .notThreeParts(let count): "neither JSON nor a token: \(count) parts between dots instead of 3"
        case .badBase64(let part): "a token in which \(part) is not base64url"
        case .badHeader(let error): "a token whose header is not JSON: \(error)"
        case .badPayload(let error): "a token whose payload is not JSON: \(error)"
        case .malformedDataURL: "an envelope whose id is no data URL"
        }
    }
}
