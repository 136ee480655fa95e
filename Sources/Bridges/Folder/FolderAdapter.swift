import HTTPTypes
import JSON
package import Networking
package import Platforms
import UNTP

/// A platform of which there is a folder of documents: it serves just those, and can neither issue nor verify.
package struct FolderAdapter: Adapter {
    package let contents: FolderContents

    package init(_ contents: FolderContents) { self.contents = contents }

    package func describe(_ setting: AdapterSetting) throws(AdapterFailure) -> AdapterDescription {
        var serves: Set<String> = []
        for document in contents.documents {
            switch document.part.kind {
            case .credential, .presentation, .sealed: serves.insert(PlatformHosts.Service.storage.rawValue)
            case .statusList: serves.insert(PlatformHosts.Service.status.rawValue)
            case .didDocument: serves.insert(PlatformHosts.Service.did.rawValue)
            case .linkset: serves.insert(PlatformHosts.Service.resolver.rawValue)
            default: break
            }
        }
        return AdapterDescription(name: contents.name, issuer: issuer, serves: serves)
    }

    /// The issuer of most credentials; of several, the first by name.
    private var issuer: String? {
        let issuers = contents.documents.filter { $0.part.kind == .credential }.compactMap { document in
            document.part.root.flatMap { $0["issuer"]?["id"]?.string ?? $0["issuer"]?.string }
        }
        return Dictionary(issuers.map { ($0, 1) }, uniquingKeysWith: +)
            .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Answers with a document of the folder.
    ///
    /// A linkset answers as the resolver would whose answer it is: with all of it for no word, `linkset` and `all`, and
    /// with a redirect to the first target for a relation that is in it.
    package func answer(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse {
        guard request.method == .get || request.method == .head else {
            return .problem(.methodNotAllowed, "only GET is answered here")
        }
        let url = request.url.description
        if let document = contents.document(at: url) { return Self.response(document) }
        guard let word = request.url.queryValue("linkType"),
            let document = contents.document(at: String(url.prefix { $0 != "?" })),
            document.part.kind == .linkset
        else { throw notSupported("\(url) is not in the folder", "answer") }
        if word == "linkset" || word == "all" { return Self.response(document) }
        guard let target = Self.target(of: word, in: document) else {
            throw notSupported("the linkset \(document.name) has no link of type \(word)", "answer")
        }
        return .redirect(to: target)
    }

    private static func response(_ document: FolderContents.Document) -> WebResponse {
        WebResponse(document.bytes, as: document.contentType)
    }

    private static func target(of relation: String, in document: FolderContents.Document) -> String? {
        document.part.root?["linkset"]?.elements.lazy.compactMap { context in
            context[relation]?[0]?["href"]?.string
        }.first
    }

    // MARK: What a folder can't do

    package func enrol(_ party: OutsideParty) throws(AdapterFailure) -> String {
        throw notSupported("a folder takes on no parties", "enrol")
    }

    package func issue(_ order: IssueOrder) throws(AdapterFailure) -> OutsideDocument {
        throw notSupported("a folder issues nothing", "issue")
    }

    package func verify(_ question: VerifyQuestion) throws(AdapterFailure) -> OutsideVerdict {
        throw notSupported("a folder verifies nothing", "verify")
    }

    package func setStatus(_ change: StatusChange) throws(AdapterFailure) {
        throw notSupported("a folder sets no status", "setStatus")
    }

    package func close() {}

    private func notSupported(_ what: String, _ method: String) -> AdapterFailure {
        AdapterFailure(.notSupported(what), method: method)
    }
}
