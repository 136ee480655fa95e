import Credentials
import JSON
import UNTP

/// A document that another one points to.
package struct DocumentReference: Sendable, Hashable {
    package let purpose: Purpose
    /// Where it is to be had.
    package let url: String

    /// What a document is wanted for.
    package enum Purpose: String, Sendable, Hashable, CaseIterable {
        case didDocument = "DID document"
        case statusList = "status list"
        case context
        case schema = "credential schema"
        case evidence = "evidence"
        case linked = "linked document"
        case template = "template for rendering"
    }

    package init(_ purpose: Purpose, _ url: String) {
        self.purpose = purpose
        self.url = url
    }
}

extension FileContent.Part {
    /// What the document points to, each once and in order; contexts that every reader has at hand are left out.
    package var references: [DocumentReference] {
        guard let root else { return [] }
        var found: [DocumentReference] = []
        func add(_ purpose: DocumentReference.Purpose, _ url: String?) {
            guard let url, url.contains(":") else { return }
            let reference = DocumentReference(purpose, url)
            if !found.contains(reference) { found.append(reference) }
        }
        switch kind {
        case .credential, .statusList:
            let issuer = root["issuer"]?["id"]?.string ?? root["issuer"]?.string
            if token != nil || root["proof"] != nil, let did = issuer.flatMap(DID.init), did.keyDocument == nil {
                add(.didDocument, did.documentURL ?? did.text)
            }
            for entry in Self.entries(root["credentialStatus"]) {
                add(.statusList, (entry["statusListCredential"] ?? entry["revocationListCredential"])?.string)
            }
            for context in Self.entries(root["@context"]).compactMap(\.string)
            where UNTPContexts.document(for: context) == nil { add(.context, context) }
            for schema in Self.entries(root["credentialSchema"]) { add(.schema, schema["id"]?.string) }
            for method in Self.entries(root["renderMethod"]) {
                add(.template, method["url"]?.string ?? method["id"]?.string ?? method["template"]?["id"]?.string)
            }
            Self.visit(root["credentialSubject"]) { value in
                add(.evidence, (value["linkURL"] ?? value["linkHref"])?.string)
            }
        case .linkset:
            Self.visit(root) { value in add(.linked, value["href"]?.string) }
        case .didDocument:
            for service in Self.entries(root["service"]) {
                let endpoint = service["serviceEndpoint"]
                add(.linked, endpoint?.string ?? endpoint?["href"]?.string ?? endpoint?["uri"]?.string)
            }
        default: break
        }
        return found
    }

    private static func entries(_ value: JSONView?) -> [JSONView] {
        value.map { $0.kind == .array ? Array($0.elements) : [$0] } ?? []
    }

    /// Calls for each object of a value, outermost first.
    private static func visit(_ value: JSONView?, _ body: (JSONView) -> Void) {
        guard let value else { return }
        if value.kind == .object { body(value) }
        for element in value.elements { visit(element, body) }
        for (_, member) in value.members { visit(member, body) }
    }
}
