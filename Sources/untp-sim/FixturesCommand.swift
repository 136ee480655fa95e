import ArgumentParser
import Reporting
import Trials

struct FixturesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fixtures",
        abstract: "Write signed credentials to feed to a verifier, with what it must say to each.",
        discussion: """
            Every type, release and form, sound, expired, revoked, suspended, altered, wrongly signed and so on, with the \
            DID documents, status lists, contexts and linksets that belong to them. manifest.json says which file is to be \
            served at which URL; expected.json and EXPECTED.md say what a verifier must answer, and why.
            """)

    @Argument(help: "The folder to write; one that holds anything else is not touched.")
    var directory: String

    @Option(help: "The time at which the answers are right, as 2026-01-05T12:00:00Z (default: now).")
    var at: String?

    @Option(help: "The URL under which the documents will be served (default: hosts of their own under .example).")
    var origin: String?

    func run() throws {
        let place = try origin.map(Self.origin) ?? .ownHosts
        let files = FixtureSet(origin: place, now: try CommandTime.at(at)).files
        try writing { () throws(ReportFolderError) in
            try ReportFolder.write(
                files.map { ReportFile(path: $0.path, bytes: $0.bytes) }, holding: FixtureSet.entries, to: directory)
        }
        Terminal.print("Wrote \(files.count) files to \(directory); begin with EXPECTED.md.")
    }

    /// An origin on the command line.
    static func origin(_ url: String) throws -> TrialOrigin {
        guard let origin = TrialOrigin(url: url) else {
            throw ExitCode.badInput(
                "--origin \(url): expected an http or https URL, as http://127.0.0.1:8080/fixtures")
        }
        return origin
    }
}
