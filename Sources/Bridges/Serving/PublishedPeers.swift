package import Networking

/// What a server publishes: services by their host's name on the simulated network, and pages about them.
package struct PublishedPeers: Sendable {
    package let origin: WebURL
    package let addressing: Addressing
    package let services: [String: any WebService]
    /// Answers that never change, by path.
    package let pages: [String: WebResponse]

    /// - Parameters:
    ///   - origin: Where all is published: what `addressing` was made with.
    package init(
        origin: WebURL, addressing: Addressing, services: [String: any WebService], pages: [String: WebResponse]
    ) {
        self.origin = origin
        self.addressing = addressing
        self.services = services
        self.pages = pages
    }

    /// Where all is published, without a slash at its end.
    var base: String {
        let text = origin.description
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    /// The URL on the simulated network of what is asked for; nil where no host is published there.
    func located(_ target: RequestTarget) -> WebURL? {
        addressing.located(
            WebURL(
                scheme: origin.scheme, host: origin.host, port: origin.port, path: target.path, query: target.query))
    }
}
