import Foundation
import JSON
import Testing

/// The verbs that read folders of documents, as a user calls them.
@Suite struct FolderCommandTests {
    private func call(_ arguments: String...) throws -> CommandLineTests.Outcome {
        try CommandLineTests.call(CommandLineTests.program, arguments)
    }

    /// A folder with the documents that a run kept.
    private func samples() throws -> URL {
        let report = try CommandLineTests.temporaryFolder().appending(path: "report")
        let outcome = try call("run", CommandLineTests.copper, "--set", "days=15", "--out", report.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return report.appending(path: "artefacts")
    }

    @Test("A folder is checked, the verdicts first and what they come to last")
    func checksFolders() throws {
        let folder = try CommandLineTests.temporaryFolder()
        try Data("{}".utf8).write(to: folder.appending(path: "a.json"))
        try Data("%PDF-1.7".utf8).write(to: folder.appending(path: "b.pdf"))
        let outcome = try call("check", folder.path)
        #expect(outcome.status == 1)
        #expect(outcome.output.hasPrefix("unreadable: \(folder.path)/a.json is an empty JSON object"))
        #expect(outcome.output.contains("2 documents: 2 unreadable"))
        let json = try JSONDocument(parsing: Array(try call("check", "--json", folder.path).output.utf8)).root
        #expect(json.elements.map { $0["verdict"]?.string } == ["unreadable", "unreadable"])
        #expect(json[1]?["kind"]?.string == "unreadable")
        #expect(try call("check", folder.path + "/none").status == 65)
    }

    @Test("A profile is drawn from what a run kept; it is valid, names its sources, and overwrites nothing")
    func drawsProfiles() throws {
        let folder = try samples()
        let library = try CommandLineTests.temporaryFolder().appending(path: "platforms")
        try FileManager.default.createDirectory(at: library, withIntermediateDirectories: true)
        let file = library.appending(path: "theirs.yaml").path
        let outcome = try call("profile", "infer", folder.path, "--name", "theirs", "--out", file)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("inferred"))
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("mark: inferred, from: ["))
        let validated = try call("scenario", "validate", file)
        #expect(validated.status == 0, "\(validated.errors)")
        let again = try call("profile", "infer", folder.path, "--name", "theirs", "--out", file)
        #expect(again.status == 65 && again.errors.contains("--force"))
    }

    @Test("A folder that shows nothing, a wrong name and a wrong manifest are named")
    func namesWhatIsWrong() throws {
        let folder = try CommandLineTests.temporaryFolder()
        try Data("hello".utf8).write(to: folder.appending(path: "a.txt"))
        let empty = try call("profile", "infer", folder.path, "--name", "x", "--out", folder.path + "/x.yaml")
        #expect(empty.status == 65 && empty.errors.contains("nothing in it shows how a platform writes"))
        #expect(try call("profile", "infer", folder.path, "--name", "No Name").status == 64)
        try Data("{\"documents\": 1}".utf8).write(to: folder.appending(path: "manifest.json"))
        let wrong = try call("profile", "infer", folder.path, "--name", "x")
        #expect(wrong.status == 65 && wrong.errors.contains("manifest.json#/documents"))
        #expect(try call("profile", "manifest").output.contains("\"documents\""))
    }
}
