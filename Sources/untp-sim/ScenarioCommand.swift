import ArgumentParser
import JSON
import Pilots

struct ScenarioCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario", abstract: "List, check, explain and begin scenario files.",
        subcommands: [List.self, Validate.self, Schema.self, Explain.self, New.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List pilots and the library that they draw on.")

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            guard let root = ScenarioLibrary.find() else {
                Terminal.error("There is no folder Scenarios here or above; change to the project's folder.")
                throw ExitCode(ExitStatus.badInput)
            }
            let folders = ScenarioLibrary.folders.map { ($0, ScenarioLibrary.titles(in: $0, root: root)) }
            if json {
                let members = folders.map { folder, files in
                    (folder, JSONValue.array(files.map { ["name": .string($0.name), "title": .string($0.title)] }))
                }
                Terminal.print(bytes: JSONValue.object(JSONObject(members)).prettyPrinted())
                return
            }
            let width = folders.flatMap(\.1).map(\.name.count).max() ?? 0
            Terminal.print(
                folders.map { folder, files in
                    folder + "\n" + files.map { "  \($0.name.padded(to: width))  \($0.title)" }.joined(separator: "\n")
                }.joined(separator: "\n\n"))
        }
    }

    struct Validate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check scenario files: file, line and column of all that is wrong.")

        @Argument(help: "Pilots or library files.")
        var files: [String]

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            var results: [(file: String, diagnostics: [ScenarioDiagnostic])] = []
            for file in files {
                do {
                    try ScenarioLibrary.validate(file)
                    results.append((file, []))
                } catch {
                    results.append((file, error.diagnostics))
                }
            }
            if json {
                Terminal.print(bytes: JSONValue.array(results.map(Self.json)).prettyPrinted())
            } else {
                for (file, diagnostics) in results {
                    if diagnostics.isEmpty { Terminal.print("\(file) is valid") }
                    for diagnostic in diagnostics { Terminal.error(diagnostic.description) }
                }
            }
            if results.contains(where: { !$0.diagnostics.isEmpty }) { throw ExitCode(ExitStatus.badInput) }
        }

        private static func json(_ result: (file: String, diagnostics: [ScenarioDiagnostic])) -> JSONValue {
            [
                "file": .string(result.file), "valid": .bool(result.diagnostics.isEmpty),
                "diagnostics": .array(
                    result.diagnostics.map { diagnostic in
                        [
                            "file": .string(diagnostic.file), "line": .number(JSONNumber(diagnostic.line)),
                            "column": .number(JSONNumber(diagnostic.column)), "problem": .string(diagnostic.problem),
                            "expected": .string(diagnostic.expected),
                            "nearest": diagnostic.nearest.map(JSONValue.string) ?? .null,
                        ]
                    }),
            ]
        }
    }

    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the JSON Schema of scenario files, for editors.")

        @Flag(help: "Print the knobs of a platform as text instead: values, defaults, and what they can cause.")
        var knobs = false

        func run() {
            if knobs {
                Terminal.print(ScenarioSchema.knobText)
            } else {
                Terminal.print(bytes: ScenarioSchema.document.prettyPrinted())
            }
        }
    }

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say in words what a pilot will simulate.")

        @Argument(help: "The pilot's file.")
        var file: String

        @Option(name: .customLong("set"), help: "A setting, as days=30; may be repeated.")
        var settings: [String] = []

        func run() throws {
            Terminal.print(try load(file, overrides: settings).explanation)
        }
    }
}
