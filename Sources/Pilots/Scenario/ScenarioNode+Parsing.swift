import Yams

extension ScenarioNode {
    /// Reads a YAML text. Its size and the number of its parts are bounded, those that aliases stand for included.
    static func parse(_ text: String, file: String) throws(ScenarioError) -> ScenarioNode {
        func fail(_ problem: String, line: Int = 1, column: Int = 1) -> ScenarioError {
            ScenarioError([
                ScenarioDiagnostic(
                    file: file, line: line, column: column, problem: problem, expected: "a YAML mapping", nearest: nil)
            ])
        }
        guard text.utf8.count <= 1 << 20 else { throw fail("the file is larger than 1 MiB") }
        guard !YAMLMask.hasManyCollectionsAsKeys(text) else { throw fail("lists or mappings stand as keys") }
        do {
            let parser = try Parser(yaml: YAMLMask.masked(text), resolver: .basic)
            guard let node = try parser.singleRoot() else { throw fail("the file is empty") }
            guard node.mapping != nil else { throw fail("the file holds no mapping") }
            var parts = YAMLParts(file: file)
            // Nodes know their anchors for as long as their parser lives.
            return try withExtendedLifetime(parser) { () throws(ScenarioError) in try parts.part(node) }
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw fail("this is no YAML: \(problem)", line: mark.line, column: mark.column)
            case .duplicatedKeysInMapping(let duplicates, let context):
                let keys = duplicates.sorted().map(YAMLMask.unmasked)
                throw fail(
                    "a key stands twice: \(keys.joined(separator: ", "))", line: context.mark.line,
                    column: context.mark.column)
            default: throw fail("this is no YAML")
            }
        } catch let error as ScenarioError {
            throw error
        } catch {
            throw fail("this is no YAML")
        }
    }
}

/// Letters that hide from the YAML library what it can't read in bounded time.
///
/// It copies what aliases stand for, and compares all keys of a mapping: a key that is an alias, or a list within lists
/// (`? [? …]`), can take it forever. So it never sees an alias nor a key of that kind, but plain texts of the same
/// length that begin with a letter of no script.
private enum YAMLMask {
    static let alias: Unicode.Scalar = "\u{E000}"
    private static let key: Unicode.Scalar = "\u{E001}"

    static func masked(_ text: String) -> String {
        replacing(in: text) { $0 == "*" ? alias : $0 == "?" ? key : $0 }
    }

    /// Whether lists or mappings seem to stand as keys so often (`{…}: `) that comparing them would take long.
    static func hasManyCollectionsAsKeys(_ text: String) -> Bool {
        var count = 0
        var before: UInt8 = 0
        for byte in text.utf8 where byte != UInt8(ascii: " ") {
            if byte == UInt8(ascii: ":"), before == UInt8(ascii: "}") || before == UInt8(ascii: "]") { count += 1 }
            before = byte
        }
        return count > mostCollectionsAsKeys
    }

    /// None is of use; texts have some that only look so.
    private static let mostCollectionsAsKeys = 500

    static func unmasked(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0 == alias || $0 == key }) else { return text }
        return replacing(in: text) { $0 == alias ? "*" : $0 == key ? "?" : $0 }
    }

    private static func replacing(in text: String, _ letter: (Unicode.Scalar) -> Unicode.Scalar) -> String {
        var result = ""
        result.unicodeScalars.append(contentsOf: text.unicodeScalars.lazy.map(letter))
        return result
    }
}

/// Takes over what the YAML library read, with parts in the places of the aliases that stand for them.
private struct YAMLParts {
    let file: String
    /// What may still come, in parts.
    private var left = maximum
    /// The parts that aliases may stand for, with what each comes to.
    private var anchored: [String: (part: ScenarioNode, size: Int)] = [:]

    /// The most parts that a file may have, its aliases written out, which can be many times its size.
    private static let maximum = 200_000
    /// So many bytes of a text count as a part.
    private static let bytesOfPart = 64

    init(file: String) {
        self.file = file
    }

    mutating func part(_ node: Node) throws(ScenarioError) -> ScenarioNode {
        let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
        func made(_ content: ScenarioNode.Content) -> ScenarioNode {
            ScenarioNode(content: content, file: file, line: line, column: column)
        }
        let before = left
        let result: ScenarioNode
        switch node {
        case .scalar(let scalar):
            let text = YAMLMask.unmasked(scalar.string)
            if scalar.style == .plain, scalar.string.unicodeScalars.first == YAMLMask.alias {
                return try aliased(made(.text(text)))
            }
            result = made(.text(text))
            try take(1 + text.utf8.count / Self.bytesOfPart, at: result)
        case .sequence(let sequence):
            try take(1, at: made(.list([])))
            var elements: [ScenarioNode] = []
            for element in sequence { elements.append(try self.part(element)) }
            result = made(.list(elements))
        case .mapping(let mapping):
            try take(1, at: made(.mapping([])))
            var members: [ScenarioNode.Member] = []
            for (key, value) in mapping { members.append((try self.part(key), try self.part(value))) }
            result = made(.mapping(members))
        // Masked, so that there are none.
        case .alias: result = made(.text(""))
        }
        if let anchor = node.anchor { anchored[anchor.rawValue] = (result, before - left) }
        return result
    }

    private mutating func aliased(_ alias: ScenarioNode) throws(ScenarioError) -> ScenarioNode {
        let name = alias.text ?? ""
        guard let (part, size) = anchored[String(name.dropFirst())] else {
            throw ScenarioError([
                alias.diagnostic(
                    "'\(name)' stands for nothing before it",
                    expected: "a part that is marked with '&' and that name, or quotes around a text that begins so")
            ])
        }
        try take(size, at: alias)
        return part
    }

    private mutating func take(_ size: Int, at part: ScenarioNode) throws(ScenarioError) {
        left -= size
        guard left > 0 else {
            throw ScenarioError([
                part.diagnostic(
                    "the file has too many parts, its aliases written out",
                    expected: "at most \(Self.maximum) texts, lists and mappings")
            ])
        }
    }
}
