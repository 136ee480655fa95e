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
        fileprivate let path: Path
    }

    /// The way to a value, spelt out only where something there could not be read.
    fileprivate indirect enum Path {
        case root
        case member(Path, String)
        case element(Path, Int)

        var tokens: [String] {
            switch self {
            case .root: []
            case .member(let path, let name): path.tokens + [name]
            case .element(let path, let position): path.tokens + [String(position)]
            }
        }
    }

    static func root(_ credential: JSONView) -> Place { Place(value: credential, path: .root) }

    mutating func object(_ name: String, of place: Place?, isNeeded: Bool = false) -> Place? {
        read(name, of: place, isNeeded: isNeeded, expected: "an object") { value, place in
            value.kind == .object ? Place(value: value, path: .member(place.path, name)) : nil
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
        list(name, of: place, isNeeded: isNeeded, expected: "an object") { value, path in
            value.kind == .object ? Place(value: value, path: path()) : nil
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
        _ form: (JSONView, Place) -> Value?
    ) -> Value? {
        guard let place, let value = member(name, of: place, isNeeded: isNeeded, expected: expected) else { return nil }
        let read = form(value, place)
        if read == nil { note(.member(place.path, name), expected, value.kind) }
        return read
    }

    private mutating func list<Element>(
        _ name: String, of place: Place?, isNeeded: Bool = false, expected: String,
        _ form: (JSONView, () -> Path) -> Element?
    ) -> [Element] {
        guard let place, let value = member(name, of: place, isNeeded: isNeeded, expected: expected) else { return [] }
        guard value.kind == .array else {
            let single = form(value) { .member(place.path, name) }
            if single == nil { note(.member(place.path, name), expected, value.kind) }
            return single.map { [$0] } ?? []
        }
        var elements: [Element] = []
        elements.reserveCapacity(value.count)
        for (position, element) in value.elements.enumerated() {
            func path() -> Path { .element(.member(place.path, name), position) }
            if let element = form(element, path) {
                elements.append(element)
            } else {
                note(path(), expected, element.kind)
            }
        }
        return elements
    }

    /// A member that is there; notes where one is missing that is needed.
    private mutating func member(
        _ name: String, of place: Place, isNeeded: Bool, expected: String
    ) -> JSONView? {
        let value = place.value[name]
        if let value, !value.isNull { return value }
        if isNeeded { note(.member(place.path, name), expected, value?.kind) }
        return nil
    }

    private mutating func note(_ path: Path, _ expected: String, _ found: JSONKind?) {
        unread.append(UnreadValue(pointer: JSONPointer(path.tokens), expected: expected, found: found))
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
