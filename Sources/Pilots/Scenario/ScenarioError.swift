/// What is wrong in a scenario file: where, what was expected, and the nearest known name.
package struct ScenarioDiagnostic: Sendable, Hashable, CustomStringConvertible {
    /// The file's path, or the option of the command line, with the setting where it is `--set`.
    package let file: String
    package let line: Int
    package let column: Int
    package let problem: String
    package let expected: String
    package let nearest: String?
    /// Whether it only says of something that it has no effect, or costs much.
    package var isNote = false

    /// Where a part of a file stands.
    struct Place: Hashable {
        let file: String
        let line: Int
        let column: Int
    }

    var position: Place { Place(file: file, line: line, column: column) }

    static let commandLinePrefix = "--set "
    private static let optionPrefix = "--"

    package var description: String {
        let hint = nearest.map { " (did you mean '\($0)'?)" } ?? ""
        let place = file.hasPrefix(Self.optionPrefix) ? file : "\(file):\(line):\(column)"
        return "\(place): \(isNote ? "note: " : "")\(problem); expected \(expected)\(hint)"
    }
}

/// A scenario that can't be used, with all that is wrong with it in the order of files and lines.
package struct ScenarioError: Error, Sendable, Hashable, CustomStringConvertible {
    package let diagnostics: [ScenarioDiagnostic]

    package init(_ diagnostics: [ScenarioDiagnostic]) {
        self.diagnostics = diagnostics.inOrder
    }

    package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

extension [ScenarioDiagnostic] {
    /// Each once, in the order of files and lines.
    var inOrder: [ScenarioDiagnostic] {
        var seen: Set<ScenarioDiagnostic> = []
        return filter { seen.insert($0).inserted }.sorted {
            ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column)
        }
    }
}
