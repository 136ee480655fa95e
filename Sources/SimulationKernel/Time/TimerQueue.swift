import HeapModule

/// Who waits for which instant.
///
/// The heap holds plain values of 24 bytes; the job that waits stands in a slot beside it. A timer that is no longer
/// wanted is left in the heap, its slot emptied, and passed over when it comes up.
final class TimerQueue: @unchecked Sendable {
    // A class, because the simulation and its waiting room share it. Unchecked: only the thread that runs the simulation
    // touches it. All that changes stands in one value, so that each call is one access to it.
    private var table: Table

    init(shuffle: UInt64) { table = Table(shuffle: shuffle) }

    /// Sets a timer for the job that is kept next.
    func set(for instant: VirtualInstant) -> Token { table.set(for: instant) }

    /// Keeps a job until the timer that was set last is due.
    func keep(_ job: UnownedJob) { table.keep(job) }

    /// Takes a timer back and returns the job that waits for it.
    func cancel(_ token: Token) -> UnownedJob? { table.cancel(token) }

    /// The instant of the next timer that is still wanted.
    func nextInstant() -> VirtualInstant? { table.nextInstant() }

    /// Removes the next timer if it is due at an instant.
    func popDue(at instant: VirtualInstant) -> UnownedJob? { table.popDue(at: instant) }

    /// Names a timer, for cancelling it.
    struct Token {
        fileprivate let slot: Int32
        fileprivate let generation: UInt32
    }
}

/// What a queue of timers consists of.
private struct Table {
    private struct Entry: Comparable {
        let instant: VirtualInstant
        /// Decides between equal instants.
        let order: UInt64
        let slot: Int32
        let generation: UInt32

        static func < (one: Entry, other: Entry) -> Bool {
            (one.instant.nanoseconds, one.order) < (other.instant.nanoseconds, other.order)
        }

        static func == (one: Entry, other: Entry) -> Bool {
            one.instant == other.instant && one.order == other.order
        }
    }

    private struct Slot {
        var generation: UInt32 = 0
        var job: UnownedJob?
    }

    private var heap = Heap<Entry>()
    private var slots: [Slot] = []
    private var free: [Int32] = []
    private var sequence: UInt64 = 0
    /// The slot that was set last, for whoever comes to wait.
    private var latest: Int32 = 0
    /// Scrambles the order of equal instants where it is not 0.
    private let shuffle: UInt64

    init(shuffle: UInt64) {
        self.shuffle = shuffle
    }

    mutating func set(for instant: VirtualInstant) -> TimerQueue.Token {
        let index: Int32
        if let reused = free.popLast() {
            index = reused
        } else {
            index = Int32(slots.count)
            slots.append(Slot())
        }
        latest = index
        let generation = slots[Int(index)].generation
        sequence += 1
        let order = shuffle == 0 ? sequence : SplitMix64.mix(sequence ^ shuffle)
        heap.insert(Entry(instant: instant, order: order, slot: index, generation: generation))
        return TimerQueue.Token(slot: index, generation: generation)
    }

    mutating func keep(_ job: UnownedJob) { slots[Int(latest)].job = job }

    mutating func cancel(_ token: TimerQueue.Token) -> UnownedJob? {
        guard slots[Int(token.slot)].generation == token.generation else { return nil }
        return vacate(token.slot)
    }

    mutating func nextInstant() -> VirtualInstant? {
        while let entry = heap.min {
            if slots[Int(entry.slot)].generation == entry.generation { return entry.instant }
            _ = heap.popMin()
        }
        return nil
    }

    mutating func popDue(at instant: VirtualInstant) -> UnownedJob? {
        while let entry = heap.min, entry.instant <= instant {
            _ = heap.popMin()
            if slots[Int(entry.slot)].generation == entry.generation { return vacate(entry.slot) }
        }
        return nil
    }

    private mutating func vacate(_ index: Int32) -> UnownedJob? {
        defer {
            slots[Int(index)].job = nil
            slots[Int(index)].generation &+= 1
            free.append(index)
        }
        return slots[Int(index)].job
    }
}
