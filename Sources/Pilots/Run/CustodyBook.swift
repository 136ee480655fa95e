package import UNTP

/// What certified facilities took in and sold as certified, by facility, product and period: K07.
///
/// A period is closed, and only its result kept, when batches of later ones are made.
package struct CustodyBook: Sendable, Equatable {
    /// More sold as certified in a period than there was.
    package struct Excess: Sendable, Equatable {
        /// The facility and its product.
        package let place: MaterialBook.Place
        package let period: String
        /// The certified input that allows least, in its own units, and what of the product it gave for each.
        package let input: Double
        package let yield: Double
        package let sold: Double
    }

    fileprivate typealias Accounts = PeriodicAccounts<CustodyAccount>

    private var open: [MaterialBook.Place: Accounts] = [:]
    private var closed = Result()

    /// What all accounts come to.
    package struct Result: Sendable, Equatable {
        package private(set) var gap = ExactSum()
        package private(set) var allowed = ExactSum()
        package private(set) var sold = ExactSum()
        /// Batches that are certified at least in part, and those of them under a weaker model than their facility's.
        package private(set) var batches = 0
        package private(set) var downgraded = 0
        /// The gap of each facility, product and period by itself, over what was allowed there.
        package private(set) var ratios: [Double] = []
        /// The first hundred excesses.
        package private(set) var excesses: [Excess] = []

        private static let mostExcesses = 100

        fileprivate mutating func count(_ claimed: CertifiedShare, under model: CustodyModel) {
            guard claimed.share > 0 else { return }
            batches += 1
            if claimed.model < model { downgraded += 1 }
        }

        fileprivate mutating func settle(_ open: Accounts.Open, of place: MaterialBook.Place) {
            let limit = open.account.limit
            let beyond = open.account.sold - limit.most
            allowed += limit.most
            sold += open.account.sold
            guard beyond > MaterialBook.tolerance * (1 + limit.most) else {
                if limit.most > 0 { ratios.append(0) }
                return
            }
            gap += beyond
            ratios.append(limit.most > 0 ? beyond / limit.most : 1)
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
        closed.count(certification.claimed, under: batch.stage.custody)
        let place = MaterialBook.Place(party: batch.producer.name, product: batch.output)
        let period = AccountingPeriod(containing: batch.made, months: batch.stage.custodyMonths)
        let ended = open[place, default: Accounts()].enter(
            batch.intakes, made: batch.quantity, certifiedOut: batch.quantity * certification.claimed.share,
            in: period, carriesOver: batch.stage.carriesCustodyOver)
        if let ended { closed.settle(ended, of: place) }
    }

    /// What all periods come to, open ones included.
    package var result: Result {
        var result = closed
        for (place, accounts) in open.sorted(by: { $0.key < $1.key }) {
            for open in accounts.open.reversed() { result.settle(open, of: place) }
        }
        return result
    }
}
