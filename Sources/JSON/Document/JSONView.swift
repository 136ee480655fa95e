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
        guard node.hasEscapes else {
            return storage.bytes[node.range].withUnsafeBufferPointer(SharedStrings.string)
        }
        let bytes = storage.bytes
        return String(decoding: JSONText.unescaped(bytes.span, node.range), as: UTF8.self)
    }

    /// Whether the value is a string with the code points of `text`; nothing is copied.
    package func stringEquals(_ text: String) -> Bool {
        let node = node
        let bytes = storage.bytes
        return node.kind == .string && node.spells(text.utf8Span.span, bytes.span)
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
        return storage.bytes[node.range]
    }

    // MARK: Members and elements

    /// The member of an object with a name, or nil.
    package subscript(_ name: String) -> JSONView? {
        guard node.kind == .object else { return nil }
        let all = storage.bytes
        let bytes = all.span
        let letters = name.utf8Span.span
        var position = index + 1
        let end = Int(node.next)
        while position < end {
            if storage.nodes[position].spells(letters, bytes) { return JSONView(storage: storage, index: position + 1) }
            position = Int(storage.nodes[position + 1].next)
        }
        return nil
    }

    /// The element of an array at a position, or nil.
    package subscript(_ position: Int) -> JSONView? {
        guard node.kind == .array, position >= 0, position < count else { return nil }
        var iterator = elements.makeIterator()
        for _ in 0..<position { _ = iterator.next() }
        return iterator.next()
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
        case .object: .object(JSONObject(distinct: members.map { (name: $0.name, value: $0.value.materialised) }))
        }
    }
}
