/// The keywords for arrays.
extension SchemaValidation {
    mutating func checkArray(_ index: Int, _ rules: Int, _ node: Int, _ evaluated: inout Evaluated) -> Bool {
        var isValid = true
        let count = Int(values[index].count)
        if let bound = tables.rules.arrays[rules].minItems, count < bound {
            isValid = fail(index, node, "minItems", expected: "\(bound) elements or more")
        }
        if let bound = tables.rules.arrays[rules].maxItems, count > bound {
            isValid = fail(index, node, "maxItems", expected: "\(bound) elements or less")
        }
        if tables.rules.arrays[rules].uniqueItems, count > 1, hasDuplicates(index) {
            isValid = fail(index, node, "uniqueItems", expected: "elements that differ")
        }
        guard isValid || collects else { return false }
        isValid = checkElements(index, rules, node, &evaluated) && isValid
        guard isValid || collects else { return false }
        if let contains = tables.rules.arrays[rules].contains {
            isValid = checkContains(contains, index, rules, node, &evaluated) && isValid
        }
        if let unevaluated = tables.rules.arrays[rules].unevaluatedItems {
            var element = index + 1
            for position in 0..<count {
                if !evaluated[position] {
                    isValid =
                        validate(element, by: unevaluated, as: .element(position), of: node, "unevaluatedItems")
                        && isValid
                    evaluated[position] = true
                }
                element = Int(values[element].next)
            }
        }
        return isValid
    }

    private mutating func checkElements(
        _ index: Int, _ rules: Int, _ node: Int, _ evaluated: inout Evaluated
    ) -> Bool {
        guard !tables.rules.arrays[rules].prefixItems.isEmpty || tables.rules.arrays[rules].items != nil else {
            return true
        }
        var isValid = true
        let end = Int(values[index].next)
        var position = 0
        var element = index + 1
        while element < end, isValid || collects {
            if position < tables.rules.arrays[rules].prefixItems.count {
                isValid = validate(element, by: tables.rules.arrays[rules].prefixItems[position]) && isValid
            } else if let items = tables.rules.arrays[rules].items {
                isValid =
                    validate(element, by: items, as: .element(position), of: node, "items") && isValid
            } else {
                break
            }
            mark(position, &evaluated)
            element = Int(values[element].next)
            position += 1
        }
        return isValid
    }

    private mutating func checkContains(
        _ contains: Int, _ index: Int, _ rules: Int, _ node: Int, _ evaluated: inout Evaluated
    ) -> Bool {
        let count = values[index].count
        var matching = 0
        var element = index + 1
        tentative += 1
        for position in 0..<Int(count) {
            if validate(element, by: contains) {
                matching += 1
                mark(position, &evaluated)
            }
            element = Int(values[element].next)
        }
        tentative -= 1
        let least = tables.rules.arrays[rules].minContains
        if matching < least {
            let keyword = least == 1 ? "contains" : "minContains"
            if let wanted = constant(of: contains), least == 1 {
                return fail(
                    index, node, keyword, expected: "\(wanted) among the elements",
                    found: "an array of \(count) without it")
            }
            return fail(
                index, node, keyword, expected: "\(least) or more matching elements",
                found: "\(matching) in an array of \(count)")
        }
        if let bound = tables.rules.arrays[rules].maxContains, matching > bound {
            return fail(
                index, node, "maxContains", expected: "\(bound) or less matching elements",
                found: "\(matching) in an array of \(count)")
        }
        return true
    }

    /// The one value that a schema allows, as text; nil where it allows others.
    private func constant(of node: Int) -> String? {
        let rules = Int(tables.nodes[node].values)
        guard rules >= 0, let value = tables.rules.values[rules].constant.values.first else { return nil }
        return String(decoding: value.serialised().prefix(80), as: UTF8.self)
    }

    /// Short arrays of plain strings, the usual case, are compared in pairs; others as a set of trees.
    private func hasDuplicates(_ index: Int) -> Bool {
        guard values[index].count <= 16, let strings = plainStrings(index) else {
            var seen: Set<JSONValue> = []
            return view(index).elements.contains { !seen.insert($0.materialised).inserted }
        }
        return strings.indices.contains { later in
            strings[..<later].contains {
                JSONBytes.areEqual(bytes.span.extracting($0), bytes.span.extracting(strings[later]))
            }
        }
    }

    private func plainStrings(_ index: Int) -> [Range<Int>]? {
        var ranges: [Range<Int>] = []
        var element = index + 1
        while element < Int(values[index].next) {
            guard values[element].kind == .string, !values[element].hasEscapes else { return nil }
            ranges.append(values[element].range)
            element += 1
        }
        return ranges
    }
}
