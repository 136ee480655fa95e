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
            if !matches { isValid = failAlternatives(index, node, "anyOf", rules.anyOf) }
        }
        if !rules.oneOf.isEmpty {
            var matches = 0
            for child in rules.oneOf where attempt(child, on: index, &evaluated) { matches += 1 }
            if matches == 0 {
                isValid = failAlternatives(index, node, "oneOf", rules.oneOf)
            } else if matches > 1 {
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

    /// Reports what is wrong by the alternative that was most likely meant, or that none matches; always false.
    ///
    /// Meant is the alternative whose discriminators (`const`, `contains`) hold, and of these the one that is broken in
    /// the fewest places.
    private mutating func failAlternatives(
        _ index: Int, _ node: Int, _ keyword: String, _ alternatives: [Int]
    ) -> Bool {
        guard collects else { return false }
        var best: (score: (Int, Int), violations: [SchemaViolation])?
        for alternative in alternatives {
            let found = violationsAside(of: index, by: alternative)
            let score = (found.count { ["const", "contains"].contains($0.keyword) }, found.count)
            if best.map({ score < $0.score }) ?? true { best = (score, found) }
        }
        guard let best, best.score.0 == 0, !best.violations.isEmpty else {
            return fail(index, node, keyword, expected: "one of \(alternatives.count) alternatives")
        }
        record(best.violations)
        return false
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
