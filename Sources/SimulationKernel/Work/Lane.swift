import DequeModule
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
        var pending: Deque<@Sendable (inout State) -> Void> = []
        /// Where the state is while nobody works on it.
        var box: Box?
        var isInPool = false
    }

    private final class Box: @unchecked Sendable {
        // A class, so that the state is brought forward where it is. Unchecked: only who took it touches it.
        var state: State

        init(_ state: State) { self.state = state }
    }

    private let content: Mutex<Content>
    private let pool: WorkerPool

    /// Entries that may wait; who adds more does them first, or waits for whoever is at it.
    private let maximumPending: Int
    /// Entries that are done in one go, so that work that somebody waits for comes soon.
    private static var slice: Int { 32 }

    init(_ state: State, pool: WorkerPool) {
        content = Mutex(Content(box: Box(state)))
        self.pool = pool
        maximumPending = pool.isIdle ? Self.slice : 4096
    }

    /// Adds a piece of work; without other threads it waits for company.
    package func add(_ work: @escaping @Sendable (inout State) -> Void) {
        let (isFull, isNew) = content.withLock { content in
            content.pending.append(work)
            let isNew = !content.isInPool
            content.isInPool = true
            return (content.pending.count >= maximumPending, isNew)
        }
        if isNew { pool.add(self, isUrgent: false) }
        guard isFull else { return }
        while content.withLock({ $0.pending.count >= maximumPending }) {
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
            let done = content.withLock { $0.pending.isEmpty ? $0.box?.state : nil }
            if let done { return done }
            sched_yield()
        }
    }

    func runIfPending() {
        guard let (box, work) = claim() else { return }
        for piece in work { piece(&box.state) }
        let isLeft = content.withLock { content in
            content.box = box
            let isLeft = !content.pending.isEmpty && !content.isInPool
            if isLeft { content.isInPool = true }
            return isLeft
        }
        if isLeft { pool.add(self, isUrgent: false) }
    }

    /// Takes the state and the first of what waits, unless somebody else has them; who does looks again when it is done.
    private func claim() -> (box: Box, work: [@Sendable (inout State) -> Void])? {
        content.withLock { content in
            content.isInPool = false
            guard !content.pending.isEmpty, let box = content.box else { return nil }
            let work = Array(content.pending.prefix(Self.slice))
            content.pending.removeFirst(work.count)
            content.box = nil
            return (box, work)
        }
    }
}
