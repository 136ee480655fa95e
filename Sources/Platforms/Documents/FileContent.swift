package import Credentials
package import JSON
import UNTP

/// The documents that a file holds, each named for what it is, whatever they are wrapped in.
///
/// The one reading of files that checking, folders and inference share. Credentials are found in presentations, in
/// arrays, in the answers of an API, in lines of JSON and in pages that show them; tokens in quotes and broken lines;
/// both behind base64 and gzip. Nothing is judged here.
package struct FileContent: Sendable {
    /// A document of a file.
    package struct Part: Sendable {
        /// Where it stands in the file; empty where it is all of it.
        package let place: JSONPointer
        package let kind: DocumentKind
        /// The document by itself, a token without what was around it.
        package let bytes: [UInt8]
        /// Its JSON; a token's payload. Nil where it has none.
        package let root: JSONView?
        /// The token that it is, bare or enveloped.
        package let token: CompactJWS?
    }

    package private(set) var parts: [Part] = []
    package private(set) var flaws: [FileFlaw] = []

    /// How many documents of one file are looked at.
    package static let maximumParts = 200
    /// How deep a document may be wrapped.
    static let maximumDepth = 8
    /// How many values of a file are searched for documents.
    static let maximumSearch = 20_000
    /// How often a document may be packed: in base64, in a string of JSON, compressed.
    private static let maximumWrappings = 4
    var searched = 0
    private var wrappings = 0

    /// Takes a file apart.
    package init(of bytes: [UInt8]) { readFile(bytes) }

    /// Reads the bytes of a file, or what was packed into one.
    private mutating func readFile(_ bytes: [UInt8]) {
        let text = asUTF8(bytes)
        guard let first = text.first(where: { $0 > 0x20 }) else {
            parts = [Part(place: JSONPointer(), kind: .empty, bytes: [], root: nil, token: nil)]
            return
        }
        if let (inner, flaw) = Self.unpacked(text), wrappings < Self.maximumWrappings {
            wrappings += 1
            note(flaw)
            readFile(inner)
        } else if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"") {
            readJSON(text)
        } else if let repaired = JSONRepair.document(in: text), repaired.document.root.kind == .object {
            // Comments may stand before it.
            for flaw in repaired.flaws { note(flaw) }
            read(repaired.document.root, at: JSONPointer())
        } else if !readTokens(text), !readEmbedded(text) {
            if let value = try? JSONDocument(parsing: text).root {
                add(DocumentKind(describing: value), text, value)
            } else {
                add(DocumentKind(ofBytes: text), text, nil)
            }
        }
    }

    // MARK: Adding

    mutating func add(_ kind: DocumentKind, _ bytes: [UInt8], _ root: JSONView?) {
        append(Part(place: JSONPointer(), kind: kind, bytes: bytes, root: root, token: nil))
    }

    /// Adds a document that is a JSON value, with the token in it where it is an envelope.
    mutating func add(_ kind: DocumentKind, _ value: JSONView, at place: JSONPointer) {
        let bytes = value.kind == .string ? Array((value.string ?? "").utf8) : Array(value.rawBytes)
        guard kind.isCredential else {
            return append(Part(place: place, kind: kind, bytes: bytes, root: value, token: nil))
        }
        if value["proof"] == nil, let (plain, names) = Self.withoutAnnotations(value) {
            note(.annotations(names))
            return append(Part(place: place, kind: kind, bytes: plain.bytes, root: plain.root, token: nil))
        }
        do throws(EnvelopeError) {
            switch try CredentialEnvelope.open(bytes) {
            case .jwt(let token, _):
                let content = TokenClaims.credential(in: token.payloadDocument.root).credential
                let inner = DocumentKind(recognising: content)
                append(
                    Part(
                        place: place, kind: inner == .statusList ? .statusList : kind, bytes: bytes, root: content,
                        token: token))
                if inner == .presentation { readPresented(content, at: place) }
            default: append(Part(place: place, kind: kind, bytes: bytes, root: value, token: nil))
            }
        } catch {
            let foreign: DocumentKind? =
                switch error {
                case .sdJWT: .foreign(.sdJWT)
                case .cose: .foreign(.cose)
                case .foreign(let format): .foreign(format)
                default: Self.isAbbreviated(value["id"]?.string ?? "") ? .abbreviated : nil
                }
            append(Part(place: place, kind: foreign ?? kind, bytes: bytes, root: value, token: nil))
        }
    }

    /// An unsigned credential without what people note in a sample about it, as `_meta`; nil where there is nothing.
    private static func withoutAnnotations(_ credential: JSONView) -> (JSONDocument, names: [String])? {
        let names = credential.members.map(\.name).filter { $0.hasPrefix("_") || $0 == "$comment" }
        guard !names.isEmpty, var value = Optional(credential.materialised) else { return nil }
        for name in names { value[name] = nil }
        return (try? JSONDocument(parsing: value.prettyPrinted())).map { ($0, names) }
    }

    /// Whether a text was cut short for people to read, as examples are.
    static func isAbbreviated(_ text: String) -> Bool { text.contains("...") || text.contains("\u{2026}") }

    mutating func append(_ part: Part) { parts.append(part) }

    mutating func note(_ flaw: FileFlaw) {
        if !flaws.contains(flaw) { flaws.append(flaw) }
    }
}
