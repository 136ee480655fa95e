import Credentials
import JSON

/// Whether two questions are the same but for what chance puts into them.
///
/// An ECDSA signature is another one each time that the same bytes are signed, and with it digests and encryptions of
/// what was signed; a run's results don't depend on these bytes, so neither does its replay.
enum QuestionComparison {
    /// Where a question differs from another one, and how, in words; nil where they are the same.
    static func difference(of question: JSONValue, from recorded: JSONValue) -> String? {
        guard question != recorded else { return nil }
        return difference(steady(question), steady(recorded), at: JSONPointer())
    }

    private static func difference(_ one: JSONValue, _ other: JSONValue, at place: JSONPointer) -> String? {
        guard one != other else { return nil }
        switch (one, other) {
        case (.object(let left), .object(let right)):
            for name in Set(left.names + right.names).sorted() {
                guard let first = left[name], let second = right[name] else {
                    return "\(place.appending(name)): "
                        + (left[name] == nil ? "it was recorded and is missing" : "it was not recorded")
                }
                if let found = difference(first, second, at: place.appending(name)) { return found }
            }
            return nil
        case (.array(let left), .array(let right)):
            for (position, (first, second)) in zip(left, right).enumerated() {
                if let found = difference(first, second, at: place.appending(position)) { return found }
            }
            return "\(place): \(right.count) elements were recorded, there are \(left.count)"
        default:
            return
                "\(place.tokens.isEmpty ? "the whole" : place.description): recorded \(short(other)), asked \(short(one))"
        }
    }

    private static func short(_ value: JSONValue) -> String {
        AnswerMessage.beginning(value.serialised(), 120)
    }

    // MARK: Taking chance out

    /// Members that hold a signature, or something that is derived from what was signed.
    private static let byChance: Set = [
        "proofValue", "hashDigest", "digestMultibase", "digestSRI", "cipherText", "iv", "tag",
    ]

    private static func steady(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object):
            .object(
                JSONObject(
                    object.map { name, value in
                        (name, byChance.contains(name) && value.string != nil ? "" : steady(value))
                    }))
        case .array(let elements): .array(elements.map(steady))
        case .string(let text): steady(text)
        default: value
        }
    }

    /// Text that is JSON, or holds a compact JWS (RFC 7515, section 7.1), taken apart; other text as it is.
    private static func steady(_ text: String) -> JSONValue {
        if let inner = parsed(Array(text.utf8)) { return steady(inner) }
        guard let start = text.firstRange(of: "eyJ")?.lowerBound else { return .string(text) }
        let parts = text[start...].split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let payload = Base64URL.decode(String(parts[1])) else { return .string(text) }
        return [
            .string(String(text[..<start])), .string(String(parts[0])),
            parsed(payload).map(steady) ?? .string(String(parts[1])),
        ]
    }

    private static func parsed(_ bytes: [UInt8]) -> JSONValue? {
        guard let first = bytes.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
        return (try? JSONDocument(parsing: bytes, limits: .standard))?.root.materialised
    }
}
