/// One check of a document against a schema.
struct SchemaValidation {
    let schema: JSONSchema
    let storage: JSONDocument.Storage
    /// How many violations are collected; 0 to stop at the first.
    let limit: Int
    private(set) var violations: [SchemaViolation] = []
    /// Schema resources that the evaluation is inside of, outermost first.
    var scope: [Int] = []
    /// Greater than 0 while a failure is no violation yet, as inside anyOf.
    var tentative = 0
    private var depth = 0
    private static let maximumDepth = 512
    private let rootIndex: Int

    init(schema: JSONSchema, document: JSONView, limit: Int) {
        self.schema = schema
        self.limit = limit
        storage = document.storage
        rootIndex = document.index
    }

    var collects: Bool { limit > 0 && tentative == 0 }

    /// What was evaluated of an array's elements or an object's members, by position.
    typealias Evaluated = [Bool]

    mutating func validate(_ index: Int, by nodeIndex: Int) -> Bool {
        var evaluated: Evaluated = []
        return validate(index, by: nodeIndex, evaluated: &evaluated)
    }

    mutating func validate(_ index: Int, by nodeIndex: Int, evaluated: inout Evaluated) -> Bool {
        let node = schema.nodes[nodeIndex]
        if let constant = node.constant {
            return constant || fail(index, node, "false schema", expected: "nothing here")
        }
        guard depth < Self.maximumDepth else {
            return fail(index, node, "$ref", expected: "a schema that comes to an end")
        }
        depth += 1
        let entersResource = scope.last != node.resource
        if entersResource { scope.append(node.resource) }
        defer {
            depth -= 1
            if entersResource { scope.removeLast() }
        }
        if schema.tracksEvaluation, evaluated.isEmpty {
            evaluated = Evaluated(repeating: false, count: JSONView(storage: storage, index: index).count)
        }
        var isValid = checkScalar(index, node)
        guard isValid || collects else { return false }
        isValid = checkInPlace(index, node, evaluated: &evaluated) && isValid
        guard isValid || collects else { return false }
        switch storage.nodes[index].kind {
        case .array where node.hasArrayKeywords: isValid = checkArray(index, node, evaluated: &evaluated) && isValid
        case .object where node.hasObjectKeywords: isValid = checkObject(index, node, evaluated: &evaluated) && isValid
        default: break
        }
        return isValid
    }

    /// Records a violation, where they are collected; always false.
    mutating func fail(
        _ index: Int, _ node: SchemaNode, _ keyword: String, expected: @autoclosure () -> String,
        found: String? = nil
    ) -> Bool {
        guard collects, violations.count < limit else { return false }
        violations.append(
            SchemaViolation(
                instance: pointer(to: index), keyword: keyword, schemaLocation: node.location + "/" + keyword,
                expected: expected(), found: found ?? excerpt(index)))
        return false
    }

    private func excerpt(_ index: Int) -> String {
        let node = storage.nodes[index]
        switch node.kind {
        case .array: return "an array of \(node.count)"
        case .object: return "an object"
        case .string:
            let text = JSONView(storage: storage, index: index).string ?? ""
            return "\"" + (text.count > 60 ? String(text.prefix(57)) + "…" : text) + "\""
        default: return String(decoding: storage.bytes[Int(node.start)..<Int(node.end)].prefix(60), as: UTF8.self)
        }
    }

    /// The way from the checked value to one of its parts.
    private func pointer(to target: Int) -> JSONPointer {
        var tokens: [String] = []
        var index = rootIndex
        while index != target {
            let node = storage.nodes[index]
            let isObject = node.kind == .object
            var child = index + 1
            var position = 0
            while child < Int(node.next) {
                let value = isObject ? child + 1 : child
                let next = Int(storage.nodes[value].next)
                if target < next {
                    tokens.append(
                        isObject ? JSONView(storage: storage, index: child).string ?? "" : String(position))
                    index = value
                    // A violation of propertyNames points at the member.
                    if target == child { return JSONPointer(tokens) }
                    break
                }
                child = next
                position += 1
            }
            guard child < Int(node.next) else { break }
        }
        return JSONPointer(tokens)
    }

