/// What a party keeps of one kind of input.
struct Store: Sendable {
    /// What may go into the same batch.
    enum Separation: Sendable {
        case none
        /// Only what is equally certified.
        case standing
        /// Only what is equally certified and of one maker.
        case makers
    }

    /// Some of a batch that is in store.
    struct Lot: Sendable {
        let batch: Batch
        let isCertified: Bool
        fileprivate(set) var quantity: Double
    }

    let separation: Separation
    /// The ids of the products that it takes.
    let sources: [String]
    private(set) var lots: [Lot] = []

    /// Less than this is nothing, in whatever unit.
    private static let least = 0.000_000_5

    init(_ separation: Separation, sources: [String]) {
        self.separation = separation
        self.sources = sources
    }

    /// - Parameter isCertified: Whether it counts as certified for whom the store belongs to.
    mutating func put(_ batch: Batch, _ quantity: Double, isCertified: Bool) {
        lots.append(Lot(batch: batch, isCertified: isCertified, quantity: quantity))
    }

    /// Whether there is enough for a batch.
    ///
    /// - Complexity: O(lots that it takes), where the oldest of a kind are enough.
    func holds(_ quantity: Double) -> Bool {
        guard separation == .none else { return kind(of: quantity, isCertified: nil) != nil }
        var sum = 0.0
        return quantity <= 0
            || lots.contains { lot in
                sum += lot.quantity
                return sum >= quantity
            }
    }

    /// Whether there is enough that is certified.
    func holdsCertified(_ quantity: Double) -> Bool { kind(of: quantity, isCertified: true) != nil }

    /// What may be mixed with each other.
    private struct Kind: Hashable {
        let maker: String
        let isCertified: Bool
    }

    private func kind(of lot: Lot) -> Kind {
        Kind(maker: separation == .makers ? lot.batch.producer.name : "", isCertified: lot.isCertified)
    }

    /// The kind of which there is enough, that of the oldest lot first.
    private func kind(of quantity: Double, isCertified: Bool?) -> Kind? {
        var sums: [Kind: Double] = [:]
        var oldest: Kind?
        for lot in lots where isCertified == nil || lot.isCertified == isCertified {
            let kind = kind(of: lot)
            sums[kind, default: 0] += lot.quantity
            if oldest == nil { oldest = kind }
            // No other can come before it.
            if kind == oldest, sums[kind] ?? 0 >= quantity { return kind }
        }
        return lots.lazy.map(kind).first { sums[$0] ?? 0 >= quantity }
    }

    /// Takes a quantity, oldest first.
    ///
    /// - Parameters:
    ///   - isCertified: What to take where there is enough of it; the other where there isn't.
    ///   - usedUp: Takes the lots of which nothing is left.
    mutating func take(
        _ quantity: Double, isCertified: Bool, usedUp: inout [Batch]
    ) -> [(batch: Batch, quantity: Double)] {
        let kind =
            separation == .none
            ? nil
            : self.kind(of: quantity, isCertified: isCertified) ?? self.kind(of: quantity, isCertified: nil)
        var needed = quantity
        var taken: [(batch: Batch, quantity: Double)] = []
        var index = 0
        while needed > Self.least, index < lots.count {
            guard kind == nil || self.kind(of: lots[index]) == kind else {
                index += 1
                continue
            }
            let part = min(lots[index].quantity, needed)
            taken.append((lots[index].batch, part))
            needed -= part
            lots[index].quantity -= part
            if lots[index].quantity < Self.least { usedUp.append(lots.remove(at: index).batch) } else { index += 1 }
        }
        return taken
    }
}
