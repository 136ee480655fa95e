import ArgumentParser
import Pilots

/// The command line of the simulator.
@main
struct UNTPSim: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "untp-sim",
        abstract: "Rehearse pilots of the UN Transparency Protocol before they are held.",
        discussion: """
            Virtual traceability platforms issue, publish, find, fetch, verify and judge real UNTP credentials in \
            virtual time, and the run reports what failed between them, who can mend it and what that would gain.

            Exit codes: 0 done; 1 targets missed under --require-targets, a checked file fails, or a platform that was \
            tried has something to mend; 64 wrong usage; 65 bad input; 70 a defect of the simulator.
            """,
        version: Version.current,
        subcommands: [
            RunCommand.self, CheckCommand.self, TryCommand.self, ServeCommand.self, ScenarioCommand.self,
            ProfileCommand.self, FailuresCommand.self, FixturesCommand.self, AdapterCommand.self,
        ])
}
