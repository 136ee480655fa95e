extension SchemaValidation {
    /// The keywords that look at the value alone: type, enum, const, numbers and strings.
    mutating func checkScalar(_ index: Int, _ node: SchemaNode) -> Bool {
        var isValid = true
        let value = storage.nodes[index]
        if let types = node.types, !has(index, types) {
            isValid = fail(index, node, "type", expected: types.names)
        }
        if let constValue = node.constValue, !equals(index, constValue) {
            isValid = fail(
                index, node, "const", expected: String(decoding: constValue.serialised().prefix(80), as: UTF8.self))
        }
        if let enumeration = node.enumeration, !enumeration.contains(where: { equals(index, $0) }) {
            let names = enumeration.prefix(20).map { $0.string ?? String(decoding: $0.serialised(), as: UTF8.self) }
            isValid = fail(index, node, "enum", expected: "one of " + names.joined(separator: ", "))
        }
        switch value.kind {
        case .number: return checkNumber(index, node) && isValid
        case .string: return checkString(index, node) && isValid
        default: return isValid
        }
    }

    private func has(_ index: Int, _ types: SchemaNode.TypeSet) -> Bool {
        switch storage.nodes[index].kind {
        case .null: types.contains(.null)
        case .isTrue, .isFalse: types.contains(.boolean)
        case .string: types.contains(.string)
        case .array: types.contains(.array)
        case .object: types.contains(.object)
        case .number:
            types.contains(.number)
                || types.contains(.integer) && JSONView(storage: storage, index: index).number?.isWhole ?? false
        }
    }

    private func equals(_ index: Int, _ value: JSONValue) -> Bool {
        let node = storage.nodes[index]
        switch (node.kind, value) {
        case (.null, .null), (.isTrue, .bool(true)), (.isFalse, .bool(false)): return true
        case (.string, .string(let text)):
            if node.count == 0, Int(node.end - node.start) != text.utf8.count { return false }
            return storage.bytes[Int(node.start)..<Int(node.end)].elementsEqual(text.utf8)
                || node.count != 0 && JSONView(storage: storage, index: index).string == text
        case (.number, .number), (.array, .array), (.object, .object):
            return JSONView(storage: storage, index: index).materialised == value
        default: return false
        }
    }

    private mutating func checkNumber(_ index: Int, _ node: SchemaNode) -> Bool {
        guard
            node.minimum != nil || node.maximum != nil || node.exclusiveMinimum != nil || node.exclusiveMaximum != nil
                || node.multipleOf != nil, let number = JSONView(storage: storage, index: index).number
        else { return true }
        var isValid = true
        if let bound = node.minimum, number < bound {
            isValid = fail(index, node, "minimum", expected: "\(bound) or more")
        }
        if let bound = node.maximum, bound < number {
            isValid = fail(index, node, "maximum", expected: "\(bound) or less")
        }
        if let bound = node.exclusiveMinimum, !(bound < number) {
            isValid = fail(index, node, "exclusiveMinimum", expected: "more than \(bound)")
        }
        if let bound = node.exclusiveMaximum, !(number < bound) {
            isValid = fail(index, node, "exclusiveMaximum", expected: "less than \(bound)")
        }
        if let divisor = node.multipleOf, !number.isMultiple(of: divisor) {
            isValid = fail(index, node, "multipleOf", expected: "a multiple of \(divisor)")
        }
        return isValid
    }

    private mutating func checkString(_ index: Int, _ node: SchemaNode) -> Bool {
        guard node.minLength != nil || node.maxLength != nil || node.pattern != nil || node.format != nil,
            let text = JSONView(storage: storage, index: index).string
        else { return true }
        var isValid = true
        if let bound = node.minLength, text.unicodeScalars.count < bound {
            isValid = fail(index, node, "minLength", expected: "\(bound) characters or more")
        }
        if let bound = node.maxLength, text.unicodeScalars.count > bound {
            isValid = fail(index, node, "maxLength", expected: "\(bound) characters or less")
        }
        if let (source, pattern) = node.pattern, !pattern.matches(text) {
            isValid = fail(index, node, "pattern", expected: "text like \(source)")
        }
        if let format = node.format, !format.accepts(text) {
            isValid = fail(index, node, "format", expected: "a \(format.rawValue)")
        }
        return isValid
    }
}
