import ArgumentParser
import Credentials
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

    @Argument(help: "The files.")
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
        let contents = try files.map { (name: $0, bytes: try Self.read($0)) }
        let schemas = try schemaFiles.map { (name: $0, schema: try Self.schema($0)) }
        let results = await FileCheck(contents, trustedDIDs: trustedDIDs, schemas: schemas, now: try time).results()
        if json {
            Terminal.print(bytes: JSONValue.array(results.map(Self.json)).prettyPrinted())
        } else {
            Terminal.print(results.map(Self.text).joined(separator: "\n\n"))
        }
        if results.contains(where: \.fails) { throw ExitCode(ExitStatus.missed) }
    }

    private var time: Int64 {
        get throws {
            guard let at else { return Int64(Date().timeIntervalSince1970) }
            guard let stamp = DateTimeStamp(strict: at) else {
                Terminal.error("--at \(at): expected a date and time with a zone, as 2026-01-05T12:00:00Z")
                throw ExitCode(ExitStatus.badInput)
            }
            return stamp.unixSeconds
        }
    }

    private static func read(_ file: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: file) else {
            Terminal.error("\(file): the file can't be read")
            throw ExitCode(ExitStatus.badInput)
        }
        return Array(data)
    }

    private static func schema(_ file: String) throws -> JSONSchema {
        do {
            let document = try JSONDocument(parsing: try read(file))
            return try JSONSchema(
                compiling: document.root.materialised, assertingFormats: Set(SchemaFormat.allCases))
        } catch let error as JSONParseError {
            Terminal.error("\(file): \(error)")
        } catch let error as JSONSchemaError {
            Terminal.error("\(file): \(error)")
        }
        throw ExitCode(ExitStatus.badInput)
    }

    // MARK: Answers

    private static func text(_ result: FileCheck.Result) -> String {
        var lines = [result.file]
        switch result.kind {
        case .didDocument: return "\(result.file)\n  A DID document; used to check the other files."
        case .linkset: return "\(result.file)\n  A linkset; nothing to check in it alone."
        case .schema: return "\(result.file)\n  A JSON Schema; give it with --schema to hold credentials to it."
        case .context: return "\(result.file)\n  A JSON-LD context; nothing to check in it alone."
        case .unreadable(let why): return "\(result.file)\n  No credential: \(why)."
        case .credential(let type, let release):
            let name = type.map { "\($0.label) (\($0.typeName))" } ?? "a credential of another kind than UNTP's five"
            lines.append("  \(name)" + (release.map { ", release \($0)" } ?? ""))
        }
        lines.append("  " + result.securing + (result.issuer.map { ", issued by \($0)" } ?? ""))
        if let validity = result.validity { lines.append("  valid from \(validity)") }
        let names = ["tier 1, technical", "tier 2, schema", "tier 3, trust"]
        for (name, verdict) in zip(names, result.tiers) {
            lines.append("  \(name.padded(to: 18)) \(verdict.rawValue)")
        }
        for finding in result.findings { lines += describe(finding) }
        lines += result.unchecked.map { "  not checked: \($0)" }
        lines += result.notes.map { "  \($0)" }
        return lines.joined(separator: "\n")
    }

    private static func describe(_ finding: Finding) -> [String] {
        let mode = FailureCatalogue[finding.code]
        let place = finding.pointer.isEmpty ? "" : " at \(finding.pointer)"
        let official =
            switch mode?.officialTests {
            case .some(.none), nil: "the official tests would not notice"
            case .partly: "the official tests would notice in part"
            case .playground: "the official playground would notice"
            case .tier1, .tier2, .tier3: "the official tests would notice"
            }
        return [
            "  \(finding.blocks ? "FAILS" : "note ") \(finding.code)\(place)", "        sent:     \(finding.sent)",
            "        expected: \(finding.expected)",
            "        \(mode?.clause ?? "") (\(mode?.strength.rawValue ?? "")); \(official)",
            "        \(mode?.remedyIssuer ?? "")",
        ]
    }

    private static func json(_ result: FileCheck.Result) -> JSONValue {
        var object = JSONObject([("file", .string(result.file))])
        switch result.kind {
        case .credential(let type, let release):
            object["kind"] = "credential"
            object["type"] = type.map { .string($0.rawValue) } ?? .null
            object["release"] = release.map(JSONValue.string) ?? .null
        case .didDocument: object["kind"] = "did-document"
        case .linkset: object["kind"] = "linkset"
        case .schema: object["kind"] = "json-schema"
        case .context: object["kind"] = "json-ld-context"
        case .unreadable(let why):
            object["kind"] = "unreadable"
            object["reason"] = .string(why)
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
        object["notes"] = .array(result.notes.map(JSONValue.string))
        object["fails"] = .bool(result.fails)
        return .object(object)
    }
}
