package import Platforms

/// A behaviour profile that was drawn from samples, as a file for `platforms/`.
package struct ProfileDraft: Sendable {
    private let name: String
    private let title: String
    private let folder: String
    private let inferred: InferredProfile

    /// - Parameters:
    ///   - name: The name by which pilots refer to it.
    ///   - title: The name for people.
    ///   - folder: Where the samples are.
    package init(name: String, title: String, folder: String, inferred: InferredProfile) {
        self.name = name
        self.title = title
        self.folder = folder
        self.inferred = inferred
    }

    /// The file.
    package var text: String {
        let known = inferred.marks.filter { $0.origin != .default }
        var lines = [
            "name: \(ScenarioDraft.quoted(name))", "title: \(ScenarioDraft.quoted(title))",
            "kind: \(ScenarioDraft.quoted("Drawn from samples in \(folder)"))",
            "description: >-",
            "  Written by 'untp-sim profile infer'. How the platform reads, and what it does over time, samples can't",
            "  show: those knobs are as the specification has them until somebody sets them.",
        ]
        if !known.isEmpty {
            lines.append("set:")
            lines += known.map { "  \($0.path): \(ScenarioDraft.quoted($0.value))" }
        }
        lines.append("marks:")
        lines += inferred.marks.map { "  \($0.path): \(Self.text($0))" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(_ mark: KnobMark) -> String {
        var members = ["mark: \(mark.origin.rawValue)"]
        if !mark.sources.isEmpty {
            members.append("from: [" + mark.sources.map(ScenarioDraft.quoted).joined(separator: ", ") + "]")
        }
        if let note = mark.note { members.append("note: \(ScenarioDraft.quoted(note))") }
        return "{" + members.joined(separator: ", ") + "}"
    }
}
