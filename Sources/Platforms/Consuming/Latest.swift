/// The latest of many things by their names: where there are too many, the older half is forgotten.
struct Latest<Name: Hashable & Sendable, Value: Sendable>: Sendable {
    // Two tables, so that the older half goes as a whole and nothing that stays is moved.
    private var recent: [Hashed: Value] = [:]
    private var former: [Hashed: Value] = [:]
    private let capacity: Int

    /// What was let go of at once.
    typealias Forgotten = [Hashed: Value]

    /// A name with its hash, which is worked out once for both tables: names are long.
    struct Hashed: Hashable, Sendable {
        private let name: Name
        private let hash: Int

        fileprivate init(_ name: Name) {
            self.name = name
            hash = name.hashValue
        }

        static func == (one: Self, other: Self) -> Bool { one.hash == other.hash && one.name == other.name }

        func hash(into hasher: inout Hasher) { hasher.combine(hash) }
    }

    init(_ capacity: Int) {
        self.capacity = capacity / 2
    }

    subscript(name: Name) -> Value? {
        let name = Hashed(name)
        return recent[name] ?? former[name]
    }

    /// Keeps a value as the latest, in place of what was known under the name.
    ///
    /// - Returns: What was forgotten, if anything was.
    @discardableResult
    mutating func keep(_ value: Value, as name: Name) -> Forgotten? {
        let name = Hashed(name)
        guard recent.updateValue(value, forKey: name) == nil else { return nil }
        former.removeValue(forKey: name)
        guard recent.count > capacity else { return nil }
        recent.removeValue(forKey: name)
        let forgotten = forgetOlder()
        recent[name] = value
        return forgotten
    }

    /// Changes what is known under a name, or what is there at first.
    mutating func change(_ name: Name, from first: @autoclosure () -> Value, _ change: (inout Value) -> Void) {
        let name = Hashed(name)
        if let position = former.index(forKey: name) {
            change(&former.values[position])
        } else if let position = recent.index(forKey: name) {
            change(&recent.values[position])
        } else {
            if recent.count >= capacity { forgetOlder() }
            change(&recent[name, default: first()])
        }
    }

    mutating func forget(_ name: Name) {
        let name = Hashed(name)
        if recent.removeValue(forKey: name) == nil { former.removeValue(forKey: name) }
    }

    mutating func forgetAll() { (recent, former) = ([:], [:]) }

    /// Forgets what was not kept since this was last done, and begins another half.
    ///
    /// - Returns: What was forgotten.
    @discardableResult
    mutating func forgetOlder() -> Forgotten {
        let forgotten = former
        former = recent
        recent = Dictionary(minimumCapacity: former.count)
        return forgotten
    }
}
