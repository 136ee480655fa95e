/// Where the hosts of a network are published.
///
/// On the network each host goes by its own name, as `https://credentials.north.example`. What is signed and linked says
/// where others find it: under the same name, or, where all are served on one port, under a path of one origin, as
/// `http://localhost:8080/north/credentials`. A host that stands outside has an origin of its own, as
/// `http://127.0.0.1:8080`.
package struct Addressing: Sendable, Hashable {
    /// Each host under its own name.
    package static let ownNames = Addressing()

    private let origin: WebURL?
    /// The origin as the beginning of a URL, without a slash at its end.
    private let base: String
    private let pathOfHost: [String: String]
    private let hostOfPath: [String: String]
    /// The origins of hosts outside, without a slash at their ends.
    private var originOfHost: [String: String] = [:]
    private var hostOfAuthority: [Authority: String] = [:]

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

    /// Whether each host is published under its own name.
    private var isPlain: Bool { origin == nil && originOfHost.isEmpty }

    /// Gives a host that stands outside the origin under which it is really found, in the place of any that it had.
    ///
    /// - Parameter url: Scheme, host and port; what else it has is left out.
    package mutating func place(_ host: String, at url: WebURL) {
        originOfHost[host] = "\(url.scheme)://\(url.host)" + (url.port.map { ":\($0)" } ?? "")
        hostOfAuthority[Authority(url)] = host
    }

    /// Whether something is published under the host and port of a URL already.
    package func isTaken(_ url: WebURL) -> Bool {
        hostOfAuthority[Authority(url)] != nil || origin.map { Authority($0) == Authority(url) } ?? false
    }

    /// The URL under which others find what has a URL on the network.
    package func published(_ url: String) -> String {
        guard !isPlain, let host = WebURL.host(of: url) else { return url }
        if let own = originOfHost[String(host)] { return own + url[host.endIndex...] }
        guard let path = pathOfHost[String(host)] else { return url }
        return base + path + url[host.endIndex...]
    }

    /// The URL on the network of what others know by a URL; nil for a path of the origin that belongs to no host.
    ///
    /// A URL of another origin is its own. Whether it is asked for by `http` or `https` makes no difference: did:web
    /// has `https` always.
    package func located(_ url: WebURL) -> WebURL? {
        if !hostOfAuthority.isEmpty, let host = hostOfAuthority[Authority(url)] {
            return WebURL(host: host, path: url.path, query: url.query)
        }
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
        isPlain ? WebURL.host(of: url).map(String.init) : WebURL(url).flatMap(located)?.host
    }

    /// What of a path stands behind a folder and its slash; nil where it stands elsewhere.
    private static func path(_ path: String, under folder: String) -> Substring? {
        let folder = folder.hasSuffix("/") ? folder : folder + "/"
        return path.hasPrefix(folder) ? path.dropFirst(folder.count) : nil
    }
}

/// Where a host is really found: its name, and its port where that is not the scheme's own.
private struct Authority: Hashable {
    let host: String
    let port: Int?

    init(_ url: WebURL) {
        host = url.host
        port = url.port == (url.scheme == "http" ? 80 : 443) ? nil : url.port
    }
}
