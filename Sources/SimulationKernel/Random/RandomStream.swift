import Crypto

/// A stream of random numbers with a name.
///
/// Its numbers depend on seed, replication, path and purpose alone, never on how many other streams there are; and they
/// are the same on every machine, because nothing here calls the mathematical library. xoshiro256** by Blackman and
/// Vigna, seeded from SHA-256.
package struct RandomStream: Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    init(seed: UInt64, replication: Int, path: String, purpose: String) {
        let digest = Array(SHA256.hash(data: Array("\(seed)/\(replication)/\(path)/\(purpose)".utf8)))
        func word(_ index: Int) -> UInt64 {
            digest[index * 8..<index * 8 + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        state = (word(0), word(1), word(2), word(3) | 1)
    }

    /// 64 random bits.
    package mutating func next() -> UInt64 {
        func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 - count) }
        let result = rotate(state.1 &* 5, 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = rotate(state.3, 45)
        return result
    }

    /// A number from 0 up to, not including, a bound; 0 if the bound is not positive.
    package mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        // Lemire's method: the high word of a product, drawn again where the low word shows a bias.
        let range = UInt64(bound)
        var product = next().multipliedFullWidth(by: range)
        if product.low < range {
            let threshold = (0 &- range) % range
            while product.low < threshold { product = next().multipliedFullWidth(by: range) }
        }
        return Int(product.high)
    }

    /// A number from 0 up to, not including, 1, in steps of 2^-53.
    package mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// True in `numerator` of `denominator` cases.
    package mutating func chance(_ numerator: Int, in denominator: Int) -> Bool {
        below(denominator) < numerator
    }

    /// True with a probability from 0 to 1.
    package mutating func chance(_ probability: Double) -> Bool {
        unit() < probability
    }

    /// One of the elements; nil if there is none.
    package mutating func pick<Element>(from elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    // MARK: Distributions

    /// Triangular, by inversion; the square root is exact on every machine.
    package mutating func triangular(low: Double, mode: Double, high: Double) -> Double {
        guard high > low else { return low }
        let draw = unit()
        let split = (mode - low) / (high - low)
        return draw < split
            ? low + (draw * (high - low) * (mode - low)).squareRoot()
            : high - ((1 - draw) * (high - low) * (high - mode)).squareRoot()
    }

    /// Exponential with a mean.
    package mutating func exponential(mean: Double) -> Double {
        -mean * PortableMath.log(1 - unit())
    }
}

/// The functions of the mathematical library that distributions need, from basic arithmetic alone: the library's own
/// give other last bits on other machines.
enum PortableMath {
    private static let ln2 = 0.6931471805599453

    /// The natural logarithm of a positive number: the exponent taken off, and the series of the inverse hyperbolic
    /// tangent for the rest.
    static func log(_ value: Double) -> Double {
        guard value > 0 else { return -.infinity }
        guard value.isFinite else { return value }
        var exponent = Int(value.exponent)
        var significand = value.significand
        if significand > 1.4142135623730951 {
            significand /= 2
            exponent += 1
        }
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var term = ratio
        var sum = 0.0
        for odd in stride(from: 1.0, through: 25, by: 2) {
            sum += term / odd
            term *= square
        }
        return 2 * sum + Double(exponent) * ln2
    }
}

/// The mixing function of SplitMix64.
enum SplitMix64 {
    static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
