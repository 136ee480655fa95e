import HTTPTypes
package import Networking
package import SimulationKernel

/// A platform's client: fetches documents over the network and keeps them for a while.
package actor DocumentClient: SimulatedActor, DocumentSource {
    package nonisolated let simulation: Simulation
    package nonisolated var unownedExecutor: UnownedSerialExecutor { simulation.unownedExecutor }
    private let network: Network
    private let identity: NetworkClient
    private let policy: ClientPolicy
    private let keepsSeconds: Int64
    private let clockOffset: Int64
    private let isBrowser: Bool
    private let isGuarded: Bool
    private var kept = Latest<String, FetchedDocument>(512)

    /// Whether a host belongs to a network that is not the public one.
    private static func isPrivate(_ host: String) -> Bool {
        host.hasSuffix(".test") || host.hasSuffix(".internal") || host.hasSuffix(".local") || !host.contains(".")
    }

    package init(simulation: Simulation, network: Network, identity: NetworkClient, behaviour: BehaviourProfile) {
        self.simulation = simulation
        self.network = network
        self.identity = identity
        policy = ClientPolicy(
            maximumRedirects: behaviour.fetching.redirects == .follow ? 5 : 0,
            maximumBodyBytes: behaviour.fetching.maximumKibibytes << 10)
        keepsSeconds = Int64(behaviour.caching.documentSeconds)
        clockOffset = Int64(behaviour.clock.offsetSeconds)
        isBrowser = behaviour.fetching.runtime == .browser
        isGuarded = behaviour.fetching.hostGuard == .publicOnly
    }

    /// The platform's own time, in Unix seconds.
    private var now: Int64 { simulation.nowUnixSeconds + clockOffset }

    package func document(
        at url: String, for purpose: DocumentPurpose
    ) async -> Result<FetchedDocument, FetchProblem> {
        // Status lists are kept by the verifier, which knows how long; contexts are fetched anew by those who do.
        let isKept = purpose != .statusList && purpose != .context
        let key =
            !isKept || purpose == .linkset || purpose == .credential || purpose == .didDocument
            ? url : purpose.rawValue + " " + url
        if isKept, let known = kept[key], now - known.fetchedAt < keepsSeconds {
            return .success(known)
        }
        guard let target = WebURL(url) else { return .failure(.network(.invalidURL(url))) }
        guard !isGuarded || !Self.isPrivate(network.addressing.located(target)?.host ?? target.host) else {
            return .failure(.hostNotPublic(target.host))
        }
        let request = WebRequest(
            method: purpose == .linkHeader ? .head : .get, url: target,
            headerFields: Self.accepted[purpose] ?? [:])
        switch await network.send(request, from: identity, policy: policy) {
        case .failure(let failure): return .failure(.network(failure))
        case .success(let delivery):
            guard delivery.response.status.kind == .successful else {
                return .failure(.status(delivery.response.status.code))
            }
            if isBrowser, delivery.response.headerFields[.accessControlAllowOrigin] == nil {
                return .failure(.crossOriginDenied(delivery.url.host))
            }
            let document = FetchedDocument(
                url: url, finalURL: delivery.url.description, contentType: delivery.response.mediaType,
                bytes: purpose == .linkHeader
                    ? Array((delivery.response.linkField ?? "").utf8) : delivery.response.body,
                fetchedAt: now)
            if isKept, let forgotten = kept.keep(document, as: key) { simulation.discard(forgotten) }
            return .success(document)
        }
    }

    package func forget(_ url: String) {
        kept.forget(url)
    }

    /// What is asked for, made once for all requests.
    private static let accepted = Dictionary(
        uniqueKeysWithValues: DocumentPurpose.allCases.map { ($0, [.accept: accepted(for: $0)] as HTTPFields) })

    private static func accepted(for purpose: DocumentPurpose) -> String {
        switch purpose {
        case .linkset, .linkHeader: "application/linkset+json"
        case .page: "text/html"
        case .key: "application/octet-stream"
        case .credential, .statusList: "application/vc, application/vc+jwt, application/json"
        case .didDocument: "application/did+json, application/json"
        case .context: "application/ld+json"
        }
    }
}
