import ArgumentParser
import Bridges
import FoundationEssentials
import JSON
import Platforms
import Synchronization
import UNTP

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Judge credential files, without a network.",
        discussion: """
            Reads credentials as bare JSON, as tokens and enveloped. DID documents, status lists and further \
            credentials among the files are used to check the others; what is not among them can't be checked, and is \
            no failure. Tiers are those of the official UNTP test suite: 1 technical, 2 schema, 3 trust.
            """)

    @Argument(help: "The files, or folders of them.")
    var files: [String]

    @Option(name: .customLong("trust-did"), help: "The DID of a register that is trusted; may be repeated.")
    var trustedDIDs: [String] = []

    @Option(
        name: .customLong("schema"), help: "A JSON Schema that credentials have to satisfy besides; may be repeated.")
    var schemaFiles: [String] = []

    @Option(help: "The time of the check, as 2026-01-05T12:00:00Z (default: now).")
    var at: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        var contents: [(name: String, bytes: [UInt8])] = []
        var places: [String: [UInt8]] = [:]
        var named: Set<String> = []
        for path in files {
            let count = contents.count
            try Self.read(path, into: &contents, places: &places)
            if contents.count == count + 1, contents[count].name == path { named.insert(path) }
        }
        let schemas = try schemaFiles.map { (name: $0, schema: try Self.schema($0)) }
        let results = await FileCheck(
            contents, places: places, trustedDIDs: trustedDIDs, schemas: schemas, now: try CommandTime.at(at)
        ).results()
        if json {
            Terminal.print(bytes: JSONValue.array(results.map(Self.json)).prettyPrinted())
        } else {
            Terminal.print(CheckText.text(results))
        }
        // In a folder there may be anything; who names a file means a credential.
        if results.contains(where: { $0.fails || named.contains($0.file) && $0.isNoCredential }) {
            throw ExitCode(ExitStatus.missed)
        }
    }

    /// Reads a file, or the files of a folder with the URLs that its manifest gives them.
    private static func read(
        _ path: String, into contents: inout [(name: String, bytes: [UInt8])], places: inout [String: [UInt8]]
    ) throws {
        do throws(FolderError) {
            let read = try FolderFiles(reading: path)
            for skipped in read.skipped {
                let name = read.isFolder ? path + "/" + skipped.path : path
                Terminal.error("\(name): not read: \(skipped.why)")
                if !read.isFolder { throw FolderError(path, skipped.why, expected: "a smaller file") }
            }
            guard read.isFolder else {
                contents += read.files.map { ($0.path, $0.bytes) }
                return
            }
            let folder = try FolderContents(read, named: path)
            places.merge(folder.places) { first, _ in first }
            let own = folder.manifest == nil ? nil : FolderManifest.fileName
            contents += read.files.filter { $0.path != own }.map { ("\(path)/\($0.path)", $0.bytes) }
        } catch {
            throw ExitCode.badInput(error.description)
        }
    }

    private static func read(_ file: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ExitCode.badInput("\(file): the file can't be read")
        }
        return Array(data)
    }

    private static func schema(_ file: String) throws -> JSONSchema {
        do {
            let document = try JSONDocument(parsing: try read(file))
            return try JSONSchema(
                compiling: document.root.materialised, assertingFormats: Set(SchemaFormat.allCases))
        } catch let error as JSONParseError {
            throw ExitCode.badInput("\(file): \(error)")
        } catch let error as JSONSchemaError {
            throw ExitCode.badInput("\(file): \(error)")
        }
    }

    // MARK: Answers

    private static func json(_ result: FileCheck.Result) -> JSONValue {
        var object = JSONObject([
            ("file", .string(result.file)), ("place", .string(result.place)),
            ("verdict", .string(result.verdict.rawValue)), ("kind", .string(result.kind.code)),
            ("summary", .string(result.summary)),
        ])
        switch result.kind {
        case .credential, .statusList:
            object["type"] = result.type.map { .string($0.rawValue) } ?? .null
            object["release"] = result.release.map { .string($0.version) } ?? .null
        default:
            if result.verdict == .notReadable || result.verdict == .other { object["reason"] = .string(result.summary) }
        }
        object["securing"] = .string(result.securing)
        object["issuer"] = result.issuer.map(JSONValue.string) ?? .null
        object["tiers"] = .array(result.tiers.map { .string($0.rawValue) })
        object["findings"] = .array(
            result.findings.map { finding in
                [
                    "code": .string(finding.code), "pointer": .string(finding.pointer), "sent": .string(finding.sent),
                    "expected": .string(finding.expected), "blocks": .bool(finding.blocks),
                    "behind": finding.behind.map(JSONValue.string) ?? .null,
                ]
            })
        object["unchecked"] = .array(result.unchecked.map(JSONValue.string))
        object["hints"] = .array(result.hints.map(JSONValue.string))
        object["notes"] = .array(result.notes.map(JSONValue.string))
        object["fails"] = .bool(result.fails)
        return .object(object)
    }
}
