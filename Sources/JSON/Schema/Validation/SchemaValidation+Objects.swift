/// The keywords for objects.
extension SchemaValidation {
    mutating func checkObject(_ index: Int, _ rules: Int, _ node: Int, _ evaluated: inout Evaluated) -> Bool {
        var isValid = true
        let count = Int(values[index].count)
        if let bound = tables.rules.objects[rules].minProperties, count < bound {
            isValid = fail(index, node, "minProperties", expected: "\(bound) members or more")
        }
        if let bound = tables.rules.objects[rules].maxProperties, count > bound {
            isValid = fail(index, node, "maxProperties", expected: "\(bound) members or less")
        }
        var requiredCount = 0
        var name = index + 1
        for position in 0..<count {
            guard isValid || collects else { return false }
            let entry = find(name, in: rules)
            if entry >= 0, tables.rules.objects[rules].names.entries[entry].isRequired { requiredCount += 1 }
            isValid = checkMember(name, entry: entry, position, rules, node, &evaluated) && isValid
            name = Int(values[name + 1].next)
        }
        if requiredCount < tables.rules.objects[rules].requiredNames.count {
            isValid = reportMissing(index, rules, node)
        }
        guard isValid || collects else { return false }
        if tables.rules.objects[rules].hasDependencies {
            isValid = checkDependencies(index, rules, node, &evaluated) && isValid
        }
        if let unevaluated = tables.rules.objects[rules].unevaluatedProperties {
            name = index + 1
            for position in 0..<count {
                if !evaluated[position] {
                    isValid =
                        validate(
                            name + 1, by: unevaluated, as: .property(name: name), of: node, "unevaluatedProperties")
                        && isValid
                    evaluated[position] = true
                }
                name = Int(values[name + 1].next)
            }
        }
        return isValid
    }

    private func find(_ name: Int, in rules: Int) -> Int {
        guard !values[name].hasEscapes else {
            return tables.rules.objects[rules].names.find(JSONText.unescaped(bytes.span, values[name].range).span)
        }
        return tables.rules.objects[rules].names.find(bytes.span.extracting(values[name].range))
    }

    private mutating func checkMember(
        _ name: Int, entry: Int, _ position: Int, _ rules: Int, _ node: Int, _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = true
        var isMatched = false
        if entry >= 0, case let child = Int(tables.rules.objects[rules].names.entries[entry].schema), child >= 0 {
            isMatched = true
            isValid = validate(name + 1, by: child) && isValid
        }
        if !tables.rules.objects[rules].patternProperties.isEmpty {
            let text = JSONText.unescaped(bytes.span, values[name].range)
            for (pattern, child) in tables.rules.objects[rules].patternProperties where pattern.matches(text.span) {
                isMatched = true
                isValid = validate(name + 1, by: child) && isValid
            }
        }
        if let propertyNames = tables.rules.objects[rules].propertyNames {
            isValid =
                validate(name, by: propertyNames, as: .property(name: name), of: node, "propertyNames") && isValid
        }
        if !isMatched, let additional = tables.rules.objects[rules].additionalProperties {
            isMatched = true
            isValid =
                validate(name + 1, by: additional, as: .property(name: name), of: node, "additionalProperties")
                && isValid
        }
        if isMatched { mark(position, &evaluated) }
        return isValid
    }

    private mutating func reportMissing(_ index: Int, _ rules: Int, _ node: Int) -> Bool {
        guard collects else { return false }
        let object = view(index)
        for name in tables.rules.objects[rules].requiredNames where object[name] == nil {
            _ = fail(index, node, "required", expected: "the property '\(name)'", found: "an object without it")
        }
        return false
    }

    private mutating func checkDependencies(
        _ index: Int, _ rules: Int, _ node: Int, _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = true
        let object = view(index)
        for (name, others) in tables.rules.objects[rules].dependentRequired where object[name] != nil {
            for other in others where object[other] == nil {
                isValid = fail(
                    index, node, "dependentRequired", expected: "the property '\(other)' beside '\(name)'",
                    found: "an object without it")
            }
        }
        for (name, child) in tables.rules.objects[rules].dependentSchemas where object[name] != nil {
            isValid = apply(child, to: index, &evaluated) && isValid
        }
        return isValid
    }
}
