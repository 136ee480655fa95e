import Foundation
import JSON
import Testing

/// The built program, as a user calls it.
@Suite struct CommandLineTests {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The folder that holds Package.swift.
    static let root: URL = {
        var directory = URL(filePath: #filePath).deletingLastPathComponent()
        while directory.path != "/",
            !FileManager.default.fileExists(atPath: directory.appending(path: "Package.swift").path)
        {
            directory.deleteLastPathComponent()
        }
        return directory
    }()

    /// The program beside the test bundle.
    static var program: URL {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "untp-sim")
        return FileManager.default.isExecutableFile(atPath: beside.path)
            ? beside : root.appending(path: ".build/debug/untp-sim")
    }

    private func call(_ arguments: String...) throws -> Outcome { try Self.call(Self.program, arguments) }

    static func call(_ program: URL, _ arguments: [String], in folder: URL = root) throws -> Outcome {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let streams = try temporaryFolder()
        let (output, errors) = (streams.appending(path: "out"), streams.appending(path: "err"))
        for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    private func temporaryFolder() throws -> URL { try Self.temporaryFolder() }

    static func temporaryFolder() throws -> URL {
        let folder = root.appending(path: ".build/command-line-tests/\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    static let copper = "Scenarios/pilots/copper.yaml"

    private func report(_ folder: URL) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: "report.json")))
    }

    @Test("The same seed gives the same bytes with one thread and with two; another seed gives another digest")
    func isReproducible() throws {
        var reports: [[UInt8]] = []
        for (seed, threads) in [("7", "1"), ("7", "2"), ("7", "2"), ("8", "2")] {
            let folder = try temporaryFolder().appending(path: "report")
            let outcome = try call(
                "run", Self.copper, "--seed", seed, "--threads", threads, "--set", "days=20", "--out", folder.path)
            #expect(outcome.status == 0, "\(outcome.errors)")
            reports.append(try report(folder))
        }
        #expect(reports[0] == reports[1])
        #expect(reports[1] == reports[2])
        let digests = try reports.map {
            try JSONDocument(parsing: $0).root["digest"].map { $0.string ?? "\($0.materialised)" }
        }
        #expect(digests[0] != nil)
        #expect(digests[2] != digests[3])
    }

    @Test("A report folder holds what the contract names")
    func writesReports() throws {
        let folder = try temporaryFolder().appending(path: "report")
        #expect(try call("run", Self.copper, "--set", "days=15", "--out", folder.path).status == 0)
        for name in [
            "report.json", "report.html", "report.md", "consignments.csv", "findings.csv", "matrix.csv",
            "measures.csv", "artefacts",
        ] {
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: name).path), "\(name)")
        }
        let root = try JSONDocument(parsing: try report(folder)).root
        for key in [
            "scenario", "seed", "digest", "simulated", "measures", "matrix", "findings", "consignments", "truth",
            "exchanges", "credentials",
        ] { #expect(root[key] != nil, "\(key)") }
    }

    @Test("Exit codes are those of the contract, and a wrong scenario leaves an earlier report as it was")
    func endsWithTheRightCode() throws {
        let folder = try temporaryFolder().appending(path: "report")
        #expect(try call("run", Self.copper, "--set", "days=10", "--out", folder.path, "--require-targets").status == 1)
        let earlier = try report(folder)
        let wrong = try temporaryFolder().appending(path: "pilots/wrong.yaml")
        try FileManager.default.createDirectory(
            at: wrong.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("title: Wrong\ndayz: 3\n".utf8).write(to: wrong)
        let outcome = try call("run", wrong.path, "--out", folder.path)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("wrong.yaml:2:1: there is no key 'dayz' here"))
        #expect(outcome.errors.contains("did you mean 'days'?"))
        #expect(try report(folder) == earlier)
        #expect(try call("run").status == 64)
        #expect(try call("run", Self.copper, "--sed", "1").status == 64)
        for threads in ["0", "257", "1000000"] {
            let outcome = try call("run", Self.copper, "--threads", threads)
            #expect(outcome.status == 64 && outcome.errors.contains("expected 1 to 256"))
        }
        #expect(try call("run", "no-such-file.yaml").status == 65)
        #expect(try call("check", "no-such-file.json").status == 65)
        #expect(try call("failures", "no-such-mode").status == 65)
        #expect(try call("check", Self.copper).status == 1)
    }

    @Test("A folder that no report can be written to is refused before the run, and what has no effect is noted")
    func saysFirst() throws {
        let folder = try temporaryFolder()
        let pilot = folder.appending(path: "pilots/late.yaml")
        try FileManager.default.createDirectory(
            at: pilot.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(
            "extends: two-platforms\nnetwork: {partitions: [{countries: [CL], day: 90, hours: 1}]}\n".utf8
        ).write(to: pilot)
        try Data("mine".utf8).write(to: folder.appending(path: "notes.txt"))
        let refused = try call("run", pilot.path, "--out", folder.path)
        #expect(refused.status == 65 && refused.errors.contains("notes.txt"), "\(refused.errors)")
        #expect(!refused.errors.contains("consignments judged"))
        #expect(try call("run", pilot.path, "--out", "/proc/none/report").errors.contains("can't write /proc/none"))
        #expect(
            try call("run", pilot.path, "--out", "/proc/none").errors.contains(
                "can't write /proc/none: no such file or directory\n"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
        let note = "late.yaml:2:47: note: an outage on day 90 has no effect"
        let run = try call("run", pilot.path, "--set", "days=3", "--out", folder.appending(path: "report").path)
        #expect(run.status == 0 && run.errors.contains(note), "\(run.errors)")
        let checked = try call("scenario", "validate", pilot.path)
        #expect(checked.status == 0 && checked.output.contains("is valid") && checked.errors.contains(note))
    }

    @Test("A drafted pilot runs at once; a file that is there stays, and what there is not is named with the nearest")
    func drafts() throws {
        let library = try temporaryFolder()
        for folder in ["value-chains", "countries", "platforms", "regulations", "schemes"] {
            try FileManager.default.copyItem(
                at: Self.root.appending(path: "Scenarios/\(folder)"), to: library.appending(path: folder))
        }
        let file = library.appending(path: "pilots/harbour.yaml").path
        func new(_ name: String, _ options: String...) throws -> Outcome {
            try Self.call(Self.program, ["scenario", "new", name, "--out", file] + options)
        }
        let options = ["--chains", "copper", "--countries", "CL,DE", "--platforms", "conforming,gs1-resolver"]
        let written = try Self.call(Self.program, ["scenario", "new", "harbour", "--out", file] + options)
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.output.contains("untp-sim run \(file)"))
        #expect(try call("scenario", "validate", file).status == 0)
        let report = try temporaryFolder().appending(path: "report")
        #expect(try call("run", file, "--set", "days=5", "--out", report.path).status == 0)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let again = try new("harbour", "--chains", "coffee")
        #expect(again.status == 65)
        #expect(again.errors.contains("--force"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
        let unknown = try new("harbour", "--chains", "coffe", "--force")
        #expect(unknown.status == 65)
        #expect(unknown.errors.contains("(did you mean 'coffee'?)"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
        #expect(try new("harbour", "--chains", "coffee", "--force").status == 0)
        #expect(try new("No Name", "--chains", "coffee").status == 64)
        #expect(try new("harbour").status == 64)
        #expect(try new("harbour", "--chains", ",").status == 64)
    }

    @Test("What a report counts adds up: consignments, the matrix and the credentials issued")
    func conserves() throws {
        let folder = try temporaryFolder().appending(path: "report")
        #expect(try call("run", Self.copper, "--set", "days=45", "--out", folder.path).status == 0)
        let root = try JSONDocument(parsing: try report(folder)).root
        func sum(_ names: [String], of view: JSONView?) -> Int {
            names.reduce(0) { $0 + (view?[$1]?.int ?? 0) }
        }
        let outcomes = ["transparent", "partial", "opaque", "inTransit", "keptBack"]
        let consignments = root["consignments"]
        #expect(sum(["total"], of: consignments) > 0)
        #expect(sum(outcomes, of: consignments) == sum(["total"], of: consignments))
        let states = ["passed", "passedWithLoss", "failed", "notSupported", "notReached", "environment"]
        for cell in try #require(root["matrix"]).elements {
            #expect(sum(states, of: cell) == sum(["attempts"], of: cell))
        }
        let credentials = root["credentials"]
        #expect(sum(["totalIssued"], of: credentials) > 0)
        #expect(
            sum(["dcc", "dfr", "dia", "dpp", "dte"], of: credentials?["issued"])
                == sum(["totalIssued"], of: credentials))
    }

    @Test("Help names every verb, each verb explains itself, and every failure mode can be explained")
    func helps() throws {
        let help = try call("--help").output
        for verb in ["run", "check", "scenario", "failures", "adapter"] {
            #expect(help.contains(verb))
            let own = try call(verb, "--help")
            #expect(own.status == 0)
            #expect(own.output.contains("USAGE: untp-sim \(verb)"))
        }
        #expect(try call("failures", "bit-order").output.contains("status.bitOrder=rightmost-first"))
        #expect(try call("adapter", "contract").output.hasPrefix("# The adapter protocol, version 1\n"))
        let schema = try JSONDocument(parsing: Array(try call("adapter", "schema", "verify.answer").output.utf8))
        #expect(try JSONSchema(compiling: schema.root.materialised).isValid(schema.root) == false)
        let unknown = try call("adapter", "schema", "verify.anser")
        #expect(unknown.status == 65 && unknown.errors.contains("did you mean 'verify.answer'?"))
        #expect(try call("scenario", "list").output.contains("copper-conforming"))
        #expect(try call("scenario", "validate", Self.copper).output.contains("is valid"))
        #expect(try call("scenario", "explain", Self.copper).output.contains("Minera Alto Loa"))
    }

    @Test(
        "A failure mode is explained with its example wherever the command is given, and the command that it names runs"
    )
    func explainsAnywhere() throws {
        let elsewhere = FileManager.default.temporaryDirectory
        let explained = try Self.call(Self.program, ["failures", "bit-order"], in: elsewhere).output
        #expect(explained.contains("  sent  ") && explained.contains("untp-sim run bit-order"))
        let out = try temporaryFolder().appending(path: "report").path
        let run = try Self.call(Self.program, ["run", "bit-order", "--out", out], in: elsewhere)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("An interrupted run ends by itself with a report that says so")
    func isInterrupted() throws {
        let folder = try temporaryFolder().appending(path: "report")
        let process = Process()
        process.executableURL = Self.program
        process.arguments = ["run", Self.copper, "--set", "days=3000", "--out", folder.path]
        process.currentDirectoryURL = Self.root
        process.standardOutput = FileHandle.nullDevice
        let log = Pipe()
        process.standardError = log
        try process.run()
        // The first log line says that the run has begun; it would take minutes to end by itself.
        #expect(!log.fileHandleForReading.availableData.isEmpty)
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let completion = try JSONDocument(parsing: try report(folder)).root["completion"]
        #expect(completion?["complete"]?.bool == false)
    }
}