    // MARK: Keywords that apply in place

    private mutating func checkInPlace(_ index: Int, _ node: SchemaNode, evaluated: inout Evaluated) -> Bool {
        var isValid = true
        if let reference = node.reference {
            isValid = apply(reference, to: index, evaluated: &evaluated) && isValid
        }
        if let (target, anchor) = node.dynamicReference {
            isValid = apply(dynamicTarget(anchor) ?? target, to: index, evaluated: &evaluated) && isValid
        }
        for child in node.allOf {
            guard isValid || collects else { return false }
            isValid = apply(child, to: index, evaluated: &evaluated) && isValid
        }
        if !node.anyOf.isEmpty {
            var matches = false
            for child in node.anyOf where schema.tracksEvaluation || !matches {
                matches = attempt(child, on: index, evaluated: &evaluated) || matches
            }
            if !matches { isValid = failAlternatives(index, node, "anyOf", node.anyOf) }
        }
        if !node.oneOf.isEmpty {
            var matches = 0
            for child in node.oneOf where attempt(child, on: index, evaluated: &evaluated) { matches += 1 }
            if matches == 0 {
                isValid = failAlternatives(index, node, "oneOf", node.oneOf)
            } else if matches > 1 {
                isValid = fail(
                    index, node, "oneOf", expected: "exactly one of \(node.oneOf.count) alternatives, not \(matches)")
            }
        }
        if let not = node.not {
            var ignored: Evaluated = []
            if attempt(not, on: index, evaluated: &ignored) {
                isValid = fail(index, node, "not", expected: "something that the schema does not describe")
            }
        }
        if let ifSchema = node.ifSchema {
            let branch = attempt(ifSchema, on: index, evaluated: &evaluated) ? node.thenSchema : node.elseSchema
            if let branch { isValid = apply(branch, to: index, evaluated: &evaluated) && isValid }
        }
        return isValid
    }

    /// Reports what is wrong by the alternative that was most likely meant, or that none matches; always false.
    ///
    /// Meant is the alternative whose discriminators (`const`, `contains`) fail least, and of these the one that is
    /// broken in the fewest places.
    private mutating func failAlternatives(
        _ index: Int, _ node: SchemaNode, _ keyword: String, _ alternatives: [Int]
    ) -> Bool {
        guard collects else { return false }
        var best: (score: (Int, Int), violations: [SchemaViolation])?
        for alternative in alternatives {
            let saved = violations
            violations = []
            _ = validate(index, by: alternative)
            let found = violations
            violations = saved
            let score = (found.count { ["const", "contains"].contains($0.keyword) }, found.count)
            if best.map({ score < $0.score }) ?? true { best = (score, found) }
        }
        guard let best, best.score.0 == 0, !best.violations.isEmpty else {
            return fail(index, node, keyword, expected: "one of \(alternatives.count) alternatives")
        }
        violations.append(contentsOf: best.violations.prefix(limit - violations.count))
        return false
    }

    /// The node that a dynamic anchor names in the outermost schema resource that has it.
    private func dynamicTarget(_ anchor: String?) -> Int? {
        guard let anchor else { return nil }
        for resource in scope {
            if let target = schema.dynamicAnchors[resource][anchor] { return target }
        }
        return nil
    }

    /// Applies a schema to the same value; what it evaluated counts if the value is valid by it.
    mutating func apply(_ child: Int, to index: Int, evaluated: inout Evaluated) -> Bool {
        guard schema.tracksEvaluation else { return validate(index, by: child) }
        var inner: Evaluated = []
        let isValid = validate(index, by: child, evaluated: &inner)
        if isValid {
            for position in inner.indices where inner[position] { evaluated[position] = true }
        }
        return isValid
    }

    private mutating func attempt(_ child: Int, on index: Int, evaluated: inout Evaluated) -> Bool {
        tentative += 1
        defer { tentative -= 1 }
        if evaluated.isEmpty { return validate(index, by: child) }
        return apply(child, to: index, evaluated: &evaluated)
    }
}
