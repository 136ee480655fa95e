import DequeModule
import UNTP

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

    /// How goods are certified: what may be mixed as equal, and which of them are the better.
    enum Standing: Sendable, Hashable, Comparable {
        case uncertified
        case inPart(CustodyModel)
        case wholly(CustodyModel)

        init(_ certified: CertifiedShare?) {
            guard let certified, certified.share > 0 else {
                self = .uncertified
                return
            }
            self = CustodyClaim.isWhole(certified.share) ? .wholly(certified.model) : .inPart(certified.model)
        }
    }

    /// Some of a batch that is in store.
    struct Lot: Sendable {
        let batch: Batch
        /// What of it counts as certified for whom the store belongs to; nil for nothing.
        let certified: CertifiedShare?
        fileprivate(set) var quantity: Double
    }

    let separation: Separation
    /// The ids of the products that it takes.
    let sources: [String]
    private(set) var lots: Deque<Lot> = []
    /// How many lots it has of each standing.
    private var counts: [Standing: Int] = [:]

    /// Less than this is nothing, in whatever unit.
    private static let least = 0.000_000_5

    init(_ separation: Separation, sources: [String]) {
        self.separation = separation
        self.sources = sources
    }

    /// - Parameter certified: What of it counts as certified for whom the store belongs to; nil for nothing.
    mutating func put(_ batch: Batch, _ quantity: Double, certified: CertifiedShare?) {
        lots.append(Lot(batch: batch, certified: certified, quantity: quantity))
        counts[Standing(certified), default: 0] += 1
    }

    /// The standings of what it holds, where those are kept apart, the best last.
    var standings: [Standing] { separation == .none ? [] : counts.keys.sorted() }

    /// Whether there is enough for a batch, of goods that may be mixed and are certified so far or better.
    ///
    /// - Complexity: O(lots that it takes), where the oldest of a kind are enough.
    func holds(_ quantity: Double, atLeast standing: Standing = .uncertified) -> Bool {
        guard separation == .none else { return kind(of: quantity, atLeast: standing) != nil }
        var sum = 0.0
        return quantity <= 0
            || lots.contains { lot in
                sum += lot.quantity
                return sum >= quantity
            }
    }

    /// What may be mixed with each other.
    private struct Kind: Hashable {
        let maker: String
        let standing: Standing
    }

    private func kind(of lot: Lot) -> Kind {
        Kind(
            maker: separation == .makers ? lot.batch.producer.name : "", standing: Standing(lot.certified))
    }

    /// The kind of which there is enough: no better than needed, and that of the oldest lot first.
    private func kind(of quantity: Double, atLeast standing: Standing) -> Kind? {
        standings.lazy.filter { $0 >= standing }.compactMap { kind(of: quantity, $0) }.first
    }

    /// The kind of a standing of which there is enough, that of the oldest lot first.
    private func kind(of quantity: Double, _ standing: Standing) -> Kind? {
        var sums: [Kind: Double] = [:]
        var oldest: Kind?
        for lot in lots where Standing(lot.certified) == standing {
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
    ///   - standing: How far what is taken should be certified, where there is enough of that.
    ///   - usedUp: Takes the lots of which nothing is left.
    mutating func take(_ quantity: Double, atLeast standing: Standing, usedUp: inout [Batch]) -> [Batch.Input] {
        let kind = separation == .none ? nil : kind(of: quantity, atLeast: standing)
        var needed = quantity
        var taken: [Batch.Input] = []
        var index = 0
        while needed > Self.least, index < lots.count {
            guard kind == nil || self.kind(of: lots[index]) == kind else {
                index += 1
                continue
            }
            let part = min(lots[index].quantity, needed)
            taken.append(Batch.Input(batch: lots[index].batch, quantity: part, counted: lots[index].certified))
            needed -= part
            lots[index].quantity -= part
            if lots[index].quantity < Self.least { usedUp.append(remove(at: index)) } else { index += 1 }
        }
        return taken
    }

    private mutating func remove(at index: Int) -> Batch {
        let lot = lots.remove(at: index)
        let standing = Standing(lot.certified)
        let left = (counts[standing] ?? 1) - 1
        counts[standing] = left > 0 ? left : nil
        return lot.batch
    }
}
