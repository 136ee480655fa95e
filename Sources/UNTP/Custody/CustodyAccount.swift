/// A facility's account of a product in one period: what came in as certified, and what was sold as certified.
package struct CustodyAccount: Sendable, Equatable {
    private var certifiedIn: [ExactSum]
    private var certifiedOut = ExactSum()

    /// - Parameter needs: How many inputs go in together.
    package init(needs: Int) {
        certifiedIn = Array(repeating: ExactSum(), count: needs)
    }

    /// Enters a batch.
    ///
    /// - Parameters:
    ///   - certifiedIn: What of each need was certified, in the units of the inputs.
    ///   - certifiedOut: What of the batch is sold as certified, in units of the product.
    package mutating func enter(certifiedIn quantities: [Double], certifiedOut quantity: Double) {
        for (need, quantity) in zip(certifiedIn.indices, quantities) { certifiedIn[need] += quantity }
        certifiedOut += quantity
    }

    /// What is sold as certified.
    package var sold: Double { certifiedOut.value }

    /// What may be sold as certified by the best yields of the needs: the need that allows least decides.
    package func limit(byYields yields: [Double]) -> Limit {
        zip(certifiedIn, yields).map { Limit(input: $0.value, yield: $1) }
            .min { $0.most < $1.most } ?? Limit(input: 0, yield: 0)
    }

    /// A certified input with what it can give.
    package struct Limit: Sendable, Hashable {
        /// In units of the input.
        package let input: Double
        /// Units of the product for one of the input.
        package let yield: Double
        package var most: Double { input * yield }
    }
}
