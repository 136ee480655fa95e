import UNTP

/// What a measure comes to: a value and, where it is a distribution, its median and 95th percentile.
struct Figure: Equatable {
    let value: Double
    var median: Double?
    var p95: Double?

    init(_ value: Double, median: Double? = nil, p95: Double? = nil) {
        self.value = Self.rounded(value)
        self.median = median.map(Self.rounded)
        self.p95 = p95.map(Self.rounded)
    }

    init(count: Int) { self.init(Double(count)) }

    /// A share; nil where there is no whole.
    static func ratio(_ part: Int, _ whole: Int) -> Figure? {
        whole == 0 ? nil : Figure(Double(part) / Double(whole))
    }

    /// The figure with the median and the 95th percentile of a sample.
    func spread(over sample: [Double]) -> Figure {
        let sorted = sample.sorted()
        return Figure(value, median: Self.quantile(50, of: sorted), p95: Self.quantile(95, of: sorted))
    }

    /// The mean of a sample, with its median and 95th percentile; nil where there is none.
    static func mean(of sample: [Double]) -> Figure? {
        guard !sample.isEmpty else { return nil }
        var sum = ExactSum()
        for value in sample { sum += value }
        return Figure(sum.value / Double(sample.count)).spread(over: sample)
    }

    /// The median of a sample as the value, with the 95th percentile; nil where there is none.
    static func median(of sample: [Double]) -> Figure? {
        let sorted = sample.sorted()
        return quantile(50, of: sorted).map { Figure($0, median: $0, p95: quantile(95, of: sorted)) }
    }

    /// By nearest rank: the smallest value of the sample that so many in a hundred do not exceed.
    static func quantile(_ percent: Int, of sorted: [Double]) -> Double? {
        guard !sorted.isEmpty else { return nil }
        return sorted[max(0, (percent * sorted.count + 99) / 100 - 1)]
    }

    /// To six decimals.
    static func rounded(_ value: Double) -> Double { (value * 1_000_000).rounded() / 1_000_000 }
}
