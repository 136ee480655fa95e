/// Who used inputs twice: the sign of that stands on the goods of all who used the same, as evidence can't tell whose use was
/// one too many.
struct DoubleUses: Sendable {
    /// The names of the parties that did, by the batch that they used.
    private var users: [String: Set<String>] = [:]

    /// Takes note of a batch.
    mutating func made(_ batch: Batch) {
        guard batch.deeds.contains(.doubleSelling) else { return }
        for input in batch.inputs { users[input.batch.identifier, default: []].insert(batch.producer.name) }
    }

    /// Strikes a batch that nobody uses any more.
    mutating func forget(_ batch: Batch) {
        if !users.isEmpty { users[batch.identifier] = nil }
    }

    /// Who, other than its maker, used twice what a batch was made of; nil where nobody did, or its maker as well.
    func otherUser(behind batch: Batch) -> String? {
        guard !users.isEmpty else { return nil }
        var others: Set<String> = []
        for input in batch.inputs { others.formUnion(users[input.batch.identifier] ?? []) }
        return others.contains(batch.producer.name) ? nil : others.min()
    }
}
