import ArgumentParser
import JSON
import Trials

/// Prints the test plan.
enum CaseList {
    static func print(_ selection: TrialSelection) throws {
        let entries = CasePlan(now: try selection.now).entries
        try selection.check(entries.map { (id: $0.id, tags: $0.tags) })
        let chosen = entries.filter { selection.selection.includes($0.id, tags: $0.tags) }
        guard selection.json else {
            return Terminal.print(text(of: chosen) + "\n\n\(chosen.count) cases")
        }
        Terminal.print(
            bytes: JSONValue.array(
                chosen.map { entry in
                    [
                        "id": .string(entry.id), "group": .string(entry.group.rawValue),
                        "tags": .array(entry.tags.sorted().map(JSONValue.string)), "proves": .string(entry.proves),
                        "failureMode": entry.failureMode.map(JSONValue.string) ?? .null,
                        "clause": .string(entry.clause),
                    ]
                }
            ).prettyPrinted())
    }
}

extension CaseList {
    /// Each kind of case with what it proves and its tags, and the cases of the kind.
    private static func text(of entries: [CaseEntry]) -> String {
        var lines: [String] = []
        var former = ""
        for entry in entries {
            if entry.kind != former {
                let mode = entry.failureMode.map { "; \($0)" } ?? ""
                let tags = entry.tagsOfKind.joined(separator: ", ")
                lines += (former.isEmpty ? [] : [""]) + [entry.proves, "  \(entry.clause)\(mode); tags: \(tags)"]
                former = entry.kind
            }
            lines.append("    " + entry.id)
        }
        return lines.joined(separator: "\n")
    }
}
