import Credentials
import Networking
package import Platforms

/// Where the documents of the made-up issuers are served: on hosts of their own, or all under one URL.
package struct TrialOrigin: Sendable, Hashable {
    /// The URL under which everything is, such as `http://127.0.0.1:8080/fixtures`; nil for a host for each service.
    private let base: String?

    /// A host for each service, under names that no one can own.
    package static let ownHosts = TrialOrigin(base: nil)

    private init(base: String?) { self.base = base }

    /// Everything under one URL, for readers that fetch for themselves; nil unless it is an http or https URL without
    /// a query.
    package init?(url: String) {
        let trimmed = url.hasSuffix("/") ? String(url.dropLast()) : url
        let rest = trimmed.hasPrefix("https://") ? trimmed.dropFirst(8) : trimmed.dropFirst(7)
        guard trimmed.hasPrefix("http://") || trimmed.hasPrefix("https://"), rest.first?.isASCII ?? false,
            !rest.hasPrefix("/"), !rest.contains(where: { "?#@ \"<>".contains($0) })
        else { return nil }
        base = trimmed
    }

    /// The URL of something that a service has; the path without a leading slash.
    package func url(_ service: PlatformHosts.Service, _ path: String) -> String {
        base.map { "\($0)/\(service.rawValue)/\(path)" } ?? "https://\(Self.hosts.name(service))/\(path)"
    }

    /// The did:web of somebody whose document is at the DID service under a path.
    package func did(_ path: [String]) -> String {
        guard let base else { return (["did:web:" + Self.hosts.name(.did)] + path).joined(separator: ":") }
        let scheme = base.hasPrefix("https://") ? 8 : 7
        var parts = base.dropFirst(scheme).split(separator: "/").map(String.init)
        parts[0] = parts[0].replacing(":", with: "%3A")
        return (["did:web"] + parts + [PlatformHosts.Service.did.rawValue] + path).joined(separator: ":")
    }

    /// The URL of a DID's document, under the scheme of this origin: did:web itself knows only https.
    package func documentURL(ofDID path: [String]) -> String {
        url(.did, (path + ["did.json"]).joined(separator: "/"))
    }

    /// Where the hosts of platforms are published: under paths of the one URL, where there is one.
    func addressing(of slugs: [String]) -> Addressing {
        guard let origin = base.flatMap({ WebURL($0) }) else { return .ownNames }
        let paths = slugs.map { PlatformHosts(slug: $0).paths }
        return Addressing(origin: origin, paths: paths.reduce(into: [:]) { $0.merge($1) { first, _ in first } })
    }

    private static let hosts = PlatformHosts(slug: "trial")
}
