package import JSON

/// Why bytes could not be opened as a credential.
package enum EnvelopeError: Error, Sendable, Hashable {
    case empty
    /// Secured with COSE, by its bytes or its media type.
    case cose
    /// Secured with SD-JWT, by its parts or its media type.
    case sdJWT
    /// Something that is known and no credential, such as the web page of a portal.
    case foreign(ForeignFormat)
    /// Neither JSON nor a token, nor known; how the text begins.
    case notJSONOrToken(start: String)
    case json(JSONParseError)
    /// A text of some other number of parts between dots than a token's 3.
    case notThreeParts(Int)
    /// The part of a token that is not base64url.
    case badBase64(String)
    case badHeader(JSONParseError)
    /// A member of the header that has the wrong form.
    case badHeaderMember(String, expected: String)
    case badPayload(JSONParseError)
    /// An envelope whose `id` is no `data:` URL with a token in it, and what it is instead.
    case malformedDataURL(found: String)
    case tooLarge(limit: Int)
}

extension EnvelopeError {
    /// The error for bytes of another format.
    init(_ format: ForeignFormat) {
        switch format {
        case .cose: self = .cose
        case .sdJWT: self = .sdJWT
        default: self = .foreign(format)
        }
    }
}

extension EnvelopeError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty: "nothing"
        case .cose: "a credential that is secured with COSE, which is not read here"
        case .sdJWT: "a credential that is secured with SD-JWT, which is not read here"
        case .foreign(let format): "\(format.name) instead of a credential"
        case .notJSONOrToken(let start): "neither JSON nor a token: \(start)"
        case .json(let error): "JSON with an error: \(error)"
        case .notThreeParts(let count): "neither JSON nor a token: \(count) parts between dots instead of 3"
        case .badBase64(let part): "a token in which \(part) is not base64url"
        case .badHeader(let error): "a token whose header is not JSON: \(error)"
        case .badHeaderMember(let name, let expected):
            "a token whose header is refused for \(name): expected \(expected)"
        case .badPayload(let error): "a token whose payload is not JSON: \(error)"
        case .malformedDataURL(let found): "an envelope whose id is no data URL with a token: \(found)"
        case .tooLarge(let limit): "more than \(limit) bytes"
        }
    }
}
