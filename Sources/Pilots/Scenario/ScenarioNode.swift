import Credentials
import UNTP

/// A part of a scenario file, with where it stands.
///
/// Everything is text until a form says otherwise: YAML's guesses (`NO` as false, `12:30` as 750) are never asked.
struct ScenarioNode {
    /// What stands there.
    enum Content {
        case text(String)
        case list([ScenarioNode])
        case mapping([Member])
    }

    typealias Member = (key: ScenarioNode, value: ScenarioNode)

    var content: Content
    let file: String
    let line: Int
    let column: Int

    var place: ScenarioDiagnostic.Place { .init(file: file, line: line, column: column) }

    var text: String? { if case .text(let text) = content { text } else { nil } }
    var number: Double? { text.flatMap { Double($0) } }
    var integer: Int? { text.flatMap { Int($0) } }

    /// The day as Unix seconds of its beginning.
    var date: Int64? { text.flatMap { DateTimeStamp(strict: $0 + "T00:00:00Z") }?.unixSeconds }

    subscript(_ key: String) -> ScenarioNode? { members.first { $0.key.text == key }?.value }

    /// Whether it is a setting of the command line, or a part of one.
    var isOnCommandLine: Bool { file.hasPrefix(ScenarioDiagnostic.commandLinePrefix) }

    var isList: Bool { if case .list = content { true } else { false } }
    var isMapping: Bool { if case .mapping = content { true } else { false } }

    var elements: [ScenarioNode] { if case .list(let elements) = content { elements } else { [] } }
    var members: [Member] { if case .mapping(let members) = content { members } else { [] } }

    func diagnostic(_ problem: String, expected: String, nearest: String? = nil) -> ScenarioDiagnostic {
        // What a file quotes of itself may be all of it.
        let shown = problem.utf8.count > Self.longestProblem ? problem.prefix(Self.longestProblem) + "…" : problem[...]
        return ScenarioDiagnostic(
            file: file, line: line, column: column, problem: String(shown), expected: expected, nearest: nearest)
    }

    private static let longestProblem = 400
}
