extension JSONView {
    /// The canonical form of RFC 8785 (JCS): no white space, members sorted by UTF-16 code units, numbers as
    /// ECMAScript writes them.
    ///
    /// - Complexity: O(*n* log *m*) for *n* bytes and *m* members in the largest object.
    package func canonicalised() -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(Int(node.end - node.start))
        writeCanonical(index, to: &output)
        return output
    }

    private func writeCanonical(_ index: Int, to output: inout [UInt8]) {
        let node = storage.nodes[index]
        switch node.kind {
        case .null, .isFalse, .isTrue: append(node, to: &output)
        case .string: writeString(node, to: &output)
        case .number: writeNumber(node, to: &output)
        case .array:
            output.append(UInt8(ascii: "["))
            var position = index + 1
            while position < Int(node.next) {
                if position > index + 1 { output.append(UInt8(ascii: ",")) }
                writeCanonical(position, to: &output)
                position = Int(storage.nodes[position].next)
            }
            output.append(UInt8(ascii: "]"))
        case .object:
            output.append(UInt8(ascii: "{"))
            for (position, name) in sortedNames(of: node, at: index).enumerated() {
                if position > 0 { output.append(UInt8(ascii: ",")) }
                writeString(storage.nodes[name], to: &output)
                output.append(UInt8(ascii: ":"))
                writeCanonical(name + 1, to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private func append(_ node: JSONDocument.Node, to output: inout [UInt8]) {
        storage.bytes.withUnsafeBufferPointer { bytes in
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)]))
        }
    }

    private func writeString(_ node: JSONDocument.Node, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        if node.count == 0 {
            append(node, to: &output)
        } else {
            let bytes = storage.bytes
            let text = JSONText.unescaped(bytes.span, Int(node.start)..<Int(node.end))
            text.withUnsafeBufferPointer { JSONText.escape($0, to: &output) }
        }
        output.append(UInt8(ascii: "\""))
    }

    private func writeNumber(_ node: JSONDocument.Node, to output: inout [UInt8]) {
        let length = Int(node.end - node.start)
        let all = storage.bytes
        let bytes = all.span
        let start = Int(node.start)
        let isShortWhole = length <= 15 && isWhole(bytes, start..<Int(node.end))
        if isShortWhole {
            append(node, to: &output)
        } else {
            let value = Double(String(decoding: storage.bytes[start..<Int(node.end)], as: UTF8.self)) ?? 0
            output.append(contentsOf: ECMAScriptNumber.text(value).utf8)
        }
    }

    private func isWhole(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range where bytes[index] &- 0x30 >= 10 { return false }
        return true
    }

    /// The indices of an object's names in canonical order.
    private func sortedNames(of node: JSONDocument.Node, at index: Int) -> [Int] {
        var names: [Int] = []
        names.reserveCapacity(Int(node.count))
        var position = index + 1
        var isPlain = true
        while position < Int(node.next) {
            names.append(position)
            isPlain = isPlain && isPlainName(storage.nodes[position])
            position = Int(storage.nodes[position + 1].next)
        }
        if isPlain {
            // Insertion sort: objects are small, and names in order are the common case.
            for later in names.indices.dropFirst() {
                let name = names[later]
                var slot = later
                while slot > 0, precedes(storage.nodes[name], storage.nodes[names[slot - 1]]) {
                    names[slot] = names[slot - 1]
                    slot -= 1
                }
                names[slot] = name
            }
        } else {
            names.sort { text(at: $0).utf16.lexicographicallyPrecedes(text(at: $1).utf16) }
        }
        return names
    }

    private func text(at index: Int) -> String { JSONView(storage: storage, index: index).string ?? "" }

    /// Whether a name is so simple that its bytes sort like its UTF-16 code units.
    private func isPlainName(_ node: JSONDocument.Node) -> Bool {
        guard node.count == 0, node.end - node.start < 64 else { return false }
        let all = storage.bytes
        let bytes = all.span
        for index in Int(node.start)..<Int(node.end) where bytes[index] >= 0x80 { return false }
        return true
    }

    private func precedes(_ one: JSONDocument.Node, _ other: JSONDocument.Node) -> Bool {
        let all = storage.bytes
        let bytes = all.span
        let length = Int(min(one.end - one.start, other.end - other.start))
        for offset in 0..<length {
            let (left, right) = (bytes[Int(one.start) + offset], bytes[Int(other.start) + offset])
            if left != right { return left < right }
        }
        return one.end - one.start < other.end - other.start
    }
}

extension JSONValue {
    /// The canonical form of RFC 8785 (JCS).
    package func canonicalised() -> [UInt8] {
        // A value is written and read once more, so that there is one canonical writer; strings of a value are valid
        // Unicode and its names differ, so that what was written can be read.
        guard let document = try? JSONDocument(parsing: serialised(), limits: .unbounded) else { return [] }
        return document.root.canonicalised()
    }
}

extension JSONLimits {
    fileprivate static let unbounded = JSONLimits(maximumBytes: .max, maximumDepth: 100_000)
}
