import Credentials
import JSON
import UNTP

/// The files on a command line as the only documents there are: found by the URLs and identifiers that stand in them.
struct FileDocuments: DocumentSource {
    private var bytes: [String: [UInt8]] = [:]
    private let now: Int64

    init(_ files: [(name: String, bytes: [UInt8])], now: Int64) {
        self.now = now
        for file in files {
            for url in Self.urls(of: file.bytes) where bytes[url] == nil { bytes[url] = file.bytes }
        }
    }

    /// Where others would look for a file: a DID document at its DID's place, a credential at its id.
    private static func urls(of bytes: [UInt8]) -> [String] {
        if let document = try? JSONDocument(parsing: bytes).root, let id = document["id"]?.string,
            document["verificationMethod"] != nil
        {
            return [DID(id)?.documentURL].compactMap(\.self)
        }
        guard case .success(let opened) = CredentialAnalysis(of: bytes).opening else { return [] }
        return [opened.credential["id"]?.string].compactMap(\.self)
    }

    func document(at url: String, for purpose: DocumentPurpose) async -> Result<FetchedDocument, FetchProblem> {
        guard let bytes = bytes[url] else { return .failure(.notAtHand) }
        return .success(FetchedDocument(url: url, finalURL: url, contentType: nil, bytes: bytes, fetchedAt: now))
    }
}
