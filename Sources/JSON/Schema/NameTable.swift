/// Names that are found by their bytes without making a string: a hash table with open addressing.
struct NameTable: Sendable {
    struct Entry: Sendable {
        let hash: UInt32
        /// Where the letters of the name begin, and how many there are.
        let start: Int32
        let count: Int32
        /// The schema of the property, or -1.
        var schema: Int32
        var isRequired: Bool
    }

    private(set) var entries: [Entry] = []
    private var letters: [UInt8] = []
    private var slots: [Int32] = []

    /// Adds a name, or what is said of it, to the table.
    mutating func add(_ name: String, schema: Int? = nil, isRequired: Bool = false) {
        let known = find(name.utf8Span.span)
        if known >= 0 {
            if let schema { entries[known].schema = Int32(schema) }
            if isRequired { entries[known].isRequired = true }
            return
        }
        entries.append(
            Entry(
                hash: JSONBytes.hash(name.utf8Span.span), start: Int32(letters.count), count: Int32(name.utf8.count),
                schema: schema.map(Int32.init) ?? -1, isRequired: isRequired))
        letters.append(contentsOf: name.utf8)
        guard entries.count * 2 > slots.count else { return place(entries.count - 1) }
        slots = [Int32](repeating: -1, count: max(8, slots.count * 2))
        for index in entries.indices { place(index) }
    }

    private mutating func place(_ index: Int) {
        var slot = Int(entries[index].hash) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(index)
    }

    /// The position of a name's entry, or -1.
    @inline(__always)
    func find(_ name: Span<UInt8>) -> Int {
        guard !slots.isEmpty else { return -1 }
        let hash = JSONBytes.hash(name)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.hash == hash {
                let range = Int(entry.start)..<Int(entry.start + entry.count)
                if JSONBytes.areEqual(letters.span.extracting(range), name) { return Int(slots[slot]) }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return -1
    }
}
