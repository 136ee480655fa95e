import Networking

/// Where below a base URL what has an origin of its own elsewhere is to be found.
struct OriginRoutes: Sendable {
    private let base: WebURL
    /// The longer origins first, so that one with a path goes before its host.
    private var routes: [(origin: String, path: String)]

    init(base: WebURL, origins: [(origin: String, path: String)]) {
        self.base = base
        routes = origins.sorted { $0.origin.count > $1.origin.count }
    }

    private var isOnThisMachine: Bool { ContactableHosts.isLoopback(base.host) }

    /// The origins of which something is to be found below the base, its own first; each is a scheme, a host and a port.
    var origins: [String] {
        let names = isOnThisMachine ? [base.host] + ["localhost", "127.0.0.1"].filter { $0 != base.host } : [base.host]
        let own = names.map { WebURL(scheme: base.scheme, host: $0, port: base.port, path: "/") }
        let all = (own + routes.compactMap { WebURL($0.origin) }).map(\.origin)
        return all.enumerated().filter { !all[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// Takes on the origins of a platform's services; those that have a path already keep it, the others' paths are the
    /// same below the base.
    ///
    /// - Parameter resolver: The path below which the identity resolver answers; empty for the base itself.
    mutating func add(_ origins: [String: String], resolver: String = "") {
        let paths = origins.sorted { $0.key < $1.key }.map { ($1, $0 == "resolver" ? resolver : "") }
        for (origin, path) in paths where !routes.contains(where: { $0.origin == origin }) {
            routes.append((origin, path))
        }
        routes.sort { ($0.origin.count, $1.origin) > ($1.origin.count, $0.origin) }
    }

    /// The URL to ask for a URL; nil where no place is known for it.
    func place(of url: WebURL) -> WebURL? {
        // did:web knows only https, also where the base has none.
        let isBase = url.host == base.host || ContactableHosts.isLoopback(url.host) && isOnThisMachine
        if isBase, url.effectivePort == base.effectivePort {
            return WebURL(scheme: base.scheme, host: base.host, port: base.port, path: url.path, query: url.query)
        }
        let text = url.origin + url.path
        for route in routes where text.hasPrefix(route.origin) {
            let rest = text.dropFirst(route.origin.count)
            guard rest.isEmpty || rest.hasPrefix("/") else { continue }
            let parent = route.path.hasSuffix("/") ? String(route.path.dropLast()) : route.path
            return base.appending(parent + rest, query: url.query)
        }
        return nil
    }
}
