import DequeModule
package import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Work that a pool can do: something that runs if nobody ran it before.
protocol PoolWork: Sendable {
    func runIfPending()
}

/// Threads that do pure work ahead of its use.
///
/// Threads of their own rather than tasks, because the work must go on while the simulation's thread is busy, and must
/// never resume anything there.
final class WorkerPool: @unchecked Sendable {
    // Unchecked: all mutable state is guarded by `mutex`.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var urgent: Deque<any PoolWork> = []
    private var patient: Deque<any PoolWork> = []
    private var tidying: Deque<Tidying> = []
    private var isStopped = false
    /// Whether there is no thread but the simulation's own. It is set before any work is added.
    private(set) var isIdle = true

    init(threads: Int) {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
        // Where the system has no more threads to give, the pool does with those that it has, and without any: work
        // that nobody has begun is done by whoever asks for its value, and no result depends on who does it.
        for _ in 0..<threads {
            guard startThread() else { break }
            isIdle = false
        }
    }

    /// Starts one more thread.
    ///
    /// - Returns: Whether the system had one to give.
    private func startThread() -> Bool {
        let context = Unmanaged.passRetained(self)
        var thread = pthread_t()
        let status = pthread_create(&thread, nil, Self.work, context.toOpaque())
        if status == 0 { pthread_detach(thread) } else { context.release() }
        return status == 0
    }

    private static let work: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        guard let context else { return nil }
        let pool = Unmanaged<WorkerPool>.fromOpaque(context).takeRetainedValue()
        while let next = pool.waitForWork() { next.runIfPending() }
        return nil
    }

    /// Without threads nothing is kept: the work is done when its value is asked for.
    ///
    /// - Parameter isUrgent: Whether somebody will ask for it soon; what isn't urgent waits for what is.
    func add(_ work: any PoolWork, isUrgent: Bool) {
        guard !isIdle else { return }
        pthread_mutex_lock(mutex)
        if isUrgent { urgent.append(work) } else { patient.append(work) }
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Has something put away once there is nothing else to do, be it after the end of the simulation; without threads
    /// that is done at once.
    func add(_ tidying: Tidying) {
        guard !isIdle else { return tidying.runIfPending() }
        pthread_mutex_lock(mutex)
        self.tidying.append(tidying)
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Takes work that no thread has begun, for a thread that would otherwise wait.
    func takeWork() -> (any PoolWork)? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return next()
    }

    private func waitForWork() -> (any PoolWork)? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let work = next() ?? tidying.popFirst() { return work }
            if isStopped { return nil }
            pthread_cond_wait(condition, mutex)
        }
    }

    private func next() -> (any PoolWork)? { urgent.popFirst() ?? patient.popFirst() }

    /// Ends all threads, once they have put away what there is.
    func stop() {
        pthread_mutex_lock(mutex)
        isStopped = true
        urgent = []
        patient = []
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(condition)
        mutex.deallocate()
        condition.deallocate()
    }
}

/// The value of pure work that may be done on another core, ahead of its use.
///
/// Which thread does the work, and when, changes nothing but how long the run takes.
package final class Deferred<Value: Sendable>: PoolWork, @unchecked Sendable {
    // A class, because the one who asks and the one who does the work share it. Unchecked: `result` is written once,
    // before `isDone` says so, and read after that. What is asked for a million times is inlined where it is asked for.
    private let pending: Mutex<(@Sendable () -> Value)?>
    @usableFromInline let isDone: Atomic<Bool>
    @usableFromInline var result: Value?
    private let pool: WorkerPool?

    init(_ work: @escaping @Sendable () -> Value, pool: WorkerPool) {
        pending = Mutex(work)
        isDone = Atomic(false)
        self.pool = pool
    }

    /// A value that is there already.
    package init(_ value: Value) {
        pending = Mutex(nil)
        isDone = Atomic(true)
        result = value
        pool = nil
    }

    /// The value; does the work if nobody began it, and helps with other work while somebody is at it.
    @inlinable package var value: Value { known ?? awaited() }

    /// The value, if it was made by now.
    @inlinable package var known: Value? { isDone.load(ordering: .acquiring) ? result : nil }

    @usableFromInline func awaited() -> Value {
        while true {
            if let known { return known }
            if let work = claim() { return finish(work) }
            if let other = pool?.takeWork() { other.runIfPending() } else { sched_yield() }
        }
    }

    func runIfPending() {
        if let work = claim() { _ = finish(work) }
    }

    /// Takes the work, if nobody began it.
    private func claim() -> (@Sendable () -> Value)? {
        pending.withLock { pending in
            defer { pending = nil }
            return pending
        }
    }

    private func finish(_ work: @Sendable () -> Value) -> Value {
        let value = work()
        result = value
        isDone.store(true, ordering: .releasing)
        return value
    }
}

/// The putting away of what nobody needs any more; what the closure holds goes with it.
struct Tidying: PoolWork {
    let work: @Sendable () -> Void

    func runIfPending() { work() }
}
