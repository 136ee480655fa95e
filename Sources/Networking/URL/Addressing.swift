/// Where the hosts of a network are published.
///
/// On the network each host goes by its own name, as `https://credentials.north.example`. What is signed and linked says
/// where others find it: under the same name, or, where all are served on one port, under a path of one origin, as
/// `http://localhost:8080/north/credentials`.
package struct Addressing: Sendable, Hashable {
    /// Each host under its own name.
    package static let ownNames = Addressing()

    private let origin: WebURL?
    /// The origin as the beginning of a URL, without a slash at its end.
    private let base: String
    private let pathOfHost: [String: String]
    private let hostOfPath: [String: String]

    private init() {
        origin = nil
        base = ""
        pathOfHost = [:]
        hostOfPath = [:]
    }

    /// Hosts under paths of one origin. Where one host's path begins another's, the longer path goes first.
    ///
    /// - Parameters:
    ///   - origin: Scheme, host and port, and a path where all stands under one.
    ///   - paths: The path of each host, of one segment or two, as `/north/credentials`.
    package init(origin: WebURL, paths: [String: String]) {
        self.origin = origin
        let whole = WebURL(scheme: origin.scheme, host: origin.host, port: origin.port, path: origin.path).description
        base = whole.hasSuffix("/") ? String(whole.dropLast()) : whole
        pathOfHost = paths
        hostOfPath = Dictionary(
            paths.sorted { $0.key < $1.key }.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    }

    /// The URL under which others find what has a URL on the network.
    package func published(_ url: String) -> String {
        guard origin != nil, let host = WebURL.host(of: url), let path = pathOfHost[String(host)] else { return url }
        return base + path + url[host.endIndex...]
    }

    /// The URL on the network of what others know by a URL; nil for a path of the origin that belongs to no host.
    ///
    /// A URL of another origin is its own. Whether it is asked for by `http` or `https` makes no difference: did:web
    /// has `https` always.
    package func located(_ url: WebURL) -> WebURL? {
        guard let origin, url.host == origin.host, url.port == origin.port else { return url }
        guard let path = Self.path(url.path, under: origin.path) else { return nil }
        let segments = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).prefix(2)
        for count in stride(from: segments.count, to: 0, by: -1) {
            let prefix = "/" + segments.prefix(count).joined(separator: "/")
            guard let host = hostOfPath[prefix] else { continue }
            return WebURL(host: host, path: String(path.dropFirst(prefix.utf8.count - 1)), query: url.query)
        }
        return nil
    }

    /// The name on the network of the host that a URL belongs to; nil for none.
    package func host(of url: String) -> String? {
        origin == nil ? WebURL.host(of: url).map(String.init) : WebURL(url).flatMap(located)?.host
    }

    /// What of a path stands behind a folder and its slash; nil where it stands elsewhere.
    private static func path(_ path: String, under folder: String) -> Substring? {
        let folder = folder.hasSuffix("/") ? folder : folder + "/"
        return path.hasPrefix(folder) ? path.dropFirst(folder.count) : nil
    }
}
