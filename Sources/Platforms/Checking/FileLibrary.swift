import JSON
import LinkedData
import UNTP

/// The contexts and schemas among some files that the credentials among them name.
///
/// Neither says itself where it is published: it is taken for what a URL leads to that the manifest or its path gives
/// it, or whose last part is the file's name.
struct FileLibrary: Sendable {
    /// A document with the file that it was found in.
    struct Found<Document: Sendable>: Sendable {
        let file: String
        let document: Document
    }

    let contexts: [String: Found<JSONValue>]
    private(set) var schemas: [String: Found<JSONSchema>] = [:]
    /// The contexts that are known with these.
    let library: ExtensionLibrary

    init(_ files: [(name: String, content: FileContent)], places: [String: [UInt8]]) {
        var contexts: [String: Found<JSONValue>] = [:]
        let references = Set(files.flatMap(\.content.parts).flatMap(\.references))
        for reference in references {
            switch reference.purpose {
            case .context:
                guard let found = Self.find(reference.url, as: .context, in: files, places, among: references) else {
                    continue
                }
                contexts[reference.url] = Found(file: found.file, document: found.document.materialised)
            case .schema:
                guard let found = Self.find(reference.url, as: .jsonSchema, in: files, places, among: references),
                    let schema = try? JSONSchema(
                        compiling: found.document.materialised, assertingFormats: Set(SchemaFormat.allCases))
                else { continue }
                schemas[reference.url] = Found(file: found.file, document: schema)
            default: continue
            }
        }
        self.contexts = contexts
        library = contexts.isEmpty ? .none : ExtensionLibrary(contexts: contexts.mapValues(\.document))
    }

    private static func find(
        _ url: String, as kind: DocumentKind, in files: [(name: String, content: FileContent)],
        _ places: [String: [UInt8]], among references: Set<DocumentReference>
    ) -> Found<JSONView>? {
        if let bytes = places[url], let part = FileContent(of: bytes).parts.first, part.kind == kind,
            let root = part.root
        {
            return Found(file: files.first { $0.content.parts.first?.bytes == part.bytes }?.name ?? url, document: root)
        }
        let candidates = files.filter { $0.content.parts.first?.kind == kind }
        let last = url.split(separator: "/").last ?? ""
        let named = candidates.filter { $0.name.split(separator: "/").last == last }
        // A name that several files or several URLs have tells nothing.
        let isTelling =
            last.contains(".") && named.count == 1
            && !references.contains { $0.url != url && $0.url.split(separator: "/").last == last }
        let found =
            candidates.first { $0.content.parts.first?.addresses.contains(url) ?? false }
            ?? (isTelling ? named.first : nil)
        return found.flatMap { file in
            file.content.parts.first?.root.map { Found(file: file.name, document: $0) }
        }
    }
}
