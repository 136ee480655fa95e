import ArgumentParser
import Bridges
import FoundationEssentials
import JSON
import Pilots
import Platforms

struct ProfileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "Draw behaviour profiles from what platforms wrote.",
        subcommands: [Infer.self, Manifest.self])

    struct Infer: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a behaviour profile from a folder of a platform's documents.",
            discussion: """
                Credentials (JSON, tokens, enveloped), DID documents, status lists and linksets show how a platform \
                writes. Each knob is marked as declared (in manifest.json or a DID document), inferred (and from which \
                file), or default, where nothing shows it; how a platform reads, samples can't show. The marks stand \
                in every report of a run that uses the profile.
                """)

        @Argument(help: "The folder.")
        var folder: String

        @Option(help: "The profile's name: lower-case letters, digits and hyphens (default: the folder's).")
        var name: String?

        @Option(help: "The file to write (default: Scenarios/platforms/NAME.yaml).")
        var out: String?

        @Flag(help: "Overwrite the file if there is one.")
        var force = false

        func validate() throws {
            guard let name, !DraftRequest.isValid(name: name) else { return }
            throw ValidationError(
                "'\(name)' is no name: expected lower-case letters, digits, and single hyphens between them.")
        }

        func run() throws {
            let contents: FolderContents
            do throws(FolderError) {
                contents = try FolderContents(reading: folder)
            } catch {
                throw ExitCode.badInput(error.description)
            }
            let name = name ?? Slug.make(contents.name)
            guard DraftRequest.isValid(name: name), !name.isEmpty else {
                throw ExitCode.badInput("'\(contents.name)' is no name for a profile; give one with --name")
            }
            let inferred = InferredProfile(
                contents.samples, declared: contents.manifest?.behaviour ?? [], in: FolderManifest.fileName)
            guard inferred.count(.default) < inferred.marks.count else {
                throw ExitCode.badInput(
                    "\(folder): nothing in it shows how a platform writes; expected credentials, DID documents, "
                        + "status lists or linksets. 'untp-sim check \(folder)' says what is in it.")
            }
            let draft = ProfileDraft(name: name, title: contents.name, folder: folder, inferred: inferred)
            let file = try write(draft.text, name: name)
            Terminal.print(Self.summary(inferred, contents: contents, file: file, name: name))
        }

        private func write(_ text: String, name: String) throws -> String {
            let file: String
            if let out {
                file = out
            } else if let root = ScenarioLibrary.find() {
                file = root + "/platforms/\(name).yaml"
            } else {
                throw ExitCode.badInput("There is no folder Scenarios here or above; name a file with --out.")
            }
            guard force || !FileManager.default.fileExists(atPath: file) else {
                throw ExitCode.badInput(
                    "\(file): there is such a file; expected a new --name, or --force to overwrite it")
            }
            do {
                try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
            } catch {
                throw ExitCode.badInput("\(file): the file can't be written")
            }
            return file
        }

        private static func summary(
            _ inferred: InferredProfile, contents: FolderContents, file: String, name: String
        ) -> String {
            var lines = [
                "Wrote \(file), from \(contents.documents.count) documents: \(inferred.count(.declared)) knobs declared, "
                    + "\(inferred.count(.inferred)) inferred, \(inferred.count(.default)) default."
            ]
            let deviations = inferred.profile.deviations
            lines.append(
                deviations.isEmpty
                    ? "What samples show departs nowhere from the specification." : "Departures from the specification:"
            )
            lines += deviations.map { setting in
                let mark = inferred.marks.first { $0.path == setting.path }
                return "  \(setting.path): \(setting.value) (\(mark?.sources.first ?? ""))"
            }
            let contradictions = inferred.marks.filter { $0.note != nil }
            if !contradictions.isEmpty { lines.append("Documents that contradict each other; the majority counts:") }
            lines += contradictions.map { "  \($0.path): \($0.value); \($0.note ?? "")" }
            lines.append("Use it in a pilot: platforms: [{name: theirs, profile: \(name), country: DE}]")
            return lines.joined(separator: "\n")
        }
    }

    struct Manifest: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the JSON Schema of manifest.json, which maps URLs to the files of a folder.")

        func run() { Terminal.print(bytes: FolderManifest.schema.prettyPrinted()) }
    }
}
