import Foundation

/// Reference data outside the project, for tests that compare with it where it exists.
enum Fixtures {
    static let folder: URL? = {
        var directory = URL(filePath: #filePath).deletingLastPathComponent()
        while directory.path != "/" {
            if FileManager.default.fileExists(atPath: directory.appending(path: "Package.swift").path) { break }
            directory.deleteLastPathComponent()
        }
        return ["../shared/fixtures", "../../shared/fixtures"]
            .map { directory.appending(path: $0).standardizedFileURL }
            .first { FileManager.default.fileExists(atPath: $0.path) }
    }()

    static var exist: Bool { folder != nil }

    static func bytes(_ path: String) -> [UInt8] {
        guard let folder, let data = try? Data(contentsOf: folder.appending(path: path)) else { return [] }
        return [UInt8](data)
    }

    static func files(in path: String, suffix: String) -> [String] {
        guard let folder, let names = FileManager.default.enumerator(atPath: folder.appending(path: path).path) else {
            return []
        }
        return names.compactMap { $0 as? String }.filter { $0.hasSuffix(suffix) }.sorted()
    }
}
