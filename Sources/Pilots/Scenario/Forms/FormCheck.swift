import UNTP

/// Checks parts of scenario files against their forms.
struct FormCheck {
    /// What is of another form than it must be: such a file can't be asked what it means.
    private(set) var faults: [ScenarioDiagnostic] = []
    /// Keys that there are not: the rest of the file can be read all the same.
    private(set) var unknownKeys: [ScenarioDiagnostic] = []
    /// Where the mappings stand that such keys are in: what seems to be missing there may be what was meant.
    private(set) var misspelt: Set<ScenarioDiagnostic.Place> = []

    var diagnostics: [ScenarioDiagnostic] { faults + unknownKeys }

    mutating func check(_ node: ScenarioNode, _ form: Form) {
        func wrong(_ expected: String, nearest: String? = nil) -> ScenarioDiagnostic {
            let found = node.text.map { "'\($0)'" } ?? (node.isList ? "a list" : "a mapping")
            return node.diagnostic("\(found) can't stand here", expected: expected, nearest: nearest)
        }
        switch form {
        case .text:
            if node.text == nil { faults.append(wrong("text")) }
        case .number(let range):
            guard let number = node.number, number.isFinite, range?.contains(number) ?? true else {
                let bounds = range.map { " from \(Self.text($0.lowerBound)) to \(Self.text($0.upperBound))" } ?? ""
                faults.append(wrong("a number" + bounds))
                return
            }
        case .integer(let range):
            guard let number = node.integer, range.contains(number) else {
                faults.append(wrong("a whole number from \(range.lowerBound) to \(range.upperBound)"))
                return
            }
        case .date:
            if node.date == nil { faults.append(wrong("a day, as 2026-01-05")) }
        case .choice(let names):
            guard let text = node.text, names.contains(text) else {
                faults.append(
                    wrong(
                        "one of \(names.joined(separator: ", "))",
                        nearest: node.text.flatMap { Nearest.name(to: $0, in: names) }))
                return
            }
        case .list(let element):
            guard node.isList else {
                faults.append(wrong("a list"))
                return
            }
            for item in node.elements { check(item, element) }
        case .map(let value):
            guard node.isMapping else {
                faults.append(wrong("a mapping"))
                return
            }
            for member in node.members { check(member.value, value) }
        case .object(let fields): checkObject(node, fields, wrong: wrong("a mapping"))
        }
    }

    private mutating func checkObject(_ node: ScenarioNode, _ fields: [FormField], wrong: ScenarioDiagnostic) {
        guard node.isMapping else {
            faults.append(wrong)
            return
        }
        let names = fields.map(\.name)
        for (key, value) in node.members {
            guard let name = key.text, let field = fields.first(where: { $0.name == name }) else {
                let name = key.text ?? "this"
                misspelt.insert(node.place)
                unknownKeys.append(
                    key.diagnostic(
                        "there is no key '\(name)' here", expected: "one of \(names.joined(separator: ", "))",
                        nearest: Nearest.name(to: name, in: names)))
                continue
            }
            check(value, field.form)
        }
        for field in fields where field.isRequired && node[field.name] == nil {
            faults.append(
                node.diagnostic("the key '\(field.name)' is missing", expected: "'\(field.name)': \(field.summary)"))
        }
    }

    private static func text(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}
