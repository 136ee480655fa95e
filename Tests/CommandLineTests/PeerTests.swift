import Foundation
import Testing

/// A run's artefacts, checked by Python's cryptography, joserfc and jsonschema; skipped where these can't be had.
@Suite(.enabled(if: Peers.python != nil, "no Python with cryptography, joserfc and jsonschema; 'make test' sets it up"))
struct PeerTests {
    @Test("Every credential that a run keeps as an example verifies, or fails, elsewhere as the run says")
    func artefactsVerifyElsewhere() throws {
        let python = try #require(Peers.python)
        let folder = try CommandLineTests.temporaryFolder().appending(path: "report")
        let run = try CommandLineTests.call(
            CommandLineTests.program, ["run", CommandLineTests.copper, "--set", "days=130", "--out", folder.path])
        #expect(run.status == 0)
        var arguments = Peers.arguments(for: python)
        arguments += ["-W", "ignore", "Tests/Peers/verify_artefacts.py", folder.path]
        let official = CommandLineTests.root.deletingLastPathComponent().appending(path: "shared/fixtures/untp")
        if FileManager.default.fileExists(atPath: official.path) { arguments.append(official.path) }
        let outcome = try CommandLineTests.call(python, arguments)
        print("Peers:", outcome.output.split(separator: "\n").last ?? "nothing")
        #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
    }
}

/// The Python that has what the comparison needs.
enum Peers {
    static let python: URL? = {
        let candidates = [
            CommandLineTests.root.appending(path: ".build/python-venv/bin/python"), URL(filePath: "/usr/bin/env"),
        ]
        for candidate in candidates where FileManager.default.isExecutableFile(atPath: candidate.path) {
            let probe = arguments(for: candidate) + ["-c", "import cryptography, joserfc, jsonschema"]
            if (try? CommandLineTests.call(candidate, probe))?.status == 0 { return candidate }
        }
        return nil
    }()

    static func arguments(for program: URL) -> [String] {
        program.lastPathComponent == "env" ? ["python3"] : []
    }
}
