/// Which part of goods is certified, and under which chain-of-custody model: the weakest on their way.
package struct CertifiedShare: Sendable, Hashable {
    /// 0 to 1.
    package let share: Double
    package let model: CustodyModel

    package init(_ share: Double, _ model: CustodyModel) {
        self.share = share
        self.model = model
    }

    /// Whether it is more than another, by more than passports round: a larger part, or one under a stronger model.
    package func exceeds(_ other: CertifiedShare) -> Bool {
        share > other.share + 0.000_02 || share > 0 && other.share > 0 && model > other.model
    }
}
