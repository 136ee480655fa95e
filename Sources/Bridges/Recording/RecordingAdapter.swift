import FoundationEssentials
import Glibc
import JSON
package import Networking
package import Platforms
import Synchronization

/// A platform outside whose exchanges are written down, so that a run can be repeated without it.
///
/// What it answers is what the recording holds of the answer; a replay gives the very same.
package final class RecordingAdapter: Adapter {
    // A class, because the file exists once.
    private let adapter: any Adapter
    private let path: String
    /// The descriptor of the file; below zero once it is closed.
    private let file: Mutex<Int32>

    /// - Parameters:
    ///   - platform: The name of the platform, after which the file is named.
    ///   - folder: The folder of the run's recordings; it is made where it isn't there.
    package init(
        _ adapter: any Adapter, platform: String, folder: String
    ) throws(RecordingError) {
        self.adapter = adapter
        path = Recording.path(of: platform, in: folder)
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        file = Mutex(open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644))
        guard append(Recording.header(of: platform)) else {
            throw RecordingError(path: path, line: nil, problem: "the file can't be written")
        }
    }

    deinit { close() }

    package func describe(_ setting: AdapterSetting) throws(AdapterFailure) -> AdapterDescription {
        try record(.describe, setting.parameters) { adapter throws(AdapterFailure) in try adapter.describe(setting) }
    }

    package func enrol(_ party: OutsideParty) throws(AdapterFailure) -> String {
        try record(.enrol, party.parameters) { adapter throws(AdapterFailure) in
            Enrolment(did: try adapter.enrol(party))
        }.did
    }

    package func issue(_ order: IssueOrder) throws(AdapterFailure) -> OutsideDocument {
        try record(.issue, order.parameters) { adapter throws(AdapterFailure) in try adapter.issue(order) }
    }

    package func answer(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse {
        try record(.answer, request.parameters(now: now)) { adapter throws(AdapterFailure) in
            try adapter.answer(request, now: now)
        }
    }

    package func verify(_ question: VerifyQuestion) throws(AdapterFailure) -> OutsideVerdict {
        try record(.verify, question.parameters) { adapter throws(AdapterFailure) in try adapter.verify(question) }
    }

    package func setStatus(_ change: StatusChange) throws(AdapterFailure) {
        _ = try record(.setStatus, change.parameters) { adapter throws(AdapterFailure) in
            try adapter.setStatus(change)
            return Done()
        }
    }

    package func link(_ link: OutsideLink) throws(AdapterFailure) {
        _ = try record(.link, link.parameters) { adapter throws(AdapterFailure) in
            try adapter.link(link)
            return Done()
        }
    }

    package func show(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse {
        try adapter.show(request, now: now)
    }

    package func read(_ network: PublishedNetwork) { adapter.read(network) }

    package func close() {
        adapter.close()
        file.withLock { file in
            if file >= 0 { _ = Glibc.close(file) }
            file = -1
        }
    }

    private func record<Result: AdapterResult>(
        _ method: AdapterMethod, _ question: JSONValue, _ ask: (any Adapter) throws(AdapterFailure) -> Result
    ) throws(AdapterFailure) -> Result {
        let answer: JSONValue
        do {
            answer = try ask(adapter).json
        } catch {
            try write(RecordedExchange(method: method, question: question, outcome: .failure(error)))
            throw error
        }
        try write(RecordedExchange(method: method, question: question, outcome: .answer(answer)))
        return try Result(recorded: answer, of: method)
    }

    private func write(_ exchange: RecordedExchange) throws(AdapterFailure) {
        guard append(exchange.line) else {
            throw AdapterFailure(
                .notReachable("the recording \(path) can't be written"), method: exchange.method.rawValue)
        }
    }

    /// Writes a line; whether it could be.
    private func append(_ line: [UInt8]) -> Bool {
        file.withLock { file in
            var rest = (line + [UInt8(ascii: "\n")])[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
                guard count > 0 || errno == EINTR else { return false }
                rest = rest.dropFirst(max(0, count))
            }
            return true
        }
    }
}

extension AdapterResult {
    /// Reads an answer as a recording holds it.
    init(recorded answer: JSONValue, of method: AdapterMethod) throws(AdapterFailure) {
        do {
            try self.init(result: try JSONDocument(parsing: answer.canonicalised(), limits: Recording.limits).root)
        } catch {
            throw AdapterFailure(.malformed("\(error)"), method: method.rawValue)
        }
    }
}
