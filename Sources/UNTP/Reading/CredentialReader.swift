package import JSON

/// Something in a credential that a reader looked for and could not use.
package struct UnreadValue: Sendable, Hashable, CustomStringConvertible {
    package let pointer: JSONPointer
    package let expected: String
    /// What stands there; nil where nothing does.
    package let found: JSONKind?

    package var description: String {
        "\(pointer): expected \(expected), found \(found?.rawValue ?? "nothing")"
    }
}

/// Reads members of a credential tolerantly, and notes what it could not read rather than dropping it silently.
///
/// A list of one that was written without brackets, and a number in quotes, are read; anything else of another type is
/// noted. Absent members are noted only where the reader says that it can't do without.
struct CredentialReader {
    private(set) var unread: [UnreadValue] = []

    /// An object of the credential that is being read, with the way to it.
    struct Place {
        let value: JSONView
        let tokens: [String]
    }

    static func root(_ credential: JSONView) -> Place { Place(value: credential, tokens: []) }

    mutating func object(_ name: String, of place: Place?, isNeeded: Bool = false) -> Place? {
        read(name, of: place, isNeeded: isNeeded, expected: "an object") { value, tokens in
            value.kind == .object ? Place(value: value, tokens: tokens) : nil
        }
    }

    mutating func string(_ name: String, of place: Place?, isNeeded: Bool = false) -> String? {
        read(name, of: place, isNeeded: isNeeded, expected: "a string") { value, _ in value.string }
    }

    mutating func number(_ name: String, of place: Place?) -> Double? {
        read(name, of: place, expected: "a number") { value, _ in value.readableDouble }
    }

    mutating func bool(_ name: String, of place: Place?) -> Bool? {
        read(name, of: place, expected: "true or false") { value, _ in value.bool }
    }

    /// The objects of a list; other elements are noted and left out.
    mutating func objects(_ name: String, of place: Place?, isNeeded: Bool = false) -> [Place] {
        list(name, of: place, isNeeded: isNeeded, expected: "an object") { value, tokens in
            value.kind == .object ? Place(value: value, tokens: tokens) : nil
        }
    }

    mutating func strings(_ name: String, of place: Place?) -> [String] {
        list(name, of: place, expected: "a string") { value, _ in value.string }
    }

    mutating func numbers(_ name: String, of place: Place?) -> [Double] {
        list(name, of: place, expected: "a number") { value, _ in value.readableDouble }
    }

    /// The `id` of each object in a list.
    mutating func identifiers(in name: String, of place: Place?) -> [String] {
        objects(name, of: place).compactMap { string("id", of: $0, isNeeded: true) }
    }

    // MARK: Parts

    private mutating func read<Value>(
        _ name: String, of place: Place?, isNeeded: Bool = false, expected: String,
        _ form: (JSONView, [String]) -> Value?
    ) -> Value? {
        guard let place else { return nil }
        guard let value = place.value[name], !value.isNull else {
            if isNeeded { note(place.tokens + [name], expected, place.value[name]?.kind) }
            return nil
        }
        let read = form(value, place.tokens + [name])
        if read == nil { note(place.tokens + [name], expected, value.kind) }
        return read
    }

    private mutating func list<Element>(
        _ name: String, of place: Place?, isNeeded: Bool = false, expected: String,
        _ form: (JSONView, [String]) -> Element?
    ) -> [Element] {
        guard let place else { return [] }
        guard let value = place.value[name], !value.isNull else {
            if isNeeded { note(place.tokens + [name], expected, place.value[name]?.kind) }
            return []
        }
        let tokens = place.tokens + [name]
        guard value.kind == .array else {
            let single = form(value, tokens)
            if single == nil { note(tokens, expected, value.kind) }
            return single.map { [$0] } ?? []
        }
        var elements: [Element] = []
        elements.reserveCapacity(value.count)
        for (position, element) in value.elements.enumerated() {
            let tokens = tokens + [String(position)]
            if let element = form(element, tokens) {
                elements.append(element)
            } else {
                note(tokens, expected, element.kind)
            }
        }
        return elements
    }

    private mutating func note(_ tokens: [String], _ expected: String, _ found: JSONKind?) {
        unread.append(UnreadValue(pointer: JSONPointer(tokens), expected: expected, found: found))
    }
}

extension JSONView {
    /// The elements of an array, or the value itself where a list of one was written without brackets.
    var oneOrMore: [JSONView] {
        switch kind {
        case .array: Array(elements)
        case .null: []
        default: [self]
        }
    }

    /// A finite number, also one that was written in quotes.
    var readableDouble: Double? {
        guard let value = double ?? string.flatMap({ Double($0) }), value.isFinite else { return nil }
        return value
    }
}
