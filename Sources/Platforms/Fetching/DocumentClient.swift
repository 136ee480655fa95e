import HTTPTypes
package import Network
package import SimulationKernel

/// A platform's client: fetches documents over the network and keeps them for a while.
package actor DocumentClient: SimulatedActor, DocumentSource {
    package nonisolated let simulation: Simulation
    private let network: Network
    private let identity: NetworkClient
    private let policy: ClientPolicy
    private let keepsSeconds: Int64
    private let clockOffset: Int64
    private var kept: [String: FetchedDocument] = [:]
    private var order: [String] = []

    private static let maximumKept = 4096

    package init(simulation: Simulation, network: Network, identity: NetworkClient, behaviour: BehaviourProfile) {
        self.simulation = simulation
        self.network = network
        self.identity = identity
        policy = ClientPolicy(maximumRedirects: behaviour.fetching.redirects == .follow ? 5 : 0)
        keepsSeconds = Int64(behaviour.caching.documentSeconds)
        clockOffset = Int64(behaviour.clock.offsetSeconds)
    }

    /// The platform's own time, in Unix seconds.
    private var now: Int64 { simulation.nowUnixSeconds + clockOffset }

    package func document(
        at url: String, for purpose: DocumentPurpose
    ) async -> Result<FetchedDocument, FetchProblem> {
        // Status lists are kept by the verifier, which knows how long; contexts are fetched anew by those who do.
        let isKept = purpose != .statusList && purpose != .context
        if isKept, let known = kept[url], now - known.fetchedAt < keepsSeconds {
            return .success(known)
        }
        guard let target = WebURL(url) else { return .failure(.network(.invalidURL(url))) }
        let request = WebRequest(url: target, headerFields: [.accept: Self.accepted(for: purpose)])
        switch await network.send(request, from: identity, policy: policy) {
        case .failure(let failure): return .failure(.network(failure))
        case .success(let delivery):
            guard delivery.response.status.kind == .successful else {
                return .failure(.status(delivery.response.status.code))
            }
            let document = FetchedDocument(
                url: url, finalURL: delivery.url.description, contentType: delivery.response.mediaType,
                bytes: delivery.response.body, fetchedAt: now)
            if isKept { keep(document) }
            return .success(document)
        }
    }

    private func keep(_ document: FetchedDocument) {
        if kept.updateValue(document, forKey: document.url) == nil { order.append(document.url) }
        guard order.count > Self.maximumKept else { return }
        for url in order.prefix(Self.maximumKept / 2) { kept[url] = nil }
        order.removeFirst(Self.maximumKept / 2)
    }

    private static func accepted(for purpose: DocumentPurpose) -> String {
        switch purpose {
        case .linkset: "application/linkset+json"
        case .credential, .statusList: "application/vc, application/vc+jwt, application/json"
        case .didDocument: "application/did+json, application/json"
        case .context: "application/ld+json"
        }
    }
}
