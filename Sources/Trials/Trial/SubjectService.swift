import HTTPTypes
import Networking
import Platforms
import UNTP

/// What answers for a platform outside and for what the trial adds to it: the shelf first, then the platform itself.
struct SubjectService: WebService {
    let shelf: Shelf
    let host: AdapterHost
    /// The hosts for which the platform is asked.
    let asked: Set<String>

    /// The hosts of the shelf, but those that are everybody's.
    var hosts: [String] {
        Set(shelf.all.filter { $0.contentType != "application/ld+json" }.compactMap { WebURL($0.url)?.host }).sorted()
    }

    func respond(to request: WebRequest, from client: String) async -> WebResponse {
        if let document = document(at: request.url) {
            return WebResponse(
                document.body, as: document.contentType ?? "application/octet-stream",
                status: .init(code: document.status))
        }
        guard asked.contains(request.url.host) else { return .problem(.notFound, "nothing at \(request.url)") }
        return await host.respond(to: request, from: client)
    }

    /// A document of the shelf; did:web itself knows only https, and on this machine there is http.
    private func document(at url: WebURL) -> OutsideDocument? {
        let text = String(url.description.prefix { $0 != "#" })
        return shelf[text] ?? (url.scheme == "https" ? shelf["http" + text.dropFirst(5)] : nil)
    }
}
