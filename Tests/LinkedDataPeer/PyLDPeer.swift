// Foundation, for Process: a peer in another language can only be asked as another process.
import Foundation
package import JSON

/// The JSON-LD processor `pyld`, from the package's `.build/python-venv` or the Python on the path.
package enum PyLDPeer {
    /// The command that runs a Python which has the module, or nil.
    package static let interpreter: [String]? = [
        [root.appending(path: ".build/python-venv/bin/python3").path], ["/usr/bin/env", "python3"],
    ].first { (try? run($0, ["-c", "import pyld"], [])) != nil }

    /// The folder of the package, which has its manifest.
    private static let root: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// What pyld makes of a document.
    package enum Answer: Sendable {
        case expanded(JSONValue, dropped: [String?])
        case refused(code: String)
        /// It tripped over itself, which says nothing about the document.
        case crashed(String)
    }

    struct Failure: Error {
        let status: Int32
    }

    /// Expands documents in one process; all of them see the same contexts.
    package static func expand(_ documents: [JSONValue], contexts: [(iri: String, document: JSONValue)]) throws
        -> [Answer]
    {
        let question: JSONValue = [
            "contexts": .object(JSONObject(contexts.map { ($0.iri, $0.document) })), "documents": .array(documents),
        ]
        let script = root.appending(path: "Tests/Peers/expand_json_ld.py").path
        let output = try run(interpreter ?? [], [script], question.serialised())
        return try JSONDocument(parsing: output, limits: JSONLimits(maximumBytes: 1 << 30, maximumDepth: 512)).root
            .elements.map { answer in
                if let code = answer["error"]?.string { return .refused(code: code) }
                if let crash = answer["crash"]?.string { return .crashed(crash) }
                return .expanded(
                    answer["expanded"]?.materialised ?? .null, dropped: answer["dropped"]?.elements.map(\.string) ?? [])
            }
    }

    private static func run(_ command: [String], _ arguments: [String], _ input: [UInt8]) throws -> [UInt8] {
        guard let program = command.first else { throw Failure(status: -1) }
        let process = Process()
        let (standardInput, standardOutput) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: program)
        process.arguments = command.dropFirst() + ["-W", "ignore"] + arguments
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        process.standardError = FileHandle.nullDevice
        try process.run()
        // The script reads all of its input before it prints, so that neither side waits for the other's pipe.
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
        try standardInput.fileHandleForWriting.close()
        let output = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return Array(output)
    }
}
