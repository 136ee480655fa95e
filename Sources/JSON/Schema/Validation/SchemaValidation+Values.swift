/// The keywords that look at the value alone: type, enum, const, numbers and strings.
extension SchemaValidation {
    @inline(__always)
    mutating func checkType(_ index: Int, _ node: SchemaNode, _ nodeIndex: Int) -> Bool {
        guard node.types != .all, !has(index, node.types) else { return true }
        return fail(index, nodeIndex, "type", expected: node.types.names)
    }

    private func has(_ index: Int, _ types: SchemaTypes) -> Bool {
        switch values[index].kind {
        case .null: types.contains(.null)
        case .isTrue, .isFalse: types.contains(.boolean)
        case .string: types.contains(.string)
        case .array: types.contains(.array)
        case .object: types.contains(.object)
        case .number: types.contains(.number) || types.contains(.integer) && isWhole(index)
        }
    }

    private func isWhole(_ index: Int) -> Bool {
        let text = bytes.span.extracting(values[index].range)
        for position in 0..<text.count where text[position] &- UInt8(ascii: "0") > 9 && position > 0 {
            return JSONNumber(utf8: text).isWhole
        }
        return true
    }

    mutating func checkValue(_ index: Int, _ rules: Int, _ node: Int) -> Bool {
        var isValid = true
        if tables.rules.values[rules].hasConstant, !isConstant(index, rules) {
            let text = tables.rules.values[rules].constant.values.first?.serialised() ?? []
            isValid = fail(index, node, "const", expected: String(decoding: text.prefix(80), as: UTF8.self))
        }
        if tables.rules.values[rules].hasEnumeration, !isListed(index, rules) {
            let values = tables.rules.values[rules].enumeration.values
            let names = values.prefix(20).map { $0.string ?? String(decoding: $0.serialised(), as: UTF8.self) }
            let more = values.count > names.count ? " or \(values.count - names.count) more" : ""
            isValid = fail(index, node, "enum", expected: "one of " + names.joined(separator: ", ") + more)
        }
        return isValid
    }

    private func isConstant(_ index: Int, _ rules: Int) -> Bool {
        guard isPlainString(index) else { return isOne(of: tables.rules.values[rules].constant.values, index) }
        return tables.rules.values[rules].constant.strings.find(bytes.span.extracting(values[index].range)) >= 0
    }

    private func isListed(_ index: Int, _ rules: Int) -> Bool {
        guard isPlainString(index) else { return isOne(of: tables.rules.values[rules].enumeration.values, index) }
        return tables.rules.values[rules].enumeration.strings.find(bytes.span.extracting(values[index].range)) >= 0
    }

    private func isPlainString(_ index: Int) -> Bool { values[index].kind == .string && !values[index].hasEscapes }

    private func isOne(of allowed: [JSONValue], _ index: Int) -> Bool {
        allowed.contains { view(index).equals($0) }
    }

    mutating func checkNumber(_ index: Int, _ rules: Int, _ node: Int) -> Bool {
        let rules = tables.rules.numbers[rules]
        let range = values[index].range
        var isValid = true
        if let bound = rules.minimum, bound.order(of: bytes.span.extracting(range)) < 0 {
            isValid = fail(index, node, "minimum", expected: "\(bound) or more")
        }
        if let bound = rules.maximum, bound.order(of: bytes.span.extracting(range)) > 0 {
            isValid = fail(index, node, "maximum", expected: "\(bound) or less")
        }
        if let bound = rules.exclusiveMinimum, bound.order(of: bytes.span.extracting(range)) <= 0 {
            isValid = fail(index, node, "exclusiveMinimum", expected: "more than \(bound)")
        }
        if let bound = rules.exclusiveMaximum, bound.order(of: bytes.span.extracting(range)) >= 0 {
            isValid = fail(index, node, "exclusiveMaximum", expected: "less than \(bound)")
        }
        if let divisor = rules.multipleOf, !divisor.divides(bytes.span.extracting(range)) {
            isValid = fail(index, node, "multipleOf", expected: "a multiple of \(divisor)")
        }
        return isValid
    }

    mutating func checkString(_ index: Int, _ rules: Int, _ node: Int) -> Bool {
        let value = values[index]
        let broken =
            value.hasEscapes
            ? tables.rules.strings[rules].broken(by: JSONText.unescaped(bytes.span, value.range).span)
            : tables.rules.strings[rules].broken(by: bytes.span.extracting(value.range))
        guard !broken.isEmpty else { return true }
        let rules = tables.rules.strings[rules]
        if broken.contains(.minLength), let bound = rules.minLength {
            _ = fail(index, node, "minLength", expected: "\(bound) characters or more")
        }
        if broken.contains(.maxLength), let bound = rules.maxLength {
            _ = fail(index, node, "maxLength", expected: "\(bound) characters or less")
        }
        if broken.contains(.pattern), let pattern = rules.pattern {
            _ = fail(index, node, "pattern", expected: "text like \(pattern.source)")
        }
        if broken.contains(.format), let format = rules.format {
            _ = fail(index, node, "format", expected: "a \(format.rawValue)")
        }
        return false
    }
}

extension StringRules {
    struct Keywords: OptionSet {
        let rawValue: UInt8
        static let minLength = Keywords(rawValue: 1)
        static let maxLength = Keywords(rawValue: 2)
        static let pattern = Keywords(rawValue: 4)
        static let format = Keywords(rawValue: 8)
    }

    /// The keywords that a text breaks.
    func broken(by text: Span<UInt8>) -> Keywords {
        var broken: Keywords = []
        if minLength != nil || maxLength != nil {
            var length = 0
            for index in 0..<text.count where text[index] & 0xC0 != 0x80 { length += 1 }
            if let minLength, length < minLength { broken.insert(.minLength) }
            if let maxLength, length > maxLength { broken.insert(.maxLength) }
        }
        if let pattern, !pattern.matches(text) { broken.insert(.pattern) }
        if let format, !format.accepts(text) { broken.insert(.format) }
        return broken
    }
}
