/// Floating-point numbers as ECMAScript writes them, which is how RFC 8785 (section 3.2.2.3) writes them.
enum ECMAScriptNumber {
    /// The shortest text that reads back as the same finite value.
    static func text(_ value: Double) -> String {
        if value == 0 { return "0" }
        if value.rounded(.towardZero) == value, abs(value) < 1e15 { return String(Int64(value)) }
        // Swift's description has the same shortest digits, in another notation.
        let decimal = ExactDecimal(value.description)
        let digits = String(decoding: decimal.digits.map { $0 + 0x30 }, as: UTF8.self)
        let sign = decimal.isNegative ? "-" : ""
        let count = decimal.digits.count
        let point = count + decimal.exponent
        switch point {
        case count...21 where count <= point:
            return sign + digits + String(repeating: "0", count: point - count)
        case 1...21:
            return sign + digits.prefix(point) + "." + digits.dropFirst(point)
        case -5...0:
            return sign + "0." + String(repeating: "0", count: -point) + digits
        default:
            let exponent = (point > 0 ? "e+" : "e-") + String(abs(point - 1))
            return sign + digits.prefix(1) + (count > 1 ? "." + digits.dropFirst() : "") + exponent
        }
    }
}
