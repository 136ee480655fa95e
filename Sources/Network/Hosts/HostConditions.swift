package import SimulationKernel

/// What a host can bear, and when it can't be reached.
package struct HostConditions: Sendable {
    /// Requests that are worked on at the same time.
    package var concurrency: Int
    /// How long one request keeps a place.
    package var serviceTime: Duration
    /// Requests that may wait; one more is answered with 503.
    package var queueLimit: Int
    /// Requests that are answered in each period; one more is answered with 429.
    package var rateLimit: RateLimit?
    /// When the host refuses connections.
    package var outages: [Range<VirtualInstant>]

    package struct RateLimit: Sendable {
        package let requests: Int
        package let period: Duration

        package init(requests: Int, period: Duration) {
            self.requests = requests
            self.period = period
        }
    }

    package init(
        concurrency: Int = 16, serviceTime: Duration = .milliseconds(4), queueLimit: Int = 1000,
        rateLimit: RateLimit? = nil, outages: [Range<VirtualInstant>] = []
    ) {
        self.concurrency = max(1, concurrency)
        self.serviceTime = serviceTime
        self.queueLimit = queueLimit
        self.rateLimit = rateLimit
        self.outages = outages
    }
}

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

    init(site: Site, service: any WebService, conditions: HostConditions) {
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

    func isDown(at instant: VirtualInstant) -> Bool {
        conditions.outages.contains { $0.contains(instant) }
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
        let end = start.advanced(by: conditions.serviceTime)
        places[place] = end
        return .admitted(until: end)
    }
}
