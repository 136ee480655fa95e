package import SimulationKernel

/// What a host can bear, and when it can't be reached.
package struct HostConditions: Sendable {
    /// Requests that are worked on at the same time.
    package var concurrency: Int
    /// How long one request keeps a place; the mean, where that differs from request to request.
    package var serviceTime: Duration
    package var serviceVariation: ServiceVariation
    /// Requests that may wait; one more is answered with 503.
    package var queueLimit: Int
    /// Requests that are answered in each period; one more is answered with 429.
    package var rateLimit: RateLimit?
    /// When the host refuses connections.
    package var outages: [Range<VirtualInstant>]

    /// How the time for which a request keeps a place differs from request to request.
    package enum ServiceVariation: Sendable {
        case constant
        /// Many are short and a few are long.
        case exponential
    }

    package struct RateLimit: Sendable {
        package let requests: Int
        package let period: Duration

        package init(requests: Int, period: Duration) {
            self.requests = requests
            self.period = period
        }
    }

    package init(
        concurrency: Int = 16, serviceTime: Duration = .milliseconds(4),
        serviceVariation: ServiceVariation = .constant, queueLimit: Int = 1000, rateLimit: RateLimit? = nil,
        outages: [Range<VirtualInstant>] = []
    ) {
        self.concurrency = max(1, concurrency)
        self.serviceTime = serviceTime
        self.serviceVariation = serviceVariation
        self.queueLimit = queueLimit
        self.rateLimit = rateLimit
        self.outages = outages
    }
}
