import JSON
import Networking
package import Platforms

/// The documents of a folder, each under the URLs at which others would look for it.
package struct FolderContents: Sendable {
    /// The platform's name: the manifest's, or the folder's.
    package let name: String
    package let manifest: FolderManifest?
    /// All documents, in the order of the files.
    package private(set) var documents: [Document] = []
    /// What is in a file of the folder and was not read, and why.
    package let skipped: [(path: String, why: String)]
    private var indexByURL: [String: Int] = [:]

    /// A document of the folder.
    package struct Document: Sendable {
        /// The path of the file within the folder.
        package let file: String
        package let part: FileContent.Part
        /// What is odd about the file.
        package let flaws: [FileFlaw]
        /// Where it is found, the best known place first.
        package fileprivate(set) var urls: [Address] = []
        /// The bytes as they are served: the file's own where it holds nothing else.
        package let bytes: [UInt8]
        package let contentType: String
        /// Whether the manifest states the media type.
        package let statesContentType: Bool

        /// The file, and the place in it where it has several documents.
        package var name: String { part.place.tokens.isEmpty ? file : file + "#" + part.place.description }
    }

    /// A URL, and how it was come by.
    package struct Address: Sendable, Hashable {
        package let url: String
        package let origin: Origin

        package enum Origin: String, Sendable, Hashable {
            case manifest
            /// What the document says of itself: its `id`, its DID, its anchor.
            case document
            /// The path of the file, which begins with a host.
            case path
            /// Made up, for want of any.
            case invented
        }
    }

    /// A document that others of the folder point to and that is not in it.
    package struct Missing: Sendable, Hashable {
        package let reference: DocumentReference
        /// The documents that point to it.
        package let wantedBy: [String]
    }

    /// The host of URLs that are made up.
    package static let inventedHost = "folder.example"

    /// Reads a folder.
    ///
    /// - Throws: Why it can't be read, or what is wrong with its manifest.
    package init(reading path: String) throws(FolderError) {
        self = try FolderContents(FolderFiles(reading: path), named: Self.lastName(of: path))
    }

    /// Finds out what the files of a folder are.
    package init(_ files: FolderFiles, named name: String) throws(FolderError) {
        let manifest = try FolderManifest.read(in: files.files)
        self.manifest = manifest
        self.name = manifest?.name ?? name
        skipped = files.skipped
        for file in files.files where manifest == nil || file.path != FolderManifest.fileName {
            let content = FileContent(of: file.bytes)
            let entries = manifest?.documents.filter { $0.file == file.path } ?? []
            for part in content.parts {
                let isWhole = content.parts.count == 1 || part.place.tokens.isEmpty
                // What is around a document in its file is told of the file; peers get the document.
                let isFile = part.place.tokens.isEmpty && content.flaws.isEmpty
                let stated = isWhole ? entries.lazy.compactMap(\.contentType).first : nil
                var document = Document(
                    file: file.path, part: part, flaws: content.flaws, bytes: isFile ? file.bytes : part.bytes,
                    contentType: stated ?? part.mediaType, statesContentType: stated != nil)
                document.urls = addresses(of: part, file.path, isWhole: isWhole, entries)
                for address in document.urls where indexByURL[Self.key(address.url)] == nil {
                    indexByURL[Self.key(address.url)] = documents.count
                }
                documents.append(document)
            }
        }
    }

    private func addresses(
        of part: FileContent.Part, _ path: String, isWhole: Bool, _ entries: [FolderManifest.Entry]
    ) -> [Address] {
        var found: [Address] = isWhole ? entries.map { Address(url: $0.url, origin: .manifest) } : []
        found += part.addresses.filter { WebURL($0) != nil }.map { Address(url: $0, origin: .document) }
        if isWhole, let url = Self.url(ofPath: path) { found.append(Address(url: url, origin: .path)) }
        guard found.isEmpty else { return found }
        let place = part.place.tokens.isEmpty ? "" : "/" + part.place.tokens.joined(separator: "/")
        return [Address(url: "https://\(Self.inventedHost)/" + Self.encoded(path + place), origin: .invented)]
    }

    /// The URL that a path stands for whose first folder is named as a host; `index.json` stands for its folder.
    private static func url(ofPath path: String) -> String? {
        let parts = path.split(separator: "/")
        guard parts.count > 1, let host = parts.first, host.contains("."), !host.hasPrefix("."),
            host.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x2E || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 })
        else { return nil }
        let isIndex = parts.last?.hasPrefix("index.") ?? false
        return "https://\(host)/"
            + encoded((isIndex ? parts.dropFirst().dropLast() : parts.dropFirst()).joined(separator: "/"))
    }

    /// A path with what can't stand in a URL percent-encoded.
    private static func encoded(_ path: String) -> String {
        path.utf8.map { byte in
            let isPlain = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "-._~/".utf8.contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    private static func lastName(of path: String) -> String {
        path.split(separator: "/").last { $0 != "." && $0 != ".." }.map(String.init) ?? "folder"
    }

    // MARK: Finding

    /// The document at a URL, its fragment left aside.
    package func document(at url: String) -> Document? { indexByURL[Self.key(url)].map { documents[$0] } }

    private static func key(_ url: String) -> String { String(url.prefix { $0 != "#" }) }

    /// The hosts at which something is found, in order.
    package var hosts: [String] {
        Set(documents.flatMap(\.urls).compactMap { WebURL($0.url)?.host }).sorted()
    }

    /// What documents point to that is not in the folder, by purpose and URL.
    package var missing: [Missing] {
        var wanted: [DocumentReference: [String]] = [:]
        for document in documents {
            for reference in document.part.references where self.document(at: reference.url) == nil {
                wanted[reference, default: []].append(document.name)
            }
        }
        return wanted.map { Missing(reference: $0.key, wantedBy: $0.value) }.sorted { one, other in
            (one.reference.purpose.rawValue, one.reference.url) < (
                other.reference.purpose.rawValue, other.reference.url
            )
        }
    }

    /// The documents as samples of how the platform writes.
    package var samples: Samples {
        Samples(
            documents.map { document in
                Samples.Document(
                    name: document.name, part: document.part,
                    statedMediaType: document.statesContentType ? document.contentType : nil,
                    urls: document.urls.map(\.url))
            })
    }
}
