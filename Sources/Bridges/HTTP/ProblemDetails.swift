import HTTPTypes
import JSON
import Networking
import Platforms

/// A problem as services tell it: RFC 9457, which the VC API takes for its errors and warnings, or nearly so.
struct ProblemDetails {
    let reason: OutsideVerdict.Reason

    /// Reads one problem, from an object, or from a text that is all there is.
    init(_ view: JSONView) {
        let message = view.string ?? view["detail"]?.string ?? view["message"]?.string ?? view["title"]?.string ?? ""
        let type = view["type"]?.string ?? view["code"]?.string ?? view["name"]?.string ?? view["title"]?.string
        // A type is a URL with the name of the problem at its end.
        let name = type.flatMap { $0.split(whereSeparator: { "/#".contains($0) }).last.map(String.init) }
        reason = .init(
            code: name ?? "unnamed", message: message,
            pointer: view["pointer"]?.string ?? view["instance"]?.string.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "")
    }

    /// Whether it says that the service could not find out.
    var isIndeterminate: Bool { Self.namesOfNotKnowing.contains(reason.code.uppercased().replacing("-", with: "_")) }

    /// Whether it says that the service can't read such a credential.
    var isUnsupported: Bool {
        let name = reason.code.uppercased().replacing("-", with: "_")
        return name.contains("UNSUPPORTED") || name.contains("NOT_SUPPORTED")
    }

    /// STATUS_RETRIEVAL_ERROR is Bitstring Status List's, section 3.2; the others are in use.
    private static let namesOfNotKnowing: Set<String> = [
        "STATUS_RETRIEVAL_ERROR", "DID_RESOLUTION_ERROR", "RETRIEVAL_ERROR", "INDETERMINATE", "NOT_RETRIEVABLE",
        "UNREACHABLE",
    ]

    /// The problems that an answer names, wherever it has them.
    static func all(in root: JSONView) -> [ProblemDetails] { problems(root["problemDetails"]) + errors(in: root) }

    /// What an answer calls errors.
    static func errors(in root: JSONView) -> [ProblemDetails] {
        problems(root["errors"]) + problems(root["error"]?["errors"] ?? root["error"])
    }

    private static func problems(_ member: JSONView?) -> [ProblemDetails] {
        guard let member, !member.isNull else { return [] }
        return (member.kind == .array ? Array(member.elements) : [member]).map(ProblemDetails.init)
    }

    /// What an answer that is no success says, in one line.
    static func summary(of response: WebResponse) -> String {
        guard let root = try? JSONDocument(parsing: response.body).root, root.kind == .object else {
            return String(decoding: response.body.prefix(200), as: UTF8.self)
        }
        let problems = all(in: root)
        let told = problems.isEmpty ? [ProblemDetails(root)] : problems
        return told.map { "\($0.reason.code): \($0.reason.message)" }.joined(separator: "; ")
    }
}
