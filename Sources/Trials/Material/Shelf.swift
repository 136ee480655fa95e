import JSON
import Platforms
import UNTP

/// Documents by the URL at which they are served.
struct Shelf: Sendable {
    private var documents: [String: OutsideDocument] = [:]

    /// All of them, in the order of their URLs.
    var all: [OutsideDocument] { documents.values.sorted { $0.url < $1.url } }

    subscript(url: String) -> OutsideDocument? {
        get { documents[url] }
        set { documents[url] = newValue }
    }

    /// Whether all documents of this shelf are on another one, as they are.
    func isPart(of other: Shelf) -> Bool { documents.allSatisfy { other.documents[$0.key] == $0.value } }

    /// Puts a document in its place, instead of what is there.
    mutating func put(_ bytes: [UInt8], at url: String, as contentType: String) {
        documents[url] = OutsideDocument(url: url, contentType: contentType, body: bytes)
    }

    /// Lets a URL answer with a failure.
    mutating func fail(_ url: String, status: Int) {
        documents[url] = OutsideDocument(
            url: url, status: status, contentType: "application/problem+json",
            body: JSONValue.object(JSONObject([("status", .number(JSONNumber(status)))])).serialised())
    }

    /// Puts in the contexts that credentials of a release name.
    mutating func putContexts(of release: Release) {
        for url in Self.contexts(of: release) {
            guard let document = Self.contextBytes[url] else { continue }
            put(document, at: url, as: "application/ld+json")
        }
    }

    static func contexts(of release: Release) -> [String] {
        UNTPContexts.all.filter { url in
            url == UNTPContexts.credentials || url.contains("/\(release.version)/")
        }
    }

    private static let contextBytes: [String: [UInt8]] = Dictionary(
        uniqueKeysWithValues: UNTPContexts.all.compactMap { url in
            UNTPContexts.document(for: url).map { (url, $0.serialised()) }
        })
}
