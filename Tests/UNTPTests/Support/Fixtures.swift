import Foundation
import JSON

/// Reference data outside the project, for tests that compare with it where it exists.
enum Fixtures {
    /// The folder of the package, which has its manifest.
    static let package: URL = {
        var directory = URL(filePath: #filePath).deletingLastPathComponent()
        while directory.path != "/" {
            if FileManager.default.fileExists(atPath: directory.appending(path: "Package.swift").path) { break }
            directory.deleteLastPathComponent()
        }
        return directory
    }()

    /// The official schemas and samples; nil where they are missing.
    static let untp: URL? = ["../shared/fixtures/untp", "../../shared/fixtures/untp"].lazy
        .map { package.appending(path: $0).standardizedFileURL }
        .first { FileManager.default.fileExists(atPath: $0.path) }

    static func document(_ name: String) throws -> JSONDocument {
        guard let untp else { throw CocoaError(.fileNoSuchFile) }
        return try JSONDocument(parsing: [UInt8](Data(contentsOf: untp.appending(path: name))))
    }
}

extension JSONValue {
    /// The value as a document to read.
    var document: JSONDocument {
        get throws { try JSONDocument(parsing: serialised()) }
    }
}
