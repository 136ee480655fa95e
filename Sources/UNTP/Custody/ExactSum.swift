/// A sum of many quantities, compensated after Neumaier: what an addition cuts off is summed apart.
///
/// However many quantities there are, the result is off by little more than one rounding of their sum; for quantities
/// of both signs that nearly cancel out it can be off by more. It is not exact for any doubles, in spite of its name.
package struct ExactSum: Sendable, Hashable {
    private var sum = 0.0
    private var lost = 0.0

    package init() {}

    package var value: Double { sum + lost }

    package static func += (sum: inout ExactSum, quantity: Double) {
        let next = sum.sum + quantity
        sum.lost +=
            sum.sum.magnitude >= quantity.magnitude ? (sum.sum - next) + quantity : (quantity - next) + sum.sum
        sum.sum = next
    }
}
