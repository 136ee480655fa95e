import Foundation
import Testing

/// `serve`, asked by programs that share no code with it.
@Suite(.serialized) struct ServeTests {
    private func script(_ name: String, with python: URL, _ options: String...) throws -> CommandLineTests.Outcome {
        let arguments =
            Peers.arguments(for: python) + ["-W", "ignore", "Tests/Serving/\(name)", CommandLineTests.program.path]
        let outcome = try CommandLineTests.call(python, arguments + options)
        print("\(name):", outcome.output.split(separator: "\n").last ?? "nothing")
        return outcome
    }

    private static let plainPython = URL(filePath: "/usr/bin/env")

    @Test(
        "What a vendor finds on the way from a product to its status verifies elsewhere and now, and the end is graceful",
        .enabled(if: Peers.python != nil, "no Python with joserfc; 'make test' sets it up"))
    func walk() throws {
        let outcome = try script("walk.py", with: try #require(Peers.python))
        #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
    }

    @Test("Requests that nobody should send get a clear refusal, and never harm the server")
    func fuzz() throws {
        let outcome = try script("fuzz.py", with: Self.plainPython, "--requests", "3000")
        #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
    }

    @Test("A steady load is answered without an error or growth of memory")
    func load() throws {
        let outcome = try script("load.py", with: Self.plainPython, "--rate", "100", "--seconds", "4")
        #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
    }

    @Test(
        "What can't be served is refused with what was expected instead",
        arguments: [
            (["--port", "70000"], 64, "0 to 65535"), (["--days", "0"], 64, "1 to 3650"),
            (["--threads", "257"], 64, "1 to 256"),
            (["--port", "0", "--public-url", "ftp://x"], 65, "https://peers.example.org"),
            (["--port", "0", "--at", "soon"], 65, "2026-01-05T12:00:00Z"),
        ] as [([String], Int32, String)])
    func refuses(options: [String], status: Int32, expected: String) throws {
        let outcome = try CommandLineTests.call(
            CommandLineTests.program, ["serve", "Scenarios/pilots/two-platforms.yaml"] + options)
        #expect(outcome.status == status && outcome.errors.contains(expected), "\(outcome.errors)")
    }
}
