import UNTP

/// What a party has left to certify whole batches with, by product: what certified inputs earned and was not sold yet.
struct CustodyBalance: Sendable {
    private struct Account {
        let carriedOver: Double
        var earned = 0.0
        var sold = 0.0

        var rest: Double { max(0, earned + carriedOver - sold) }
        /// What came over from the period before was used first, and lapses.
        var left: Double { min(earned, rest) }
    }

    private var accounts: [String: PeriodicAccounts<Account>] = [:]

    /// Books what a batch earned, and what of it is sold as certified; returns that part, 0 to 1.
    ///
    /// - Parameters:
    ///   - quantity: How much was made, in units of the product.
    ///   - earned: What its own inputs earned, in units of the product.
    ///   - carriesOver: Whether what the period before left may be used.
    ///   - claimed: The part that is sold as certified, by the part that the account covers.
    mutating func sell(
        _ output: String, _ quantity: Double, earned: Double, in period: AccountingPeriod, carriesOver: Bool,
        claiming claimed: (Double) -> Double
    ) -> Double {
        var share = 0.0
        accounts[output, default: PeriodicAccounts()].change(in: period, keeping: 1) { former in
            Account(carriedOver: carriesOver ? former?.left ?? 0 : 0)
        } _: { account in
            account.earned += earned
            share = claimed(quantity > 0 ? min(1, account.rest / quantity) : 0)
            account.sold += share * quantity
        }
        return share
    }
}
