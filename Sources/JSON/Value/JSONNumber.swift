/// A JSON number, kept exactly as it was written.
package struct JSONNumber: Sendable, CustomStringConvertible {
    /// The number as text that follows the grammar of RFC 8259, section 6.
    package let text: String

    init(text: String) {
        self.text = text
    }

    /// A number from the text of one, as UTF-8.
    init(utf8 text: Span<UInt8>) {
        self.text = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    package init(_ value: Int) {
        text = String(value)
    }

    /// A number from a floating-point value, in its shortest form; nil for what JSON has no number for.
    package init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = ECMAScriptNumber.text(value)
    }

    /// A number with a fixed count of decimals, for figures whose precision is known.
    package init(_ value: Double, decimals: Int) {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let rounded = (value * scale).rounded() / scale
        self = JSONNumber(rounded.isFinite ? rounded : 0) ?? JSONNumber(0)
    }

    /// The value, if it is a whole number that fits; `1.0` and `1e2` are whole.
    package var int: Int? {
        if let value = Int(text) { return value }
        let decimal = ExactDecimal(text)
        guard decimal.exponent >= 0, decimal.exponent < 19, decimal.digits.count + decimal.exponent <= 19 else {
            return decimal.isZero ? 0 : nil
        }
        let digits = String(decoding: decimal.digits.map { $0 + 0x30 }, as: UTF8.self)
        return Int((decimal.isNegative ? "-" : "") + digits + String(repeating: "0", count: decimal.exponent))
    }

    /// The nearest floating-point value; infinite for what is too large.
    package var double: Double { Double(text) ?? .nan }

    package var description: String { text }
}

extension JSONNumber: Hashable, Comparable {
    /// Numbers are equal when their values are: `1`, `1.0` and `10e-1` are one number.
    package static func == (one: JSONNumber, other: JSONNumber) -> Bool {
        one.text == other.text || ExactDecimal(one.text) == ExactDecimal(other.text)
    }

    package static func < (one: JSONNumber, other: JSONNumber) -> Bool {
        ExactDecimal(one.text) < ExactDecimal(other.text)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(ExactDecimal(text)) }

    /// Whether the number is a whole multiple of another one, decided without rounding.
    package func isMultiple(of divisor: JSONNumber) -> Bool {
        ExactDecimal(text).isMultiple(of: ExactDecimal(divisor.text))
    }

    var isWhole: Bool {
        let decimal = ExactDecimal(text)
        return decimal.isZero || decimal.exponent >= 0
    }
}
