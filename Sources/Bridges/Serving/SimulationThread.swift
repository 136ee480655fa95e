import HTTPTypes
package import Networking
package import SimulationKernel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The one thread to which a served simulation belongs.
///
/// Requests from other threads are handed over to it. Before it takes them up it moves virtual time on to the present,
/// and while any of them waits for something in virtual time it lets that time pass as the real one does.
package final class SimulationThread: @unchecked Sendable {
    // A class with a thread of its own. Unchecked: `state` is guarded by `mutex`, and all that is the simulation's
    // belongs to the thread.
    private let simulation: Simulation
    /// An instant of virtual time, and when it was in real time.
    private let origin: (virtual: VirtualInstant, real: ContinuousClock.Instant)
    private let limits: ServingLimits
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var state = State()
    private var thread = pthread_t()
    private var isStarted = false

    private struct State {
        var waiting: [Question] = []
        /// Requests that wait or are under way.
        var open = 0
        var isStopping = false
        var failure: SimulationError?
    }

    private struct Question: Sendable {
        let request: WebRequest
        let service: any WebService
        let answer: CheckedContinuation<WebResponse, Never>
    }

    /// - Parameters:
    ///   - origin: An instant of virtual time, and when it was or will be in real time.
    package init(
        _ simulation: Simulation, origin: (virtual: VirtualInstant, real: ContinuousClock.Instant),
        limits: ServingLimits = ServingLimits()
    ) {
        self.simulation = simulation
        self.origin = origin
        self.limits = limits
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(condition)
        mutex.deallocate()
        condition.deallocate()
    }

    /// Starts the thread; false where the system has none to give.
    package func start() -> Bool {
        let context = Unmanaged.passRetained(self)
        isStarted = pthread_create(&thread, nil, Self.work, context.toOpaque()) == 0
        if !isStarted { context.release() }
        return isStarted
    }

    /// Lets the thread end once it has answered what is under way, and waits for that. What is asked later is refused.
    package func stop() {
        pthread_mutex_lock(mutex)
        state.isStopping = true
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
        if isStarted { pthread_join(thread, nil) }
        isStarted = false
    }

    /// Why the simulation could not go on, if it could not.
    package var failure: SimulationError? { withState { $0.failure } }

    /// What a service answers at the present time; 503 where too much is under way, 504 where it takes too long.
    package func answer(_ request: WebRequest, by service: any WebService) async -> WebResponse {
        await withCheckedContinuation { continuation in
            let refusal = withState { state -> WebResponse? in
                if let failure = state.failure { return .problem(.serviceUnavailable, "stopped: \(failure)") }
                guard !state.isStopping else { return .problem(.serviceUnavailable, "the server is stopping") }
                guard state.open < limits.requests else {
                    return .problem(.serviceUnavailable, "\(limits.requests) requests are under way already")
                }
                state.open += 1
                state.waiting.append(Question(request: request, service: service, answer: continuation))
                pthread_cond_signal(condition)
                return nil
            }
            if var refusal {
                refusal.headerFields[.retryAfter] = "1"
                continuation.resume(returning: refusal)
            }
        }
    }

    private func withState<Value>(_ body: (inout State) -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(&state)
    }

    // MARK: On the thread

    private static let work: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        guard let context else { return nil }
        Unmanaged<SimulationThread>.fromOpaque(context).takeRetainedValue().run()
        return nil
    }

    private func run() {
        while let questions = next() {
            do {
                let now = max(simulation.now, present)
                _ = try simulation.run(until: now)
                for question in questions { begin(question) }
                // What takes no virtual time is answered at once; what takes some comes up in a later round.
                _ = try simulation.run(until: now)
            } catch {
                withState { $0.failure = error }
                return
            }
        }
    }

    /// What came in since; waits while there is nothing to do. Nil once all is answered and the thread is to end.
    private func next() -> [Question]? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while state.waiting.isEmpty {
            if state.open > 0 {
                wait(nanoseconds: Self.roundNanoseconds)
                break
            }
            if state.isStopping { return nil }
            pthread_cond_wait(condition, mutex)
        }
        defer { state.waiting = [] }
        return state.waiting
    }

    /// How long virtual time stands still at the most while something waits in it.
    private static let roundNanoseconds = 1_000_000

    private func wait(nanoseconds: Int) {
        var until = timespec()
        clock_gettime(CLOCK_REALTIME, &until)
        until.tv_nsec += nanoseconds
        if until.tv_nsec >= 1_000_000_000 {
            until.tv_sec += 1
            until.tv_nsec -= 1_000_000_000
        }
        pthread_cond_timedwait(condition, mutex, &until)
    }

    /// The present in virtual time.
    private var present: VirtualInstant { origin.virtual.advanced(by: origin.real.duration(to: .now)) }

    private func begin(_ question: Question) {
        let answer = Completion<WebResponse>()
        simulation.start("the answer to a request") { _ in
            let response = await question.service.respond(to: question.request, from: Self.clientName)
            self.simulation.complete(answer, with: response)
        }
        simulation.start("a request") { _ in
            let deadline = self.simulation.now.advanced(by: .seconds(self.limits.secondsToAnswer))
            let response = await self.simulation.value(of: answer, before: deadline)
            self.withState { $0.open -= 1 }
            question.answer.resume(
                returning: response
                    ?? .problem(.gatewayTimeout, "no answer within \(self.limits.secondsToAnswer) s"))
        }
    }

    /// The name under which platforms see those who ask from outside.
    private static let clientName = "outside"
}
