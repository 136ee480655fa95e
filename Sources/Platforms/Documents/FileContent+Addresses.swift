import Credentials
import JSON
import UNTP

extension FileContent.Part {
    /// The URLs at which others look for the document, as its own content says: a credential at its `id`, a DID
    /// document at its DID's place, a linkset at its anchors, a schema at its `$id`.
    package var addresses: [String] {
        guard let root else { return [] }
        switch kind {
        case .credential, .statusList, .presentation: return [root["id"]?.string].compactMap(\.self)
        case .didDocument: return [root["id"]?.string.flatMap(DID.init)?.documentURL].compactMap(\.self)
        case .didLog: return [root["id"]?.string.flatMap(DID.init)?.logURL].compactMap(\.self)
        case .linkset: return root["linkset"]?.elements.compactMap { $0["anchor"]?.string } ?? []
        case .jsonSchema, .context: return [root["$id"]?.string ?? root["id"]?.string].compactMap(\.self)
        default: return []
        }
    }

    /// The media type under which such a document is registered.
    package var mediaType: String {
        switch kind {
        case .credential, .statusList, .presentation:
            root == nil || token != nil && bytes.first != UInt8(ascii: "{") ? "application/vc+jwt" : "application/vc"
        case .didDocument: "application/did+json"
        case .didLog: "application/jsonl"
        case .linkset: Linkset.mediaType
        case .jsonSchema: "application/schema+json"
        case .context, .linkedData: "application/ld+json"
        case .foreign(.html), .text(.template): "text/html"
        case .foreign(.pdf): "application/pdf"
        case .foreign(.sdJWT): "application/vc+sd-jwt"
        case .foreign(.png): "image/png"
        case .foreign(.jpeg): "image/jpeg"
        case .foreign(.svg): "image/svg+xml"
        case .foreign(.xml): "application/xml"
        case .text, .empty: "text/plain"
        case .sealed, .epcis, .openAttestation, .keys, .json: "application/json"
        case .token, .foreign, .mobileDocument, .abbreviated, .damaged, .unknown: "application/octet-stream"
        }
    }
}
