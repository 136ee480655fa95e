import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs the jobs of one simulation on one thread, in the order in which they were made ready.
///
/// It is the serial executor of the simulation's actors and of the host of its flows, so that calls between them stay
/// on the thread. A job that is made ready on any other thread has left virtual time; it is counted, and
/// ends the run with an error.
package final class SimulationExecutor: SerialExecutor, @unchecked Sendable {
    // Unchecked for `ready` alone, which only the thread touches that is `owner`.
    private var ready = JobQueue()
    /// The thread that runs the simulation, as a word; 0 while none does. It changes under the lock of `early` only.
    private let owner = Atomic<UInt>(0)
    /// Jobs that were made ready on any thread while none ran the simulation, for the one that runs it next.
    private let early = Mutex<[UnownedJob]>([])
    private let strayJobs = Atomic<Int>(0)

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        // Relaxed, because a thread sees what it stored itself, and no other stores its name.
        if owner.load(ordering: .relaxed) == Self.currentThread {
            ready.append(job)
        } else {
            enqueueFromOutside(job)
        }
    }

    @inline(never)
    private func enqueueFromOutside(_ job: UnownedJob) {
        early.withLock { early in
            if owner.load(ordering: .relaxed) == 0 {
                early.append(job)
            } else {
                strayJobs.add(1, ordering: .relaxed)
            }
        }
    }

    package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    /// Whether the caller may touch the simulation's actors: on its thread, or on any while it does not run.
    package func checkIsolated() {
        let owner = owner.load(ordering: .relaxed)
        precondition(owner == 0 || owner == Self.currentThread, "outside the simulation's thread")
    }

    /// The calling thread as a word, which is never 0.
    @inline(__always)
    private static var currentThread: UInt {
        #if canImport(Glibc)
            pthread_self()
        #else
            UInt(bitPattern: pthread_self())
        #endif
    }

    /// Makes the calling thread the one that runs the jobs; no other may run them.
    func adoptThread() {
        early.withLock { early in
            precondition(owner.load(ordering: .relaxed) == 0, "a simulation is run by one thread at a time")
            owner.store(Self.currentThread, ordering: .relaxed)
            for job in early { ready.append(job) }
            early = []
        }
    }

    /// Lets another thread run the jobs.
    func releaseThread() {
        // The lock hands `ready` over to the thread that adopts it next.
        early.withLock { _ in owner.store(0, ordering: .relaxed) }
    }

    /// How many jobs were made ready outside virtual time.
    var strays: Int { strayJobs.load(ordering: .relaxed) }

    /// Lets a job run again that was kept; only on the thread that runs the simulation.
    @inline(__always)
    func makeReady(_ job: UnownedJob) { ready.append(job) }

    /// Runs the next job; false if none is ready.
    @inline(__always)
    func runNext() -> Bool {
        guard let job = ready.popFirst() else { return false }
        job.runSynchronously(on: asUnownedSerialExecutor())
        return true
    }
}

/// Jobs in the order in which they came, in an array that is used as a ring.
private struct JobQueue {
    private var slots: [UnownedJob?] = Array(repeating: nil, count: 1024)
    private var head = 0
    private var count = 0

    mutating func append(_ job: UnownedJob) {
        if count == slots.count { grow() }
        slots[(head + count) & (slots.count - 1)] = job
        count += 1
    }

    mutating func popFirst() -> UnownedJob? {
        guard count > 0 else { return nil }
        let job = slots[head]
        slots[head] = nil
        head = (head + 1) & (slots.count - 1)
        count -= 1
        return job
    }

    private mutating func grow() {
        var larger: [UnownedJob?] = []
        larger.reserveCapacity(slots.count * 2)
        for offset in 0..<count { larger.append(slots[(head + offset) & (slots.count - 1)]) }
        larger.append(contentsOf: repeatElement(nil, count: slots.count * 2 - count))
        slots = larger
        head = 0
    }
}

/// An actor that lives in a simulation's virtual time.
///
/// One that is called millions of times says itself that its `unownedExecutor` is the simulation's: it is asked for it at
/// each call, and the default is called through a table.
package protocol SimulatedActor: Actor {
    nonisolated var simulation: Simulation { get }
}

extension SimulatedActor {
    package nonisolated var unownedExecutor: UnownedSerialExecutor { simulation.unownedExecutor }
}
