/// One check of a document against a schema.
struct SchemaValidation {
    let tables: SchemaTables
    let root: JSONView
    let bytes: [UInt8]
    let values: [JSONDocument.Node]
    /// How many violations are collected; 0 to stop at the first.
    private let limit: Int
    private(set) var violations: [SchemaViolation] = []
    /// Schema resources that the evaluation is inside of, outermost first.
    var scope: [Int32] = []
    /// Greater than 0 while a failure is no violation yet, as inside anyOf.
    var tentative = 0
    private var depth = 0
    private var visitsLeft: Int
    /// Whether the check was given up, which makes any value invalid.
    private(set) var isCutOff = false
    private static let maximumDepth = 512

    init(tables: SchemaTables, value: JSONView, limit: Int) {
        self.tables = tables
        self.limit = limit
        root = value
        bytes = value.storage.bytes
        values = value.storage.nodes
        // Schemas apply to a value a few times; only those that go round in circles, or double their work with every
        // reference, come near this.
        visitsLeft = 1_000_000 + 100 * values.count
    }

    var collects: Bool { limit > 0 && tentative == 0 && !isCutOff }

    /// What was evaluated of an array's elements or an object's members, by position.
    typealias Evaluated = [Bool]

    func view(_ index: Int) -> JSONView { JSONView(storage: root.storage, index: index) }

    mutating func validate(_ index: Int, by node: Int) -> Bool {
        var evaluated: Evaluated = []
        return validate(index, by: node, evaluated: &evaluated)
    }

    mutating func validate(_ index: Int, by nodeIndex: Int, evaluated: inout Evaluated) -> Bool {
        let node = tables.nodes[nodeIndex]
        if let constant = node.constant {
            return constant || fail(index, nodeIndex, "false schema", expected: "nothing here")
        }
        guard !isCutOff else { return false }
        guard depth < Self.maximumDepth, visitsLeft > 0 else { return cutOff(index, nodeIndex) }
        depth += 1
        visitsLeft -= 1
        let entersResource = scope.last != node.resource
        if entersResource { scope.append(node.resource) }
        defer {
            depth -= 1
            if entersResource { scope.removeLast() }
        }
        if tables.tracksEvaluation, evaluated.isEmpty {
            evaluated = Evaluated(repeating: false, count: view(index).count)
        }
        var isValid = checkType(index, node, nodeIndex)
        if isValid || collects, node.values >= 0 {
            isValid = checkValue(index, Int(node.values), nodeIndex) && isValid
        }
        if isValid || collects, node.inPlace >= 0 {
            isValid = checkInPlace(index, Int(node.inPlace), nodeIndex, &evaluated) && isValid
        }
        guard isValid || collects else { return false }
        switch values[index].kind {
        case .number where node.numbers >= 0:
            return checkNumber(index, Int(node.numbers), nodeIndex) && isValid
        case .string where node.strings >= 0:
            return checkString(index, Int(node.strings), nodeIndex) && isValid
        case .array where node.arrays >= 0:
            return checkArray(index, Int(node.arrays), nodeIndex, &evaluated) && isValid
        case .object where node.objects >= 0:
            return checkObject(index, Int(node.objects), nodeIndex, &evaluated) && isValid
        default: return isValid
        }
    }

    /// Gives the check up; that is reported even where failures are tentative.
    private mutating func cutOff(_ index: Int, _ node: Int) -> Bool {
        tentative = 0
        _ = fail(index, node, "$ref", expected: "a schema that comes to an end")
        isCutOff = true
        return false
    }

    /// A part of an array or object, as a violation names it.
    enum Part {
        case element(Int)
        case property(name: Int)
    }

    /// Applies a schema to a part of the value; where the schema is `false`, the keyword itself is what is broken.
    mutating func validate(
        _ index: Int, by child: Int, as part: Part, of node: Int, _ keyword: String
    ) -> Bool {
        guard tables.nodes[child].constant != false else {
            switch part {
            case .element(let position):
                return fail(index, node, keyword, expected: "no further element", found: "an element at \(position)")
            case .property(let name):
                let text = view(name).string ?? ""
                return fail(index, node, keyword, expected: "no further property", found: "the property '\(text)'")
            }
        }
        return validate(index, by: child)
    }

    /// Records a violation, where they are collected; always false.
    mutating func fail(
        _ index: Int, _ node: Int, _ keyword: String, expected: @autoclosure () -> String,
        found: @autoclosure () -> String? = nil
    ) -> Bool {
        guard collects, violations.count < limit else { return false }
        let location = tables.locations[node]
        violations.append(
            SchemaViolation(
                instance: root.pointer(toNode: index), keyword: keyword,
                schemaLocation: keyword == "false schema" ? location : location + "/" + keyword,
                expected: expected(), found: found() ?? excerpt(index)))
        return false
    }

    /// The violations of a value by one schema, without recording them.
    mutating func violationsAside(of index: Int, by node: Int) -> [SchemaViolation] {
        let recorded = violations
        violations = []
        defer { violations = recorded }
        _ = validate(index, by: node)
        return violations
    }

    /// Records violations that were found aside.
    mutating func record(_ found: [SchemaViolation]) {
        violations.append(contentsOf: found.prefix(max(0, limit - violations.count)))
    }

    private func excerpt(_ index: Int) -> String {
        let value = view(index)
        switch value.kind {
        case .array: return "an array of \(value.count)"
        case .object: return "an object"
        case .string:
            let text = value.string ?? ""
            return "\"" + (text.unicodeScalars.count > 60 ? text.prefix(57) + "…" : text[...]) + "\""
        default: return String(decoding: value.rawBytes.prefix(60), as: UTF8.self)
        }
    }
}
