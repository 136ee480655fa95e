// Foundation, for Process: a service in another language is another process.
import Foundation

/// A Python script under `Tests/Adapters` that serves HTTP until its standard input ends.
final class PythonService {
    let base: String
    private let process: Process
    private let input: Pipe

    /// Starts a script, and waits until it says where it answers.
    init(_ script: String, _ arguments: [String] = []) throws {
        let (input, output) = (Pipe(), Pipe())
        process = Self.process(Self.command(script, arguments))
        process.standardInput = input
        process.standardOutput = output
        self.input = input
        try process.run()
        var line: [UInt8] = []
        while line.last != UInt8(ascii: "\n"), let byte = try output.fileHandleForReading.read(upToCount: 1),
            !byte.isEmpty
        {
            line += byte
        }
        base = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Ends the service at once.
    func kill() {
        // A thread that has signals blocked leaves them so to what it starts.
        _ = Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.terminate()
        process.waitUntilExit()
    }

    /// The program and the arguments that run a script.
    static func command(_ script: String, _ arguments: [String] = []) -> [String] {
        (peer ?? plain) + [root.appending(path: "Tests/Adapters/\(script)").path] + arguments
    }

    private static func process(_ command: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        return process
    }

    /// A file that stands beside the scripts.
    static func file(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: "Tests/Adapters/\(name)")))
    }

    /// What a script prints.
    static func output(of script: String, _ arguments: [String]) throws -> [UInt8] {
        let (process, output) = (process(command(script, arguments)), Pipe())
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(bytes)
    }

    static let root: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// Python with the packages that the adapters need, as a program and its first arguments; nil where there is none.
    static let peer: [String]? = {
        let own = root.appending(path: ".build/python-venv/bin/python").path
        return [[own], plain].first { answers($0 + ["-c", "import cryptography, joserfc"]) }
    }()

    private static let plain = ["/usr/bin/env", "python3"]

    /// Whether there is a Python at all.
    static let isThere = answers(plain + ["-c", ""])

    private static func answers(_ command: [String]) -> Bool {
        guard FileManager.default.isExecutableFile(atPath: command[0]) else { return false }
        let process = process(command)
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
