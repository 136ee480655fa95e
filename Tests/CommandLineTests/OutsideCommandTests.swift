import Foundation
import JSON
import Testing

/// A platform in Python, which shares no code with the simulator, tried and taking part in a pilot.
@Suite(.enabled(if: Peers.python != nil, "no Python with cryptography and joserfc; 'make test' sets it up"))
struct OutsideCommandTests {
    private func adapter(_ arguments: String...) throws -> [String] {
        let python = try #require(Peers.python)
        return [python.path] + Peers.arguments(for: python) + ["Tests/Adapters/adapter.py"] + arguments
    }

    /// Tries the adapter against the conforming peer.
    private func trial(_ arguments: String...) throws -> (status: Int32, results: [JSONView]) {
        let folder = try CommandLineTests.temporaryFolder().appending(path: "trial")
        let python = try #require(Peers.python)
        let command = [python.path] + Peers.arguments(for: python) + ["Tests/Adapters/adapter.py"] + arguments
        let outcome = try CommandLineTests.call(
            CommandLineTests.program,
            [
                "try", "command", "--json", "--peers", "conforming", "--at", "2026-01-05T12:00:00Z", "--out",
                folder.path, "--",
            ]
                + command)
        let document = try JSONDocument(parsing: Array(outcome.output.utf8))
        return (outcome.status, (document.root["results"]?.elements).map(Array.init) ?? [])
    }

    @Test func `the conforming adapter passes every case that it claims`() throws {
        let (status, results) = try trial()
        #expect(status == 0)
        #expect(results.filter { $0["outcome"]?.string == "failed" }.compactMap { $0["id"]?.string } == [])
        #expect(results.count { $0["outcome"]?.string == "passed" } > 100)
    }

    @Test func `an adapter that points to no anchor is believed by no one, as long as registers vouch for it`() throws {
        let (status, results) = try trial("--fault", "forgets-links")
        #expect(status == 1)
        let failed = results.filter { $0["outcome"]?.string == "failed" }
        #expect(Set(failed.compactMap { $0["code"]?.string }) == ["anchor-not-discoverable"])
        #expect(failed.allSatisfy { $0["direction"]?.string == "isRead" })
    }

    @Test func `an adapter that ignores statuses fails, and the first of its failures can be run alone`() throws {
        let (status, results) = try trial("--fault", "ignores-status")
        #expect(status == 1)
        let wrong = results.filter { $0["acceptedWrongly"]?.bool ?? false }
        #expect(!wrong.isEmpty)
        #expect(wrong.allSatisfy { $0["reproduce"]?.string?.contains("--fault ignores-status") ?? false })
    }

    @Test func `a pilot with a platform outside is repeated from its recording, with the same digest`() throws {
        let folder = try CommandLineTests.temporaryFolder()
        let command = try adapter().map { "\"\($0)\"" }.joined(separator: ", ")
        let scenario = folder.appending(path: "outside.yaml")
        let pilot = CommandLineTests.root.appending(path: "Scenarios/pilots/two-platforms.yaml")
        let text = try String(contentsOf: pilot, encoding: .utf8)
            .replacing(
                "{name: sender, title: Sender, profile: conforming, country: CL}",
                with: "{name: sender, title: Sender, country: CL, adapter: {command: [\(command)]}}")
        #expect(text.contains("adapter"))
        try Data(text.utf8).write(to: scenario)
        let recording = folder.appending(path: "recording").path
        func run(_ option: String) throws -> [UInt8] {
            let report = folder.appending(path: "report\(option)")
            let outcome = try CommandLineTests.call(
                CommandLineTests.program, ["run", scenario.path, option, recording, "--out", report.path])
            #expect(outcome.status == 0, "\(outcome.errors)")
            return Array(try Data(contentsOf: report.appending(path: "report.json")))
        }
        let recorded = try run("--record")
        #expect(try run("--replay") == recorded)
        let report = try JSONDocument(parsing: recorded).root
        #expect(report["findings"]?[0]?["code"]?.string == nil)
        #expect(report["consignments"]?["transparent"]?.int == report["consignments"]?["total"]?.int)
        let outside = report["platforms"]?.elements.first { $0["name"]?.string == "sender" }?["outside"]
        #expect(outside?["failed"]?.int == 0)
        #expect(outside?["asked"]?["issue"]?.int ?? 0 > 10)
    }

