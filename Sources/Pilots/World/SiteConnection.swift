import SimulationKernel

/// The connection of a remote site: without one for a while each day, and once a month for longer.
struct SiteConnection: Sendable {
    private var daily: Gaps
    private var monthly: Gaps
    /// The end of what was found to be offline, which may have been looked for days ahead.
    private var offlineUntil = 0.0

    /// - Parameters:
    ///   - line: What is known of remote sites in the country.
    ///   - stream: A stream of random numbers for a purpose, of the site's own.
    init(_ line: Country.RemoteLine, stream: (String) -> RandomStream) {
        daily = Gaps(of: line.offlineShare * 24, each: 24, stream("offline each day"))
        monthly = Gaps(of: line.outageHoursPerMonth, each: Self.monthHours, stream("outages"))
    }

    /// A month has thirty days here.
    private static let monthHours = 720.0

    /// How many hours it is until there is a connection; 0 where there is one.
    ///
    /// - Parameter time: In hours from the start, not before that of an earlier question.
    mutating func wait(at time: Double) -> Double {
        var free = max(time, offlineUntil)
        while let end = daily.end(at: free) ?? monthly.end(at: free) { free = end }
        offlineUntil = free
        return free - time
    }

    /// A gap of one length in each period, at a time that chance draws.
    private struct Gaps: Sendable {
        private let length: Double
        private let period: Double
        private var stream: RandomStream
        private var periods = 0.0
        private var gap = 0.0..<0.0

        init(of length: Double, each period: Double, _ stream: RandomStream) {
            self.length = length
            self.period = period
            self.stream = stream
        }

        /// When the gap ends in which a time lies; nil for none.
        mutating func end(at time: Double) -> Double? {
            guard length > 0 else { return nil }
            while periods * period <= time {
                let begin = periods * period + stream.unit() * (period - length)
                gap = begin..<(begin + length)
                periods += 1
            }
            return gap.contains(time) ? gap.upperBound : nil
        }
    }
}
