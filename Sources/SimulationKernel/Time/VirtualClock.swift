/// A point in virtual time: nanoseconds since the run's epoch. Time ends after 292 years; what would be later is then.
package struct VirtualInstant: InstantProtocol, Hashable, Sendable {
    package let nanoseconds: Int64

    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// When a run begins.
    package static let epoch = VirtualInstant(nanoseconds: 0)

    /// The instant a duration later, or earlier for a negative one; what is beyond the 292 years is their end.
    package func advanced(by duration: Duration) -> VirtualInstant {
        let (sum, overflows) = nanoseconds.addingReportingOverflow(duration.wholeNanoseconds)
        return VirtualInstant(nanoseconds: overflows ? duration < .zero ? .min : .max : sum)
    }

    /// How long it is until another instant; negative where that is earlier.
    package func duration(to other: VirtualInstant) -> Duration {
        .nanoseconds(other.nanoseconds - nanoseconds)
    }

    package static func < (one: VirtualInstant, other: VirtualInstant) -> Bool {
        one.nanoseconds < other.nanoseconds
    }
}

extension Duration {
    /// The duration in nanoseconds, rounded towards zero; that of 292 years for any that is longer.
    package var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, carries) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
        return overflows || carries ? seconds < 0 ? .min : .max : sum
    }

    /// A duration of days of 24 hours; 292 years for any that is longer.
    package static func days(_ count: Double) -> Duration { rounded(nanoseconds: count * 86_400_000_000_000) }

    /// A duration of hours; 292 years for any that is longer.
    package static func hours(_ count: Double) -> Duration { rounded(nanoseconds: count * 3_600_000_000_000) }

    private static func rounded(nanoseconds: Double) -> Duration {
        if let whole = Int64(exactly: nanoseconds.rounded()) { return .nanoseconds(whole) }
        return .nanoseconds(nanoseconds < 0 ? Int64.min : .max)
    }
}

/// The clock of a simulation: it stands still while anything can be done, and then jumps to the next due timer.
package struct VirtualClock: Clock, Sendable {
    private let simulation: Simulation

    init(simulation: Simulation) {
        self.simulation = simulation
    }

    package var now: VirtualInstant { simulation.now }
    package var minimumResolution: Duration { .nanoseconds(1) }

    /// Suspends until an instant; never throws.
    package func sleep(until deadline: VirtualInstant, tolerance: Duration?) async throws {
        await simulation.sleep(until: deadline)
    }
}
