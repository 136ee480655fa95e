import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// State that pieces of work bring forward one after the other, in the order in which they were added, on another core
/// where one is free.
///
/// For books that nobody reads before the run has ended: who adds an entry goes on at once, and as the order is that of
/// the additions, the state at the end is the same however many threads there are.
package final class Lane<State: Sendable>: PoolWork {
    // A class, because the one who adds work and the one who does it share it.
    private struct Content {
        var pending: [@Sendable (inout State) -> Void] = []
        /// The state while nobody works on it.
        var state: State?
        var isInPool = false
    }

    private let content: Mutex<Content>
    private let pool: WorkerPool

    /// Entries that may wait; who adds more does them first, or waits for whoever is at it.
    private static var maximumPending: Int { 4096 }

    init(_ state: State, pool: WorkerPool) {
        content = Mutex(Content(state: state))
        self.pool = pool
    }

    /// Adds a piece of work; without other threads it waits for company or for the end.
    package func add(_ work: @escaping @Sendable (inout State) -> Void) {
        let (isFull, isNew) = content.withLock { content in
            content.pending.append(work)
            let isNew = !content.isInPool
            content.isInPool = true
            return (content.pending.count >= Self.maximumPending, isNew)
        }
        if isNew { pool.add(self) }
        guard isFull else { return }
        while content.withLock({ $0.pending.count >= Self.maximumPending }) {
            runIfPending()
            sched_yield()
        }
    }

    /// The state after all that was added so far.
    ///
    /// - Complexity: What is left to do.
    package var value: State {
        while true {
            runIfPending()
            let done = content.withLock { $0.pending.isEmpty ? $0.state : nil }
            if let done { return done }
            sched_yield()
        }
    }

    func runIfPending() {
        while var batch = claim() {
            for work in batch.work { work(&batch.state) }
            content.withLock { [state = batch.state] in $0.state = state }
        }
    }

    /// Takes the state and all that waits, unless somebody else has them; who does looks again when it is done.
    private func claim() -> (state: State, work: [@Sendable (inout State) -> Void])? {
        content.withLock { content in
            content.isInPool = false
            guard !content.pending.isEmpty, let state = content.state else { return nil }
            let work = content.pending
            content.pending = []
            content.state = nil
            return (state, work)
        }
    }
}
