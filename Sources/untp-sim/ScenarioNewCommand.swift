import ArgumentParser
import FoundationEssentials
import Pilots

extension ScenarioCommand {
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a pilot to begin with, from value chains, countries and kinds of platforms.",
            discussion: """
                The pilot runs at once: a party at each stage of the chains, certifiers for all that they claim, and \
                comments that say what to change. 'untp-sim scenario list' names what there is to choose from.

                Example: untp-sim scenario new harbour --chains copper,battery --countries CL,DE,KR --platforms \
                reference-toolkit,gs1-resolver
                """)

        @Argument(help: "The pilot's name: lower-case letters, digits and hyphens.")
        var name: String

        @Option(help: "Value chains, with commas between them, as copper,battery.")
        var chains: Names

        @Option(help: "Countries, as CL,DE,KR (default: where the chains typically stand).")
        var countries = Names([])

        @Option(help: "Behaviour profiles, one for each platform, as conforming,gs1-resolver (default: four).")
        var platforms = Names([])

        @Option(help: "How many parties (default: one or two for each stage).")
        var parties: Int?

        @Option(help: "For how many days goods are made (default: enough for the longest way through the chains).")
        var days: Int?

        @Option(
            help:
                "The file to write (default: Scenarios/pilots/NAME.yaml); its library is in the folder above it, else in the folder Scenarios from which the command is given."
        )
        var out: String?

        @Flag(help: "Overwrite the file if there is one.")
        var force = false

        func validate() throws {
            guard DraftRequest.isValid(name: name) else {
                throw ValidationError(
                    "'\(name)' is no name: expected lower-case letters, digits, and single hyphens between them.")
            }
            guard !chains.all.isEmpty else { throw ValidationError("Name at least one chain, as --chains copper.") }
        }

        func run() throws {
            let file = try out ?? Self.pilots() + "/\(name).yaml"
            let place = URL(filePath: file).standardizedFileURL
            guard force || !FileManager.default.fileExists(atPath: place.path) else {
                throw ExitCode.badInput(
                    "\(file): there is such a file; expected a new name, or --force to overwrite it")
            }
            var request = DraftRequest(name: name, chains: chains.all)
            request.countries = countries.all
            request.profiles = platforms.all
            request.parties = parties
            request.days = days
            let draft: ScenarioDraft
            do {
                draft = try ScenarioDraft(request, root: ScenarioLibrary.root(for: place.path))
            } catch {
                throw ExitCode.badInput(error.description)
            }
            do {
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(draft.text.utf8).write(to: place, options: .atomic)
            } catch {
                throw ExitCode.badInput("\(file): the file can't be written")
            }
            Terminal.print(
                """
                Wrote \(file): \(draft.summary).
                What it will simulate:  untp-sim scenario explain \(file)
                Rehearse it:            untp-sim run \(file)
                """)
            if let shortfall = draft.shortfall { Terminal.print(shortfall) }
        }

        /// The folder of pilots of the library that the working folder belongs to, as somebody there would write it.
        private static func pilots() throws -> String {
            let here = FileManager.default.currentDirectoryPath
            guard let root = ScenarioLibrary.find(from: here) else {
                throw ExitCode.badInput(
                    "There is no folder Scenarios here or above; name a folder with --out, or change to the project's.")
            }
            let prefix = here == "/" ? here : here + "/"
            return (root.hasPrefix(prefix) ? String(root.dropFirst(prefix.count)) : root) + "/pilots"
        }
    }

    /// Names with commas between them.
    struct Names: ExpressibleByArgument {
        let all: [String]

        init(_ all: [String]) {
            self.all = all
        }

        init?(argument: String) {
            all = argument.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
        }

        var defaultValueDescription: String { all.joined(separator: ",") }
    }
}
