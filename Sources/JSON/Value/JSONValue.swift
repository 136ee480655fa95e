/// A JSON value as a tree, for what is built or changed rather than read.
///
/// Strings are equal when their code points are, as JSON has it, not when they look the same.
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    package var string: String? { if case .string(let text) = self { text } else { nil } }
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    package var number: JSONNumber? { if case .number(let value) = self { value } else { nil } }
    package var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
    package var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

    /// A member of an object. Setting it turns anything else into an object; setting nil removes the member.
    package subscript(_ name: String) -> JSONValue? {
        get { object?[name] }
        set {
            var object = JSONObject()
            if case .object(let existing) = self {
                object = existing
                // Given up here, so that the change below is made in place.
                self = .null
            }
            object[name] = newValue
            self = .object(object)
        }
    }

    /// An element of an array; nil where there is none. Setting one that isn't there does nothing.
    package subscript(_ position: Int) -> JSONValue? {
        get {
            guard case .array(let elements) = self, elements.indices.contains(position) else { return nil }
            return elements[position]
        }
        set {
            guard case .array(var elements) = self, elements.indices.contains(position) else { return }
            self = .null
            if let newValue { elements[position] = newValue } else { elements.remove(at: position) }
            self = .array(elements)
        }
    }

    /// The value that a pointer leads to; setting it replaces a value whose parent exists.
    package subscript(pointer pointer: JSONPointer) -> JSONValue? {
        get {
            var value = self
            for token in pointer.tokens {
                let next = value.array == nil ? value[token] : JSONPointer.position(token).flatMap { value[$0] }
                guard let next else { return nil }
                value = next
            }
            return value
        }
        set { set(pointer.tokens[...], newValue) }
    }

    private mutating func set(_ tokens: ArraySlice<String>, _ newValue: JSONValue?) {
        guard let token = tokens.first else {
            if let newValue { self = newValue }
            return
        }
        let rest = tokens.dropFirst()
        if array != nil {
            guard let position = JSONPointer.position(token) else { return }
            if rest.isEmpty { self[position] = newValue } else { self[position]?.set(rest, newValue) }
        } else if rest.isEmpty {
            self[token] = newValue
        } else {
            self[token]?.set(rest, newValue)
        }
    }
}

extension JSONValue: Hashable {
    package static func == (one: JSONValue, other: JSONValue) -> Bool {
        switch (one, other) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): JSONText.areEqual(left, right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let number): hasher.combine(number)
        // Strings with equal code points have equal hashes; that some others do too only costs a comparison.
        case .string(let text): hasher.combine(text)
        case .array(let elements): hasher.combine(elements)
        case .object(let object): hasher.combine(object)
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    package init(floatLiteral value: Double) { self = JSONNumber(value).map(JSONValue.number) ?? .null }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(JSONObject(members)) }
    package init(nilLiteral: ()) { self = .null }
}
