/// The kinds of JSON values.
package enum JSONKind: String, Sendable {
    case null, boolean, number, string, array, object
}

/// One value of a parsed document.
///
/// A view is two words; it keeps the whole document alive. Reading a member is linear in the number of members of that
/// one object, and copies nothing but the strings and numbers that are asked for.
package struct JSONView: Sendable {
    let storage: JSONDocument.Storage
    let index: Int

    @inline(__always) var node: JSONDocument.Node { storage.nodes[index] }

    package var kind: JSONKind {
        switch node.kind {
        case .null: .null
        case .isFalse, .isTrue: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    package var isNull: Bool { node.kind == .null }

    package var bool: Bool? {
        switch node.kind {
        case .isTrue: true
        case .isFalse: false
        default: nil
        }
    }

    /// The string, escapes undone.
    package var string: String? {
        let node = node
        guard node.kind == .string else { return nil }
        let range = Int(node.start)..<Int(node.end)
        guard node.count != 0 else { return String(decoding: storage.bytes[range], as: UTF8.self) }
        let bytes = storage.bytes
        return String(decoding: JSONText.unescaped(bytes.span, range), as: UTF8.self)
    }

    /// The number as it was written.
    package var number: JSONNumber? {
        let node = node
        guard node.kind == .number else { return nil }
        return JSONNumber(text: String(decoding: rawBytes, as: UTF8.self))
    }

    package var int: Int? { number?.int }
    package var double: Double? { number?.double }

    /// The number of elements or members; 0 for anything else.
    package var count: Int {
        switch node.kind {
        case .array, .object: Int(node.count)
        default: 0
        }
    }

    /// The text of the value; without its quotes for a string.
    package var rawBytes: ArraySlice<UInt8> {
        let node = node
        return storage.bytes[Int(node.start)..<Int(node.end)]
    }

    // MARK: Members and elements

    /// The member of an object with a name, or nil.
    package subscript(_ name: String) -> JSONView? {
        guard node.kind == .object else { return nil }
        var name = name
        return name.withUTF8 { letters in
            var position = index + 1
            let end = Int(node.next)
            while position < end {
                if isName(storage.nodes[position], letters) { return JSONView(storage: storage, index: position + 1) }
                position = Int(storage.nodes[position + 1].next)
            }
            return nil
        }
    }

    private func isName(_ node: JSONDocument.Node, _ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = Int(node.start)..<Int(node.end)
        let all = storage.bytes
        let bytes = all.span
        guard node.count == 0 else { return JSONText.unescaped(bytes, range).elementsEqual(letters) }
        guard range.count == letters.count else { return false }
        for offset in 0..<letters.count where bytes[range.lowerBound + offset] != letters[offset] { return false }
        return true
    }

    /// The element of an array at a position, or nil.
    package subscript(_ position: Int) -> JSONView? {
        guard node.kind == .array, position >= 0, position < count else { return nil }
        var iterator = elements.makeIterator()
        for _ in 0..<position { _ = iterator.next() }
        return iterator.next()
    }

    /// The value that a pointer leads to from here: RFC 6901, section 4.
    package subscript(pointer pointer: JSONPointer) -> JSONView? {
        var view = self
        for token in pointer.tokens {
            let next = view.node.kind == .array ? JSONPointer.position(token).flatMap { view[$0] } : view[token]
            guard let next else { return nil }
            view = next
        }
        return view
    }

    /// The elements of an array; none for anything else.
    package var elements: Elements { Elements(storage: storage, index: index) }

    /// The members of an object in the order of the text; none for anything else.
    package var members: Members { Members(storage: storage, index: index) }

    package struct Elements: Sequence, IteratorProtocol, Sendable {
        private let storage: JSONDocument.Storage
        private var position: Int
        private let end: Int

        init(storage: JSONDocument.Storage, index: Int) {
            let node = storage.nodes[index]
            self.storage = storage
            position = index + 1
            end = node.kind == .array ? Int(node.next) : position
        }

        package mutating func next() -> JSONView? {
            guard position < end else { return nil }
            defer { position = Int(storage.nodes[position].next) }
            return JSONView(storage: storage, index: position)
        }
    }

    package struct Members: Sequence, IteratorProtocol, Sendable {
        private let storage: JSONDocument.Storage
        private var position: Int
        private let end: Int

        init(storage: JSONDocument.Storage, index: Int) {
            let node = storage.nodes[index]
            self.storage = storage
            position = index + 1
            end = node.kind == .object ? Int(node.next) : position
        }

        package mutating func next() -> (name: String, value: JSONView)? {
            guard position < end else { return nil }
            let name = JSONView(storage: storage, index: position)
            let value = JSONView(storage: storage, index: position + 1)
            position = Int(value.node.next)
            return (name.string ?? "", value)
        }
    }

    // MARK: Copies

    /// The value as a tree of its own, independent of the document.
    package var materialised: JSONValue {
        switch node.kind {
        case .null: .null
        case .isFalse: .bool(false)
        case .isTrue: .bool(true)
        case .number: .number(JSONNumber(text: String(decoding: rawBytes, as: UTF8.self)))
        case .string: .string(string ?? "")
        case .array: .array(elements.map(\.materialised))
        case .object: .object(JSONObject(members.map { ($0.name, $0.value.materialised) }))
        }
    }
}
