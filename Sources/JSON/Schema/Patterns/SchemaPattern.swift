/// A regular expression of ECMA-262, as far as schemas use them, over Unicode code points.
///
/// Matching goes through all ways at once (a Pike machine), so its cost is bounded by the product of the lengths of
/// pattern and text whatever either holds. Look-around and back references are not supported and refused on compiling.
struct SchemaPattern: Sendable {
    /// The pattern as it was written.
    let source: String
    private let program: [Instruction]
    private let sets: [ScalarSet]
    /// Whether a match can only begin where the text does.
    private let isAnchored: Bool

    /// One step; references to sets are positions, so that steps are plain bits.
    enum Instruction: Sendable {
        case scalar(set: Int)
        case split(Int, Int)
        case jump(Int)
        case assert(Assertion)
        case match
    }

    enum Assertion: Sendable { case start, end, wordBoundary, notWordBoundary }

    /// Compiles a pattern; nil where it is malformed or beyond what is supported.
    init?(_ text: String) {
        var parser = PatternParser(text)
        var emitter = PatternEmitter()
        guard let tree = parser.parse(), emitter.emit(tree) else { return nil }
        source = text
        program = emitter.program + [.match]
        sets = emitter.sets
        if case .assert(.start) = program[0] { isAnchored = true } else { isAnchored = false }
    }

    /// Whether some part of the text, which is valid UTF-8, matches: patterns in schemas are not anchored.
    func matches(_ text: Span<UInt8>) -> Bool {
        var threads = Threads(count: program.count)
        var position = 0
        var previous: UInt32?
        while true {
            let (scalar, length) = Self.scalar(text, at: position)
            if position == 0 || !isAnchored { threads.pending.append(0) }
            if follow(&threads, previous, scalar) { return true }
            guard let scalar, !threads.current.isEmpty || !isAnchored else { return false }
            for state in threads.current {
                if case .scalar(let set) = program[state], sets[set].contains(scalar) {
                    threads.pending.append(state + 1)
                }
            }
            threads.advance()
            previous = scalar
            position += length
        }
    }

    /// Where the match stands in the program: one entry for each way that is still open.
    private struct Threads {
        var current: [Int] = []
        var pending: [Int] = []
        private var visited: [Int]
        private var generation = 1

        init(count: Int) {
            visited = [Int](repeating: 0, count: count)
        }

        /// True the first time that an instruction is reached at a position.
        mutating func visit(_ instruction: Int) -> Bool {
            guard visited[instruction] != generation else { return false }
            visited[instruction] = generation
            return true
        }

        mutating func advance() {
            current.removeAll(keepingCapacity: true)
            generation += 1
        }
    }

    /// Follows jumps from all pending instructions; true when the end of the pattern is reached.
    private func follow(_ threads: inout Threads, _ previous: UInt32?, _ next: UInt32?) -> Bool {
        while let index = threads.pending.popLast() {
            guard threads.visit(index) else { continue }
            switch program[index] {
            case .scalar: threads.current.append(index)
            case .jump(let target): threads.pending.append(target)
            case .split(let one, let other):
                threads.pending.append(other)
                threads.pending.append(one)
            case .assert(let assertion):
                if Self.holds(assertion, previous, next) { threads.pending.append(index + 1) }
            case .match: return true
            }
        }
        return false
    }

    private static func holds(_ assertion: Assertion, _ previous: UInt32?, _ next: UInt32?) -> Bool {
        let isWordBefore = previous.map(ScalarSet.word.contains) ?? false
        let isWordAfter = next.map(ScalarSet.word.contains) ?? false
        return switch assertion {
        case .start: previous == nil
        case .end: next == nil
        case .wordBoundary: isWordBefore != isWordAfter
        case .notWordBoundary: isWordBefore == isWordAfter
        }
    }

    /// The code point at an index of valid UTF-8, with its length; nil at the end.
    private static func scalar(_ text: Span<UInt8>, at index: Int) -> (UInt32?, Int) {
        guard index < text.count else { return (nil, 0) }
        let first = text[index]
        guard first >= 0x80 else { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
        return (value, length)
    }
}

/// Writes the program of a pattern, and bounds its size and the work of writing it.
struct PatternEmitter {
    private(set) var program: [SchemaPattern.Instruction] = []
    private(set) var sets: [ScalarSet] = []
    private var steps = 0
    private static let maximumSteps = 20_000

    /// False where the pattern is too large.
    mutating func emit(_ tree: PatternTree) -> Bool {
        steps += 1
        guard steps <= Self.maximumSteps else { return false }
        switch tree {
        case .set(let set):
            program.append(.scalar(set: sets.count))
            sets.append(set)
        case .assertion(let assertion): program.append(.assert(assertion))
        case .sequence(let parts):
            for part in parts { guard emit(part) else { return false } }
        case .alternatives(let options): return emitAlternatives(options)
        case .repetition(let part, let low, let high): return emitRepetition(of: part, low, high)
        }
        return true
    }

    private mutating func emitAlternatives(_ options: [PatternTree]) -> Bool {
        var ends: [Int] = []
        for (index, option) in options.enumerated() {
            guard index < options.count - 1 else {
                guard emit(option) else { return false }
                break
            }
            let split = program.count
            program.append(.split(split + 1, 0))
            guard emit(option) else { return false }
            ends.append(program.count)
            program.append(.jump(0))
            program[split] = .split(split + 1, program.count)
        }
        for end in ends { program[end] = .jump(program.count) }
        return true
    }

    private mutating func emitRepetition(of part: PatternTree, _ low: Int, _ high: Int?) -> Bool {
        for _ in 0..<low { guard emit(part) else { return false } }
        guard let high else {
            let split = program.count
            program.append(.split(split + 1, 0))
            guard emit(part) else { return false }
            program.append(.jump(split))
            program[split] = .split(split + 1, program.count)
            return true
        }
        var splits: [Int] = []
        for _ in low..<high {
            splits.append(program.count)
            program.append(.split(program.count + 1, 0))
            guard emit(part) else { return false }
        }
        for split in splits { program[split] = .split(split + 1, program.count) }
        return true
    }
}
