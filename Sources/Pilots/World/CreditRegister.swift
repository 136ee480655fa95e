/// Where credits are kept: certified goods that were sold without their certificate, for others to claim.
struct CreditRegister: Sendable {
    /// Certified goods of one kind by one scheme.
    private struct Kind: Hashable {
        let scheme: String
        let output: String
    }

    private var open: [Kind: Double] = [:]

    /// Books certified goods, in units of the product.
    mutating func book(_ quantity: Double, of output: String, by scheme: String) {
        open[Kind(scheme: scheme, output: output), default: 0] += quantity
    }

    /// Retires credits for as much as is asked for, or as there is: nobody can have them again.
    ///
    /// - Parameter outputs: The ids of the products of which they may be, the first first.
    mutating func retire(_ quantity: Double, of outputs: [String], by scheme: String) -> Double {
        var wanted = quantity
        for output in outputs {
            let kind = Kind(scheme: scheme, output: output)
            let taken = min(wanted, open[kind] ?? 0)
            guard taken > 0 else { continue }
            open[kind, default: 0] -= taken
            wanted -= taken
        }
        return quantity - wanted
    }
}
