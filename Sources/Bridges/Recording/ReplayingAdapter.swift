import JSON
package import Networking
package import Platforms
import Synchronization

/// A platform outside as it was recorded: the same questions, in the same order, get the same answers.
package final class ReplayingAdapter: Adapter {
    // A class, because the place in the recording is shared by all who ask.
    private let recording: Recording
    private let place = Mutex(Place())

    private struct Place {
        var next = 0
        var parting: AdapterFailure?
    }

    /// Reads a recording.
    ///
    /// - Parameters:
    ///   - platform: The name of the platform, after which the file is named.
    ///   - folder: The folder of the run's recordings.
    package init(platform: String, folder: String) throws(RecordingError) {
        recording = try Recording(readingFrom: Recording.path(of: platform, in: folder))
    }

    /// Where the questions parted from those that were recorded; every later one fails in the same way.
    package var parting: AdapterFailure? { place.withLock(\.parting) }

    /// How many of the recorded exchanges were not asked for.
    package var remaining: Int { recording.exchanges.count - place.withLock(\.next) }

    package func describe(_ setting: AdapterSetting) throws(AdapterFailure) -> AdapterDescription {
        try replay(.describe, setting.parameters)
    }

    package func enrol(_ party: OutsideParty) throws(AdapterFailure) -> String {
        try (replay(.enrol, party.parameters) as Enrolment).did
    }

    package func issue(_ order: IssueOrder) throws(AdapterFailure) -> OutsideDocument {
        try replay(.issue, order.parameters)
    }

    package func answer(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse {
        try replay(.answer, request.parameters(now: now))
    }

    package func verify(_ question: VerifyQuestion) throws(AdapterFailure) -> OutsideVerdict {
        try replay(.verify, question.parameters)
    }

    package func setStatus(_ change: StatusChange) throws(AdapterFailure) {
        _ = try replay(.setStatus, change.parameters) as Done
    }

    package func link(_ link: OutsideLink) throws(AdapterFailure) {
        _ = try replay(.link, link.parameters) as Done
    }

    package func show(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse {
        throw AdapterFailure(.notSupported("what was not recorded"), method: "show", sent: request.url.description)
    }

    package func close() {}

    private func replay<Result: AdapterResult>(
        _ method: AdapterMethod, _ question: JSONValue
    ) throws(AdapterFailure) -> Result {
        switch try outcome(method, question) {
        case .answer(let answer): return try Result(recorded: answer, of: method)
        case .failure(let failure): throw failure
        }
    }

    private func outcome(
        _ method: AdapterMethod, _ question: JSONValue
    ) throws(AdapterFailure) -> RecordedExchange.Outcome {
        try place.withLock { place throws(AdapterFailure) in
            if let parting = place.parting {
                throw AdapterFailure(parting.reason, method: method.rawValue, sent: parting.sent)
            }
            if let difference = difference(method, question, at: place.next) {
                let sent = String(decoding: question.canonicalised().prefix(4096), as: UTF8.self)
                let failure = AdapterFailure(.notReachable(difference), method: method.rawValue, sent: sent)
                place.parting = failure
                throw failure
            }
            place.next += 1
            return recording.exchanges[place.next - 1].outcome
        }
    }

    /// In what a question differs from the recorded one, in words; nil where it is the same.
    private func difference(_ method: AdapterMethod, _ question: JSONValue, at position: Int) -> String? {
        guard recording.exchanges.indices.contains(position) else {
            return "\(recording.path) ends after line \(position + 1), but there is another question"
        }
        let recorded = recording.exchanges[position]
        let line = "\(recording.path):\(position + 2)"
        guard recorded.method == method else {
            return "\(line): the recorded question is to \(recorded.method.rawValue), this one to \(method.rawValue)"
        }
        return QuestionComparison.difference(of: question, from: recorded.question).map {
            "\(line): the question differs from the recorded one at \($0)"
        }
    }
}
