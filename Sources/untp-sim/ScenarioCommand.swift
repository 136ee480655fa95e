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
                throw ExitCode.badInput("There is no folder Scenarios here or above; change to the project's folder.")
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
            abstract: "Check scenario files: file, line and column of all that is wrong.",
            discussion: """
                Library files are checked by the folder that they stand in, all others as pilots. Notes say what has no \
                effect, or costs much; a file with notes is valid.
                """)

        @Argument(help: "Pilots or library files.")
        var files: [String]

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            let results = files.map(Result.init)
            if json {
                Terminal.print(bytes: JSONValue.array(results.map(Self.json)).prettyPrinted())
            } else {
                for result in results {
                    if result.diagnostics.isEmpty { Terminal.print("\(result.file) is valid") }
                    for diagnostic in result.diagnostics + result.notes { Terminal.error(diagnostic.description) }
                }
            }
            if results.contains(where: { !$0.diagnostics.isEmpty }) { throw ExitCode(ExitStatus.badInput) }
        }

        /// What was found in a file.
        private struct Result {
            let file: String
            var diagnostics: [ScenarioDiagnostic] = []
            var notes: [ScenarioDiagnostic] = []

            init(_ file: String) {
                self.file = file
                do {
                    notes = try ScenarioLibrary.validate(file)
                } catch {
                    diagnostics = error.diagnostics
                }
            }
        }

        private static func json(_ result: Result) -> JSONValue {
            [
                "file": .string(result.file), "valid": .bool(result.diagnostics.isEmpty),
                "diagnostics": .array(result.diagnostics.map(json)), "notes": .array(result.notes.map(json)),
            ]
        }

        private static func json(_ diagnostic: ScenarioDiagnostic) -> JSONValue {
            [
                "file": .string(diagnostic.file), "line": .number(JSONNumber(diagnostic.line)),
                "column": .number(JSONNumber(diagnostic.column)), "problem": .string(diagnostic.problem),
                "expected": .string(diagnostic.expected),
                "nearest": diagnostic.nearest.map(JSONValue.string) ?? .null,
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
            let pilot = try load(file, overrides: settings)
            Terminal.print(pilot.explanation)
            for note in pilot.notes { Terminal.error(note.description) }
        }
    }
}
