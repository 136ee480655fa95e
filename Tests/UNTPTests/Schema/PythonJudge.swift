import Foundation
import JSON

/// Python's `jsonschema` on the official schemas, as the second opinion on ours.
struct PythonJudge {
    /// The interpreter to run; nil where none has the libraries and they can't be installed.
    static let interpreter: String? = {
        if knowsLibraries("python3") { return "python3" }
        let environment = Fixtures.package.appending(path: ".build/python-venv").path
        let python = environment + "/bin/python"
        if knowsLibraries(python) { return python }
        guard output(of: ["python3", "-m", "venv", environment]) != nil,
            output(of: [python, "-m", "pip", "install", "--quiet", "jsonschema", "rfc3339-validator"]) != nil
        else { return nil }
        return knowsLibraries(python) ? python : nil
    }()

    static var isAvailable: Bool { Fixtures.untp != nil && interpreter != nil }

    /// Asserts the two formats that `FormatChecker` knows and the schemas use.
    private static let script = """
        import json, sys
        from jsonschema import Draft202012Validator, FormatChecker
        folder, lines = sys.argv[1:]
        checker = FormatChecker(formats=["date", "date-time"])
        judges = {}
        with open(lines, encoding="utf-8") as documents:
            for line in documents:
                kind, text = line.split("\\t", 1)
                if kind not in judges:
                    with open(f"{folder}/untp-{kind}.json", encoding="utf-8") as schema:
                        judges[kind] = Draft202012Validator(json.load(schema), format_checker=checker)
                print("1" if judges[kind].is_valid(json.loads(text)) else "0", end="")
        """

    /// Whether each document is valid by an official schema, named as `dpp-schema-0.6.1`.
    ///
    /// - Parameter name: Names the file that the documents are handed over in, one for each test.
    static func verdicts(on documents: [(schema: String, bytes: [UInt8])], name: String) throws -> [Bool] {
        guard let interpreter, let folder = Fixtures.untp else { return [] }
        let file = FileManager.default.temporaryDirectory.appending(
            path: "untp-\(name)-\(ProcessInfo.processInfo.processIdentifier).tsv")
        defer { try? FileManager.default.removeItem(at: file) }
        var lines: [UInt8] = []
        for (schema, bytes) in documents { lines += Array((schema + "\t").utf8) + bytes + [UInt8(ascii: "\n")] }
        try Data(lines).write(to: file)
        return (output(of: [interpreter, "-c", script, folder.path, file.path]) ?? "").map { $0 == "1" }
    }

    private static func knowsLibraries(_ python: String) -> Bool {
        output(of: [python, "-c", "import jsonschema, rfc3339_validator"]) != nil
    }

    /// What a command prints; nil where it fails or can't be started.
    private static func output(of command: [String]) -> String? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let text = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: text, as: UTF8.self) : nil
    }
}
