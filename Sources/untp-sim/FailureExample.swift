import FoundationEssentials
import Pilots
import Records
import UNTP

/// A failure mode as it occurs, made on the spot by running its scenario.
enum FailureExample {
    /// The two sides of the failure with the difference marked, and what mends it; empty without the scenario's file.
    static func text(of mode: FailureMode) -> String {
        guard let path = ScenarioLibrary.path(ofScenario: mode.code), let scenario = try? Scenario.load(path: path),
            let record = try? PilotRun(scenario).run(),
            let finding = record.findings.first(where: { $0.code == mode.code })
        else { return "" }
        let example = finding.example
        let place = example.pointer.isEmpty ? "" : "\n  at        \(example.pointer)"
        let remedy = (scenario.shows?.remedy ?? []).map { "\n  --set \($0.contains(" ") ? "'\($0)'" : $0)" }.joined()
        return """


            As it occurs in the scenario of its name, \(finding.count) times in \(record.consignments.total) consignments:
              document  \(example.credential)\(place)
            \(sides(example.sent, example.expected))
            To see it: untp-sim run \(mode.code)
            What mends it there:\(remedy)
            """
    }

    /// What was sent above what was expected, with a line that marks where they part.
    private static func sides(_ sent: String, _ expected: String) -> String {
        let (one, other) = (Array(sent), Array(expected))
        let shorter = min(one.count, other.count)
        let prefix = zip(one, other).prefix { $0 == $1 }.count
        let suffix = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.prefix(shorter - prefix).count
        var lines = "  sent      \(sent)\n  expected  \(expected)"
        // Words that have nothing in common need no marks.
        if prefix + suffix >= 3 {
            let length = max(1, other.count - prefix - suffix)
            lines += "\n" + String(repeating: " ", count: 12 + prefix) + String(repeating: "^", count: length)
        }
        return lines
    }
}
