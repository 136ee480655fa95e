/// Numbers as ECMAScript writes them, which is how RFC 8785 (section 3.2.2.3) writes them.
enum ECMAScriptNumber {
    /// The shortest text that reads back as the same finite value.
    static func text(_ value: Double) -> String {
        if value == 0 { return "0" }
        if value.rounded(.towardZero) == value, abs(value) < 1e15 { return String(Int64(value)) }
        // Swift's description has the same shortest digits, in another notation.
        return notation(ExactDecimal(value.description))
    }

    /// Writes a JSON number in the form of the binary64 value that is nearest to it.
    static func write(_ text: Span<UInt8>, to output: inout JSONOutput) {
        if isCanonical(text) { return output.append(text) }
        let written = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        let value = Double(written) ?? .infinity
        output.append(value.isFinite ? Self.text(value) : notation(ExactDecimal(written)))
    }

    /// Whether a JSON number is plainly in its canonical form: up to fifteen digits, of which any choice is told apart
    /// by binary64, with no exponent, no zero at the end of a fraction, and not so small that an exponent is due.
    private static func isCanonical(_ text: Span<UInt8>) -> Bool {
        let isNegative = text[0] == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        guard text.count - start <= 16 else { return false }
        var point = text.count
        for index in start..<text.count where text[index] &- UInt8(ascii: "0") > 9 {
            guard text[index] == UInt8(ascii: "."), point == text.count else { return false }
            point = index
        }
        let beginsWithZero = text[start] == UInt8(ascii: "0")
        guard point < text.count else { return text.count - start <= 15 && !(isNegative && beginsWithZero) }
        guard text[text.count - 1] != UInt8(ascii: "0") else { return false }
        guard beginsWithZero else { return true }
        // Six places are the most that stand without an exponent.
        var index = point + 1
        while text[index] == UInt8(ascii: "0") { index += 1 }
        return index <= point + 6
    }

    /// A decimal in the notation of ECMA-262, Number::toString.
    private static func notation(_ decimal: ExactDecimal) -> String {
        guard !decimal.isZero else { return "0" }
        let digits = String(decoding: decimal.digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        let sign = decimal.isNegative ? "-" : ""
        let count = decimal.digits.count
        let point = count + decimal.exponent
        if point > 21 || point < -5 {
            let exponent = (point > 0 ? "e+" : "e-") + String(abs(point - 1))
            return sign + digits.prefix(1) + (count > 1 ? "." + digits.dropFirst() : "") + exponent
        }
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= count { return sign + digits + String(repeating: "0", count: point - count) }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
}
