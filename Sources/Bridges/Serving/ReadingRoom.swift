import Dispatch
import HTTPTypes
import NIOCore
package import Networking
import Synchronization

/// Where a vendor's service reads what is published on a simulated network, while virtual time stands still for it.
///
/// The service asks whenever it likes, on threads that are not the simulation's. Answers come from the thread of the
/// simulation, which waits for the service meanwhile and has nothing else to do: each is that of this very instant. Who
/// asks while nobody waits for the service is told to come again, as time goes on then.
package final class ReadingRoom: Sendable {
    // A class, because readers and the one who answers meet in it.
    /// Where the network is published, as `http://127.0.0.1:8790`.
    package let origin: WebURL
    private let state = Mutex(State())
    /// Counts what the thread of the simulation has to look at.
    private let bell = DispatchSemaphore(value: 0)

    private struct State {
        var isOpen = false
        var isDone = false
        var questions: [Question] = []
    }

    private struct Question: Sendable {
        let request: WebRequest
        let answer: CheckedContinuation<WebResponse, Never>
    }

    package init(origin: WebURL) { self.origin = origin }

    /// The answer to a request for a target below the origin; 503 where nobody waits for the reader.
    func answer(_ request: WebRequest) async -> WebResponse {
        await withCheckedContinuation { continuation in
            let isIn = state.withLock { state in
                if state.isOpen { state.questions.append(Question(request: request, answer: continuation)) }
                return state.isOpen
            }
            if isIn { bell.signal() } else { continuation.resume(returning: Self.refusal) }
        }
    }

    /// Asks a service, waits for what it answers, and lets it read until then. Only on the thread of the simulation.
    ///
    /// - Parameter ask: Asks; the service may read from then on.
    func wait<Value: Sendable>(
        reading network: PublishedNetwork, ask: () throws -> EventLoopFuture<Value>
    ) throws -> Value {
        state.withLock { $0.isOpen = true }
        let answer: EventLoopFuture<Value>
        do {
            answer = try ask()
        } catch {
            state.withLock { $0.isOpen = false }
            throw error
        }
        answer.whenComplete { _ in
            self.state.withLock { $0.isDone = true }
            self.bell.signal()
        }
        while let question = next() { question.answer.resume(returning: network.read(question.request)) }
        return try answer.wait()
    }

    /// The next question; nil, and none will come, once the service has answered.
    private func next() -> Question? {
        bell.wait()
        let (question, late) = state.withLock { state -> (Question?, [Question]) in
            guard state.isDone else { return (state.questions.removeFirst(), []) }
            defer { state = State() }
            return (nil, state.questions)
        }
        guard question == nil else { return question }
        for question in late {
            // Its ring is still to be heard.
            bell.wait()
            question.answer.resume(returning: Self.refusal)
        }
        return nil
    }

    private static let refusal: WebResponse = {
        var refusal = WebResponse.problem(
            .serviceUnavailable, "documents can be had while the platform is being asked something; time goes on now")
        refusal.headerFields[.retryAfter] = "1"
        return refusal
    }()
}
