/// The members of a JSON object, in order.
///
/// Equality ignores the order. Looking a name up is linear: objects here are small, and written more often than read.
/// Names are the same when their code points are.
package struct JSONObject: Sendable, Sequence {
    private(set) var members: [(name: String, value: JSONValue)]

    /// An object with members; of members with the same name, the last one counts and stands where the first one stood.
    package init(_ members: [(String, JSONValue)] = []) {
        self.members = members.map { (name: $0.0, value: $0.1) }
        guard let repeated = Self.firstRepetition(in: self.members) else { return }
        self.members.removeSubrange(repeated...)
        for (name, value) in members[repeated...] { self[name] = value }
    }

    /// An object with members whose names are known to differ.
    init(distinct members: [(name: String, value: JSONValue)]) {
        self.members = members
    }

    package var count: Int { members.count }
    package var isEmpty: Bool { members.isEmpty }
    package var names: [String] { members.map(\.name) }

    package subscript(_ name: String) -> JSONValue? {
        get { position(of: name).map { members[$0].value } }
        set {
            switch (position(of: name), newValue) {
            case (let position?, let value?): members[position].value = value
            case (let position?, nil): members.remove(at: position)
            case (nil, let value?): members.append((name, value))
            case (nil, nil): break
            }
        }
    }

    package func makeIterator() -> IndexingIterator<[(name: String, value: JSONValue)]> { members.makeIterator() }

    private func position(of name: String) -> Int? {
        members.firstIndex { JSONText.areEqual($0.name, name) }
    }

    private static func firstRepetition(in members: [(name: String, value: JSONValue)]) -> Int? {
        guard members.count > smallCount else {
            return members.indices.first { later in
                members[..<later].contains { JSONText.areEqual($0.name, members[later].name) }
            }
        }
        var names: Set<JSONValue> = []
        return members.firstIndex { !names.insert(.string($0.name)).inserted }
    }

    /// Up to here, comparing all names with each other is cheaper than a table.
    private static let smallCount = 24
}

extension JSONObject: Hashable {
    package static func == (one: JSONObject, other: JSONObject) -> Bool {
        guard one.count == other.count else { return false }
        guard one.count > smallCount else {
            return one.members.allSatisfy { other[$0.name] == $0.value }
        }
        var positions: [JSONValue: Int] = [:]
        for position in other.members.indices { positions[.string(other.members[position].name)] = position }
        return one.members.allSatisfy { member in
            positions[.string(member.name)].map { other.members[$0].value == member.value } ?? false
        }
    }

    package func hash(into hasher: inout Hasher) {
        // A sum, so that the order of the members doesn't matter.
        var sum = 0
        for (name, value) in members {
            var member = Hasher()
            member.combine(name)
            member.combine(value)
            sum &+= member.finalize()
        }
        hasher.combine(count)
        hasher.combine(sum)
    }
}
