import Records

/// Results over time as stacked bars on a grid.
struct TimelinePicture {
    static let width = 1000.0
    static let height = 260.0
    static let left = 56.0
    private static let top = 12.0
    private static let floor = 226.0

    private let periods: [TimelinePeriod]
    /// What the top of the grid stands for.
    private let ceiling: Int
    /// Values at which the grid has lines.
    let ticks: [Int]

    init(_ periods: [TimelinePeriod]) {
        self.periods = periods
        let most = max(1, periods.map(\.outcomes.total).max() ?? 1)
        let step = Self.step(for: most)
        let last = (most + step - 1) / step
        ceiling = last * step
        ticks = (0...last).map { $0 * step }
    }

    /// The height at which a value lies.
    func y(of value: Int) -> Double {
        Self.floor - (Self.floor - Self.top) * Double(value) / Double(ceiling)
    }

    /// The left edge and the width of a period's bar.
    func extent(of place: Int) -> (x: Double, width: Double) {
        let pitch = (Self.width - Self.left) / Double(max(1, periods.count))
        // A single period would make a wall of a bar.
        let width = min(64, pitch * 0.78)
        return (Self.left + pitch * (Double(place) + 0.5) - width / 2, width)
    }

    /// The parts of a period's bar, from the floor up.
    func parts(of place: Int) -> [(kind: String, y: Double, height: Double)] {
        let outcomes = periods[place].outcomes
        var below = 0
        var parts: [(kind: String, y: Double, height: Double)] = []
        for (kind, count) in [
            ("transparent", outcomes.transparent), ("partial", outcomes.partial), ("opaque", outcomes.opaque),
        ] where count > 0 {
            parts.append((kind, y(of: below + count), y(of: below) - y(of: below + count)))
            below += count
        }
        return parts
    }

    /// Whether a period has its label under its bar; with many, only some do.
    func isLabelled(_ place: Int) -> Bool {
        place % ((periods.count + 11) / 12) == 0
    }

    /// A round step that makes at most five lines.
    private static func step(for most: Int) -> Int {
        var step = 1
        while true {
            for factor in [1, 2, 5] where most <= step * factor * 5 { return step * factor }
            step *= 10
        }
    }
}
