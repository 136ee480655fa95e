import SimulationKernel

/// A service that can be read while virtual time stands still.
package protocol ReadableService: WebService {
    /// The answer at this instant to a request that only reads (GET, HEAD), of which no trace is left: what the service
    /// answers and counts later is the same with and without it.
    ///
    /// Only on the thread of the simulation; also while that thread waits in the middle of something.
    func read(_ request: WebRequest) -> WebResponse
}

/// What is published on a simulated network, for a reader outside who asks while virtual time stands still for it.
package struct PublishedNetwork: Sendable {
    private let network: Network
    /// Where the reader is.
    private let site: Site

    package init(_ network: Network, from site: Site) {
        self.network = network
        self.site = site
    }

    /// What is answered to a request at this instant: by the host that it is for, or, for a host that is down or cut off,
    /// with 503. Only on the thread of the simulation.
    package func read(_ request: WebRequest) -> WebResponse {
        network.assumeIsolated { $0.read(request, from: site) }
    }
}
