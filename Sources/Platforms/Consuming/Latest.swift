/// The latest of many things by their names: where there are too many, the older half is forgotten.
///
/// Two halves, so that forgetting lets go of one as a whole.
struct Latest<Name: Hashable & Sendable, Value: Sendable>: Sendable {
    private var newer: [Name: Value] = [:]
    private var older: [Name: Value] = [:]
    private let half: Int

    init(_ capacity: Int) {
        half = capacity / 2
    }

    subscript(name: Name) -> Value? { newer[name] ?? older[name] }

    /// Keeps a value in place of what was known under the name.
    mutating func keep(_ value: Value, as name: Name) {
        if let place = older.index(forKey: name) {
            older.values[place] = value
        } else if newer.updateValue(value, forKey: name) == nil {
            makeRoom(for: name)
        }
    }

    /// Changes what is known under a name, or what is there at first.
    mutating func change(_ name: Name, from first: Value, _ change: (inout Value) -> Void) {
        if let place = older.index(forKey: name) { return change(&older.values[place]) }
        let count = newer.count
        change(&newer[name, default: first])
        if newer.count > count { makeRoom(for: name) }
    }

    mutating func forget(_ name: Name) {
        newer[name] = nil
        older[name] = nil
    }

    mutating func forgetAll() { (newer, older) = ([:], [:]) }

    /// Lets go of the older half once a name is one too many for the newer.
    private mutating func makeRoom(for name: Name) {
        guard newer.count > half, let value = newer.removeValue(forKey: name) else { return }
        older = newer
        newer = [name: value]
        newer.reserveCapacity(half)
    }
}
