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

    /// Takes on the origins of a platform's services; those that have a path already keep it, the others' paths are the
    /// same below the base.
    mutating func add(_ origins: [String: String]) {
        for origin in Set(origins.values) where !routes.contains(where: { $0.origin == origin }) {
            routes.append((origin, ""))
        }
        routes.sort { ($0.origin.count, $1.origin) > ($1.origin.count, $0.origin) }
    }

    /// The URL to ask for a URL; nil where no place is known for it.
    func place(of url: WebURL) -> WebURL? {
        // did:web knows only https, also where the base has none.
        if url.host == base.host, url.effectivePort == base.effectivePort {
            return WebURL(scheme: base.scheme, host: url.host, port: url.port, path: url.path, query: url.query)
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
