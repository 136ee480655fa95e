/// The numbers under which national registers know companies, with their check digits.
package enum RegisterIdentifier {
    /// A country's form: how many digits are drawn, and how the number is completed from them.
    private struct Scheme: Sendable {
        let digits: Int
        let complete: @Sendable ([Int]) -> String?
    }

    /// Whether a number has the form and the check digit that its country's register asks for.
    ///
    /// True for any number of a country whose rule is not known: nothing can be said against it.
    package static func isValid(_ number: String, country: String) -> Bool {
        guard let scheme = schemes[country] else { return !number.isEmpty }
        let plain = number.filter { $0.isNumber || $0.isLetter }
        return bases(of: plain, country: country, digits: scheme.digits).contains { base in
            scheme.complete(base)?.filter { $0.isNumber || $0.isLetter } == plain
        }
    }

    /// A valid number, from draws of digits.
    ///
    /// - Parameter draw: Gives a number from 0 up to, not including, its argument.
    package static func generate(country: String, draw: (Int) -> Int) -> String {
        guard let scheme = schemes[country] else { return (0..<9).map { _ in String(draw(10)) }.joined() }
        // Some rules have no check digit for some numbers; those are drawn again.
        for _ in 0..<100 {
            var digits = (0..<scheme.digits).map { _ in draw(10) }
            if digits[0] == 0 { digits[0] = 1 + draw(9) }
            if let number = scheme.complete(digits) { return number }
        }
        return (0..<scheme.digits).map { _ in "1" }.joined()
    }

    /// The digits that a number was completed from.
    private static func bases(of number: String, country: String, digits: Int) -> [[Int]] {
        let values = number.map { $0.wholeNumberValue ?? -1 }
        switch country {
        case "AU": return values.count == digits + 2 ? [Array(values.dropFirst(2))] : []
        case "DE": return number.hasPrefix("DE") ? [values.dropFirst(2).dropLast()].map(Array.init) : []
        case "CH": return number.hasPrefix("CHE") ? [values.dropFirst(3).dropLast()].map(Array.init) : []
        case "CN":
            return number.count == 18 && number.hasPrefix("9111")
                ? [values.dropFirst(4).dropLast()].map(Array.init) : []
        default: return values.count == digits + 1 ? [Array(values.dropLast())] : []
        }
    }

    private static func text(_ digits: some Sequence<Int>) -> String { digits.map(String.init).joined() }

    private static func weighted(_ digits: [Int], _ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The digit that makes a number divisible by ten when every second digit counts double: ISO/IEC 7812.
    private static func luhn(_ digits: [Int]) -> Int {
        var sum = 0
        for (position, digit) in digits.reversed().enumerated() {
            let value = position.isMultiple(of: 2) ? digit * 2 : digit
            sum += value > 9 ? value - 9 : value
        }
        return (10 - sum % 10) % 10
    }

    private static let schemes: [String: Scheme] = [
        // ABN: two leading digits make the weighted sum, less one at the front, a multiple of 89.
        "AU": Scheme(digits: 9) { digits in
            let weights = [3, 5, 7, 9, 11, 13, 15, 17, 19]
            let check = 11 + (89 - weighted(digits, weights) % 89 - 1 + 89) % 89
            return String(check) + text(digits)
        },
        "CA": Scheme(digits: 8) { text($0) + String(luhn($0)) },
        // SIREN.
        "FR": Scheme(digits: 8) { text($0) + String(luhn($0)) },
        // Partita IVA.
        "IT": Scheme(digits: 10) { text($0) + String(luhn($0)) },
        "CL": Scheme(digits: 8) { digits in
            let sum = weighted(digits.reversed(), [2, 3, 4, 5, 6, 7, 2, 3])
            let check = 11 - sum % 11
            return text(digits) + "-" + (check == 11 ? "0" : check == 10 ? "K" : String(check))
        },
        "PE": Scheme(digits: 10) { digits in
            let check = 11 - weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
            return text(digits) + String(check % 10)
        },
        // USt-IdNr: ISO 7064, MOD 11,10.
        "DE": Scheme(digits: 8) { digits in
            var product = 10
            for digit in digits {
                let sum = (digit + product) % 10
                product = (sum == 0 ? 10 : sum) * 2 % 11
            }
            return "DE" + text(digits) + String((11 - product) % 10)
        },
        "FI": Scheme(digits: 7) { digits in
            let check = 11 - weighted(digits, [7, 9, 10, 5, 8, 4, 2]) % 11
            return check == 10 ? nil : text(digits) + "-" + String(check % 11)
        },
        "CH": Scheme(digits: 8) { digits in
            let check = (11 - weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4]) % 11) % 11
            guard check < 10 else { return nil }
            let all = text(digits) + String(check)
            return "CHE-\(all.prefix(3)).\(all.dropFirst(3).prefix(3)).\(all.dropFirst(6))"
        },
        "KR": Scheme(digits: 9) { digits in
            let sum = weighted(digits, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + digits[8] * 5 / 10
            return text(digits) + String((10 - sum % 10) % 10)
        },
        // Unified Social Credit Code of enterprises registered in Beijing.
        "CN": Scheme(digits: 13) { digits in
            let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
            var (sum, weight) = (0, 1)
            for digit in [9, 1, 1, 1] + digits {
                sum += digit * weight
                weight = weight * 3 % 31
            }
            return "9111" + text(digits) + String(alphabet[(31 - sum % 31) % 31])
        },
    ]
}
