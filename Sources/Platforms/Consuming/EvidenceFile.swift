/// Evidence of products that a platform has seen, the latest of them, by canonical identifier.
struct EvidenceFile {
    private var entries: [String: (dossier: Dossier, gathered: Int64)] = [:]
    private var order: [String] = []

    private static let capacity = 6144

    /// A product's evidence with the second in which it was gathered.
    subscript(identifier: String) -> (dossier: Dossier, gathered: Int64)? { entries[identifier] }

    /// Files evidence in place of what was known before; the oldest leaves when there is too much.
    mutating func keep(_ dossier: Dossier, at now: Int64) {
        guard entries.updateValue((dossier, now), forKey: dossier.identifier) == nil else { return }
        order.append(dossier.identifier)
        guard order.count > Self.capacity else { return }
        for identifier in order.prefix(Self.capacity / 2) { entries[identifier] = nil }
        order.removeFirst(Self.capacity / 2)
    }
}
