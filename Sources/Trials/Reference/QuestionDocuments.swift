import Credentials
import Platforms

/// The documents of a question as the only ones there are.
struct QuestionDocuments: DocumentSource {
    private let documents: [String: OutsideDocument]
    private let now: Int64

    init(_ question: VerifyQuestion) {
        var documents = Dictionary(
            question.documents.map { (Self.key($0.url), $0) }, uniquingKeysWith: { first, _ in first })
        documents[Self.key(question.credential.url)] = question.credential
        self.documents = documents
        now = question.now
    }

    /// A URL without its scheme: did:web itself knows only https, and on this machine there is http.
    private static func key(_ url: String) -> String {
        url.hasPrefix("https://") ? String(url.dropFirst(8)) : url.hasPrefix("http://") ? String(url.dropFirst(7)) : url
    }

    func document(at url: String, for purpose: DocumentPurpose) async -> Result<FetchedDocument, FetchProblem> {
        guard let document = documents[Self.key(url)] else { return .failure(.notAtHand) }
        guard (200..<300).contains(document.status) else { return .failure(.status(document.status)) }
        return .success(
            FetchedDocument(
                url: url, finalURL: url, contentType: document.contentType, bytes: document.body, fetchedAt: now))
    }
}
