/// The arithmetic of check digits.
enum CheckDigits {
    /// The values of digits, and of capital letters from ten up.
    static func values(_ text: some StringProtocol) -> [Int] {
        text.utf8.map { Int($0) - ($0 < UInt8(ascii: "A") ? 48 : 55) }
    }

    /// The sum of all values, each times its weight.
    static func weighted(_ values: [Int], _ weights: [Int]) -> Int {
        zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The character that makes a number divisible by its base when every second value counts double: ISO/IEC 7812.
    static func luhn(_ text: some StringProtocol, base: Int = 10) -> String {
        var sum = 0
        for (position, value) in values(text).reversed().enumerated() {
            let counted = position.isMultiple(of: 2) ? value * 2 : value
            sum += counted / base + counted % base
        }
        return String((base - sum % base) % base, radix: base, uppercase: true)
    }

    /// ISO 7064, MOD 11,10.
    static func hybrid11And10(_ text: some StringProtocol) -> String {
        var product = 10
        for value in values(text) {
            let sum = (value + product) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return String((11 - product) % 10)
    }

    /// ISO 7064, MOD 97-10: two digits, with which the number, its letters written as two digits, is one more than a
    /// multiple of 97.
    static func pure97And10(_ text: some StringProtocol) -> String {
        let remainder = values(text).reduce(0) { ($0 * ($1 < 10 ? 10 : 100) + $1) % 97 }
        let check = 98 - remainder * 100 % 97
        return (check < 10 ? "0" : "") + String(check)
    }
}
