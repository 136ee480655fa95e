import JSON
import Platforms

/// Holds answers to the contract.
struct AnswerCheck: Sendable {
    private let answers: [AdapterMethod: JSONSchema]
    private let error: JSONSchema

    static let contract = AnswerCheck()

    private init() {
        func compiled(_ message: String) -> JSONSchema {
            do {
                return try JSONSchema(compiling: AdapterContract.schema(of: message) ?? false)
            } catch {
                preconditionFailure("the schema of \(message) can't be compiled: \(error)")
            }
        }
        answers = Dictionary(
            uniqueKeysWithValues: AdapterMethod.allCases.map { ($0, compiled("\($0.rawValue).answer")) })
        error = compiled("error")
    }

    /// What an answer says, or why it can't be used.
    func result<Result: AdapterResult>(
        _ type: Result.Type, of method: AdapterMethod, in message: JSONDocument
    ) throws(AdapterFailure.Reason) -> Result {
        let isError = message.root["error"].map { !$0.isNull } ?? false
        let violations = (isError ? error : answers[method])?.violations(in: message.root, limit: 3) ?? []
        guard violations.isEmpty else { throw .malformed(violations.map(\.message).joined(separator: "; ")) }
        if isError { throw refusal(message.root["error"]) }
        guard let value = message.root["result"] else { throw .malformed("/result: expected a result, found nothing") }
        do {
            return try Result(result: value)
        } catch {
            throw .malformed("/result\(error)")
        }
    }

    private func refusal(_ error: JSONView?) -> AdapterFailure.Reason {
        let code = error?["code"]?.int ?? 0
        let message = error?["message"]?.string ?? ""
        let isUnsupported = AdapterContract.errors.contains { $0.code == code && $0.isUnsupported }
        return isUnsupported ? .notSupported(message) : .refused(code: code, message: message)
    }
}
