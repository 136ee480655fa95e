package import UNTP

/// Where all material went: what each facility received, consumed, made and sent of each product.
///
/// What is left is not computed from the rest but read from the stores when the run has ended, or entered by who keeps
/// it, so that conservation can be checked (``imbalances``): at each facility, what was received or made was consumed,
/// sent, refused or is left; and over the run, what was sent was received or is under way. All quantities are in units
/// of the product.
package struct MaterialBook: Sendable, Equatable {
    /// A product at a facility.
    package struct Place: Hashable, Sendable, Comparable {
        /// The party whose facility it is.
        package let party: String
        /// The id of the product, or of what is made along with it.
        package let product: String

        package static func < (one: Place, other: Place) -> Bool {
            (one.party, one.product) < (other.party, other.product)
        }
    }

    /// What became of a product at a facility.
    package struct Account: Sendable, Equatable {
        package var received = ExactSum()
        package var consumed = ExactSum()
        package var made = ExactSum()
        package var sent = ExactSum()
        /// What was received and never consumed or sent, and what was made and kept.
        package var left = ExactSum()
        /// What an authority did not let in, or out.
        package var refused = ExactSum()
        /// What was sent to it and has not arrived.
        package var underWay = ExactSum()
    }

    /// What a facility consumed of one of its needs, and what it made in all batches for which it did.
    package struct Use: Sendable, Equatable {
        package var consumed = ExactSum()
    }

    /// An input of a facility's recipe.
    package struct Need: Hashable, Sendable {
        package let party: String
        /// Which of the needs of its stage.
        package let index: Int
    }

    /// A product of which more or less came to a facility than is accounted for.
    package struct Imbalance: Sendable, Equatable {
        package let place: Place
        package let came: Double
        package let accounted: Double
    }

    /// A batch that is more than its inputs can have come to, or than the batch that it was made along with allows.
    package struct Excess: Sendable, Equatable {
        package let party: String
        package let batch: String
        package let made: Double
        /// The highest that the value chain declares for what was consumed or made along with it.
        package let most: Double
    }

    package private(set) var accounts: [Place: Account] = [:]
    package private(set) var uses: [Need: Use] = [:]
    package private(set) var batches = 0
    /// The first hundred batches that exceed their inputs.
    package private(set) var excesses: [Excess] = []
    /// What was certified.
    package private(set) var custody = CustodyBook()
    private var credits = CreditBook()
    /// Batches of which something was consumed, as far as nothing is left of them.
    private var settled = Claims()
    /// What was consumed of batches that are still about.
    private var open: [String: (quantity: Double, consumed: ExactSum)] = [:]

    /// How many batches were consumed or certificates of credits used, and how many of them for more than there was.
    package struct Claims: Sendable, Equatable {
        package var consumed = 0
        package var exceeded = 0

        fileprivate mutating func settle(_ quantity: Double, consumed sum: ExactSum) {
            settle(sum.value > quantity * (1 + MaterialBook.tolerance) + MaterialBook.tolerance)
        }

        mutating func settle(_ isExceeded: Bool) {
            consumed += 1
            if isExceeded { exceeded += 1 }
        }

        fileprivate static func + (one: Claims, other: Claims) -> Claims {
            Claims(consumed: one.consumed + other.consumed, exceeded: one.exceeded + other.exceeded)
        }
    }

    /// What rounding may come to, as a share; and a quantity that is nothing, in whatever unit.
    package static let tolerance = 0.000_001
    private static let mostExcesses = 100

    package init() {}

    package static func == (one: MaterialBook, other: MaterialBook) -> Bool {
        one.accounts == other.accounts && one.uses == other.uses && one.batches == other.batches
            && one.excesses == other.excesses && one.custody == other.custody && one.claims == other.claims
    }

    // MARK: Entering

    /// Enters a batch and, once for all that is made along with it, what was consumed for it.
    mutating func made(_ batch: Batch) {
        custody.made(batch)
        credits.made(batch)
        let party = batch.producer.name
        accounts[Place(party: party, product: batch.output), default: Account()].made += batch.quantity
        guard batch.output == batch.stage.id else {
            let perUnit = batch.stage.coproducts.first { $0.id == batch.output }?.perUnit
            return check(batch, most: batch.stage.batch * (perUnit?.high ?? 0))
        }
        batches += 1
        var consumed = batch.stage.needs.map { _ in ExactSum() }
        for used in batch.inputs {
            let (input, quantity) = (used.batch, used.quantity)
            if !batch.isOnPaperOnly {
                accounts[Place(party: party, product: input.output), default: Account()].consumed += quantity
            }
            open[input.identifier, default: (input.quantity, ExactSum())].consumed += quantity
            guard let need = batch.stage.need(metBy: input.output) else { continue }
            consumed[need] += quantity
            uses[Need(party: party, index: need), default: Use()].consumed += quantity
        }
        for (need, sum) in zip(batch.stage.needs, consumed) {
            check(batch, most: sum.value * batch.stage.yield(of: need).high)
        }
    }

    private mutating func check(_ batch: Batch, most: Double) {
        guard batch.quantity > most * (1 + Self.tolerance), excesses.count < Self.mostExcesses else { return }
        excesses.append(
            Excess(party: batch.producer.name, batch: batch.identifier, made: batch.quantity, most: most))
    }

    mutating func dispatched(_ consignment: Consignment) {
        let product = consignment.batch.output
        accounts[Place(party: consignment.seller.name, product: product), default: Account()].sent +=
            consignment.quantity
        accounts[Place(party: consignment.buyer.name, product: product), default: Account()].underWay +=
            consignment.quantity
    }

    mutating func received(_ consignment: Consignment) {
        let place = Place(party: consignment.buyer.name, product: consignment.batch.output)
        accounts[place, default: Account()].underWay += -consignment.quantity
        accounts[place, default: Account()].received += consignment.quantity
    }

    /// Enters a consignment that an authority did not let in, or out.
    mutating func refused(_ consignment: Consignment) {
        let place = Place(party: consignment.buyer.name, product: consignment.batch.output)
        accounts[place, default: Account()].refused += consignment.quantity
    }

    /// Settles a batch that nobody will consume any more.
    mutating func forgot(_ batch: Batch) {
        if let (quantity, consumed) = open.removeValue(forKey: batch.identifier) {
            settled.settle(quantity, consumed: consumed)
        }
    }

    /// Enters what is neither consumed nor sent any more.
    mutating func left(_ quantity: Double, of product: String, at party: String) {
        accounts[Place(party: party, product: product), default: Account()].left += quantity
    }

    // MARK: Reading

    /// Where the books don't balance once everything has arrived, in the order of places: nowhere, or the simulator
    /// has a defect.
    package var imbalances: [Imbalance] {
        var sums: [String: (sent: ExactSum, received: ExactSum)] = [:]
        var imbalances: [Imbalance] = []
        func check(_ place: Place, came: Double, accounted: Double) {
            guard (came - accounted).magnitude > Self.smallest + came.magnitude * Self.tolerance else { return }
            imbalances.append(Imbalance(place: place, came: came, accounted: accounted))
        }
        for (place, account) in accounts.sorted(by: { $0.key < $1.key }) {
            check(
                place, came: account.received.value + account.made.value,
                accounted: account.consumed.value + account.sent.value + account.refused.value + account.left.value)
            sums[place.product, default: (ExactSum(), ExactSum())].sent += account.sent.value
            sums[place.product, default: (ExactSum(), ExactSum())].received +=
                account.received.value + account.underWay.value
        }
        for (product, sum) in sums.sorted(by: { $0.key < $1.key }) {
            check(
                Place(party: "all parties", product: product), came: sum.sent.value, accounted: sum.received.value)
        }
        return imbalances
    }

    /// What a few thousand quantities that a store takes for nothing come to.
    private static let smallest = 0.001

    /// Batches that were consumed and certificates of credits that were used, each once.
    package var claims: Claims {
        var claims = settled
        for (quantity, consumed) in open.values { claims.settle(quantity, consumed: consumed) }
        return claims + credits.claims
    }

    /// What was made of a product at a facility.
    package func made(_ product: String, by party: String) -> Double {
        accounts[Place(party: party, product: product)]?.made.value ?? 0
    }
}
