/// The keywords that apply further schemas to the same value.
extension SchemaValidation {
    mutating func checkInPlace(_ index: Int, _ rules: Int, _ node: Int, _ evaluated: inout Evaluated) -> Bool {
        if tables.rules.inPlace[rules].isReference, let reference = tables.rules.inPlace[rules].reference {
            return apply(reference, to: index, &evaluated)
        }
        let rules = tables.rules.inPlace[rules]
        var isValid = true
        if let reference = rules.reference {
            isValid = apply(reference, to: index, &evaluated) && isValid
        }
        if let (target, anchor) = rules.dynamicReference {
            isValid = apply(dynamicTarget(anchor) ?? target, to: index, &evaluated) && isValid
        }
        for child in rules.allOf {
            guard isValid || collects else { return false }
            isValid = apply(child, to: index, &evaluated) && isValid
        }
        guard isValid || collects else { return false }
        if !rules.anyOf.isEmpty {
            var matches = false
            for child in rules.anyOf where tables.tracksEvaluation || !matches {
                matches = attempt(child, on: index, &evaluated) || matches
            }
            if !matches { isValid = fail(index, node, "anyOf", expected: "one of \(rules.anyOf.count) alternatives") }
        }
        if !rules.oneOf.isEmpty {
            var matches = 0
            for child in rules.oneOf where attempt(child, on: index, &evaluated) { matches += 1 }
            if matches != 1 {
                isValid = fail(
                    index, node, "oneOf", expected: "exactly one of \(rules.oneOf.count) alternatives, not \(matches)")
            }
        }
        if let not = rules.not {
            var ignored: Evaluated = []
            if attempt(not, on: index, &ignored) {
                isValid = fail(index, node, "not", expected: "something that the schema does not describe")
            }
        }
        if let ifSchema = rules.ifSchema {
            let branch = attempt(ifSchema, on: index, &evaluated) ? rules.thenSchema : rules.elseSchema
            if let branch { isValid = apply(branch, to: index, &evaluated) && isValid }
        }
        return isValid
    }

    /// The node that a dynamic anchor names in the outermost schema resource that has it.
    private func dynamicTarget(_ anchor: String?) -> Int? {
        guard let anchor else { return nil }
        for resource in scope {
            if let target = tables.dynamicAnchors[Int(resource)][anchor] { return target }
        }
        return nil
    }

    /// Applies a schema to the same value; what it evaluated counts if the value is valid by it.
    mutating func apply(_ child: Int, to index: Int, _ evaluated: inout Evaluated) -> Bool {
        guard tables.tracksEvaluation else { return validate(index, by: child) }
        var inner: Evaluated = []
        let isValid = validate(index, by: child, evaluated: &inner)
        if isValid {
            for position in inner.indices where inner[position] { mark(position, &evaluated) }
        }
        return isValid
    }

    private mutating func attempt(_ child: Int, on index: Int, _ evaluated: inout Evaluated) -> Bool {
        tentative += 1
        defer { tentative -= 1 }
        return apply(child, to: index, &evaluated)
    }

    func mark(_ position: Int, _ evaluated: inout Evaluated) {
        if position < evaluated.count { evaluated[position] = true }
    }
}
