// Foundation, for Process: a peer in another language can only be asked as another process.
import Foundation
import JSON

/// Python with `cryptography` and `joserfc`: the package's `.build/python-venv` if that exists (made with
/// `python3 -m venv .build/python-venv && .build/python-venv/bin/pip install cryptography joserfc`), else the one on the
/// path, if it has both modules.
enum PythonPeer {
    /// The interpreter that has the modules, or nil.
    static let interpreter: String? = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
        {
            folder.deleteLastPathComponent()
        }
        let own = folder.appending(path: ".build/python-venv/bin/python3").path
        return [own, "/usr/bin/env"].first { (try? run($0, "import cryptography, joserfc", [])) != nil }
    }()

    struct Failure: Error {
        let status: Int32
    }

    /// Runs a script that reads JSON from standard input and prints JSON.
    static func ask(_ script: String, _ question: JSONValue) throws -> JSONView {
        guard let interpreter else { throw Failure(status: -1) }
        return try JSONDocument(parsing: run(interpreter, script, question.serialised())).root
    }

    private static func run(_ interpreter: String, _ script: String, _ input: [UInt8]) throws -> [UInt8] {
        let process = Process()
        let (standardInput, standardOutput) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: interpreter)
        process.arguments = (interpreter == "/usr/bin/env" ? ["python3"] : []) + ["-W", "ignore", "-c", script]
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        try process.run()
        // The scripts read all of their input before they print, so that neither side waits for the other's pipe.
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
        try standardInput.fileHandleForWriting.close()
        let output = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return Array(output)
    }
}
