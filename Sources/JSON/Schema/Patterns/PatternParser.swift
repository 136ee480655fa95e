/// A pattern as it was read.
indirect enum PatternTree {
    case set(ScalarSet)
    case assertion(SchemaPattern.Assertion)
    case sequence([PatternTree])
    case alternatives([PatternTree])
    case repetition(PatternTree, Int, Int?)
}

/// Reads the pattern grammar of ECMA-262, section 22.2.1, without look-around and back references.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    private static let maximumDepth = 64
    private static let maximumRepetition = 1000

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    mutating func parse() -> PatternTree? {
        guard let tree = alternatives(), position == scalars.count else { return nil }
        return tree
    }

    private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        position += 1
        return true
    }

    private mutating func alternatives() -> PatternTree? {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.maximumDepth else { return nil }
        var options: [PatternTree] = []
        repeat {
            guard let option = sequence() else { return nil }
            options.append(option)
        } while take("|")
        return options.count == 1 ? options[0] : .alternatives(options)
    }

    private mutating func sequence() -> PatternTree? {
        var parts: [PatternTree] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            guard let atom = atom(), let part = repeated(atom) else { return nil }
            parts.append(part)
        }
        return .sequence(parts)
    }

    private mutating func repeated(_ atom: PatternTree) -> PatternTree? {
        var tree = atom
        switch current {
        case "*": tree = .repetition(atom, 0, nil)
        case "+": tree = .repetition(atom, 1, nil)
        case "?": tree = .repetition(atom, 0, 1)
        case "{":
            guard let (low, high) = bounds() else { return .some(tree) }
            guard low <= Self.maximumRepetition, high.map({ $0 <= Self.maximumRepetition && $0 >= low }) ?? true
            else { return nil }
            tree = .repetition(atom, low, high)
            position -= 1
        default: return tree
        }
        position += 1
        _ = take("?")
        return tree
    }

    /// `{n}`, `{n,}` or `{n,m}`; nil, with nothing consumed, where the brace is no quantifier.
    private mutating func bounds() -> (Int, Int?)? {
        let start = position
        position += 1
        if let low = number() {
            if take("}") { return (low, low) }
            if take(",") {
                if take("}") { return (low, nil) }
                if let high = number(), take("}") { return (low, high) }
            }
        }
        position = start
        return nil
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let scalar = current, ScalarSet.digit.contains(scalar.value) {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        return Int(digits)
    }

    private mutating func atom() -> PatternTree? {
        guard let scalar = current else { return nil }
        position += 1
        switch scalar {
        case ".": return .set(.any)
        case "^": return .assertion(.start)
        case "$": return .assertion(.end)
        case "(":
            if take("?") {
                guard take(":") || skipGroupName() else { return nil }
            }
            guard let tree = alternatives(), take(")") else { return nil }
            return tree
        case "[": return characterClass().map(PatternTree.set)
        case "\\": return escape()
        case "*", "+", "?": return nil
        default: return .set(ScalarSet(ranges: [scalar.value...scalar.value]))
        }
    }

    private mutating func skipGroupName() -> Bool {
        guard take("<"), current != "=", current != "!" else { return false }
        while let scalar = current {
            position += 1
            if scalar == ">" { return true }
        }
        return false
    }

    private mutating func escape() -> PatternTree? {
        switch current {
        case "b":
            position += 1
            return .assertion(.wordBoundary)
        case "B":
            position += 1
            return .assertion(.notWordBoundary)
        default: return escapedSet().map(PatternTree.set)
        }
    }

    /// What an escape stands for, in or outside a class.
    private mutating func escapedSet() -> ScalarSet? {
        guard let scalar = current else { return nil }
        position += 1
        switch scalar {
        case "d": return .digit
        case "D": return .digit.inverted
        case "w": return .word
        case "W": return .word.inverted
        case "s": return .space
        case "S": return .space.inverted
        case "p", "P":
            guard take("{") else { return nil }
            var name = ""
            while let letter = current, letter != "}" {
                name.unicodeScalars.append(letter)
                position += 1
            }
            guard take("}") else { return nil }
            return ScalarProperty(name).map { ScalarSet($0, isInverted: scalar == "P") }
        case "n": return one(0x0A)
        case "r": return one(0x0D)
        case "t": return one(0x09)
        case "f": return one(0x0C)
        case "v": return one(0x0B)
        case "0": return one(0)
        case "x": return hexadecimal(2).map(one)
        case "u":
            if take("{") {
                var digits = ""
                while let digit = current, digit != "}", digits.count < 7 {
                    digits.unicodeScalars.append(digit)
                    position += 1
                }
                guard take("}"), let value = UInt32(digits, radix: 16), value <= 0x10FFFF else { return nil }
                return one(value)
            }
            return hexadecimal(4).map(one)
        case "1"..."9", "c", "k": return nil
        default: return one(scalar.value)
        }
    }

    private func one(_ value: UInt32) -> ScalarSet { ScalarSet(ranges: [value...value]) }

    private mutating func hexadecimal(_ count: Int) -> UInt32? {
        guard position + count <= scalars.count else { return nil }
        var digits = ""
        digits.unicodeScalars.append(contentsOf: scalars[position..<position + count])
        guard let value = UInt32(digits, radix: 16) else { return nil }
        position += count
        return value
    }

    private mutating func characterClass() -> ScalarSet? {
        var parts: [ScalarSet] = []
        let isInverted = take("^")
        while let scalar = current {
            position += 1
            if scalar == "]" { return ScalarSet(union: parts, isInverted: isInverted) }
            guard let low = classAtom(scalar) else { return nil }
            if current == "-", position + 1 < scalars.count, scalars[position + 1] != "]", let first = low.single {
                position += 1
                let next = scalars[position]
                position += 1
                guard let last = classAtom(next)?.single, first <= last else { return nil }
                parts.append(ScalarSet(ranges: [first...last]))
            } else {
                parts.append(low)
            }
        }
        return nil
    }

    private mutating func classAtom(_ scalar: Unicode.Scalar) -> ScalarSet? {
        guard scalar == "\\" else { return one(scalar.value) }
        if take("b") { return one(0x08) }
        return escapedSet()
    }
}
