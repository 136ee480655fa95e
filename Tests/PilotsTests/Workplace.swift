import Foundation
import Testing

@testable import Pilots

/// A folder with a copy of the shipped files, for changing some of them.
struct Workplace: ~Copyable {
    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "scenarios-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.shipped, to: root)
    }

    static var shipped: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Scenarios").standardizedFileURL
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    /// The error of a file with a part replaced, without the folder's path.
    func error(in file: String, _ old: String, _ new: String, run: String = "pilots/two-platforms.yaml") throws
        -> String
    {
        let url = root.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        #expect(text.contains(old), "\(file) has no '\(old)'")
        try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: url)
        defer { try? Data(text.utf8).write(to: url) }
        return message(run)
    }

    func message(_ file: String, overrides: [String] = []) -> String {
        do {
            _ = try Scenario.load(path: root.appending(path: file).path, overrides: overrides)
            return "valid"
        } catch {
            return "\(error)".replacing(root.path + "/", with: "")
        }
    }

    /// What is said of a file of the library, or of another, with a part of it replaced, without the folder's path.
    func finding(in file: String, _ old: String, _ new: String, of other: String? = nil) throws -> String {
        let url = root.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        #expect(text.contains(old), "\(file) has no '\(old)'")
        try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: url)
        defer { try? Data(text.utf8).write(to: url) }
        do {
            let notes = try ScenarioLibrary.validate(root.appending(path: other ?? file).path)
            return notes.map(\.description).joined(separator: "\n").replacing(root.path + "/", with: "")
        } catch {
            return "\(error)".replacing(root.path + "/", with: "")
        }
    }

    func write(_ bytes: some Sequence<UInt8>, to file: String) throws {
        try Data(bytes).write(to: root.appending(path: file))
    }
}
