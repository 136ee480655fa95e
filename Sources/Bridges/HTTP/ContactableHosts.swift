package import Networking

/// The hosts that may be contacted: what was named, and nothing else.
package struct ContactableHosts: Sendable {
    private let base: WebURL
    private let others: Set<String>

    /// - Parameters:
    ///   - base: The base URL; on this machine, unless its host is named besides.
    ///   - others: Hosts that may be contacted as well.
    /// - Throws: What is wrong, for whoever named them.
    package init(base: WebURL, others: [String] = []) throws(HTTPConfigurationError) {
        self.base = base
        self.others = Set(others.map { $0.lowercased() })
        guard base.scheme == "http" || base.scheme == "https" else {
            throw HTTPConfigurationError(problems: ["--base \(base): expected a URL with http or https"])
        }
        guard Self.isLoopback(base.host) || self.others.contains(base.host) else {
            throw HTTPConfigurationError(problems: [
                "--base \(base): \(base.host) is not this machine; if it is really to be contacted, add "
                    + "--allow-host \(base.host)"
            ])
        }
    }

    /// Whether a URL is of the base's origin or of a host that was named.
    func contains(_ url: WebURL) -> Bool {
        guard url.scheme == "http" || url.scheme == "https" else { return false }
        let isBase = url.host == base.host && url.effectivePort == base.effectivePort
        return isBase || others.contains(url.host)
    }

    static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return host == "localhost" || parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}

extension WebURL {
    var effectivePort: Int { port ?? (scheme == "https" ? 443 : 80) }

    /// Scheme, host and port, as `https://credentials.acme.example`.
    var origin: String { "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "") }
}
