/// Builds the table of a document in one pass over its bytes, without recursion.
struct JSONParser {
    private(set) var nodes: [JSONDocument.Node] = []
    private let limits: JSONLimits
    private var position = 0
    private var containers: [Container] = []
    /// The names of the objects that are open, for finding one that stands twice.
    private var names: [Name] = []

    private struct Container {
        let node: Int
        let isObject: Bool
        let firstName: Int
        var count: UInt32 = 0
    }

    private struct Name {
        let hash: UInt32
        let node: Int
    }

    init(limits: JSONLimits) {
        self.limits = limits
    }

    mutating func parse(_ bytes: Span<UInt8>) throws(JSONParseError) {
        guard bytes.count <= limits.maximumBytes else {
            throw JSONParseError(.tooLarge(limit: limits.maximumBytes), at: 0, in: bytes)
        }
        nodes.reserveCapacity(bytes.count / 12 + 8)
        skipSpace(bytes)
        guard position < bytes.count else { throw JSONParseError(.empty, at: 0, in: bytes) }
        var expectsValue = true
        repeat {
            if expectsValue {
                expectsValue = try parseValue(bytes)
            } else {
                expectsValue = try continueContainer(bytes)
            }
        } while expectsValue || !containers.isEmpty
        skipSpace(bytes)
        guard position == bytes.count else { throw JSONParseError(.trailingContent, at: position, in: bytes) }
    }

    /// Parses a value, or opens a container; true if a value must follow directly.
    private mutating func parseValue(_ bytes: Span<UInt8>) throws(JSONParseError) -> Bool {
        skipSpace(bytes)
        guard position < bytes.count else { throw JSONParseError(.unterminated("a value"), at: position, in: bytes) }
        switch bytes[position] {
        case UInt8(ascii: "\""):
            try parseString(bytes)
            return false
        case UInt8(ascii: "{"):
            return try open(isObject: true, bytes)
        case UInt8(ascii: "["):
            return try open(isObject: false, bytes)
        case UInt8(ascii: "t"):
            try parseWord("true", .isTrue, bytes)
        case UInt8(ascii: "f"):
            try parseWord("false", .isFalse, bytes)
        case UInt8(ascii: "n"):
            try parseWord("null", .null, bytes)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try parseNumber(bytes)
        default:
            throw JSONParseError(.unexpected(expected: "a value"), at: position, in: bytes)
        }
        return false
    }

