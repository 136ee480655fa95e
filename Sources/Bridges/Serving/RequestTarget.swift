import HTTPTypes
import JSON
import Networking

/// What a request asks for, once it is known to be sound: RFC 9112, section 3.2.
///
/// Nothing that another reader might take for another path gets through: no dot segments, encoded or not, no encoded
/// slashes, no backslashes, no control characters.
struct RequestTarget: Sendable, Hashable {
    let path: String
    let query: String?

    /// Why a target is not answered.
    struct Refusal: Error, Hashable {
        let status: HTTPResponse.Status
        let reason: String

        var response: WebResponse { .problem(status, reason) }
    }

    init(_ text: String, limitBytes: Int) throws(Refusal) {
        guard text.utf8.count <= limitBytes else {
            throw Refusal(status: .uriTooLong, reason: "the target of a request has at most \(limitBytes) bytes")
        }
        let target = Self.originForm(text)
        guard target.hasPrefix("/") else { throw Self.bad("expected a path that begins with a slash") }
        guard target.utf8.allSatisfy(Self.isAllowed) else {
            throw Self.bad("a character stands in the target that must be percent-encoded")
        }
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts[0])
        query = parts.count == 2 ? String(parts[1]) : nil
        guard let decodedPath = Self.decoded(path), Self.decoded(query ?? "") != nil else {
            throw Self.bad("the percent-encoding is broken, or stands for what is no text")
        }
        let separators = decodedPath.split(separator: "/", omittingEmptySubsequences: false)
        guard separators.count == path.split(separator: "/", omittingEmptySubsequences: false).count,
            !decodedPath.contains("\\")
        else { throw Self.bad("a slash or backslash stands encoded in the path") }
        guard separators.allSatisfy({ $0 != "." && $0 != ".." }) else {
            throw Self.bad("the path has dot segments")
        }
    }

    private static func bad(_ reason: String) -> Refusal { Refusal(status: .badRequest, reason: reason) }

    /// Path and query of a target that may name scheme and host as well, as one for a proxy does.
    private static func originForm(_ text: String) -> Substring {
        for scheme in ["http://", "https://"] where text.hasPrefix(scheme) {
            let rest = text.dropFirst(scheme.count)
            return rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
        }
        return text[...]
    }

    /// What RFC 3986 lets stand in a path or query, percent signs included.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        guard byte > 0x20, byte < 0x7F else { return false }
        return !"\"<>\\^`{|}#[]".utf8.contains(byte)
    }

    /// The text that a percent-encoded one stands for; nil where it stands for control characters or for no text.
    private static func decoded(_ text: String) -> String? {
        guard let decoded = PercentEncoding.decoded(text), decoded.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            return nil
        }
        return decoded
    }
}
