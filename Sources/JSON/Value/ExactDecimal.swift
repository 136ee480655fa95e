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
                // Exponents of more than eighteen digits are not told apart.
                let written = String(decoding: bytes, as: UTF8.self)
                exponent =
                    Int(written).map { max(-1 << 60, min(1 << 60, $0)) }
                    ?? (written.hasPrefix("-") ? -1 << 60 : 1 << 60)
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
    /// larger one it is decided by a long division.
    func isMultiple(of divisor: ExactDecimal) -> Bool {
        guard !isZero else { return true }
        guard !divisor.isZero, exponent >= divisor.exponent else { return false }
        // A divisor of n digits has no more than 4n factors of 2 or 5; further zeros change nothing.
        let zeros = min(exponent - divisor.exponent, 4 * divisor.digits.count)
        let dividend = digits + [UInt8](repeating: 0, count: zeros)
        guard divisor.digits.count <= 18 else { return divisor.dividesByHand(dividend) }
        let modulus = divisor.digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
        return dividend.reduce(UInt64(0)) { ($0 * 10 + UInt64($1)) % modulus } == 0
    }

    /// The long division for divisors beyond a machine word; the remainder is kept as digits, the last one first.
    private func dividesByHand(_ dividend: [UInt8]) -> Bool {
        let modulus = Array(digits.reversed())
        var remainder: [UInt8] = []
        for digit in dividend {
            remainder.insert(digit, at: 0)
            while Self.subtract(modulus, from: &remainder) {}
            while remainder.last == 0 { remainder.removeLast() }
        }
        return remainder.isEmpty
    }

    /// Subtracts once, if the result isn't negative; both numbers are digits with the last one first.
    private static func subtract(_ modulus: [UInt8], from remainder: inout [UInt8]) -> Bool {
        guard remainder.count >= modulus.count else { return false }
        var difference = remainder
        var borrow: UInt8 = 0
        for index in difference.indices {
            let taken = (index < modulus.count ? modulus[index] : 0) + borrow
            borrow = difference[index] < taken ? 1 : 0
            difference[index] = difference[index] &+ borrow * 10 &- taken
        }
        guard borrow == 0 else { return false }
        remainder = difference
        return true
    }
}
