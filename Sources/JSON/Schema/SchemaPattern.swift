/// A regular expression of ECMA-262, as far as schemas use them, over Unicode scalars.
///
/// Matching goes through all ways at once (a Pike machine), so its cost is bounded by the product of the lengths of
/// pattern and text whatever either holds. Look-around and back references are not supported and refused on compiling.
struct SchemaPattern: Sendable {
    private let program: [Instruction]

    enum Instruction: Sendable {
        case scalar(CharacterSet)
        case split(Int, Int)
        case jump(Int)
        case assert(Assertion)
        case match
    }

    enum Assertion: Sendable { case start, end, wordBoundary, notWordBoundary }

    /// Compiles a pattern; nil where it is malformed or beyond what is supported.
    init?(_ text: String) {
        var parser = PatternParser(text)
        guard let tree = parser.parse() else { return nil }
        var program: [Instruction] = []
        guard Self.emit(tree, into: &program) else { return nil }
        program.append(.match)
        self.program = program
    }

    /// Whether some part of the text matches: patterns in schemas are not anchored.
    func matches(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var threads = Threads(count: program.count)
        for position in 0...scalars.count {
            if add(0, at: position, in: scalars, to: &threads) { return true }
            guard position < scalars.count else { return false }
            let scalar = scalars[position]
            threads.advance()
            for index in 0..<threads.previous.count {
                let state = threads.previous[index]
                guard case .scalar(let set) = program[state], set.contains(scalar) else { continue }
                if add(state + 1, at: position + 1, in: scalars, to: &threads) { return true }
            }
        }
        return false
    }

    /// The instructions that are reached at one position of the text, each once.
    private struct Threads {
        var current: [Int] = []
        var previous: [Int] = []
        var pending: [Int] = []
        var visited: [Int]
        var generation = 0

        init(count: Int) {
            visited = [Int](repeating: -1, count: count)
        }

        /// Goes on to the next position; where the first instruction begins anew, it joins the same generation.
        mutating func advance() {
            swap(&current, &previous)
            current.removeAll(keepingCapacity: true)
            generation += 1
        }
    }

    /// Follows jumps from an instruction; true when the end of the pattern is reached.
    private func add(
        _ start: Int, at position: Int, in scalars: [Unicode.Scalar], to threads: inout Threads
    ) -> Bool {
        threads.pending.append(start)
        while let index = threads.pending.popLast() {
            guard threads.visited[index] != threads.generation else { continue }
            threads.visited[index] = threads.generation
            switch program[index] {
            case .scalar: threads.current.append(index)
            case .jump(let target): threads.pending.append(target)
            case .split(let one, let other):
                threads.pending.append(other)
                threads.pending.append(one)
            case .assert(let assertion):
                if holds(assertion, at: position, in: scalars) { threads.pending.append(index + 1) }
            case .match: return true
            }
        }
        return false
    }

    private func holds(_ assertion: Assertion, at position: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let isWordBefore = position > 0 && CharacterSet.word.contains(scalars[position - 1])
        let isWordAfter = position < scalars.count && CharacterSet.word.contains(scalars[position])
        return switch assertion {
        case .start: position == 0
        case .end: position == scalars.count
        case .wordBoundary: isWordBefore != isWordAfter
        case .notWordBoundary: isWordBefore == isWordAfter
        }
    }

    // MARK: Compiling

    private static let maximumProgram = 20_000

    private static func emit(_ tree: PatternTree, into program: inout [Instruction]) -> Bool {
        guard program.count < maximumProgram else { return false }
        switch tree {
        case .empty: break
        case .set(let set): program.append(.scalar(set))
        case .assertion(let assertion): program.append(.assert(assertion))
        case .sequence(let parts):
            for part in parts { guard emit(part, into: &program) else { return false } }
        case .alternatives(let options):
            var ends: [Int] = []
            for (index, option) in options.enumerated() {
                let isLast = index == options.count - 1
                let split = program.count
                if !isLast { program.append(.split(split + 1, 0)) }
                guard emit(option, into: &program) else { return false }
                guard !isLast else { break }
                ends.append(program.count)
                program.append(.jump(0))
                program[split] = .split(split + 1, program.count)
            }
            for end in ends { program[end] = .jump(program.count) }
        case .repetition(let part, let low, let high):
            for _ in 0..<low { guard emit(part, into: &program) else { return false } }
            if let high {
                var splits: [Int] = []
                for _ in low..<max(low, high) {
                    splits.append(program.count)
                    program.append(.split(program.count + 1, 0))
                    guard emit(part, into: &program) else { return false }
                }
                for split in splits { program[split] = .split(split + 1, program.count) }
            } else {
                let split = program.count
                program.append(.split(split + 1, 0))
                guard emit(part, into: &program) else { return false }
                program.append(.jump(split))
                program[split] = .split(split + 1, program.count)
            }
        }
        return true
    }
}

/// A set of Unicode scalars in a pattern.
struct CharacterSet: Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    var categories: [PatternCategory] = []
    var subtracted: [CharacterSet] = []
    var isInverted = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let isListed =
            ranges.contains { $0.contains(scalar.value) }
            || categories.contains { $0.contains(scalar) }
            || subtracted.contains { $0.contains(scalar) }
        return isListed != isInverted
    }

    static let digit = CharacterSet(ranges: [0x30...0x39])
    static let word = CharacterSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let space = CharacterSet(ranges: [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    static let any = CharacterSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029], isInverted: true)

    var inverted: CharacterSet {
        var set = self
        set.isInverted.toggle()
        return set
    }
}

/// The Unicode properties that patterns name.
enum PatternCategory: Sendable {
    case letter, upperCase, lowerCase, number, decimal, punctuation, separator

    init?(_ name: String) {
        switch name {
        case "L", "Letter", "Alphabetic": self = .letter
        case "Lu", "Uppercase_Letter": self = .upperCase
        case "Ll", "Lowercase_Letter": self = .lowerCase
        case "N", "Number": self = .number
        case "Nd", "Decimal_Number", "digit": self = .decimal
        case "P", "Punctuation", "punct": self = .punctuation
        case "Z", "Separator": self = .separator
        default: return nil
        }
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch (self, scalar.properties.generalCategory) {
        case (.letter, .uppercaseLetter), (.letter, .lowercaseLetter), (.letter, .titlecaseLetter),
            (.letter, .modifierLetter), (.letter, .otherLetter), (.upperCase, .uppercaseLetter),
            (.lowerCase, .lowercaseLetter), (.number, .decimalNumber), (.number, .letterNumber),
            (.number, .otherNumber), (.decimal, .decimalNumber), (.punctuation, .connectorPunctuation),
            (.punctuation, .dashPunctuation), (.punctuation, .openPunctuation), (.punctuation, .closePunctuation),
            (.punctuation, .initialPunctuation), (.punctuation, .finalPunctuation),
            (.punctuation, .otherPunctuation), (.separator, .spaceSeparator), (.separator, .lineSeparator),
            (.separator, .paragraphSeparator):
            true
        default: false
        }
    }
}
