import ArgumentParser
import Pilots
import Trials
import UNTP

/// Which cases are run, and against whom.
struct TrialSelection: ParsableArguments {
    @Option(help: "The virtual peers, with commas between them, as conforming,strict-verifier (default: all).")
    var peers = ScenarioCommand.Names([])

    @Option(
        help: "Only these cases: ids, beginnings of ids up to a slash, or tags, with commas between them.")
    var only: [String] = []

    @Option(help: "All but these cases, named in the same way; 'untp-sim try --list' prints them.")
    var skip: [String] = []

    @Option(help: "The time of the trial, as 2026-01-05T12:00:00Z (default: now).")
    var at: String?

    @Flag(help: "Print JSON.")
    var json = false

    var selection: CaseSelection { CaseSelection(only: Self.split(only), skip: Self.split(skip)) }

    private static func split(_ terms: [String]) -> [String] {
        terms.flatMap { $0.split(separator: ",").map(String.init) }
    }

    /// The time of the trial, in Unix seconds.
    var now: Int64 {
        get throws { try CommandTime.at(at) }
    }

    /// The peers that were named, or all of the library.
    var profiles: [PeerProfile] {
        get throws {
            guard let root = ScenarioLibrary.find() else {
                throw ExitCode.badInput(
                    "there is no folder 'Scenarios' here or above; expected the library with its platforms")
            }
            let known = ScenarioLibrary.names(in: "platforms", root: root)
            let names = peers.all.isEmpty ? known : peers.all
            return try names.map { name in
                guard known.contains(name) else {
                    let nearest = Nearest.name(to: name, in: known).map { "; did you mean '\($0)'?" } ?? ""
                    throw ExitCode.badInput(
                        "--peers: there is no profile '\(name)'; expected \(known.joined(separator: ", "))\(nearest)")
                }
                do {
                    let profile = try ScenarioLibrary.profile(name, root: root)
                    return PeerProfile(name: profile.name, title: profile.title, behaviour: profile.behaviour)
                } catch {
                    throw ExitCode.badInput("\(error)")
                }
            }
        }
    }

    /// Ends with what is wrong where a term of `--only` or `--skip` names nothing.
    func check(_ known: [(id: String, tags: Set<String>)]) throws {
        let unknown = selection.unknownTerms(among: known)
        guard let first = unknown.first else { return }
        let nearest = first.nearest.map { "; did you mean '\($0)'?" } ?? ""
        throw ExitCode.badInput("there is no case '\(first.term)'\(nearest) ('untp-sim try --list' prints them)")
    }
}
