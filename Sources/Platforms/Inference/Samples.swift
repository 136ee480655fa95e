import Credentials
import JSON
import LinkedData
import UNTP

/// The documents of a platform of which there are samples only, by kind.
package struct Samples: Sendable {
    /// A document as it is handed in.
    package struct Document: Sendable {
        package let name: String
        package let part: FileContent.Part
        /// The media type, where the platform states it.
        package let statedMediaType: String?
        /// The URLs at which it is found.
        package let urls: [String]

        package init(name: String, part: FileContent.Part, statedMediaType: String? = nil, urls: [String] = []) {
            self.name = name
            self.part = part
            self.statedMediaType = statedMediaType
            self.urls = urls
        }
    }

    /// A credential that could be opened.
    struct Credential: Sendable {
        let name: String
        let opened: OpenedCredential
        let bytes: [UInt8]
        let statedMediaType: String?

        var root: JSONView { opened.credential }
        var type: CredentialType? { opened.type }

        /// Whether the credential's schema is known, so that its silence says something.
        var isShapeKnown: Bool {
            guard let type, let release = opened.release else { return false }
            return UNTPSchema.isKnown(type, in: release)
        }

        /// Whether all of its contexts are known, so that a term that isn't found is undefined.
        var areTermsKnown: Bool {
            guard type != nil, let release = opened.release, TermCheck.isKnown(release) else { return false }
            return !opened.termProblems.contains { problem in
                if case .unknownContext(_) = problem.kind { true } else { false }
            }
        }

        /// The codes of what the schema's violations amount to, with their places.
        var habits: [(code: String, pointer: String)] {
            opened.flaws.named.schema.map { ($0.code, $0.pointer) }
        }
    }

    struct DIDDocuments: Sendable {
        let name: String
        let document: DIDDocument
    }

    /// A linkset in whatever shape.
    struct LinksetSample: Sendable {
        let name: String
        let root: JSONView

        var isFlat: Bool { root.kind == .array }

        /// Each target with the relation that it stands under, as both are written.
        var targets: [(relation: String, target: JSONView)] {
            if isFlat { return root.elements.compactMap { link in link["rel"]?.string.map { ($0, link) } } }
            return (root["linkset"]?.elements).map { Array($0) }?.flatMap { context in
                context.members.filter { $0.name != "anchor" }.flatMap { relation, targets in
                    targets.elements.map { (relation, $0) }
                }
            } ?? []
        }
    }

    /// Credentials but for status lists.
    private(set) var credentials: [Credential] = []
    private(set) var statusLists: [Credential] = []
    private(set) var didDocuments: [DIDDocuments] = []
    private(set) var linksets: [LinksetSample] = []
    /// Encrypted documents.
    private(set) var sealed: [(name: String, root: JSONView)] = []
    /// Documents by the URLs at which they are found.
    private(set) var bytesByURL: [String: [UInt8]] = [:]

    package init(_ documents: [Document]) {
        for document in documents {
            for url in document.urls + document.part.addresses where bytesByURL[url] == nil {
                bytesByURL[url] = document.part.bytes
            }
            guard let root = document.part.root else { continue }
            switch document.part.kind {
            case .credential, .statusList:
                guard let opened = try? OpenedCredential(document.part.bytes) else { continue }
                let credential = Credential(
                    name: document.name, opened: opened, bytes: document.part.bytes,
                    statedMediaType: document.statedMediaType)
                if document.part.kind == .statusList {
                    statusLists.append(credential)
                } else {
                    credentials.append(credential)
                }
            case .didDocument:
                guard let read = try? DIDDocument(parsing: root) else { continue }
                didDocuments.append(DIDDocuments(name: document.name, document: read))
            case .linkset: linksets.append(LinksetSample(name: document.name, root: root))
            case .sealed: sealed.append((document.name, root))
            default: break
            }
        }
    }

    /// Credentials and status lists, which one platform secures alike.
    var secured: [Credential] { credentials + statusLists }

    func credentials(_ type: CredentialType) -> [Credential] { credentials.filter { $0.type == type } }

    /// The status list credential at a URL.
    func statusList(at url: String) -> Credential? { statusLists.first { $0.root["id"]?.string == url } }
}
