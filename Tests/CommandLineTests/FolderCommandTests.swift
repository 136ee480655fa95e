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

    @Test("Samples that share a URL are each tried at a place of their own, and said to share it")
    func triesSamplesApart() throws {
        let folder = try CommandLineTests.temporaryFolder().appending(path: "samples")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func sample(_ subject: String) -> Data {
            Data(
                """
                {"@context":["https://www.w3.org/ns/credentials/v2",
                 "https://test.uncefact.org/vocabulary/untp/dia/0.6.1/"],
                 "type":["DigitalIdentityAnchor","VerifiableCredential"],"id":"https://a.example/dia/1",
                 "issuer":{"type":["CredentialIssuer"],"id":"did:web:register.example","name":"Register"},
                 "credentialSubject":\(subject)}
                """.utf8)
        }
        let sound =
            #"{"type":["RegisteredIdentity"],"id":"did:web:a.example","name":"A","registeredId":"1","idScheme":{"type":["IdentifierScheme"],"id":"https://register.example/","name":"R"}}"#
        try sample(sound).write(to: folder.appending(path: "a.json"))
        try sample(#"{"type":["RegisteredIdentity"],"id":"did:web:a.example","name":7}"#)
            .write(to: folder.appending(path: "b.json"))
        let outcome = try call(
            "try", "folder", folder.path, "--json", "--peers", "conforming", "--out", folder.path + "-trial")
        let record = try JSONDocument(parsing: Array(outcome.output.utf8)).root
        let results = try #require(record["results"]).elements
        let outcomes = Dictionary(
            results.map { ($0["id"]?.string ?? "", $0["outcome"]?.string ?? "") }, uniquingKeysWith: { $1 })
        #expect(outcomes["offered/a.json/conforming"] != "failed")
        #expect(outcomes["offered/b.json/conforming"] == "failed")
        #expect(
            record["notes"]?.elements.contains { $0.string == "b.json says that it is at the URL of a.json." } ?? false)
    }

    @Test("A folder without a credential is described, a document each")
    func describesWhatElseIsThere() throws {
        let folder = try CommandLineTests.temporaryFolder().appending(path: "odds")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("<!doctype html><html></html>".utf8).write(to: folder.appending(path: "page.html"))
        try Data("{\"a\":".utf8).write(to: folder.appending(path: "broken.json"))
        let outcome = try call("try", "folder", folder.path, "--out", folder.path + "-trial")
        #expect(outcome.output.contains("something else: page.html is a web page"))
        #expect(outcome.output.contains("unreadable: broken.json is JSON with an error"))
        // The report's path is not cut: it must still be one when copied.
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.hasPrefix("Report: ") })
        #expect(outcome.status == 1)
    }

    @Test("A folder is checked, the verdicts first and what they come to last")
    func checksFolders() throws {
        let folder = try CommandLineTests.temporaryFolder()
        try Data("{}".utf8).write(to: folder.appending(path: "a.json"))
        try Data("%PDF-1.7".utf8).write(to: folder.appending(path: "b.pdf"))
        let outcome = try call("check", folder.path)
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("something else: \(folder.path)/a.json is an empty JSON object"))
        #expect(outcome.output.contains("2 documents: 2 something else"))
        // Who names a file means a credential.
        #expect(try call("check", folder.path + "/a.json").status == 1)
        let json = try JSONDocument(parsing: Array(try call("check", "--json", folder.path).output.utf8)).root
        #expect(json.elements.map { $0["verdict"]?.string } == ["something else", "something else"])
        #expect(json[1]?["kind"]?.string == "other")
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
