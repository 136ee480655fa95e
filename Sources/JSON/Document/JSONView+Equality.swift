extension JSONView {
    /// Whether the value equals a tree: the order of members and the notation of numbers don't matter.
    func equals(_ other: JSONValue) -> Bool {
        switch (node.kind, other) {
        case (.null, .null), (.isTrue, .bool(true)), (.isFalse, .bool(false)): return true
        case (.number, .number(let number)): return self.number == number
        case (.string, .string(let text)): return stringEquals(text)
        case (.array, .array(let values)):
            guard count == values.count else { return false }
            return zip(elements, values).allSatisfy { $0.equals($1) }
        case (.object, .object(let object)):
            guard count == object.count else { return false }
            return object.members.allSatisfy { name, value in self[name]?.equals(value) ?? false }
        default: return false
        }
    }
}
