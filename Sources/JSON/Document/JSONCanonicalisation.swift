extension JSONView {
    /// The canonical form of RFC 8785 (JCS): no white space, members sorted by UTF-16 code units, numbers as
    /// ECMAScript writes them.
    ///
    /// A number beyond the range of binary64 has no form in RFC 8785; it keeps its exact digits in ECMAScript's
    /// notation, so that it doesn't share its form with another number.
    ///
    /// - Complexity: O(*n* log *m*) for *n* bytes and *m* members in the largest object.
    package func canonicalised() -> [UInt8] {
        var output = JSONOutput(capacity: Int(node.end - node.start) + 2)
        var writer = CanonicalWriter()
        let (bytes, nodes) = (storage.bytes, storage.nodes)
        writer.write(index, bytes.span, nodes.span, to: &output)
        return output.bytes
    }
}

/// Writes values of a document in canonical form.
private struct CanonicalWriter {
    /// The names of the objects that are being written, outermost first.
    private var names: [Name] = []

    private struct Name {
        /// The first eight bytes as a number that sorts like them, if the name is plain ASCII; else 0xFF….
        let key: UInt64
        let node: Int

        /// The key of names that are compared in full.
        static let noKey = UInt64.max
    }

    mutating func write(
        _ index: Int, _ bytes: Span<UInt8>, _ nodes: Span<JSONDocument.Node>, to output: inout JSONOutput
    ) {
        let node = nodes[index]
        switch node.kind {
        case .null, .isFalse, .isTrue: output.append(bytes.extracting(node.range))
        case .string: writeString(node, bytes, to: &output)
        case .number: ECMAScriptNumber.write(bytes.extracting(node.range), to: &output)
        case .array:
            output.append(UInt8(ascii: "["))
            var position = index + 1
            while position < Int(node.next) {
                if position > index + 1 { output.append(UInt8(ascii: ",")) }
                write(position, bytes, nodes, to: &output)
                position = Int(nodes[position].next)
            }
            output.append(UInt8(ascii: "]"))
        case .object:
            output.append(UInt8(ascii: "{"))
            let first = names.count
            collectNames(of: index, bytes, nodes)
            sortNames(from: first, bytes, nodes)
            let end = names.count
            for position in first..<end {
                if position > first { output.append(UInt8(ascii: ",")) }
                let name = names[position].node
                writeString(nodes[name], bytes, to: &output)
                output.append(UInt8(ascii: ":"))
                write(name + 1, bytes, nodes, to: &output)
            }
            names.removeLast(end - first)
            output.append(UInt8(ascii: "}"))
        }
    }

    private func writeString(_ node: JSONDocument.Node, _ bytes: Span<UInt8>, to output: inout JSONOutput) {
        if node.hasEscapes {
            JSONText.write(JSONText.unescaped(bytes, node.range).span, to: &output)
        } else {
            // Without escapes, the text with its quotes is its own canonical form.
            output.append(bytes.extracting(Int(node.start) - 1..<Int(node.end) + 1))
        }
    }

    private mutating func collectNames(of index: Int, _ bytes: Span<UInt8>, _ nodes: Span<JSONDocument.Node>) {
        let end = Int(nodes[index].next)
        var position = index + 1
        while position < end {
            names.append(Name(key: key(nodes[position], bytes), node: position))
            position = Int(nodes[position + 1].next)
        }
    }

    private func key(_ node: JSONDocument.Node, _ bytes: Span<UInt8>) -> UInt64 {
        let start = Int(node.start)
        guard !node.hasEscapes, start + 8 <= bytes.count else { return Name.noKey }
        let length = Int(node.end) - start
        var word = JSONBytes.word(bytes, at: start).byteSwapped
        if length < 8 { word &= ~(UInt64.max >> UInt64(length * 8)) }
        return word & 0x8080_8080_8080_8080 == 0 ? word : Name.noKey
    }

    private mutating func sortNames(from first: Int, _ bytes: Span<UInt8>, _ nodes: Span<JSONDocument.Node>) {
        let count = names.count - first
        if count > 24 {
            names[first...] = ArraySlice(mergeSorted(names[first...], bytes, nodes))
            return
        }
        // Insertion: most objects are small, and often in order.
        for later in first..<names.count {
            let name = names[later]
            var slot = later
            while slot > first, precedes(name, names[slot - 1], bytes, nodes) {
                names[slot] = names[slot - 1]
                slot -= 1
            }
            names[slot] = name
        }
    }

    /// A merge sort of its own, since the library's takes a closure, and a closure can't hold a span.
    private func mergeSorted(
        _ part: ArraySlice<Name>, _ bytes: Span<UInt8>, _ nodes: Span<JSONDocument.Node>
    ) -> [Name] {
        guard part.count > 1 else { return Array(part) }
        let middle = part.startIndex + part.count / 2
        let left = mergeSorted(part[..<middle], bytes, nodes)
        let right = mergeSorted(part[middle...], bytes, nodes)
        var merged: [Name] = []
        merged.reserveCapacity(part.count)
        var (one, other) = (0, 0)
        while one < left.count, other < right.count {
            if precedes(right[other], left[one], bytes, nodes) {
                merged.append(right[other])
                other += 1
            } else {
                merged.append(left[one])
                one += 1
            }
        }
        merged.append(contentsOf: left[one...])
        merged.append(contentsOf: right[other...])
        return merged
    }

    @inline(__always)
    private func precedes(
        _ one: Name, _ other: Name, _ bytes: Span<UInt8>, _ nodes: Span<JSONDocument.Node>
    ) -> Bool {
        if one.key != other.key, one.key != Name.noKey, other.key != Name.noKey { return one.key < other.key }
        let (left, right) = (nodes[one.node], nodes[other.node])
        guard left.hasEscapes || right.hasEscapes else {
            return JSONBytes.precedesInUTF16(bytes.extracting(left.range), bytes.extracting(right.range))
        }
        let (first, second) = (JSONText.unescaped(bytes, left.range), JSONText.unescaped(bytes, right.range))
        return JSONBytes.precedesInUTF16(first.span, second.span)
    }
}

extension JSONValue {
    /// The canonical form of RFC 8785 (JCS), as for a view.
    package func canonicalised() -> [UInt8] {
        var output = JSONOutput(capacity: 4096)
        writeCanonical(to: &output)
        return output.bytes
    }

    private func writeCanonical(to output: inout JSONOutput) {
        switch self {
        case .number(let number): ECMAScriptNumber.write(number.text.utf8Span.span, to: &output)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for position in elements.indices {
                if position > 0 { output.append(UInt8(ascii: ",")) }
                elements[position].writeCanonical(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let object):
            output.append(UInt8(ascii: "{"))
            let members = object.members
            var order = Array(members.indices)
            order.sort { JSONBytes.precedesInUTF16(members[$0].name.utf8Span.span, members[$1].name.utf8Span.span) }
            for position in order.indices {
                if position > 0 { output.append(UInt8(ascii: ",")) }
                JSONText.write(members[order[position]].name, to: &output)
                output.append(UInt8(ascii: ":"))
                members[order[position]].value.writeCanonical(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        case .null, .bool, .string: write(to: &output)
        }
    }
}
