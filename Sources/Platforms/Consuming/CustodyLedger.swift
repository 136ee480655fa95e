import UNTP

/// What a platform has seen of the use of inputs, of credits and of certified quantities, over all batches: UNTP, Chain of
/// custody.
///
/// It is bounded: of inputs and credits the latest are kept, and of a facility's accounts that of the period in which its
/// latest batch was made, with the one before for what comes late.
struct CustodyLedger {
    private var products = Latest<String, Product>(16_384)
    /// Who claimed how much of a certificate of credits.
    private var credits = Latest<String, Claims>(8192)
    private var accounts: [CustodyPlace: PeriodicAccounts<Account>] = [:]

    private struct Product {
        /// How much there is of it by its own events; nil where these were not seen.
        var quantity: Double?
        /// What was used of it.
        var claims = Claims()
    }

    /// How much of something is claimed by each who does, and by all.
    private struct Claims {
        private var parts: [String: Double] = [:]
        private var sum = ExactSum()

        var all: Double { sum.value }

        mutating func enter(_ quantity: Double, by claimant: String) {
            guard let former = parts.updateValue(quantity, forKey: claimant) else { return sum += quantity }
            guard former != quantity else { return }
            sum += quantity
            sum += -former
        }
    }

    private struct Account {
        var sums: CustodyAccount
        var batches: Set<String> = []
    }

    /// Takes note of what a product was made from, and of how much there is of it.
    mutating func note(_ shared: SharedDossier) {
        if let quantity = shared.dossier.readings.quantity {
            products.change(shared.dossier.identifier, from: Product()) { $0.quantity = quantity }
        }
        for (input, quantity) in shared.dossier.used {
            products.change(input, from: Product()) { $0.claims.enter(quantity, by: shared.gist.batch) }
        }
    }

    /// Enters a batch, once, into the account of its facility.
    mutating func enter(_ entry: CustodyEntry) {
        if let credit = entry.part.credit {
            credits.change(credit.id, from: Claims()) { $0.enter(entry.certifiedOut, by: entry.batch) }
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

    /// How much of an input all batches used that were seen, and how much there is of it by its own events; nil where these
    /// were not seen.
    func use(of input: String) -> (used: Double, quantity: Double)? {
        products[input].flatMap { input in input.quantity.map { (input.claims.all, $0) } }
    }

    /// How much all batches claimed by a certificate of credits.
    func claimed(by credit: String) -> Double { credits[credit]?.all ?? 0 }

    /// The account that a batch belongs to; nil where its period is closed.
    func account(of entry: CustodyEntry) -> CustodyAccount? {
        accounts[entry.place]?[entry.period]?.sums
    }
}
