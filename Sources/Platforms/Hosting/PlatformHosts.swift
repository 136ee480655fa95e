package import Networking

/// The host names of a platform: one for each service, so that each can fail on its own.
package struct PlatformHosts: Sendable, Hashable {
    package let slug: String
    /// Where the hosts are published.
    package let addressing: Addressing
    /// The service behind each name, as each request asks for it.
    private let serviceOfName: [String: Service]

    package init(slug: String, addressing: Addressing = .ownNames) {
        self.slug = slug
        self.addressing = addressing
        var services = Dictionary(
            Service.allCases.map { (Self.name($0, of: slug), $0) }, uniquingKeysWith: { first, _ in first })
        services["credentials.\(slug).test"] = .storage
        serviceOfName = services
    }

    package enum Service: String, Sendable, CaseIterable {
        case resolver, storage, status, did, api
    }

    /// The name of a service's host on the network.
    package func name(_ service: Service) -> String { Self.name(service, of: slug) }

    private static func name(_ service: Service, of slug: String) -> String {
        switch service {
        case .resolver: "id.\(slug).example"
        case .storage: "credentials.\(slug).example"
        case .status: "status.\(slug).example"
        case .did: "did.\(slug).example"
        case .api: "api.\(slug).example"
        }
    }

    /// The name of the host that stands on the network for one of the origins of a platform outside.
    ///
    /// - Parameter position: That of the origin in the platform's description.
    package func outsideName(_ position: Int) -> String {
        "service\(position == 0 ? "" : "-\(position + 1)").\(slug).example"
    }

    /// The path of each service's host where all are served on one port; DIDs have the platform's own.
    private static let path: [Service: String] = [
        .resolver: "/id", .storage: "/credentials", .status: "/status", .did: "", .api: "/api",
    ]

    /// Where the hosts are published on one port, by their names.
    package var paths: [String: String] {
        Dictionary(uniqueKeysWithValues: Self.path.map { (name($0), "/\(slug)\($1)") })
    }

    /// The names that a tenant can't have where all is served on one port: its DID document would stand in their place.
    package static let servicePaths = path.values.filter { !$0.isEmpty }.map { String($0.dropFirst()) }.sorted()

    /// The URL under which others find something of a service.
    ///
    /// - Parameter path: Empty for the service as a whole, else with a slash at its beginning.
    package func url(_ service: Service, _ path: String = "") -> String {
        addressing.published("https://\(name(service))\(path)")
    }

    /// The DID of a tenant: did:web, Method-specific identifier.
    ///
    /// - Parameter identity: How port and path are written.
    package func did(of tenant: String, _ identity: BehaviourProfile.Identity = .init()) -> String {
        let place = WebURL(url(.did)) ?? WebURL(host: name(.did), path: "")
        let isOwnName = place.host == name(.did)
        let port = place.port ?? (isOwnName && identity.port != .none ? Self.namedPort : nil)
        let colon = identity.port == .raw ? ":" : "%3A"
        let authority = place.host + (port.map { colon + String($0) } ?? "")
        let path = place.path.split(separator: "/").map(String.init) + [tenant]
        return "did:web:" + ([authority] + path).joined(separator: identity.didPath == .colons ? ":" : "/")
    }

    /// The port that a did:web names where the platform's knob has one and the host's address has none.
    private static let namedPort = 8443

    /// Which service a host name belongs to.
    func service(_ host: String) -> Service? {
        serviceOfName[host]
    }

    /// The storage's host on the network for tests, which answers, and which careful readers keep away from.
    package var testStorage: String { "credentials.\(slug).test" }

    /// The storage's host inside the platform's own network.
    package var internalStorage: String { "storage-\(slug)" }
}
