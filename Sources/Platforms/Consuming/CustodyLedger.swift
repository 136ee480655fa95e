import UNTP

/// What a platform has seen of the use of inputs, of credits and of certified quantities, over all batches: UNTP, Chain of
/// custody.
///
/// It is bounded: of inputs and credits the latest are kept, and of a facility's accounts that of the period in which its
/// latest batch was made, with the one before for what comes late.
struct CustodyLedger {
    private var inputs = Claims()
    private var credits = Claims()
    private var quantities: [String: Double] = [:]
    private var accounts: [CustodyPlace: [Open]] = [:]

    /// How far sums may be off before anybody asks: scales and rounding.
    static let slack = 1.002

    /// A period that may still change.
    private struct Open {
        let period: AccountingPeriod
        var account: CustodyAccount
        var batches: Set<String> = []
    }

    /// Who claimed how much of something, the latest of such.
    private struct Claims {
        private var sums: [String: [String: Double]] = [:]
        private var order: [String] = []

        /// What is beyond these is forgotten, the oldest first.
        private static let capacity = 8192

        /// Takes note of a claim in place of an earlier one by the same batch; returns what is forgotten.
        mutating func note(_ quantity: Double, of thing: String, by batch: String) -> ArraySlice<String> {
            if sums[thing] == nil { order.append(thing) }
            sums[thing, default: [:]][batch] = quantity
            guard order.count > Self.capacity else { return [] }
            let forgotten = order.prefix(Self.capacity / 2)
            for thing in forgotten { sums[thing] = nil }
            order.removeFirst(Self.capacity / 2)
            return forgotten
        }

        func sum(of thing: String) -> Double {
            var sum = ExactSum()
            for quantity in sums[thing]?.values ?? [:].values { sum += quantity }
            return sum.value
        }
    }

    /// Takes note of what a product was made from, and of how much there is of it.
    mutating func note(_ dossier: Dossier) {
        if let quantity = dossier.readings.quantity { quantities[dossier.identifier] = quantity }
        for (input, quantity) in dossier.used {
            for forgotten in inputs.note(quantity, of: input, by: dossier.batch) { quantities[forgotten] = nil }
        }
    }

    /// Enters a batch, once, into the account of its facility.
    mutating func enter(_ entry: CustodyEntry) {
        if let credit = entry.part.credit { _ = credits.note(entry.certifiedOut, of: credit.id, by: entry.batch) }
        guard entry.rule.model == .massBalance, let intakes = entry.intakes else { return }
        var open = accounts[entry.place] ?? []
        if let index = open.firstIndex(where: { $0.period == entry.period }) {
            guard open[index].batches.insert(entry.batch).inserted else { return }
            open[index].account.enter(intakes, made: entry.made, certifiedOut: entry.certifiedOut)
        } else {
            let former = entry.rule.carriesOver ? open.first { $0.period.isFollowed(by: entry.period) } : nil
            var account = CustodyAccount(
                needs: entry.rule.needs.count, carriedOver: former?.account.left ?? 0)
            account.enter(intakes, made: entry.made, certifiedOut: entry.certifiedOut)
            open.append(Open(period: entry.period, account: account, batches: [entry.batch]))
            open.sort { $0.period > $1.period }
            if open.count > Self.openPeriods { open.removeLast() }
        }
        accounts[entry.place] = open
    }

    private static let openPeriods = 2

    /// How much of an input all batches used that were seen.
    func used(of input: String) -> Double { inputs.sum(of: input) }

    /// How much all batches claimed by a certificate of credits.
    func claimed(by credit: String) -> Double { credits.sum(of: credit) }

    /// How much there is of a product by its own events; nil where these were not seen.
    func quantity(of product: String) -> Double? { quantities[product] }

    /// The account that a batch belongs to; nil where its period is closed.
    func account(of entry: CustodyEntry) -> CustodyAccount? {
        accounts[entry.place]?.first { $0.period == entry.period }?.account
    }
}
