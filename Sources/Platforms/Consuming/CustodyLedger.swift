import UNTP

/// What a platform has seen of the use of inputs, of credits and of certified quantities, over all batches: UNTP, Chain of
/// custody.
///
/// It is bounded: of inputs and credits the latest are kept, and of a facility's accounts that of the period in which its
/// latest batch was made, with the one before for what comes late.
struct CustodyLedger {
    /// Who claimed how much of an input, and of a certificate of credits.
    private var inputs = Latest<[String: Double]>(8192)
    private var credits = Latest<[String: Double]>(8192)
    private var quantities = Latest<Double>(16_384)
    private var accounts: [CustodyPlace: PeriodicAccounts<Account>] = [:]

    private struct Account {
        var sums: CustodyAccount
        var batches: Set<String> = []
    }

    /// Takes note of what a product was made from, and of how much there is of it.
    mutating func note(_ shared: SharedDossier) {
        if let quantity = shared.dossier.readings.quantity {
            quantities.keep(quantity, as: shared.dossier.identifier)
        }
        let batch = shared.dossier.batch
        for (input, quantity) in shared.dossier.used { inputs.change(input, from: [:]) { $0[batch] = quantity } }
    }

    /// Enters a batch, once, into the account of its facility.
    mutating func enter(_ entry: CustodyEntry) {
        if let credit = entry.part.credit {
            credits.change(credit.id, from: [:]) { $0[entry.batch] = entry.certifiedOut }
        }
        guard entry.rule.model == .massBalance, let intakes = entry.intakes else { return }
        accounts[entry.place, default: PeriodicAccounts()].change(in: entry.period) { former in
            Account(
                sums: CustodyAccount(
                    needs: intakes.count, carriedOver: entry.rule.carriesOver ? former?.sums.left ?? 0 : 0))
        } _: { account in
            guard account.batches.insert(entry.batch).inserted else { return }
            account.sums.enter(intakes, made: entry.made, certifiedOut: entry.certifiedOut)
        }
    }

    /// How much of an input all batches used that were seen.
    func used(of input: String) -> Double { Self.sum(inputs[input]) }

    /// How much all batches claimed by a certificate of credits.
    func claimed(by credit: String) -> Double { Self.sum(credits[credit]) }

    private static func sum(_ claims: [String: Double]?) -> Double {
        var sum = ExactSum()
        for quantity in (claims ?? [:]).values { sum += quantity }
        return sum.value
    }

    /// How much there is of a product by its own events; nil where these were not seen.
    func quantity(of product: String) -> Double? { quantities[product] }

    /// The account that a batch belongs to; nil where its period is closed.
    func account(of entry: CustodyEntry) -> CustodyAccount? {
        accounts[entry.place]?[entry.period]?.sums
    }
}
