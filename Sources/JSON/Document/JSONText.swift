/// The text of JSON strings: UTF-8 sequences, escapes and their undoing.
enum JSONText {
    /// The length of the UTF-8 sequence at an index, or 0 where there is none: Unicode 15, table 3-7.
    static func sequenceLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        func continues(_ offset: Int, from low: UInt8 = 0x80, to high: UInt8 = 0xBF) -> Bool {
            guard index + offset < bytes.count else { return false }
            return low <= bytes[index + offset] && bytes[index + offset] <= high
        }
        switch first {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0: return continues(1, from: 0xA0) && continues(2) ? 3 : 0
        case 0xED: return continues(1, to: 0x9F) && continues(2) ? 3 : 0
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
        case 0xF0: return continues(1, from: 0x90) && continues(2) && continues(3) ? 4 : 0
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xF4: return continues(1, to: 0x8F) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }

    /// Whether two strings have the same code points; Swift's `==` also holds for other spellings of a character.
    static func areEqual(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && JSONBytes.areEqual(one.utf8Span.span, other.utf8Span.span)
    }

    /// Four hexadecimal digits as a UTF-16 code unit.
    static func codeUnit(_ bytes: Span<UInt8>, at index: Int) -> UInt16? {
        guard index + 4 <= bytes.count else { return nil }
        var unit: UInt16 = 0
        for offset in 0..<4 {
            let digit: UInt8
            switch bytes[index + offset] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[index + offset] - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[index + offset] - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[index + offset] - UInt8(ascii: "A") + 10
            default: return nil
            }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    /// The UTF-8 of a string whose text was accepted by the parser, escapes undone.
    static func unescaped(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "\\") else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let escape = bytes[index + 1]
            guard escape == UInt8(ascii: "u") else {
                result.append(Self.unescape(escape))
                index += 2
                continue
            }
            let unit = codeUnit(bytes, at: index + 2) ?? 0xFFFD
            index += 6
            var scalar = UInt32(unit)
            if unit & 0xFC00 == 0xD800, let low = codeUnit(bytes, at: index + 2) {
                scalar = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF
                index += 6
            }
            result.append(contentsOf: String(UnicodeScalar(scalar) ?? "\u{FFFD}").utf8)
        }
        return result
    }

    private static func unescape(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: letter
        }
    }

    /// Writes a string with its quotes, escaping no more than RFC 8259 asks; the form that RFC 8785 asks for too.
    static func write(_ text: String, to output: inout JSONOutput) {
        write(text.utf8Span.span, to: &output)
    }

    /// The same for the string's UTF-8.
    static func write(_ bytes: Span<UInt8>, to output: inout JSONOutput) {
        output.append(UInt8(ascii: "\""))
        var start = 0
        while true {
            let index = JSONBytes.indexOfSpecial(bytes, from: start, stopsAtNonASCII: false)
            output.append(bytes.extracting(start..<index))
            guard index < bytes.count else { break }
            writeEscaped(bytes[index], to: &output)
            start = index + 1
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func writeEscaped(_ byte: UInt8, to output: inout JSONOutput) {
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        case 0..<0x20:
            output.append("u00")
            output.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
            output.append(byte & 15 + (byte & 15 < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
        default: output.append(byte)
        }
    }
}
