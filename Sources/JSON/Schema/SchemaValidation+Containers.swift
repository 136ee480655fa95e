extension SchemaValidation {
    // MARK: Arrays

    mutating func checkArray(_ index: Int, _ node: SchemaNode, evaluated: inout Evaluated) -> Bool {
        var isValid = true
        let count = Int(storage.nodes[index].count)
        if let bound = node.minItems, count < bound {
            isValid = fail(index, node, "minItems", expected: "\(bound) elements or more")
        }
        if let bound = node.maxItems, count > bound {
            isValid = fail(index, node, "maxItems", expected: "\(bound) elements or less")
        }
        if node.uniqueItems, count > 1, hasDuplicates(index) {
            isValid = fail(index, node, "uniqueItems", expected: "elements that differ")
        }
        var position = 0
        var element = index + 1
        var contained = 0
        while position < count {
            guard isValid || collects else { return false }
            if position < node.prefixItems.count {
                isValid = validate(element, by: node.prefixItems[position]) && isValid
                mark(position, &evaluated)
            } else if let items = node.items {
                isValid = validate(element, by: items) && isValid
                mark(position, &evaluated)
            }
            if let contains = node.contains, attempt(contains, on: element) {
                contained += 1
                mark(position, &evaluated)
            }
            element = Int(storage.nodes[element].next)
            position += 1
        }
        if node.contains != nil {
            if contained < node.minContains {
                isValid = fail(index, node, "contains", expected: "\(node.minContains) or more matching elements")
            }
            if let bound = node.maxContains, contained > bound {
                isValid = fail(index, node, "maxContains", expected: "\(bound) or less matching elements")
            }
        }
        if let unevaluated = node.unevaluatedItems {
            element = index + 1
            for position in 0..<count {
                if !evaluated[position] { isValid = validate(element, by: unevaluated) && isValid }
                evaluated[position] = true
                element = Int(storage.nodes[element].next)
            }
        }
        return isValid
    }

    private func mark(_ position: Int, _ evaluated: inout Evaluated) {
        if position < evaluated.count { evaluated[position] = true }
    }

    private mutating func attempt(_ child: Int, on index: Int) -> Bool {
        tentative += 1
        defer { tentative -= 1 }
        return validate(index, by: child)
    }

    private func hasDuplicates(_ index: Int) -> Bool {
        var seen: Set<JSONValue> = []
        return JSONView(storage: storage, index: index).elements.contains { !seen.insert($0.materialised).inserted }
    }

    // MARK: Objects

    mutating func checkObject(_ index: Int, _ node: SchemaNode, evaluated: inout Evaluated) -> Bool {
        var isValid = true
        let count = Int(storage.nodes[index].count)
        if let bound = node.minProperties, count < bound {
            isValid = fail(index, node, "minProperties", expected: "\(bound) members or more")
        }
        if let bound = node.maxProperties, count > bound {
            isValid = fail(index, node, "maxProperties", expected: "\(bound) members or less")
        }
        var present = 0
        var position = 0
        var name = index + 1
        while position < count {
            guard isValid || collects else { return false }
            let entry = entry(named: name, in: node.names)
            if entry >= 0, node.names.entries[entry].required >= 0 {
                present += 1
            }
            isValid = checkMember(name, entry: entry, position, node, &evaluated) && isValid
            name = Int(storage.nodes[name + 1].next)
            position += 1
        }
        if present < node.requiredNames.count {
            isValid = reportMissing(index, node)
        }
        isValid = checkDependencies(index, node, evaluated: &evaluated) && isValid
        if let unevaluated = node.unevaluatedProperties {
            name = index + 1
            for position in 0..<count {
                if !evaluated[position] { isValid = validate(name + 1, by: unevaluated) && isValid }
                evaluated[position] = true
                name = Int(storage.nodes[name + 1].next)
            }
        }
        return isValid
    }

    private func entry(named name: Int, in table: NameTable) -> Int {
        let node = storage.nodes[name]
        let all = storage.bytes
        guard node.count == 0 else {
            let text = JSONText.unescaped(all.span, Int(node.start)..<Int(node.end))
            return table.entry(text.span, 0..<text.count)
        }
        return table.entry(all.span, Int(node.start)..<Int(node.end))
    }

    private mutating func checkMember(
        _ name: Int, entry: Int, _ position: Int, _ node: SchemaNode, _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = true
        var isMatched = false
        if entry >= 0, node.names.entries[entry].schema >= 0 {
            isMatched = true
            isValid = validate(name + 1, by: node.names.entries[entry].schema) && isValid
        }
        if !node.patternProperties.isEmpty {
            let text = JSONView(storage: storage, index: name).string ?? ""
            for (pattern, child) in node.patternProperties where pattern.matches(text) {
                isMatched = true
                isValid = validate(name + 1, by: child) && isValid
            }
        }
        if let propertyNames = node.propertyNames { isValid = validate(name, by: propertyNames) && isValid }
        if !isMatched, let additional = node.additionalProperties {
            isMatched = true
            if schema.nodes[additional].constant == false {
                isValid = fail(
                    name + 1, node, "additionalProperties", expected: "no further property",
                    found: "the property '\(JSONView(storage: storage, index: name).string ?? "")'")
            } else {
                isValid = validate(name + 1, by: additional) && isValid
            }
        }
        if isMatched { mark(position, &evaluated) }
        return isValid
    }

    private mutating func reportMissing(_ index: Int, _ node: SchemaNode) -> Bool {
        guard collects else { return false }
        let object = JSONView(storage: storage, index: index)
        for name in node.requiredNames where object[name] == nil {
            _ = fail(index, node, "required", expected: "the property '\(name)'", found: "an object without it")
        }
        return false
    }

    private mutating func checkDependencies(_ index: Int, _ node: SchemaNode, evaluated: inout Evaluated) -> Bool {
        guard !node.dependentRequired.isEmpty || !node.dependentSchemas.isEmpty else { return true }
        let object = JSONView(storage: storage, index: index)
        var isValid = true
        for (name, others) in node.dependentRequired where object[name] != nil {
            for other in others where object[other] == nil {
                isValid = fail(
                    index, node, "dependentRequired", expected: "the property '\(other)' beside '\(name)'")
            }
        }
        for (name, child) in node.dependentSchemas where object[name] != nil {
            isValid = apply(child, to: index, evaluated: &evaluated) && isValid
        }
        return isValid
    }
}
