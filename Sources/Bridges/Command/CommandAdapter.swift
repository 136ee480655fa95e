import JSON
package import Networking
package import Platforms
import Synchronization

/// A platform outside that is a program: one JSON message a line on its standard input and output.
///
/// The program is started at the first question. A failure ends nothing but the question; see `AdapterLimits` for when
/// the program is started again.
package final class CommandAdapter: Adapter {
    // A class, because the program behind it exists once.
    private let conversation: Mutex<Conversation>

    /// - Parameter arguments: The program, which is looked for in the folders of PATH, and its arguments; no shell.
    package init(_ arguments: [String], limits: AdapterLimits = AdapterLimits()) {
        conversation = Mutex(Conversation(arguments, limits: limits))
    }

    deinit { close() }

    package func describe(_ setting: AdapterSetting) throws(AdapterFailure) -> AdapterDescription {
        try conversation.withLock { conversation throws(AdapterFailure) in
            try conversation.describe(setting)
        }
    }

    package func enrol(_ party: OutsideParty) throws(AdapterFailure) -> String {
        try ask(.enrol, party.parameters, for: Enrolment.self).did
    }

    package func issue(_ order: IssueOrder) throws(AdapterFailure) -> OutsideDocument {
        try ask(.issue, order.parameters, for: OutsideDocument.self)
    }

    package func answer(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse {
        try ask(.answer, request.parameters(now: now), for: WebResponse.self)
    }

    package func verify(_ question: VerifyQuestion) throws(AdapterFailure) -> OutsideVerdict {
        try ask(.verify, question.parameters, for: OutsideVerdict.self)
    }

    package func setStatus(_ change: StatusChange) throws(AdapterFailure) {
        _ = try ask(.setStatus, change.parameters, for: Done.self)
    }

    package func link(_ link: OutsideLink) throws(AdapterFailure) {
        _ = try ask(.link, link.parameters, for: Done.self)
    }

    package func close() { conversation.withLock { $0.close() } }

    private func ask<Result: AdapterResult>(
        _ method: AdapterMethod, _ parameters: JSONValue, for result: Result.Type
    ) throws(AdapterFailure) -> Result {
        try conversation.withLock { conversation throws(AdapterFailure) in
            try conversation.ask(method, parameters, for: result)
        }
    }
}
