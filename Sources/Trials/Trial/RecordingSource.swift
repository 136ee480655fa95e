import Platforms
import Synchronization

/// A source that keeps what it gave, so that the same can be given to somebody else.
final class RecordingSource: DocumentSource {
    // A class, because the reader and whoever asks for the record share it.
    private let source: any DocumentSource
    private let record = Mutex<[String: OutsideDocument]>([:])

    init(_ source: any DocumentSource) { self.source = source }

    /// What was given or refused so far, in the order of the URLs.
    var documents: [OutsideDocument] {
        record.withLock { record in record.values.sorted { $0.url < $1.url } }
    }

    func document(at url: String, for purpose: DocumentPurpose) async -> Result<FetchedDocument, FetchProblem> {
        let answer = await source.document(at: url, for: purpose)
        switch answer {
        case .success(let document):
            keep(OutsideDocument(url: url, contentType: document.contentType, body: document.bytes))
        case .failure(.status(let status)):
            keep(OutsideDocument(url: url, status: status, contentType: nil, body: []))
        case .failure: break
        }
        return answer
    }

    func forget(_ url: String) async { await source.forget(url) }

    private func keep(_ document: OutsideDocument) {
        record.withLock { $0[document.url] = document }
    }
}
