/// A number that a schema sets against others.
///
/// Comparing is exact. Numbers of up to fifteen digits without exponent, which are nearly all, are compared as
/// binary64: no two of them share a value there, and their order is kept.
struct NumberBound: Sendable, CustomStringConvertible {
    let number: JSONNumber
    private let quick: Double?

    init(_ number: JSONNumber) {
        self.number = number
        quick = Self.quick(number.text.utf8Span.span)
    }

    var description: String { number.description }

    /// -1, 0 or 1, as the number that is written stands below, at or above the bound.
    func order(of text: Span<UInt8>) -> Int {
        if let quick, let value = Self.quick(text) { return value < quick ? -1 : value > quick ? 1 : 0 }
        let value = JSONNumber(utf8: text)
        return value < number ? -1 : value == number ? 0 : 1
    }

    /// Whether the number that is written is a whole multiple of this one.
    func divides(_ text: Span<UInt8>) -> Bool {
        if let quick, let value = Self.quick(text), let divisor = Int(exactly: quick), divisor != 0,
            let whole = Int(exactly: value)
        {
            return whole % divisor == 0
        }
        return JSONNumber(utf8: text).isMultiple(of: number)
    }

    private static func quick(_ text: Span<UInt8>) -> Double? {
        let isNegative = text[0] == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        guard text.count - start <= 16 else { return nil }
        var digits = 0
        var value = 0
        var scale = 1.0
        var isFraction = false
        for index in start..<text.count {
            if text[index] == UInt8(ascii: "."), !isFraction {
                isFraction = true
                continue
            }
            guard text[index] &- UInt8(ascii: "0") < 10 else { return nil }
            value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
            digits += 1
            if isFraction { scale *= 10 }
        }
        guard digits <= 15 else { return nil }
        // Both numbers are exact, so the quotient is the nearest one to what is written.
        let quotient = Double(value) / scale
        return isNegative ? -quotient : quotient
    }
}
