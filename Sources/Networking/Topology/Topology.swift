/// Where something stands in the network.
package struct Site: Sendable, Hashable {
    /// ISO 3166-1 alpha-2.
    package let country: String
    package let connectivity: Connectivity

    package init(country: String, connectivity: Connectivity) {
        self.country = country
        self.connectivity = connectivity
    }

    /// A data centre outside of all countries, which no partition has on its side; no country has this code.
    package static let international = Site(country: "ZZ", connectivity: .dataCentre)
}

/// How something is connected.
package enum Connectivity: String, Sendable, CaseIterable {
    case dataCentre = "data-centre"
    case urban
    /// A mine, a plant or a field far from a city.
    case remote
}

/// How long messages take and how many get lost between two sites.
package struct Route: Sendable, Hashable {
    /// The time that a message takes one way, without jitter.
    package var latency: Duration
    /// The most that chance adds to it.
    package var jitter: Duration
    package var bytesPerSecond: Int
    /// Messages lost in a million.
    package var lossPerMillion: Int

    package init(latency: Duration, jitter: Duration, bytesPerSecond: Int, lossPerMillion: Int) {
        self.latency = latency
        self.jitter = jitter
        self.bytesPerSecond = bytesPerSecond
        self.lossPerMillion = lossPerMillion
    }
}

/// The routes between sites.
package struct Topology: Sendable {
    /// A country's round-trip times to the nearest exchange, in milliseconds.
    package struct Access: Sendable {
        package var urbanMilliseconds: Int
        package var remoteMilliseconds: Int

        package init(urbanMilliseconds: Int, remoteMilliseconds: Int) {
            self.urbanMilliseconds = urbanMilliseconds
            self.remoteMilliseconds = remoteMilliseconds
        }
    }

    private let access: [String: Access]
    /// What crossing a border adds one way, in milliseconds.
    private let borderMilliseconds: Int
    private let lossPerMillion: Int
    private let pairs: [Pair: Duration]

    private struct Pair: Hashable {
        let from: String
        let to: String
    }

    /// - Parameters:
    ///   - access: Round-trip times by country; 50 and 150 ms for a country that is not listed.
    ///   - borderMilliseconds: What crossing a border adds one way.
    ///   - lossPerMillion: Messages lost in a million, on each route.
    ///   - pairs: One-way latencies of country pairs that override what follows from the access times.
    package init(
        access: [String: Access], borderMilliseconds: Int = 40, lossPerMillion: Int = 0,
        pairs: [(from: String, to: String, latency: Duration)] = []
    ) {
        self.access = access
        self.borderMilliseconds = borderMilliseconds
        self.lossPerMillion = lossPerMillion
        self.pairs = Dictionary(
            pairs.map { (Pair(from: $0.from, to: $0.to), $0.latency) }, uniquingKeysWith: { _, last in last })
    }

    package func route(from: Site, to: Site) -> Route {
        let ends = quarterRoundTrip(from) + quarterRoundTrip(to)
        let border = from.country == to.country ? 0 : borderMilliseconds
        let latency = pairs[Pair(from: from.country, to: to.country)] ?? .milliseconds(ends + border)
        return Route(
            latency: latency, jitter: latency / 2, bytesPerSecond: min(bandwidth(from), bandwidth(to)),
            lossPerMillion: lossPerMillion)
    }

    /// Half of a site's one-way time; a data centre stands at the exchange.
    private func quarterRoundTrip(_ site: Site) -> Int {
        let access = access[site.country] ?? Access(urbanMilliseconds: 50, remoteMilliseconds: 150)
        return switch site.connectivity {
        case .dataCentre: 1
        case .urban: access.urbanMilliseconds / 4
        case .remote: access.remoteMilliseconds / 4
        }
    }

    private func bandwidth(_ site: Site) -> Int {
        switch site.connectivity {
        case .dataCentre: 50_000_000
        case .urban: 2_500_000
        case .remote: 125_000
        }
    }
}
