import Yams

extension ScenarioNode {
    /// A text that stands nowhere of its own, reported where another part stands.
    static func text(_ text: String, at place: ScenarioNode) -> ScenarioNode {
        ScenarioNode(node: .scalar(.init(text, Tag(.implicit), .any, place.node.mark)), file: place.file)
    }

    /// A value given outside a file.
    static func parseValue(_ text: String, file: String) throws(ScenarioError) -> ScenarioNode {
        let wrapped = try parse("value: \(text)", file: file)
        return wrapped["value"] ?? wrapped
    }

    /// This mapping with the members of another where it has none of its own; mappings inside are merged likewise.
    func merging(over base: ScenarioNode) -> ScenarioNode {
        guard let own = node.mapping, let other = base.node.mapping else { return self }
        var merged = other
        for (key, value) in own {
            if let below = other[key], value.mapping != nil, below.mapping != nil {
                merged[key] =
                    ScenarioNode(node: value, file: file).merging(over: ScenarioNode(node: below, file: file)).node
            } else {
                merged[key] = value
            }
        }
        return ScenarioNode(node: .mapping(merged), file: file)
    }

    /// This part with a value set at a path. An element of a list is named by its position or by its `name`, `*` stands
    /// for all of them; the last keys are one where a mapping's own names hold dots, as knobs do.
    func setting(_ path: ArraySlice<String>, to value: ScenarioNode) -> ScenarioNode {
        guard let key = path.first else { return value }
        let rest = path.dropFirst()
        if var mapping = node.mapping {
            if key == "set" {
                let knobs = ScenarioNode(node: mapping[Node(key)] ?? Node([(Node, Node)]()), file: file)
                var inner = knobs.node.mapping ?? Node.Mapping([])
                inner[Node(rest.joined(separator: "."))] = value.node
                mapping[Node(key)] = .mapping(inner)
            } else {
                let child = ScenarioNode(node: mapping[Node(key)] ?? Node([(Node, Node)]()), file: file)
                mapping[Node(key)] = rest.isEmpty ? value.node : child.setting(rest, to: value).node
            }
            return ScenarioNode(node: .mapping(mapping), file: file)
        }
        if var sequence = node.sequence {
            for index in sequence.indices {
                let element = ScenarioNode(node: sequence[index], file: file)
                guard key == "*" || String(index) == key || element["name"]?.text == key else { continue }
                sequence[index] = element.setting(rest, to: value).node
            }
            return ScenarioNode(node: .sequence(sequence), file: file)
        }
        return self
    }
}
