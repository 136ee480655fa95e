import Foundation

@testable import Pilots

/// The library of scenario files that comes with the project, and copies of it that tests may write to.
enum TestLibrary {
    static let root: String = {
        var directory = URL(filePath: #filePath).deletingLastPathComponent()
        while directory.path != "/",
            !FileManager.default.fileExists(atPath: directory.appending(path: "Package.swift").path)
        {
            directory.deleteLastPathComponent()
        }
        return directory.appending(path: "Scenarios").path
    }()

    /// A copy of the library with an empty folder for pilots, gone when the work is done.
    static func withCopy<Result>(_ work: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "untp-sim-\(ProcessInfo.processInfo.globallyUniqueString)")
        let copy = folder.appending(path: "Scenarios")
        try FileManager.default.createDirectory(at: copy.appending(path: "pilots"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in try FileManager.default.contentsOfDirectory(atPath: root) where name != "pilots" {
            try FileManager.default.copyItem(atPath: "\(root)/\(name)", toPath: copy.appending(path: name).path)
        }
        return try work(copy.path)
    }

    /// A pilot from a text, read with a library.
    static func pilot(_ text: String, name: String = "pilot", in library: String) throws -> Scenario {
        let path = "\(library)/pilots/\(name).yaml"
        try Data(text.utf8).write(to: URL(filePath: path))
        return try Scenario.load(path: path)
    }

    /// A draft as it would be run.
    static func drafted(
        _ chains: [String], change: (inout DraftRequest) -> Void = { _ in }
    ) throws -> Scenario {
        var request = DraftRequest(name: "draft", chains: chains)
        change(&request)
        let text = try ScenarioDraft(request, root: root).text
        return try withCopy { try pilot(text, in: $0) }
    }
}
