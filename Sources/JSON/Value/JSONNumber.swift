/// A JSON number, kept exactly as it was written.
package struct JSONNumber: Sendable, CustomStringConvertible {
    /// The number as text that follows the grammar of RFC 8259, section 6.
    package let text: String

    init(text: String) {
        self.text = text
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

/// A decimal number as its significant digits and a power of ten.
struct ExactDecimal: Hashable, Comparable {
    let isNegative: Bool
    /// Digits from 0 to 9, no zero at either end; empty for zero.
    let digits: [UInt8]
    /// The power of ten by which the digits, read as a whole number, are multiplied.
    let exponent: Int

    var isZero: Bool { digits.isEmpty }

    init(_ text: String) {
        var digits: [UInt8] = []
        var isNegative = false
        var fraction = 0
        var isFraction = false
        var exponent = 0
        var bytes = Array(text.utf8)[...]
        if bytes.first == UInt8(ascii: "-") {
            isNegative = true
            bytes = bytes.dropFirst()
        }
        while let byte = bytes.popFirst() {
            if byte == UInt8(ascii: ".") {
                isFraction = true
            } else if byte | 0x20 == UInt8(ascii: "e") {
                // An exponent beyond these bounds moves nothing that could still be told apart.
                let written = String(decoding: bytes, as: UTF8.self)
                exponent =
                    Int(written).map { max(-1 << 40, min(1 << 40, $0)) }
                    ?? (written.hasPrefix("-") ? -1 << 40 : 1 << 40)
                break
            } else {
                if !digits.isEmpty || byte != UInt8(ascii: "0") { digits.append(byte - UInt8(ascii: "0")) }
                if isFraction { fraction += 1 }
            }
        }
        exponent -= fraction
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        self.digits = digits
        self.isNegative = isNegative && !digits.isEmpty
        self.exponent = digits.isEmpty ? 0 : exponent
    }

    static func < (one: ExactDecimal, other: ExactDecimal) -> Bool {
        if one.isNegative != other.isNegative { return one.isNegative }
        return one.isNegative ? isSmaller(other, one) : isSmaller(one, other)
    }

    private static func isSmaller(_ one: ExactDecimal, _ other: ExactDecimal) -> Bool {
        guard !one.isZero, !other.isZero else { return one.isZero && !other.isZero }
        let (oneSize, otherSize) = (one.digits.count + one.exponent, other.digits.count + other.exponent)
        guard oneSize == otherSize else { return oneSize < otherSize }
        return one.digits.lexicographicallyPrecedes(other.digits)
    }

    /// Whether this is a whole multiple of `divisor`.
    ///
    /// With all factors of ten moved into the exponents, a multiple can't have the smaller exponent; and with the
    /// larger one it is decided by a remainder, digit by digit.
    func isMultiple(of divisor: ExactDecimal) -> Bool {
        guard !isZero else { return true }
        guard !divisor.isZero, exponent >= divisor.exponent else { return false }
        guard divisor.digits.count <= 18 else {
            return digits == divisor.digits
        }
        let modulus = divisor.digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
        var remainder: UInt64 = 0
        for digit in digits { remainder = Self.step(remainder, digit: UInt64(digit), modulus: modulus) }
        var shifts = exponent - divisor.exponent
        var factor: UInt64 = 10 % modulus
        while shifts > 0 {
            if shifts & 1 == 1 { remainder = Self.product(remainder, factor, modulus: modulus) }
            factor = Self.product(factor, factor, modulus: modulus)
            shifts >>= 1
        }
        return remainder == 0
    }

    private static func step(_ remainder: UInt64, digit: UInt64, modulus: UInt64) -> UInt64 {
        (product(remainder, 10 % modulus, modulus: modulus) + digit % modulus) % modulus
    }

    private static func product(_ one: UInt64, _ other: UInt64, modulus: UInt64) -> UInt64 {
        modulus.dividingFullWidth(one.multipliedFullWidth(by: other)).remainder
    }
}
