/// The latest of many things by their names: where there are too many, the older half is forgotten.
struct Latest<Name: Hashable & Sendable, Value: Sendable>: Sendable {
    private var entries: [Name: Entry] = [:]
    /// Which half new things belong to: they are numbered, and only the latest two are kept.
    private var half = 0
    /// How many belong to it.
    private var count = 0
    private let capacity: Int

    private struct Entry {
        var value: Value
        var half: Int
    }

    init(_ capacity: Int) {
        self.capacity = capacity / 2
    }

    subscript(name: Name) -> Value? { entries[name]?.value }

    /// Keeps a value in place of what was known under the name.
    mutating func keep(_ value: Value, as name: Name) {
        change(name, from: value) { $0 = value }
    }

    /// Changes what is known under a name, or what is there at first.
    mutating func change(_ name: Name, from first: Value, _ change: (inout Value) -> Void) {
        let former = entries.count
        change(&entries[name, default: Entry(value: first, half: half)].value)
        if entries.count > former { makeRoom(for: name) }
    }

    mutating func forget(_ name: Name) {
        if entries.removeValue(forKey: name)?.half == half { count -= 1 }
    }

    mutating func forgetAll() { (entries, count) = ([:], 0) }

    /// Begins another half with a name that is one too many for the present one, and forgets the one before that.
    private mutating func makeRoom(for name: Name) {
        count += 1
        guard count > capacity else { return }
        entries = entries.filter { $0.value.half == half }
        half += 1
        count = 1
        entries[name]?.half = half
    }
}
