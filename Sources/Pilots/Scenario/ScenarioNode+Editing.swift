extension ScenarioNode {
    init(_ content: Content, at place: ScenarioNode) {
        self.init(content: content, file: place.file, line: place.line, column: place.column)
    }

    /// A text that stands nowhere of its own, reported where another part stands.
    static func text(_ text: String, at place: ScenarioNode) -> ScenarioNode { ScenarioNode(.text(text), at: place) }

    /// A value given outside a file.
    static func parseValue(_ text: String, file: String) throws(ScenarioError) -> ScenarioNode {
        let wrapped = try parse("value: \(text)", file: file)
        return wrapped["value"] ?? wrapped
    }

    /// This mapping with the members of another where it has none of its own; mappings inside are merged likewise.
    func merging(over base: ScenarioNode) -> ScenarioNode {
        guard case .mapping(let own) = content, case .mapping(var merged) = base.content else { return self }
        for member in own {
            if let position = merged.firstIndex(where: { $0.key.text == member.key.text }) {
                merged[position] = (member.key, member.value.merging(over: merged[position].value))
            } else {
                merged.append(member)
            }
        }
        return ScenarioNode(.mapping(merged), at: self)
    }

    /// Where a path leads nowhere: the key that there isn't, and the names that there are in its place.
    struct DeadEnd: Error {
        let key: String
        let names: [String]
    }

    /// This part with a value set at a path. An element of a list is named by its position or by its `name`, `*` stands
    /// for all of them; the last keys are one where a mapping's own names hold dots, as knobs do.
    func setting(_ path: ArraySlice<String>, to value: ScenarioNode) throws(DeadEnd) -> ScenarioNode {
        guard let key = path.first else { return value }
        var rest = path.dropFirst()
        switch content {
        case .text: throw DeadEnd(key: key, names: [])
        case .mapping(var members):
            if key == "set", !rest.isEmpty { rest = [rest.joined(separator: ".")] }
            let inner = self[key] ?? ScenarioNode(.mapping([]), at: value)
            let changed = rest.isEmpty ? value : try inner.setting(rest, to: value)
            if let position = members.firstIndex(where: { $0.key.text == key }) {
                members[position].value = changed
            } else {
                members.append((.text(key, at: value), changed))
            }
            return ScenarioNode(.mapping(members), at: self)
        case .list(var elements):
            var isFound = false
            for index in elements.indices
            where key == "*" || String(index) == key || elements[index]["name"]?.text == key {
                elements[index] = try elements[index].setting(rest, to: value)
                isFound = true
            }
            guard isFound else { throw DeadEnd(key: key, names: elements.compactMap { $0["name"]?.text }) }
            return ScenarioNode(.list(elements), at: self)
        }
    }
}
