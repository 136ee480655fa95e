import HeapModule

/// Who waits for which instant.
///
/// The heap holds plain values of 24 bytes; who is to be resumed stands in a slot beside it. A timer that is no longer
/// wanted is left in the heap, its slot emptied, and passed over when it comes up.
struct TimerQueue {
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
        var continuation: UnsafeContinuation<Bool, Never>?
    }

    /// Names a timer, for cancelling it.
    struct Token {
        fileprivate let slot: Int32
        fileprivate let generation: UInt32
    }

    private var heap = Heap<Entry>()
    private var slots: [Slot] = []
    private var free: [Int32] = []
    private var sequence: UInt64 = 0
    /// Scrambles the order of equal instants where it is not 0.
    private let shuffle: UInt64

    init(shuffle: UInt64) {
        self.shuffle = shuffle
    }

    /// Resumes a continuation with `true` at an instant.
    mutating func add(at instant: VirtualInstant, _ continuation: UnsafeContinuation<Bool, Never>) -> Token {
        let index: Int32
        if let reused = free.popLast() {
            index = reused
        } else {
            index = Int32(slots.count)
            slots.append(Slot())
        }
        slots[Int(index)].continuation = continuation
        let generation = slots[Int(index)].generation
        sequence += 1
        let order = shuffle == 0 ? sequence : SplitMix64.mix(sequence ^ shuffle)
        heap.insert(Entry(instant: instant, order: order, slot: index, generation: generation))
        return Token(slot: index, generation: generation)
    }

    /// Takes a timer back and returns whom it would have resumed.
    mutating func cancel(_ token: Token) -> UnsafeContinuation<Bool, Never>? {
        guard slots[Int(token.slot)].generation == token.generation else { return nil }
        return vacate(token.slot)
    }

    /// The instant of the next timer that is still wanted.
    mutating func nextInstant() -> VirtualInstant? {
        while let entry = heap.min {
            if slots[Int(entry.slot)].generation == entry.generation { return entry.instant }
            _ = heap.popMin()
        }
        return nil
    }

    /// Removes the next timer if it is due at an instant.
    mutating func popDue(at instant: VirtualInstant) -> UnsafeContinuation<Bool, Never>? {
        while let entry = heap.min, entry.instant <= instant {
            _ = heap.popMin()
            if slots[Int(entry.slot)].generation == entry.generation { return vacate(entry.slot) }
        }
        return nil
    }

    private mutating func vacate(_ index: Int32) -> UnsafeContinuation<Bool, Never>? {
        defer {
            slots[Int(index)].continuation = nil
            slots[Int(index)].generation &+= 1
            free.append(index)
        }
        return slots[Int(index)].continuation
    }
}
