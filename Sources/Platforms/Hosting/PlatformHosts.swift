/// The host names of a platform: one for each service, so that each can fail on its own.
package struct PlatformHosts: Sendable, Hashable {
    package let slug: String

    package init(slug: String) { self.slug = slug }

    package enum Service: String, Sendable, CaseIterable {
        case resolver, storage, status, did, api
    }

    package func name(_ service: Service) -> String {
        switch service {
        case .resolver: "id.\(slug).example"
        case .storage: "credentials.\(slug).example"
        case .status: "status.\(slug).example"
        case .did: "did.\(slug).example"
        case .api: "api.\(slug).example"
        }
    }

    /// Which service a host name belongs to.
    func service(_ host: String) -> Service? {
        Service.allCases.first { name($0) == host } ?? (host == testStorage ? .storage : nil)
    }

    /// The storage's host on the network for tests, which answers, and which careful readers keep away from.
    package var testStorage: String { "credentials.\(slug).test" }

    /// The storage's host inside the platform's own network.
    package var internalStorage: String { "storage-\(slug)" }
}
