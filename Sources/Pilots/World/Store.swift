/// What a party keeps of one kind of input.
struct Store: Sendable {
    /// Whether material of different makers may go into the same batch.
    let isMixed: Bool
    /// The ids of the products that it takes.
    let sources: [String]
    private(set) var lots: [(batch: Batch, quantity: Double)] = []

    /// Less than this is nothing, in whatever unit.
    private static let least = 0.000_000_5

    init(isMixed: Bool, sources: [String]) {
        self.isMixed = isMixed
        self.sources = sources
    }

    var quantity: Double { lots.reduce(0) { $0 + $1.quantity } }

    mutating func put(_ batch: Batch, _ quantity: Double) { lots.append((batch, quantity)) }

    /// Whether there is enough for a batch.
    func holds(_ quantity: Double) -> Bool { isMixed ? self.quantity >= quantity : maker(of: quantity) != nil }

    /// The maker of whom there is enough, the one of the oldest lot first.
    private func maker(of quantity: Double) -> String? {
        var sums: [String: Double] = [:]
        for lot in lots { sums[lot.batch.producer.name, default: 0] += lot.quantity }
        return lots.lazy.map(\.batch.producer.name).first { sums[$0] ?? 0 >= quantity }
    }

    /// Takes a quantity, oldest first.
    ///
    /// - Parameter usedUp: Takes the lots of which nothing is left.
    mutating func take(_ quantity: Double, usedUp: inout [Batch]) -> [(batch: Batch, quantity: Double)] {
        let maker = isMixed ? nil : maker(of: quantity)
        var needed = quantity
        var taken: [(batch: Batch, quantity: Double)] = []
        var index = 0
        while needed > Self.least, index < lots.count {
            guard maker == nil || lots[index].batch.producer.name == maker else {
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
