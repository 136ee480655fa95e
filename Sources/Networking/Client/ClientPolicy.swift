/// How a client asks: how long it waits, how often it tries, how far it follows.
package struct ClientPolicy: Sendable, Hashable {
    /// How long one attempt may take.
    package var timeout: Duration
    /// Attempts in all, for failures that may pass.
    package var attempts: Int
    /// The pause before the second attempt; it doubles with each further one, and chance adds up to half of it.
    package var backoff: Duration
    /// Redirects that are followed; with 0 they are refused.
    package var maximumRedirects: Int
    package var maximumBodyBytes: Int

    package init(
        timeout: Duration = .seconds(10), attempts: Int = 3, backoff: Duration = .seconds(1),
        maximumRedirects: Int = 5, maximumBodyBytes: Int = 4 << 20
    ) {
        self.timeout = timeout
        self.attempts = max(1, attempts)
        self.backoff = backoff
        self.maximumRedirects = maximumRedirects
        self.maximumBodyBytes = maximumBodyBytes
    }
}

/// Who asks, and from where.
package struct NetworkClient: Sendable, Hashable {
    package let name: String
    package let site: Site

    package init(name: String, site: Site) {
        self.name = name
        self.site = site
    }
}

/// An answer that arrived.
package struct Delivery: Sendable {
    package let response: WebResponse
    /// The URL that answered, after redirects.
    package let url: WebURL
    package let redirects: Int
    package let attempts: Int
}

/// Why no answer arrived.
package enum NetworkFailure: Error, Sendable, Hashable {
    case invalidURL(String)
    case unknownHost(String)
    case connectionRefused(String)
    /// No answer in time, in any attempt: loss, a partition or a slow host look the same to a client.
    case timedOut(String)
    case rateLimited(String)
    case overloaded(String)
    case redirectRefused(to: String)
    case tooManyRedirects(limit: Int)
    case bodyTooLarge(limit: Int)

    /// Whether trying again may help.
    var mayPass: Bool {
        switch self {
        case .connectionRefused, .timedOut, .rateLimited, .overloaded: true
        default: false
        }
    }

    /// The name under which it is observed.
    package var label: String {
        switch self {
        case .invalidURL: "invalid-url"
        case .unknownHost: "unknown-host"
        case .connectionRefused: "connection-refused"
        case .timedOut: "timed-out"
        case .rateLimited: "rate-limited"
        case .overloaded: "overloaded"
        case .redirectRefused: "redirect-refused"
        case .tooManyRedirects: "too-many-redirects"
        case .bodyTooLarge: "body-too-large"
        }
    }
}
