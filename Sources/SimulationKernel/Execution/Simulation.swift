import Synchronization

/// One run in virtual time: flows, timers, random streams, work on other cores, and the observations that make its
/// digest.
///
/// Everything but `cancel()` and `Deferred` belongs to the thread that calls `run`. A simulation is `Sendable` because
/// its actors hold it; `SimulationExecutor` makes sure that they stay on that thread.
package final class Simulation: @unchecked Sendable {
    /// What a run follows from. Seed, replication, epoch and order of ties decide what happens; the rest decides how long
    /// it takes, when it is given up and what is kept of it.
    package struct Configuration: Sendable {
        /// What all chance is drawn from.
        package var seed: UInt64
        /// Which of several runs with the same seed this is.
        package var replication = 0
        /// When virtual time begins, in Unix seconds.
        package var epochUnixSeconds: Int64
        /// Threads in all, the simulation's own among them; with 1 all work is done inline.
        package var threads = 2
        package var ties = TieOrder.fifo
        /// How many jobs may run without virtual time moving on; more are taken for a livelock.
        package var maximumJobsPerInstant = 50_000_000
        /// Whether the text of each observation is kept, for comparing two runs.
        package var recordsObservations = false

        package init(seed: UInt64, epochUnixSeconds: Int64) {
            self.seed = seed
            self.epochUnixSeconds = epochUnixSeconds
        }
    }

    /// The order of timers that are due at the same instant.
    package enum TieOrder: String, Sendable, CaseIterable {
        /// The one that was set first comes first.
        case fifo
        /// By chance that follows from the seed, for showing that no result depends on it.
        case shuffled
    }

    /// How a run came to its end.
    package enum End: Sendable, Hashable {
        /// Nothing was left to do.
        case finished
        /// The given instant was reached.
        case reachedLimit
        case cancelled
    }

    package let configuration: Configuration
    package let executor: SimulationExecutor
    /// The executor once more, for the actors, which are asked for it at each call.
    package let unownedExecutor: UnownedSerialExecutor
    private let flowHost: FlowHost
    private let waitingRoom: WaitingRoom
    package private(set) var now = VirtualInstant.epoch

    private let timers: TimerQueue
    private let workers: WorkerPool
    private let isCancelled = Atomic<Bool>(false)
    private var flows: [UInt64: String] = [:]
    private var flowSequence: UInt64 = 0
    private var observations: ObservationLog
    /// What waits for company before another core frees it.
    private var dropped: [any AnyObject & Sendable] = []

    package init(_ configuration: Configuration) {
        self.configuration = configuration
        executor = SimulationExecutor()
        unownedExecutor = executor.asUnownedSerialExecutor()
        flowHost = FlowHost(executor)
        timers = TimerQueue(shuffle: configuration.ties == .shuffled ? SplitMix64.mix(configuration.seed) | 1 : 0)
        waitingRoom = WaitingRoom(timers)
        workers = WorkerPool(threads: max(0, configuration.threads - 1))
        observations = ObservationLog(records: configuration.recordsObservations, pool: workers)
    }

    deinit { workers.stop() }

    /// Virtual time for code that is written for any `Clock`, in a flow that `startUnisolated` began.
    package var clock: VirtualClock { VirtualClock(simulation: self) }

    /// Virtual time as a date, in Unix seconds.
    package var nowUnixSeconds: Int64 { unixSeconds(at: now) }

    /// An instant as a date, in whole Unix seconds, rounded towards the epoch.
    package func unixSeconds(at instant: VirtualInstant) -> Int64 {
        configuration.epochUnixSeconds + instant.nanoseconds / 1_000_000_000
    }

    /// The instant at which a date is, given in Unix seconds; before the epoch for one that lies before the run.
    package func instant(unixSeconds: Int64) -> VirtualInstant {
        VirtualInstant(nanoseconds: (unixSeconds - configuration.epochUnixSeconds) * 1_000_000_000)
    }

    // MARK: Flows

    /// Starts a flow: the only way in which a task begins.
    ///
    /// - Parameters:
    ///   - name: What the flow does; named in the error when it waits for something that never comes.
    ///   - flow: What it does, isolated to an actor of the simulation: a closure that is isolated to none would leave
    ///     its thread.
    package func start(_ name: String, _ flow: @escaping @Sendable (isolated FlowHost) async -> Void) {
        let id = begin(flow: name)
        flowHost.assumeIsolated { host in
            _ = Task {
                await flow(host)
                self.flows[id] = nil
            }
        }
    }

    /// Starts a flow that is isolated to no actor and needn't be, for code that knows nothing of the simulation, such as
    /// what is written for any `Clock`.
    ///
    /// It stays on the simulation's thread as others do, and its calls cost more, as each looks up what its task prefers.
    package func startUnisolated(_ name: String, _ flow: @escaping @Sendable () async -> Void) {
        let id = begin(flow: name)
        Task(executorPreference: UnisolatedExecutor(executor)) {
            await flow()
            self.flows[id] = nil
        }
    }

    private func begin(flow name: String) -> UInt64 {
        flowSequence += 1
        flows[flowSequence] = name
        return flowSequence
    }

    /// Starts a flow at an instant.
    package func start(
        _ name: String, at instant: VirtualInstant, _ flow: @escaping @Sendable (isolated FlowHost) async -> Void
    ) {
        start(name) { host in
            await self.sleep(until: instant)
            await flow(host)
        }
    }

    /// Runs what is ready, then lets virtual time jump to the next timer, until nothing is left.
    ///
    /// Flows that still wait when a run is cancelled or reaches its limit are abandoned where they stand.
    ///
    /// - Parameter limit: The instant at which the run ends even if something is left to do.
    /// - Throws: When flows wait for what can't come, when time stands still, or when work left virtual time.
    package func run(until limit: VirtualInstant? = nil) throws(SimulationError) -> End {
        executor.adoptThread()
        defer { executor.releaseThread() }
        while true {
            var jobs = 0
            while executor.runNext() {
                jobs += 1
                guard jobs < configuration.maximumJobsPerInstant else {
                    throw .livelock(at: now, flows: waitingFlows)
                }
                if jobs & 63 == 0, isCancelled.load(ordering: .relaxed) { return .cancelled }
            }
            if executor.strays > 0 { throw .leftVirtualTime(jobs: executor.strays) }
            if isCancelled.load(ordering: .relaxed) { return .cancelled }
            guard let next = timers.nextInstant() else {
                guard flows.isEmpty else { throw .stalled(at: now, flows: waitingFlows) }
                return .finished
            }
            if let limit, next > limit {
                now = limit
                return .reachedLimit
            }
            now = next
            while let due = timers.popDue(at: next) { executor.makeReady(due) }
        }
    }

    /// Asks the run to end at the next job; safe on any thread and in a signal handler.
    package func cancel() { isCancelled.store(true, ordering: .relaxed) }

    private var waitingFlows: [String] {
        var counts: [String: Int] = [:]
        for name in flows.values { counts[name, default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map { $0.value == 1 ? $0.key : "\($0.key) (\($0.value) times)" }
    }

    // MARK: Waiting

    /// Suspends the flow until an instant of virtual time; goes on at once where that has come.
    ///
    /// Those who sleep until the same instant go on in the order that `TieOrder` says. Nothing wakes a flow earlier, the
    /// cancelling of its task included.
    package func sleep(until instant: VirtualInstant) async {
        guard instant > now else { return }
        _ = timers.set(for: instant)
        await waitingRoom.wait()
    }

    /// Suspends the flow for a duration of virtual time, in whole nanoseconds; not at all for one of zero or less.
    package func sleep(for duration: Duration) async {
        await sleep(until: now.advanced(by: duration))
    }

    /// The value of a completion, or nil if the deadline comes first. One flow at a time may wait for it.
    ///
    /// One suspension, one timer and one resumption, whichever comes first.
    package func value<Value>(of completion: Completion<Value>, before deadline: VirtualInstant) async -> Value? {
        if let value = completion.value { return value }
        guard deadline > now else { return nil }
        precondition(completion.waiter == nil, "two flows wait for the same completion")
        completion.waiter = timers.set(for: deadline)
        await waitingRoom.wait()
        completion.waiter = nil
        return completion.isInTime ? completion.value : nil
    }

    /// Gives a completion its value, once; later values are dropped.
    package func complete<Value>(_ completion: Completion<Value>, with value: Value) {
        guard completion.value == nil else { return }
        completion.value = value
        guard let waiter = completion.waiter, let job = timers.cancel(waiter) else { return }
        completion.isInTime = true
        executor.makeReady(job)
    }

    // MARK: Work on other cores

    /// Starts pure work on another core, or leaves it for whoever asks for its value first.
    package func begin<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Deferred<Value> {
        let deferred = Deferred(work, pool: workers)
        workers.add(deferred, isUrgent: true)
        return deferred
    }

    /// Lets another core put away what nobody needs any more, which takes its time where it is much: at once where there is
    /// no other, and else when it has nothing better to do, be it after the simulation has gone.
    package func tidy(_ work: @escaping @Sendable () -> Void) {
        workers.add(Tidying(work: work))
    }

    /// Lets another core free what nobody needs any more.
    package func discard(_ rest: some Sendable) {
        tidy { withExtendedLifetime(rest) {} }
    }

    /// Lets another core free something small that nobody needs any more, together with others.
    package func drop(_ rest: any AnyObject & Sendable) {
        dropped.append(rest)
        guard dropped.count >= Self.dropSize else { return }
        discard(dropped)
        dropped = []
        dropped.reserveCapacity(Self.dropSize)
    }

    private static let dropSize = 64

    /// State that is brought forward on another core in the order in which work on it is added.
    package func lane<State: Sendable>(_ state: State) -> Lane<State> { Lane(state, pool: workers) }

    // MARK: Chance and observation

    /// A random stream of its own for each purpose: another purpose more or less changes none of the others.
    package func stream(_ path: String, _ purpose: String) -> RandomStream {
        RandomStream(
            seed: configuration.seed, replication: configuration.replication, path: path, purpose: purpose)
    }

    /// Adds an observation to the digest, in the order of the calls.
    package func observe(_ part: ObservationPart, _ write: (inout ObservationWriter) -> Void) {
        observations.add(part, at: now, write)
    }

    package var digest: RunDigest { observations.digest }

    /// The texts of all observations, where the configuration asks for them.
    package var recordedObservations: [String] { observations.recorded }
}

/// A value that comes later, and once.
package final class Completion<Value: Sendable>: @unchecked Sendable {
    // A class, because the one who waits and the one who completes share it. Unchecked: only the thread that runs the
    // simulation touches it.
    fileprivate var value: Value?
    fileprivate var waiter: TimerQueue.Token?
    /// Whether it came before the deadline of the one who waited for it.
    fileprivate var isInTime = false

    package init() {}

    /// The value, if it has come.
    package var result: Value? { value }
}

/// Why a run could not go on.
package enum SimulationError: Error, Sendable, Hashable, CustomStringConvertible {
    case stalled(at: VirtualInstant, flows: [String])
    case livelock(at: VirtualInstant, flows: [String])
    case leftVirtualTime(jobs: Int)
    /// What has to be conserved was not.
    case unbalanced(String)

    package var description: String {
        switch self {
        case .stalled(let instant, let flows):
            "at \(instant.nanoseconds) ns nothing is left that could wake the flows that wait: " + Self.list(flows)
        case .livelock(let instant, let flows):
            "time stands still at \(instant.nanoseconds) ns while these go on: " + Self.list(flows)
        case .leftVirtualTime(let jobs):
            "\(jobs) jobs were made ready outside the simulation's thread: something waits in real time"
        case .unbalanced(let text): text
        }
    }

    /// The first of some names, and how many more there are.
    private static func list(_ names: [String]) -> String {
        let more = names.count > 12 ? " and \(names.count - 12) others" : ""
        return names.prefix(12).joined(separator: ", ") + more
    }
}
