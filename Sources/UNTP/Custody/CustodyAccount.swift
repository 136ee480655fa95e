/// A facility's account of a product in one period: what came in as certified, what that earned, and what was sold as
/// certified.
///
/// What certified input earns goes by the yield that the facility's own events state, as far as the process can reach it: who
/// makes little of much can't certify as if it had made more.
package struct CustodyAccount: Sendable, Equatable {
    /// What was left of the period before, in units of the product.
    private let carriedOver: Double
    private var certifiedIn: [ExactSum]
    private var earned: [ExactSum]
    private var certifiedOut = ExactSum()

    /// - Parameters:
    ///   - needs: How many inputs go in together.
    ///   - carriedOver: What may be sold besides, as it was left of the period before.
    package init(needs: Int, carriedOver: Double = 0) {
        self.carriedOver = carriedOver
        certifiedIn = Array(repeating: ExactSum(), count: needs)
        earned = certifiedIn
    }

    /// What went into a batch for one need, in units of the input.
    package struct Intake: Sendable, Hashable {
        package let used: Double
        /// What of it was certified.
        package let certified: Double
        /// The most of the product that a unit of it gives.
        package let bestYield: Double

        package init(used: Double, certified: Double, bestYield: Double) {
            self.used = used
            self.certified = certified
            self.bestYield = bestYield
        }

        fileprivate var certifiedPart: Double { used > 0 ? min(1, certified / used) : 0 }
    }

    /// Enters a batch.
    ///
    /// - Parameters:
    ///   - intakes: What went in, by need.
    ///   - made: How much was made of it, in units of the product.
    ///   - certifiedOut: What of the batch is sold as certified, in units of the product.
    package mutating func enter(_ intakes: [Intake], made: Double, certifiedOut quantity: Double) {
        // More than the inputs can give was not made of them.
        let possible = intakes.map { $0.used * $0.bestYield }.reduce(made, min)
        for (need, intake) in zip(certifiedIn.indices, intakes) {
            certifiedIn[need] += intake.certified
            earned[need] += possible * intake.certifiedPart
        }
        certifiedOut += quantity
    }

    /// How far sums may be off before anybody asks: scales and rounding.
    package static let slack = 1.002

    /// Whether more is sold as certified than may be, by more than scales are off.
    package var isExceeded: Bool { sold > limit.most * Self.slack }

    /// What is sold as certified.
    package var sold: Double { certifiedOut.value }

    /// What may be sold as certified: the need that allows least decides.
    package var limit: Limit {
        let least = zip(certifiedIn, earned).min { $0.1.value < $1.1.value }
        return Limit(
            input: least?.0.value ?? 0, earned: least?.1.value ?? 0, carriedOver: carriedOver)
    }

    /// What may be carried over: what this period earned and did not sell. What came over from the one before was used
    /// first, and lapses.
    package var left: Double { min(limit.earned, max(0, limit.most - sold)) }

    /// What may be sold as certified, and why.
    package struct Limit: Sendable, Hashable {
        /// Certified input of the need that allows least, in its own units.
        package let input: Double
        /// What that gave, in units of the product.
        package let earned: Double
        /// What was left of the period before.
        package let carriedOver: Double

        package var most: Double { earned + carriedOver }
        /// Units of the product for one of the certified input.
        package var yield: Double { input > 0 ? earned / input : 0 }
    }
}
