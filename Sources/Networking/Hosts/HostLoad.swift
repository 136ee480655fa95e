import SimulationKernel

/// How much a host had to do so far: exact sums over its requests, and over time.
package struct HostLoad: Sendable, Hashable {
    /// Requests that were admitted.
    package private(set) var arrivals = 0
    /// Requests that are there, waiting or worked on.
    package private(set) var present = 0
    /// For how long requests waited, added up.
    package private(set) var waiting = Duration.zero
    /// For how long requests were there, added up, as it was foreseen when they arrived.
    package private(set) var stay = Duration.zero
    /// The number of those present, added up over time from one arrival or departure to the next.
    package private(set) var presence = Duration.zero
    private var changed = VirtualInstant.epoch

    mutating func enter(at now: VirtualInstant, waiting: Duration, leaving end: VirtualInstant) {
        count(until: now)
        arrivals += 1
        present += 1
        self.waiting += waiting
        stay += now.duration(to: end)
    }

    mutating func leave(at now: VirtualInstant) {
        count(until: now)
        present -= 1
    }

    private mutating func count(until now: VirtualInstant) {
        guard now != changed else { return }
        let elapsed = changed.duration(to: now)
        changed = now
        // Multiplying durations is slow, and mostly nobody or one is there.
        if present > 0 { presence += present == 1 ? elapsed : elapsed * present }
    }
}
