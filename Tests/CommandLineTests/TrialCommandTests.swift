import Foundation
import Testing

@Suite("Trials and fixtures on the command line")
struct TrialCommandTests {
    private func call(_ arguments: String...) throws -> CommandLineTests.Outcome {
        try CommandLineTests.call(CommandLineTests.program, arguments)
    }

    @Test func `the test plan is listed, and a selection of it`() throws {
        let outcome = try call("try", "--list", "--only", "negative/expired,clocks")
        #expect(outcome.status == 0)
        #expect(
            outcome.output.contains("    negative/expired/dpp\n")
                && outcome.output.contains("    clocks/just-begun/dpp\n"))
        #expect(!outcome.output.contains("negative/altered"))
    }

    @Test func `names that mean nothing are bad input, with the nearest`() throws {
        let term = try call("try", "--list", "--only", "negatve")
        #expect(term.status == 65 && term.errors.contains("did you mean 'negative'?"))
        let peer = try call("try", "command", "--peers", "conformng", "--", "true")
        #expect(peer.status == 65 && peer.errors.contains("did you mean 'conforming'?"))
        let origin = try call("fixtures", "anywhere", "--origin", "ftp://example")
        #expect(origin.status == 65 && origin.errors.contains("expected an http or https URL"))
    }

    @Test func `a trial of nothing is wrong usage`() throws {
        #expect(try call("try").status == 64)
        #expect(try call("try", "command").status == 64)
        #expect(try call("try", "folder").status == 64)
    }

    @Test(
        "Every fixture verifies, or fails, elsewhere as the set says",
        .enabled(if: Peers.python != nil, "no Python with cryptography and joserfc; 'make test' sets it up"))
    func fixturesVerifyElsewhere() throws {
        let python = try #require(Peers.python)
        let folder = try CommandLineTests.temporaryFolder().appending(path: "fixtures")
        let written = try call("fixtures", folder.path, "--at", "2026-01-05T00:00:00Z")
        #expect(written.status == 0)
        let arguments = Peers.arguments(for: python) + ["-W", "ignore", "Tests/Peers/verify_fixtures.py", folder.path]
        let outcome = try CommandLineTests.call(python, arguments)
        #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
        #expect(outcome.output.contains(" 0 disagreements"))
        try FileManager.default.removeItem(at: folder)
    }
}
