package import UNTP

/// What certified facilities took in and sold as certified, by facility, product and period: K07.
///
/// A period is closed, and only its result kept, when a batch of a later one is made.
package struct CustodyBook: Sendable, Equatable {
    /// More sold as certified in a period than there was.
    package struct Excess: Sendable, Equatable {
        /// The facility and its product.
        package let place: MaterialBook.Place
        package let period: String
        /// The certified input that allows least, in its own units, and the highest yield of the product from it.
        package let input: Double
        package let yield: Double
        package let sold: Double
    }

    fileprivate struct Open: Equatable, Sendable {
        let period: AccountingPeriod
        let yields: [Double]
        var account: CustodyAccount
    }

    private var open: [MaterialBook.Place: Open] = [:]
    private var closed = Result()

    /// What all accounts come to.
    package struct Result: Sendable, Equatable {
        package private(set) var gap = ExactSum()
        package private(set) var allowed = ExactSum()
        package private(set) var sold = ExactSum()
        /// The first hundred excesses.
        package private(set) var excesses: [Excess] = []

        private static let mostExcesses = 100

        fileprivate mutating func settle(_ open: Open, of place: MaterialBook.Place) {
            let limit = open.account.limit(byYields: open.yields)
            let beyond = open.account.sold - limit.most
            allowed += limit.most
            sold += open.account.sold
            guard beyond > MaterialBook.tolerance * (1 + limit.most) else { return }
            gap += beyond
            guard excesses.count < Self.mostExcesses else { return }
            excesses.append(
                Excess(
                    place: place, period: open.period.label, input: limit.input, yield: limit.yield,
                    sold: open.account.sold))
        }
    }

    package init() {}

    /// Enters a batch of a maker whose chain of custody is certified.
    mutating func made(_ batch: Batch) {
        guard let certification = batch.certification, !batch.stage.isOrigin else { return }
        let place = MaterialBook.Place(party: batch.producer.name, product: batch.output)
        let period = AccountingPeriod(containing: batch.made, months: batch.stage.custodyMonths)
        if let former = open[place], former.period != period { closed.settle(former, of: place) }
        var current =
            open[place].flatMap { $0.period == period ? $0 : nil }
            ?? Open(
                period: period, yields: batch.stage.bestYields(of: batch.output),
                account: CustodyAccount(needs: batch.stage.needs.count))
        current.account.enter(
            certifiedIn: batch.certifiedInput, certifiedOut: batch.quantity * certification.claimed)
        open[place] = current
    }

    /// What all periods come to, open ones included.
    package var result: Result {
        var result = closed
        for (place, open) in open.sorted(by: { $0.key < $1.key }) { result.settle(open, of: place) }
        return result
    }
}
