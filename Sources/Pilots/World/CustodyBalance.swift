import UNTP

/// What a party has left to certify whole batches with, by product: what certified inputs earned and was not sold yet.
struct CustodyBalance: Sendable {
    private struct Open {
        let period: AccountingPeriod
        let carriedOver: Double
        var earned = 0.0
        var sold = 0.0

        var rest: Double { max(0, earned + carriedOver - sold) }
        /// What came over from the period before was used first, and lapses.
        var left: Double { min(earned, rest) }
    }

    private var open: [String: Open] = [:]

    /// Books what a batch earned; returns the part of it that the account covers, 0 to 1.
    ///
    /// - Parameters:
    ///   - earned: What its own inputs earned, in units of the product.
    ///   - carriesOver: Whether what the period before left may be used.
    mutating func coverage(
        of output: String, quantity: Double, earned: Double, in period: AccountingPeriod, carriesOver: Bool
    ) -> Double {
        var current = open[output] ?? Open(period: period, carriedOver: 0)
        if current.period != period {
            let follows = current.period.isFollowed(by: period)
            current = Open(period: period, carriedOver: carriesOver && follows ? current.left : 0)
        }
        current.earned += earned
        open[output] = current
        return quantity > 0 ? min(1, current.rest / quantity) : 0
    }

    /// Takes note that a quantity is sold as certified.
    mutating func sell(_ quantity: Double, of output: String) { open[output]?.sold += quantity }
}
