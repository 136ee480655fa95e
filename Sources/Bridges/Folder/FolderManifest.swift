package import JSON
import Networking
package import Platforms
import UNTP

/// What a folder says of itself: `manifest.json` in it, which nobody has to write.
///
///     {
///       "name": "Acme Trace",
///       "documents": [
///         {"url": "https://id.acme.example/01/09506000134352", "file": "links.json", "contentType": "application/linkset+json"}
///       ],
///       "behaviour": {"verifying.status": "skipped"}
///     }
package struct FolderManifest: Sendable {
    /// The platform's name.
    package var name: String?
    package var documents: [Entry] = []
    /// What the platform declares of its own behaviour, in order.
    package var behaviour: [Knob.Setting] = []

    /// A file under a URL.
    package struct Entry: Sendable, Hashable {
        package let url: String
        /// The path within the folder.
        package let file: String
        package let contentType: String?
    }

    package static let fileName = "manifest.json"

    /// Reads the manifest of a folder; nil where there is none.
    ///
    /// A `manifest.json` with none of a manifest's members is an ordinary file, of which there are many by that name.
    package static func read(in files: [FolderFiles.File]) throws(FolderError) -> FolderManifest? {
        guard let file = files.first(where: { $0.path == fileName }) else { return nil }
        let root: JSONView
        do throws(JSONParseError) {
            root = try JSONDocument(parsing: file.bytes).root
        } catch {
            throw FolderError(
                "\(fileName):\(error.line):\(error.column)", "\(error)", expected: "a manifest as JSON, or another name"
            )
        }
        guard root["documents"] != nil || root["behaviour"] != nil else { return nil }
        return try FolderManifest(root, paths: files.map(\.path))
    }

    private init(_ root: JSONView, paths: [String]) throws(FolderError) {
        if let violation = Self.compiled?.violations(in: root).first {
            throw Self.error(violation.instance, violation.found, expected: violation.expected)
        }
        name = root["name"]?.string
        var urls: Set<String> = []
        for (position, entry) in (root["documents"]?.elements).map({ Array($0) })?.enumerated() ?? [].enumerated() {
            let place = JSONPointer(["documents", String(position)])
            let (url, file) = (entry["url"]?.string ?? "", entry["file"]?.string ?? "")
            guard WebURL(url) != nil else {
                throw Self.error(place.appending("url"), "'\(url)' is no URL", expected: "a URL with a host")
            }
            guard paths.contains(file) else {
                let nearest = Nearest.name(to: file, in: paths).map { "; did you mean '\($0)'?" } ?? ""
                throw Self.error(
                    place.appending("file"), "there is no file '\(file)' in the folder",
                    expected: "a path within the folder\(nearest)")
            }
            guard urls.insert(url).inserted else {
                throw Self.error(place.appending("url"), "\(url) stands twice", expected: "one file for each URL")
            }
            documents.append(Entry(url: url, file: file, contentType: entry["contentType"]?.string))
        }
        var profile = BehaviourProfile()
        for (path, value) in root["behaviour"]?.members.map({ ($0.name, $0.value) }) ?? [] {
            let place = JSONPointer(["behaviour", path])
            let text = value.string ?? String(decoding: value.rawBytes, as: UTF8.self)
            do throws(KnobError) {
                try profile.set(path, to: text)
            } catch {
                switch error {
                case .unknownKnob:
                    let nearest = Nearest.name(to: path, in: Knobs.all.map(\.path)).map { "; did you mean '\($0)'?" }
                    throw Self.error(
                        place, "there is no knob '\(path)'",
                        expected: "a knob as 'untp-sim scenario schema --knobs' lists them\(nearest ?? "")")
                case .unknownValue(let knob, let text):
                    throw Self.error(place, "'\(text)' is no value of \(path)", expected: knob.expectation)
                }
            }
            behaviour.append(Knob.Setting(path, text))
        }
    }

    private static func error(_ place: JSONPointer, _ problem: String, expected: String) -> FolderError {
        FolderError(fileName + "#" + place.description, problem, expected: expected)
    }

    private static let compiled = try? JSONSchema(compiling: schema)

    /// The JSON Schema of manifests.
    package static let schema: JSONValue = [
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The manifest of a folder of artefacts for untp-sim", "type": "object",
        "properties": [
            "name": ["type": "string", "minLength": 1, "description": "The platform's name."],
            "documents": [
                "type": "array", "description": "Which file is found at which URL.",
                "items": [
                    "type": "object",
                    "properties": [
                        "url": [
                            "type": "string", "format": "uri",
                            "description": "Where others find the document, with its query if it has one.",
                        ],
                        "file": ["type": "string", "description": "The file's path within the folder."],
                        "contentType": [
                            "type": "string", "pattern": "^[^/ ]+/[^/ ]+",
                            "description": "The media type under which it is served; by its content where left out.",
                        ],
                    ],
                    "required": ["url", "file"], "additionalProperties": false,
                ],
            ],
            "behaviour": [
                "type": "object", "additionalProperties": ["type": ["string", "integer"]],
                "description": "What the platform declares of its behaviour, by knob.",
            ],
        ],
        "additionalProperties": false,
    ]
}
