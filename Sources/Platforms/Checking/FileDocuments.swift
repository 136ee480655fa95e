import Credentials
import JSON

/// Files as the only documents there are: found by the URLs and identifiers that stand in them.
struct FileDocuments: DocumentSource {
    private var bytes: [String: [UInt8]]
    private let now: Int64

    /// - Parameter places: Documents by URLs that don't stand in them; they go before those that do.
    init(_ contents: [FileContent], places: [String: [UInt8]], now: Int64) {
        self.now = now
        bytes = places
        for part in contents.flatMap(\.parts) {
            for url in part.addresses where bytes[url] == nil { bytes[url] = part.bytes }
        }
    }

    func document(at url: String, for purpose: DocumentPurpose) async -> Result<FetchedDocument, FetchProblem> {
        guard let bytes = bytes[url] else { return .failure(.notAtHand) }
        return .success(FetchedDocument(url: url, finalURL: url, contentType: nil, bytes: bytes, fetchedAt: now))
    }
}
