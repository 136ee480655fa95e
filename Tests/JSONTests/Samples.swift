import JSON

/// Random numbers that are the same on every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// Documents made by chance: all kinds of values, and strings with all that is difficult in strings.
struct Samples {
    var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    mutating func value(depth: Int = 4) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &numbers) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &numbers))
        case 2: return .number(JSONNumber(Int.random(in: -1_000_000...1_000_000, using: &numbers)))
        case 3: return .number(number())
        case 4: return .string(text())
        case 5: return .array((0..<Int.random(in: 0...5, using: &numbers)).map { _ in value(depth: depth - 1) })
        default:
            // Now and then an object that is too large for comparing all names with each other.
            let count = Int.random(in: 0...40, using: &numbers) == 0 ? 40 : Int.random(in: 0...6, using: &numbers)
            return .object(JSONObject((0..<count).map { _ in (text(), value(depth: depth - 2)) }))
        }
    }

    mutating func number() -> JSONNumber {
        let value = Double(bitPattern: numbers.next())
        return JSONNumber(value.isFinite ? value : 0.5) ?? JSONNumber(0)
    }

    mutating func text() -> String {
        let alphabet: [Unicode.Scalar] = [
            "a", "b", "Z", "0", " ", "\"", "\\", "/", "~", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}", "é", "e", "\u{301}",
            "ß", "漢", "\u{2028}", "\u{E000}", "\u{FFFD}", "😀", "\u{10FFFF}",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...12, using: &numbers) {
            text.append(alphabet.randomElement(using: &numbers) ?? "a")
        }
        return String(text)
    }
}

extension JSONDocument {
    init(_ text: String) throws(JSONParseError) { try self.init(parsing: Array(text.utf8)) }
}

/// The canonical form of a JSON text.
func canonical(_ text: String) throws -> String {
    String(decoding: try JSONDocument(text).root.canonicalised(), as: UTF8.self)
}
