import Credentials
import UNTP
import Yams

/// A part of a scenario file, with where it stands.
///
/// Everything is text until a form says otherwise: YAML's guesses (`NO` as false, `12:30` as 750) are never asked.
struct ScenarioNode {
    let node: Node
    let file: String

    var line: Int { node.mark?.line ?? 1 }
    var column: Int { node.mark?.column ?? 1 }

    var text: String? { node.scalar?.string }
    var number: Double? { text.flatMap { Double($0) } }
    var integer: Int? { text.flatMap { Int($0) } }

    /// The day as Unix seconds of its beginning.
    var date: Int64? { text.flatMap { DateTimeStamp(strict: $0 + "T00:00:00Z") }?.unixSeconds }

    subscript(_ key: String) -> ScenarioNode? {
        node.mapping?[Node(key)].map { ScenarioNode(node: $0, file: file) }
    }

    var elements: [ScenarioNode] { node.sequence?.map { ScenarioNode(node: $0, file: file) } ?? [] }

    var members: [(key: ScenarioNode, value: ScenarioNode)] {
        node.mapping?.map { (ScenarioNode(node: $0.key, file: file), ScenarioNode(node: $0.value, file: file)) } ?? []
    }

    func diagnostic(_ problem: String, expected: String, nearest: String? = nil) -> ScenarioDiagnostic {
        ScenarioDiagnostic(
            file: file, line: line, column: column, problem: problem, expected: expected, nearest: nearest)
    }

    /// Reads a YAML text. Its size and the number of its aliases are bounded.
    static func parse(_ text: String, file: String) throws(ScenarioError) -> ScenarioNode {
        func fail(_ problem: String, line: Int = 1, column: Int = 1) -> ScenarioError {
            ScenarioError([
                ScenarioDiagnostic(
                    file: file, line: line, column: column, problem: problem, expected: "a YAML mapping", nearest: nil)
            ])
        }
        guard text.utf8.count <= 1 << 20 else { throw fail("the file is larger than 1 MiB") }
        guard text.utf8.count(where: { $0 == UInt8(ascii: "*") }) <= 1000 else {
            throw fail("the file has too many aliases")
        }
        do {
            guard let node = try Yams.compose(yaml: text, .basic) else { throw fail("the file is empty") }
            guard node.mapping != nil else { throw fail("the file holds no mapping") }
            return ScenarioNode(node: node, file: file)
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
    /// How many numbers there are of each provenance.
    private(set) var provenance: [String: Int] = [:]

    mutating func check(_ node: ScenarioNode, _ form: Form, status: String = "assumption") {
        func wrong(_ expected: String, nearest: String? = nil) -> ScenarioDiagnostic {
            let found = node.text.map { "'\($0)'" } ?? (node.node.sequence != nil ? "a list" : "a mapping")
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
            provenance[status, default: 0] += 1
        case .integer(let range):
            guard let number = node.integer, range.contains(number) else {
                diagnostics.append(wrong("a whole number from \(range.lowerBound) to \(range.upperBound)"))
                return
            }
            provenance[status, default: 0] += 1
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
            guard node.node.sequence != nil else {
                diagnostics.append(wrong("a list"))
                return
            }
            for item in node.elements { check(item, element, status: status) }
        case .map(let value):
            guard node.node.mapping != nil else {
                diagnostics.append(wrong("a mapping"))
                return
            }
            for member in node.members { check(member.value, value, status: status) }
        case .object(let fields): checkObject(node, fields, status: status, wrong: wrong("a mapping"))
        }
    }

    private mutating func checkObject(
        _ node: ScenarioNode, _ fields: [FormField], status: String, wrong: ScenarioDiagnostic
    ) {
        guard node.node.mapping != nil else {
            diagnostics.append(wrong)
            return
        }
        let status = node["status"]?.text ?? status
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
            check(value, field.form, status: status)
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
