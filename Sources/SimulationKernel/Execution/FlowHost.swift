/// Where flows begin, and where they are while they are in no other actor.
package actor FlowHost {
    package nonisolated let unownedExecutor: UnownedSerialExecutor

    init(_ executor: SimulationExecutor) { unownedExecutor = executor.asUnownedSerialExecutor() }
}

/// Runs what is isolated to no actor on the thread of a simulation.
final class UnisolatedExecutor: TaskExecutor {
    private let executor: SimulationExecutor

    init(_ executor: SimulationExecutor) { self.executor = executor }

    func enqueue(_ job: consuming ExecutorJob) { executor.enqueue(job) }
}

/// Where flows wait for their timers.
///
/// Whoever calls `wait` is moved to this actor's executor, which does nothing but keep the job until the timer that was
/// set before is due; the simulation's executor goes on with it then. A continuation would do that too, but resumes a
/// task on no actor's executor, so that each task needed a preferred one, and all calls between actors look it up under a
/// lock.
actor WaitingRoom {
    private let executor: Executor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
    /// Waits that are over; for the compiler leaves out the move to an actor of which nothing is touched.
    private var waits: UInt64 = 0

    init(_ timers: TimerQueue) { executor = Executor(timers) }

    func wait() { waits &+= 1 }

    private final class Executor: SerialExecutor {
        private let timers: TimerQueue

        init(_ timers: TimerQueue) { self.timers = timers }

        func enqueue(_ job: consuming ExecutorJob) { timers.keep(UnownedJob(job)) }
    }
}
