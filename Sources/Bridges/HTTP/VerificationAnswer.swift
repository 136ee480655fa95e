import HTTPTypes
import JSON
import Networking
import Platforms

/// Reads what services answer to a request to verify. The drafts of the VC API and their implementations differ:
///
/// | answer | read as |
/// | --- | --- |
/// | `verified`, `valid` or `isValid`: true or false | valid or invalid |
/// | `results` by property, each with `valid` (VC API of 2024) | valid if all are |
/// | `checks`, `errors`, `warnings` (VC HTTP API) | valid if something was checked and there is no error |
/// | 400, 409, 422 with a problem, an error or `verified: false` | invalid |
/// | 413, 415, 501 | unsupported |
/// | problems that all say so (`STATUS_RETRIEVAL_ERROR`) | indeterminate |
/// | problems that all say so (`UNSUPPORTED_…`) | unsupported |
/// | other 4xx, and 5xx | no verdict but a refusal |
///
/// A success without a verdict, or with two that contradict each other, is malformed and never valid.
enum VerificationAnswer {
    case verdict(OutsideVerdict)
    case failure(AdapterFailure.Reason)

    static func read(_ response: WebResponse) -> VerificationAnswer {
        let code = response.status.code
        let root = try? JSONDocument(parsing: response.body).root
        switch code {
        case 200..<300:
            guard let root, root.kind == .object else {
                return .failure(.malformed("expected a JSON object with 'verified', found \(kind(root))"))
            }
            return success(root)
        case 400, 409, 422:
            guard let root, root.kind == .object else {
                return .failure(.refused(code: code, message: ProblemDetails.summary(of: response)))
            }
            return refused(root)
        case 413, 415, 501:
            return .verdict(
                .init(.unsupported, reasons: [.init(code: "\(code)", message: ProblemDetails.summary(of: response))]))
        case 300..<400:
            return .failure(.malformed("it redirects to \(response.headerFields[.location] ?? "nowhere")"))
        case 404, 405: return .failure(.notSupported(ProblemDetails.summary(of: response)))
        default: return .failure(.refused(code: code, message: ProblemDetails.summary(of: response)))
        }
    }

    private static func kind(_ root: JSONView?) -> String {
        root.map { "a JSON \($0.kind.rawValue)" } ?? "what is no JSON"
    }

    private static func refused(_ root: JSONView) -> VerificationAnswer {
        var problems = ProblemDetails.all(in: root)
        // The answer may be the problem itself.
        if problems.isEmpty, root["verified"] == nil { problems = [ProblemDetails(root)] }
        if stated(root) == true { return .failure(.malformed("it says verified, with a status that says otherwise")) }
        return .verdict(notValid(problems))
    }

    private static func success(_ root: JSONView) -> VerificationAnswer {
        let problems = ProblemDetails.all(in: root)
        // Problem details may be warnings; only what is called an error contradicts a verdict.
        let errors = ProblemDetails.errors(in: root)
        let parts = root["results"].flatMap(Results.init)
        if let stated = stated(root) {
            if stated, parts?.areAllValid == false || !errors.isEmpty {
                return .failure(.malformed("it says verified, and names what is wrong beside it"))
            }
            return .verdict(stated ? .init(.valid) : notValid(problems + (parts?.problems ?? [])))
        }
        if let parts { return .verdict(parts.areAllValid ? .init(.valid) : notValid(problems + parts.problems)) }
        if let checks = root["checks"], checks.kind == .array, root["errors"]?.kind == .array {
            if !errors.isEmpty { return .verdict(notValid(errors)) }
            if checks.count > 0 { return .verdict(.init(.valid)) }
        }
        return .failure(.malformed("no clear verdict: neither 'verified' nor results or checks that amount to one"))
    }

    /// What an answer says in so many words.
    private static func stated(_ root: JSONView) -> Bool? {
        for name in ["verified", "valid", "isValid"] {
            if let verdict = root[name]?.bool { return verdict }
        }
        return nil
    }

    private static func notValid(_ problems: [ProblemDetails]) -> OutsideVerdict {
        let verdict: OutsideVerdict.Verdict =
            if problems.isEmpty {
                .invalid
            } else if problems.allSatisfy(\.isIndeterminate) {
                .indeterminate
            } else if problems.allSatisfy(\.isUnsupported) { .unsupported } else { .invalid }
        return OutsideVerdict(verdict, reasons: problems.map(\.reason))
    }

    /// The results by property: VC API, section on verifying, draft of 2024; or one for each proof.
    private struct Results {
        private(set) var areAllValid = true
        private(set) var problems: [ProblemDetails] = []

        init?(_ results: JSONView) {
            var count = 0
            func take(_ result: JSONView, into problems: inout [ProblemDetails]) -> Bool {
                guard let isValid = result["valid"]?.bool ?? result["verified"]?.bool else { return true }
                count += 1
                problems += ProblemDetails.all(in: result)
                return isValid
            }
            let members = results.kind == .array ? Array(results.elements) : results.members.map(\.value)
            for member in members {
                for result in member.kind == .array ? Array(member.elements) : [member]
                where !take(result, into: &problems) { areAllValid = false }
            }
            guard count > 0 else { return nil }
        }
    }
}
