package import Networking

/// What a document is fetched for; decides how long it may be kept and how a failure to get it is named.
package enum DocumentPurpose: String, Sendable, Hashable, CaseIterable {
    case linkset, credential, page, key
    case linkHeader = "link-header"
    case didDocument = "did-document"
    case statusList = "status-list"
    case context
}

/// A document as it was served.
package final class FetchedDocument: Sendable {
    // A class, as it never changes and goes from hand to hand.
    /// The URL that was asked for.
    package let url: String
    /// The URL that answered, after redirects.
    package let finalURL: String
    /// The media type, without parameters, in lower case; nil where none was given.
    package let contentType: String?
    package let bytes: [UInt8]
    /// When it was fetched by the reader's own clock, in Unix seconds; earlier than now when it comes from a cache.
    package let fetchedAt: Int64

    package init(url: String, finalURL: String, contentType: String?, bytes: [UInt8], fetchedAt: Int64) {
        self.url = url
        self.finalURL = finalURL
        self.contentType = contentType
        self.bytes = bytes
        self.fetchedAt = fetchedAt
    }
}

/// Why a document could not be had.
package enum FetchProblem: Error, Sendable, Hashable {
    /// The network or the client's policy stood in the way.
    case network(NetworkFailure)
    /// A host answered with a status other than success.
    case status(Int)
    /// The reader runs in a browser, which does not show it answers of hosts that do not allow that.
    case crossOriginDenied(String)
    /// The reader keeps away from hosts that are not public.
    case hostNotPublic(String)
    /// What was asked for is not among the documents at hand (checking files without a network).
    case notAtHand
}

/// Where a verifier gets documents from: the simulated network, or the files on a command line.
package protocol DocumentSource: Sendable {
    /// The document at a URL, or why it could not be had.
    func document(at url: String, for purpose: DocumentPurpose) async -> Result<FetchedDocument, FetchProblem>

    /// Lets go of what was kept of a URL, so that it is fetched anew.
    func forget(_ url: String) async
}

extension DocumentSource {
    package func forget(_ url: String) async {}
}
