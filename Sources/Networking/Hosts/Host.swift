import SimulationKernel

/// A host with its queue.
///
/// Whoever arrives takes the place that is free first; when that is follows from those before, so no one has to be woken.
struct Host {
    let site: Site
    let service: any WebService
    let conditions: HostConditions

    /// When each place is free again.
    private var places: [VirtualInstant]
    /// When those who wait will begin.
    private var waiting: [VirtualInstant] = []
    private var periodStart = VirtualInstant.epoch
    private var answeredInPeriod = 0
    private var chance: RandomStream
    private(set) var load = HostLoad()

    /// - Parameter chance: What the times of requests are drawn from, where they differ.
    init(site: Site, service: any WebService, conditions: HostConditions, chance: RandomStream) {
        self.chance = chance
        self.site = site
        self.service = service
        self.conditions = conditions
        places = Array(repeating: .epoch, count: conditions.concurrency)
    }

    enum Admission {
        /// The request will be done with at the instant.
        case admitted(until: VirtualInstant)
        case queueFull
        case rateLimited(retryAfter: Duration)
    }

    mutating func admit(at now: VirtualInstant) -> Admission {
        if let limit = conditions.rateLimit {
            if periodStart.advanced(by: limit.period) <= now {
                periodStart = now
                answeredInPeriod = 0
            }
            guard answeredInPeriod < limit.requests else {
                return .rateLimited(retryAfter: now.duration(to: periodStart.advanced(by: limit.period)))
            }
            answeredInPeriod += 1
        }
        waiting.removeAll { $0 <= now }
        guard waiting.count < conditions.queueLimit else { return .queueFull }
        var place = 0
        for candidate in places.indices where places[candidate] < places[place] { place = candidate }
        let start = max(places[place], now)
        if start > now { waiting.append(start) }
        let end = start.advanced(by: serviceTime())
        places[place] = end
        load.enter(at: now, waiting: now.duration(to: start), leaving: end)
        return .admitted(until: end)
    }

    /// Notes that a request is done with, at the instant to which it was admitted.
    mutating func release(at now: VirtualInstant) { load.leave(at: now) }

    private mutating func serviceTime() -> Duration {
        switch conditions.serviceVariation {
        case .constant: return conditions.serviceTime
        case .exponential:
            let mean = Double(conditions.serviceTime.wholeNanoseconds)
            return .nanoseconds(Int64(chance.exponential(mean: mean).rounded()))
        }
    }
}
