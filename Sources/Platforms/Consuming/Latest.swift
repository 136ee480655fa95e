/// The latest of many things by name: where there are too many, the older half is forgotten.
struct Latest<Value: Sendable>: Sendable {
    private var entries: [String: Value] = [:]
    private var order: [String] = []
    private let capacity: Int

    init(_ capacity: Int) {
        self.capacity = capacity
    }

    subscript(name: String) -> Value? { entries[name] }

    /// Keeps a value in place of what was known under the name.
    mutating func keep(_ value: Value, as name: String) {
        if entries.updateValue(value, forKey: name) == nil { add(name) }
    }

    /// Changes what is known under a name, or what is there at first.
    mutating func change(_ name: String, from first: Value, _ change: (inout Value) -> Void) {
        let isNew = entries[name] == nil
        change(&entries[name, default: first])
        if isNew { add(name) }
    }

    mutating func forget(_ name: String) { entries[name] = nil }

    private mutating func add(_ name: String) {
        order.append(name)
        guard order.count > capacity else { return }
        for name in order.prefix(capacity / 2) { entries[name] = nil }
        order.removeFirst(capacity / 2)
    }
}
