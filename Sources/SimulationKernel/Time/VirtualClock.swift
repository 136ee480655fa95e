/// A point in virtual time: nanoseconds since the run's epoch.
package struct VirtualInstant: InstantProtocol, Hashable, Sendable {
    package let nanoseconds: Int64

    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    package static let epoch = VirtualInstant(nanoseconds: 0)

    package func advanced(by duration: Duration) -> VirtualInstant {
        VirtualInstant(nanoseconds: nanoseconds + duration.wholeNanoseconds)
    }

    package func duration(to other: VirtualInstant) -> Duration {
        .nanoseconds(other.nanoseconds - nanoseconds)
    }

    package static func < (one: VirtualInstant, other: VirtualInstant) -> Bool {
        one.nanoseconds < other.nanoseconds
    }
}

extension Duration {
    /// The duration in nanoseconds, rounded towards zero.
    package var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    /// A duration of days of 24 hours.
    package static func days(_ count: Double) -> Duration {
        .nanoseconds(Int64((count * 86_400_000_000_000).rounded()))
    }

    package static func hours(_ count: Double) -> Duration {
        .nanoseconds(Int64((count * 3_600_000_000_000).rounded()))
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