    private mutating func open(isObject: Bool, _ bytes: Span<UInt8>) throws(JSONParseError) -> Bool {
        guard containers.count < limits.maximumDepth else {
            throw JSONParseError(.tooDeep(limit: limits.maximumDepth), at: position, in: bytes)
        }
        containers.append(Container(node: nodes.count, isObject: isObject, firstName: names.count))
        append(isObject ? .object : .array, from: position, to: position)
        position += 1
        skipSpace(bytes)
        if position < bytes.count, bytes[position] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            return false
        }
        if isObject { try parseName(bytes) }
        containers[containers.count - 1].count = 1
        return true
    }

    /// After a value: the next member or element, or the end of the container; true if a value must follow.
    private mutating func continueContainer(_ bytes: Span<UInt8>) throws(JSONParseError) -> Bool {
        guard let container = containers.last else { return false }
        skipSpace(bytes)
        guard position < bytes.count else {
            throw JSONParseError(
                .unterminated(container.isObject ? "an object" : "an array"), at: position, in: bytes)
        }
        let end = container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        switch bytes[position] {
        case end:
            position += 1
            try close(bytes)
            return false
        case UInt8(ascii: ","):
            position += 1
            skipSpace(bytes)
            if container.isObject { try parseName(bytes) }
            containers[containers.count - 1].count += 1
            return true
        default:
            throw JSONParseError(
                .unexpected(expected: container.isObject ? "',' or '}'" : "',' or ']'"), at: position, in: bytes)
        }
    }

    private mutating func close(_ bytes: Span<UInt8>) throws(JSONParseError) {
        let container = containers.removeLast()
        if container.isObject {
            try refuseDuplicates(from: container.firstName, bytes)
            names.removeSubrange(container.firstName...)
        }
        nodes[container.node].end = UInt32(truncatingIfNeeded: position)
        nodes[container.node].next = UInt32(truncatingIfNeeded: nodes.count)
        nodes[container.node].count = container.count
    }

    private mutating func parseName(_ bytes: Span<UInt8>) throws(JSONParseError) {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
            throw JSONParseError(.unexpected(expected: "a member name in quotes"), at: position, in: bytes)
        }
        let node = nodes.count
        try parseString(bytes)
        names.append(Name(hash: Self.hash(of: nodes[node], bytes), node: node))
        skipSpace(bytes)
        guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
            throw JSONParseError(.unexpected(expected: "':' after a member name"), at: position, in: bytes)
        }
        position += 1
    }

    // MARK: Names

    private static func hash(of node: JSONDocument.Node, _ bytes: Span<UInt8>) -> UInt32 {
        let range = Int(node.start)..<Int(node.end)
        guard node.hasEscapes else { return JSONBytes.hash(bytes.extracting(range)) }
        return JSONBytes.hash(JSONText.unescaped(bytes, range).span)
    }

    /// Refuses an object that has a name twice; few names are compared in pairs, many are sorted first, so that the
    /// cost stays O(*n* log *n*) whatever the names are.
    private func refuseDuplicates(from first: Int, _ bytes: Span<UInt8>) throws(JSONParseError) {
        let count = names.count - first
        guard count > 1 else { return }
        guard count > 24 else {
            for later in (first + 1)..<names.count {
                for earlier in first..<later where names[earlier].hash == names[later].hash {
                    if areEqual(names[earlier], names[later], bytes) { throw duplicate(names[later], bytes) }
                }
            }
            return
        }
        let sorted = names[first...].sorted { one, other in
            if one.hash != other.hash { return one.hash < other.hash }
            let (left, right) = (text(of: one, bytes), text(of: other, bytes))
            return left == right ? one.node < other.node : left.lexicographicallyPrecedes(right)
        }
        for index in 1..<sorted.count where areEqual(sorted[index - 1], sorted[index], bytes) {
            throw duplicate(sorted[index], bytes)
        }
    }

    private func text(of name: Name, _ bytes: Span<UInt8>) -> [UInt8] {
        JSONText.unescaped(bytes, Int(nodes[name.node].start)..<Int(nodes[name.node].end))
    }

    private func areEqual(_ one: Name, _ other: Name, _ bytes: Span<UInt8>) -> Bool {
        one.hash == other.hash && text(of: one, bytes) == text(of: other, bytes)
    }

    private func duplicate(_ name: Name, _ bytes: Span<UInt8>) -> JSONParseError {
        JSONParseError(.duplicateName, at: Int(nodes[name.node].start) - 1, in: bytes)
    }

    // MARK: Scalars

    private mutating func append(_ kind: JSONDocument.NodeKind, from start: Int, to end: Int, count: UInt32 = 0) {
        nodes.append(
            JSONDocument.Node(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: nodes.count + 1), count: count, kind: kind))
    }

    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func parseWord(
        _ word: StaticString, _ kind: JSONDocument.NodeKind, _ bytes: Span<UInt8>
    ) throws(JSONParseError) {
        let start = position
        let matches = word.withUTF8Buffer { letters in
            guard bytes.count - start >= letters.count else { return false }
            for index in 0..<letters.count where bytes[start + index] != letters[index] { return false }
            return true
        }
        guard matches else { throw JSONParseError(.unexpected(expected: "a value"), at: start, in: bytes) }
        position += word.utf8CodeUnitCount
        append(kind, from: start, to: position)
    }

    private mutating func parseNumber(_ bytes: Span<UInt8>) throws(JSONParseError) {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        guard position < bytes.count else { throw JSONParseError(.badNumber, at: start, in: bytes) }
        if bytes[position] == UInt8(ascii: "0") {
            position += 1
        } else {
            guard skipDigits(bytes) else { throw JSONParseError(.badNumber, at: start, in: bytes) }
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            guard skipDigits(bytes) else { throw JSONParseError(.badNumber, at: start, in: bytes) }
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            guard skipDigits(bytes) else { throw JSONParseError(.badNumber, at: start, in: bytes) }
        }
        append(.number, from: start, to: position)
    }

    private mutating func skipDigits(_ bytes: Span<UInt8>) -> Bool {
        let start = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        return position > start
    }

    private mutating func parseString(_ bytes: Span<UInt8>) throws(JSONParseError) {
        let start = position + 1
        var index = start
        var hasEscapes: UInt32 = 0
        while true {
            index = JSONBytes.indexOfSpecial(bytes, from: index, stopsAtNonASCII: true)
            guard index < bytes.count else { throw JSONParseError(.unterminated("a string"), at: index, in: bytes) }
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = 1
                index = try skipEscape(at: index, bytes)
            } else if byte < 0x20 {
                throw JSONParseError(.controlCharacter, at: index, in: bytes)
            } else {
                let length = JSONText.sequenceLength(bytes, at: index)
                guard length > 0 else { throw JSONParseError(.invalidUTF8, at: index, in: bytes) }
                index += length
            }
        }
        append(.string, from: start, to: index, count: hasEscapes)
        position = index + 1
    }

    /// The index behind an escape that begins at `index`; a surrogate pair counts as one.
    private func skipEscape(at index: Int, _ bytes: Span<UInt8>) throws(JSONParseError) -> Int {
        guard index + 1 < bytes.count else { throw JSONParseError(.unterminated("a string"), at: index, in: bytes) }
        switch bytes[index + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return index + 2
        case UInt8(ascii: "u"):
            guard let unit = JSONText.codeUnit(bytes, at: index + 2) else {
                throw JSONParseError(.badEscape, at: index, in: bytes)
            }
            guard unit & 0xF800 == 0xD800 else { return index + 6 }
            guard unit < 0xDC00, index + 7 < bytes.count, bytes[index + 6] == UInt8(ascii: "\\"),
                bytes[index + 7] == UInt8(ascii: "u"), let low = JSONText.codeUnit(bytes, at: index + 8),
                low & 0xFC00 == 0xDC00
            else { throw JSONParseError(.loneSurrogate, at: index, in: bytes) }
            return index + 12
        default:
            throw JSONParseError(.badEscape, at: index, in: bytes)
        }
    }
}