    @Test func `a pilot with a service is repeated without the service, with the same digest`() throws {
        let folder = try CommandLineTests.temporaryFolder()
        let service = try RunningService()
        let scenario = folder.appending(path: "service.yaml")
        let configuration = CommandLineTests.root.appending(path: "Tests/Adapters/service.json").path
        let pilot = CommandLineTests.root.appending(path: "Scenarios/pilots/two-platforms.yaml")
        let text = try String(contentsOf: pilot, encoding: .utf8)
            .replacing(
                "{name: receiver, title: Receiver, profile: conforming, country: DE}",
                with: """
                    {name: receiver, title: Receiver, country: DE,
                       adapter: {http: "\(service.base)", config: "\(configuration)"}}
                    """)
        #expect(text.contains("http:"))
        try Data(text.utf8).write(to: scenario)
        let recording = folder.appending(path: "recording").path
        func run(_ options: String..., says status: Int32 = 0) throws -> (report: [UInt8], errors: String) {
            let report = folder.appending(path: "report\(options[0])")
            // Any port will do that is not taken by another test; it stands in what is signed.
            let outcome = try CommandLineTests.call(
                CommandLineTests.program,
                ["run", scenario.path, "--set", "publishedAt=http://127.0.0.1:18790", "--out", report.path] + options)
            #expect(outcome.status == status, "\(outcome.errors)")
            guard status == 0 else { return ([], outcome.errors) }
            return (Array(try Data(contentsOf: report.appending(path: "report.json"))), outcome.errors)
        }
        let recorded = try run("--record", recording).report
        service.end()
        #expect(try run("--replay", recording).report == recorded)
        #expect(try run("--seed", "6", "--replay", recording, says: 65).errors.contains("no repetition"))
        #expect(try run("--threads", "1", says: 65).errors.contains("is the service running?"))
        let report = try JSONDocument(parsing: recorded).root
        #expect(report["findings"]?[0]?["code"]?.string == nil)
        #expect(report["consignments"]?["transparent"]?.int == report["consignments"]?["total"]?.int)
        let outside = report["platforms"]?.elements.first { $0["name"]?.string == "receiver" }?["outside"]
        #expect(outside?["failed"]?.int == 0)
        #expect(outside?["asked"]?["verify"]?.int ?? 0 > 10)
    }

    @Test func `a service on another machine takes part only where that is said`() throws {
        let folder = try CommandLineTests.temporaryFolder()
        let scenario = folder.appending(path: "far.yaml")
        let pilot = CommandLineTests.root.appending(path: "Scenarios/pilots/two-platforms.yaml")
        let text = try String(contentsOf: pilot, encoding: .utf8)
            .replacing(
                "profile: conforming, country: DE", with: "adapter: {http: 'http://trace.example:8080'}, country: DE")
        try Data(text.utf8).write(to: scenario)
        let outcome = try CommandLineTests.call(
            CommandLineTests.program,
            ["run", scenario.path, "--set", "publishedAt=http://127.0.0.1:18791", "--out", folder.path + "/report"])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("add --allow-host trace.example"), "\(outcome.errors)")
    }
}

/// The Python service, until it is ended.
private final class RunningService {
    let base: String
    private let process = Process()
    private let input = Pipe()

    init() throws {
        let python = try #require(Peers.python)
        let output = Pipe()
        process.executableURL = python
        process.arguments =
            Peers.arguments(for: python) + [CommandLineTests.root.appending(path: "Tests/Adapters/service.py").path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty, byte[0] != 0x0A {
            line += byte
        }
        base = String(decoding: line, as: UTF8.self)
    }

    func end() {
        guard process.isRunning else { return }
        // A thread that has signals blocked leaves them so to what it starts.
        _ = kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    deinit { end() }
}
