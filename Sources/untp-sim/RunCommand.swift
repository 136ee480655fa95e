import ArgumentParser
import FoundationEssentials
import Pilots
import Records
import Reporting
import SimulationKernel

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Rehearse a pilot and write its report.",
        discussion: "Ctrl-C ends the run at once; what was measured so far is reported and marked as such.")

    @Argument(help: "The pilot: its file, as Scenarios/pilots/copper.yaml, or its name in the library, as copper.")
    var scenario: String

    @Option(help: "The seed of all chance, instead of the scenario's own.")
    var seed: UInt64?

    @Option(
        name: .customLong("set"),
        help: "A setting, as days=30 or platforms.openkit.set.securing.typ=JWT; may be repeated.")
    var settings: [String] = []

    @Option(help: "The folder for the report (default: Reports/<scenario name>).")
    var out: String?

    @Option(help: "Threads in all; changes how long the run takes and nothing else.")
    var threads = 2

    @Option(
        help:
            "How many times as many batches are made in the same time, and as much allowed by limits of mass in rules.")
    var scale = 1.0

    @Flag(help: "End with exit code 1 when a target is missed.")
    var requireTargets = false

    @Flag(help: "Run twice and name the first observation that differs.")
    var checkDeterminism = false

    @Flag(help: "Check each credential anew for each platform instead of once for its content; changes no result.")
    var noSharing = false

    @Option(help: "The order of timers that are due at the same instant: fifo or shuffled.")
    var ties = Simulation.TieOrder.fifo

    @Option(help: "A folder in which all that platforms outside are asked and answer is written down.")
    var record: String?

    @Option(help: "A folder of such recordings, from which platforms outside are played instead of being asked.")
    var replay: String?

    @OptionGroup var contacts: OutsideContacts

    @Flag(help: "Print report.json instead of the summary.")
    var json = false

    func run() throws {
        var overrides = settings
        if let seed { overrides.append("seed=\(seed)") }
        try Self.check(threads: threads)
        guard scale > 0, scale <= 1000 else {
            throw ValidationError("--scale \(scale) is not possible; expected more than 0 and at most 1000.")
        }
        var pilot = try load(scenario, overrides: overrides)
        if scale != 1 { pilot = pilot.scaled(by: scale) }
        Self.say(pilot.notes, scale == 1 ? nil : pilot.volumeInWords.map { "--scale \(scale): note: \($0)" })
        pilot = try pilot.drawingProfiles(AdapterFactory.profile(ofFolder:))
        let outside = OutsidePlatforms(of: pilot, record: self.record, replay: replay, contacts: contacts)
        if checkDeterminism, !outside.canBeAskedTwice {
            throw ValidationError("--check-determinism asks platforms outside twice; give a recording with --replay.")
        }
        let folder = out ?? "Reports/\(pilot.name)"
        try writing { () throws(ReportFolderError) in try ReportFolder.check(folder) }
        let record = try rehearse(pilot, outside)
        let plan = record.fixPlan
        try writing { () throws(ReportFolderError) in try ReportFolder.write(record, plan, to: folder) }
        if json {
            Terminal.print(bytes: JSONReport.bytes(of: record, plan))
        } else {
            Terminal.print(TerminalSummary(record, plan, folder: folder, inColour: Terminal.isInteractive).text)
        }
        if requireTargets, record.measures.contains(where: { $0.met == false }) {
            throw ExitCode(ExitStatus.missed)
        }
    }

    private static func say(_ notes: [ScenarioDiagnostic], _ other: String?) {
        for note in notes.map(\.description) + [other].compactMap(\.self) { Terminal.error(note) }
    }

    private func rehearse(_ pilot: Scenario, _ outside: OutsidePlatforms) throws -> RunRecord {
        var options = PilotRun.Options()
        options.threads = threads
        options.sharesChecks = !noSharing
        options.ties = ties
        options.recordsObservations = checkDeterminism
        do {
            let (first, record) = try outside.connected { parts in
                options.outside = parts
                let run = PilotRun(pilot, options: options)
                return (run, try watched(run))
            }
            // What was broken off has nothing to be compared with.
            if checkDeterminism, record.completion.complete {
                try outside.connected { parts in
                    options.outside = parts
                    try compare(first, with: PilotRun(pilot, options: options))
                }
            }
            return record
        } catch let error as SimulationError {
            Terminal.error("The run can't go on: \(error)")
            throw ExitCode(ExitStatus.defect)
        }
    }

    /// Runs with progress on a terminal, and ends cleanly on Ctrl-C.
    private func watched(_ run: PilotRun) throws(SimulationError) -> RunRecord {
        Interruption.handle { run.cancel() }
        defer { Interruption.ignore() }
        let meter = ProgressMeter(isQuiet: json)
        let record = try run.run { meter.update($0) }
        meter.finish()
        return record
    }

    private func compare(_ first: PilotRun, with second: PilotRun) throws {
        _ = try second.run()
        let (one, other) = (first.observations, second.observations)
        if let index = zip(one, other).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset {
            Terminal.error("The runs differ at observation \(index + 1):\n  \(one[index])\n  \(other[index])")
            throw ExitCode(ExitStatus.defect)
        }
        guard one.count == other.count else {
            Terminal.error("The runs differ in length: \(one.count) and \(other.count) observations.")
            throw ExitCode(ExitStatus.defect)
        }
        Terminal.error("Both runs made the same \(one.count) observations.")
    }
}

extension Simulation.TieOrder: ExpressibleByArgument {}

/// Reads a scenario, or ends with what is wrong with it.
func load(_ path: String, overrides: [String] = []) throws -> Scenario {
    do {
        return try Scenario.load(path: path, overrides: overrides)
    } catch {
        throw ExitCode.badInput("\(error)")
    }
}
