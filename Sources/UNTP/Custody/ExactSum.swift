/// A sum of many quantities that loses nothing to rounding, after Neumaier: what an addition cuts off is summed apart.
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
