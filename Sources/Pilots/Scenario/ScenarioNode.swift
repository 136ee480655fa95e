import Credentials
import UNTP
import Yams

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

    var text: String? { if case .text(let text) = content { text } else { nil } }
    var number: Double? { text.flatMap { Double($0) } }
    var integer: Int? { text.flatMap { Int($0) } }

    /// The day as Unix seconds of its beginning.
    var date: Int64? { text.flatMap { DateTimeStamp(strict: $0 + "T00:00:00Z") }?.unixSeconds }

    subscript(_ key: String) -> ScenarioNode? { members.first { $0.key.text == key }?.value }

    var isList: Bool { if case .list = content { true } else { false } }
    var isMapping: Bool { if case .mapping = content { true } else { false } }

    var elements: [ScenarioNode] { if case .list(let elements) = content { elements } else { [] } }
    var members: [Member] { if case .mapping(let members) = content { members } else { [] } }

    func diagnostic(_ problem: String, expected: String, nearest: String? = nil) -> ScenarioDiagnostic {
        ScenarioDiagnostic(
            file: file, line: line, column: column, problem: problem, expected: expected, nearest: nearest)
    }
}

extension ScenarioNode {
    /// The most parts that a file may have once its aliases are written out, which can be many times its size.
    private static let maximumParts = 200_000

    /// Takes over what the YAML library read; nil where there is more of it than the budget allows.
    private init?(_ node: Node, file: String, budget: inout Int) {
        budget -= 1
        guard budget > 0 else { return nil }
        self.file = file
        line = node.mark?.line ?? 1
        column = node.mark?.column ?? 1
        switch node {
        case .scalar(let scalar): content = .text(scalar.string)
        case .sequence(let sequence):
            var elements: [ScenarioNode] = []
            for element in sequence {
                guard let element = ScenarioNode(element, file: file, budget: &budget) else { return nil }
                elements.append(element)
            }
            content = .list(elements)
        case .mapping(let mapping):
            var members: [Member] = []
            for (key, value) in mapping {
                guard let key = ScenarioNode(key, file: file, budget: &budget),
                    let value = ScenarioNode(value, file: file, budget: &budget)
                else { return nil }
                members.append((key, value))
            }
            content = .mapping(members)
        // The library replaces aliases by what they stand for.
        case .alias: content = .text("")
        }
    }

    /// Reads a YAML text. Its size and the number of its parts are bounded.
    static func parse(_ text: String, file: String) throws(ScenarioError) -> ScenarioNode {
        func fail(_ problem: String, line: Int = 1, column: Int = 1) -> ScenarioError {
            ScenarioError([
                ScenarioDiagnostic(
                    file: file, line: line, column: column, problem: problem, expected: "a YAML mapping", nearest: nil)
            ])
        }
        guard text.utf8.count <= 1 << 20 else { throw fail("the file is larger than 1 MiB") }
        do {
            guard let node = try Yams.compose(yaml: text, .basic) else { throw fail("the file is empty") }
            guard node.mapping != nil else { throw fail("the file holds no mapping") }
            var budget = maximumParts
            guard let root = ScenarioNode(node, file: file, budget: &budget) else {
                throw fail("the file has too many parts, its aliases written out")
            }
            return root
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw fail("this is no YAML: \(problem)", line: mark.line, column: mark.column)
            case .duplicatedKeysInMapping(let duplicates, let context):
                throw fail(
                    "a key stands twice: \(duplicates.sorted().joined(separator: ", "))", line: context.mark.line,
                    column: context.mark.column)
            default: throw fail("this is no YAML")
            }
        } catch let error as ScenarioError {
            throw error
        } catch {
            throw fail("this is no YAML")
        }
    }
}

/// Checks parts of scenario files against their forms.
struct FormCheck {
    private(set) var diagnostics: [ScenarioDiagnostic] = []

    mutating func check(_ node: ScenarioNode, _ form: Form) {
        func wrong(_ expected: String, nearest: String? = nil) -> ScenarioDiagnostic {
            let found = node.text.map { "'\($0)'" } ?? (node.isList ? "a list" : "a mapping")
            return node.diagnostic("\(found) can't stand here", expected: expected, nearest: nearest)
        }
        switch form {
        case .text:
            if node.text == nil { diagnostics.append(wrong("text")) }
        case .number(let range):
            guard let number = node.number, number.isFinite, range?.contains(number) ?? true else {
                let bounds = range.map { " from \(Self.text($0.lowerBound)) to \(Self.text($0.upperBound))" } ?? ""
                diagnostics.append(wrong("a number" + bounds))
                return
            }
        case .integer(let range):
            guard let number = node.integer, range.contains(number) else {
                diagnostics.append(wrong("a whole number from \(range.lowerBound) to \(range.upperBound)"))
                return
            }
        case .date:
            if node.date == nil { diagnostics.append(wrong("a day, as 2026-01-05")) }
        case .choice(let names):
            guard let text = node.text, names.contains(text) else {
                diagnostics.append(
                    wrong(
                        "one of \(names.joined(separator: ", "))",
                        nearest: node.text.flatMap { Nearest.name(to: $0, in: names) }))
                return
            }
        case .list(let element):
            guard node.isList else {
                diagnostics.append(wrong("a list"))
                return
            }
            for item in node.elements { check(item, element) }
        case .map(let value):
            guard node.isMapping else {
                diagnostics.append(wrong("a mapping"))
                return
            }
            for member in node.members { check(member.value, value) }
        case .object(let fields): checkObject(node, fields, wrong: wrong("a mapping"))
        }
    }

    private mutating func checkObject(_ node: ScenarioNode, _ fields: [FormField], wrong: ScenarioDiagnostic) {
        guard node.isMapping else {
            diagnostics.append(wrong)
            return
        }
        let names = fields.map(\.name)
        for (key, value) in node.members {
            guard let name = key.text, let field = fields.first(where: { $0.name == name }) else {
                let name = key.text ?? "this"
                diagnostics.append(
                    key.diagnostic(
                        "there is no key '\(name)' here", expected: "one of \(names.joined(separator: ", "))",
                        nearest: Nearest.name(to: name, in: names)))
                continue
            }
            check(value, field.form)
        }
        for field in fields where field.isRequired && node[field.name] == nil {
            diagnostics.append(
                node.diagnostic("the key '\(field.name)' is missing", expected: "'\(field.name)': \(field.summary)"))
        }
    }

    private static func text(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}
