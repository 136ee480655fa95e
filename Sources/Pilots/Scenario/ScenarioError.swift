/// What is wrong in a scenario file: where, what was expected, and the nearest known name.
package struct ScenarioDiagnostic: Sendable, Hashable, CustomStringConvertible {
    /// The file's path, or the option of the command line, with the setting where it is `--set`.
    package let file: String
    package let line: Int
    package let column: Int
    package let problem: String
    package let expected: String
    package let nearest: String?

    static let commandLinePrefix = "--set "
    private static let optionPrefix = "--"

    package var description: String {
        let hint = nearest.map { " (did you mean '\($0)'?)" } ?? ""
        let place = file.hasPrefix(Self.optionPrefix) ? file : "\(file):\(line):\(column)"
        return "\(place): \(problem); expected \(expected)\(hint)"
    }
}

/// A scenario that can't be used, with all that is wrong with it in the order of files and lines.
package struct ScenarioError: Error, Sendable, Hashable, CustomStringConvertible {
    package let diagnostics: [ScenarioDiagnostic]

    package init(_ diagnostics: [ScenarioDiagnostic]) {
        var seen: Set<ScenarioDiagnostic> = []
        self.diagnostics = diagnostics.filter { seen.insert($0).inserted }.sorted {
            ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column)
        }
    }

    package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
