import ArgumentParser
import Bridges
import Credentials
import Platforms
import Reporting
import Trials

struct TryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try", abstract: "Hold your own platform against the virtual peers.",
        discussion: """
            The platform comes as a folder of what it issued, as a program that is spoken to over its standard input and \
            output, or as a service. Each virtual peer looks for its credentials, fetches and verifies them; and its \
            verifier is given what each peer issues and the cases of the test plan, the negative ones included.

            What a platform does not say that it can do is not counted against it. Exit codes: 0 nothing to mend; 1 \
            something to mend; 64 wrong usage; 65 bad input.
            """,
        subcommands: [Folder.self, Command.self, HTTP.self])

    @Flag(help: "List the cases of the test plan, with what each of them proves.")
    var list = false

    @OptionGroup var selection: TrialSelection

    func run() throws {
        guard list else {
            throw ValidationError("Expected 'folder DIR', 'command -- PROGRAM …', 'http --base URL', or --list.")
        }
        try CaseList.print(selection)
    }

    struct Folder: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try credentials, DID documents, status lists and linksets in a folder.")

        @Argument(help: "The folder.")
        var directory: String

        @OptionGroup var options: TrialRunOptions

        func run() async throws {
            let documents =
                options.isListing
                ? [] : try await FolderReview.documents(of: directory, now: try options.selection.now)
            try options.run(invocation: ("folder \(shellWord(directory))", "")) {
                try AdapterFactory.folder(directory, holding: documents)
            }
        }
    }

    struct Command: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try a program that is spoken to over its standard input and output.",
            discussion: "Example: untp-sim try command --only negative -- ./my-adapter --verbose")

        @Argument(parsing: .postTerminator, help: "The program and its arguments, after --.")
        var command: [String] = []

        @OptionGroup var options: TrialRunOptions

        func validate() throws {
            guard options.isListing || !command.isEmpty else {
                throw ValidationError("Expected a program after --, as: untp-sim try command -- ./my-adapter")
            }
        }

        func run() throws {
            OrphanedProcesses.adopt()
            let words = command.map(shellWord).joined(separator: " ")
            try options.run(invocation: ("command", " -- \(words)")) {
                AdapterFactory.command(command)
            }
        }
    }

    struct HTTP: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "http", abstract: "Try a service that speaks the W3C VC API.")

        @Option(help: "The base URL of the service, as http://127.0.0.1:8080; no other host is contacted.")
        var base: String

        @Option(help: "A small file with the service's paths and headers.")
        var config: String?

        @Option(
            name: .customLong("allow-host"),
            help: "A host that may be contacted although it is not this machine; may be repeated.")
        var hosts: [String] = []

        @OptionGroup var options: TrialRunOptions

        func run() throws {
            let file = config.map { " --config \(shellWord($0))" } ?? ""
            let allowed = hosts.map { " --allow-host \(shellWord($0))" }.joined()
            try options.run(invocation: ("http --base \(shellWord(base))\(file)\(allowed)", "")) {
                try AdapterFactory.http(base, configuration: config, hosts: hosts)
            }
        }
    }
}

/// What the three kinds of trials have in common.
struct TrialRunOptions: ParsableArguments {
    @OptionGroup var selection: TrialSelection

    @Option(help: "The folder for the report (default: Reports/trial).")
    var out = "Reports/trial"

    @Option(
        help: "A URL under which the made-up issuers' documents are said to be, for services that fetch themselves.")
    var origin: String?

    @Flag(name: .customLong("list"), help: "List the cases of the test plan instead.")
    var isListing = false

    /// Runs a trial, writes its report, and ends with 1 where there is something to mend.
    ///
    /// - Parameter invocation: What stands before and behind the options in the command that runs one case alone.
    func run(
        invocation: (head: String, tail: String), of subject: () throws -> TrialSubject
    ) throws {
        if isListing { return try CaseList.print(selection) }
        var options = Trial.Options(peers: try selection.profiles, now: try selection.now)
        try selection.check(Trial.known(peers: options.peers, now: options.now))
        options.selection = selection.selection
        let at = DateTimeStamp.text(unixSeconds: options.now)
        options.command = { id in
            "untp-sim try \(invocation.head) --at \(at) --only \(shellWord(id))\(invocation.tail)"
        }
        try writing { () throws(ReportFolderError) in try TrialFolder.check(out) }
        let held = try subject()
        options.origin = try origin.map(FixturesCommand.origin) ?? held.origin ?? .ownHosts
        let meter = TrialMeter(isQuiet: selection.json)
        let record = Trial(held, options: options).run { meter.update($0) }
        meter.finish()
        try writing { () throws(ReportFolderError) in try TrialFolder.write(record, to: out) }
        if selection.json {
            Terminal.print(bytes: TrialJSON.bytes(of: record))
        } else {
            Terminal.print(TrialSummary(record, folder: out, inColour: Terminal.isInteractive).text)
        }
        if !record.isPassed { throw ExitCode(ExitStatus.missed) }
    }
}

/// A word as a shell reads it back.
private func shellWord(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
        byte &- 0x30 < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || "-_./:=,@+".utf8.contains(byte)
    }
    return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
}
