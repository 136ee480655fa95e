/// Numbers whose check digits follow from a weighted sum.
extension RegisterScheme {
    private typealias Digits = CheckDigits

    /// A digit for each weight, and one that makes the sum of all, weighed, a multiple of the modulus. Where it takes
    /// more than one digit for that, the number is not given out.
    package static func weighedNumber(weights: [Int], modulus: Int) -> RegisterScheme {
        RegisterScheme([.digits(weights.count), .check(1)]) { digits in
            let check = (modulus - Digits.weighted(Digits.values(digits), weights) % modulus) % modulus
            return check < 10 ? String(check) : nil
        }
    }

    /// Australia: ABN. Two leading digits make the weighted sum, less one at the front, a multiple of 89.
    static let australianBusiness = RegisterScheme([.check(2), .number(9)]) { digits in
        String(99 - Digits.weighted(Digits.values(digits), [3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89)
    }

    /// Australia: ACN. Even weights and five share a factor with ten, so that some slips remain unseen.
    static let australianCompany = RegisterScheme([.digits(8), .check(1)]) { digits in
        String((10 - Digits.weighted(Digits.values(digits), [8, 7, 6, 5, 4, 3, 2, 1]) % 10) % 10)
    }

    /// Chile: RUT.
    static func chilean(digits count: Int) -> RegisterScheme {
        RegisterScheme([.number(count), .label("-"), .check(1)]) { digits in
            let sum = Digits.weighted(Digits.values(digits).reversed(), [2, 3, 4, 5, 6, 7, 2, 3])
            let check = 11 - sum % 11
            return check == 11 ? "0" : check == 10 ? "K" : String(check)
        }
    }

    /// Peru: RUC. Sums that leave 0 and 10 have the same check digit.
    static let peruvian = RegisterScheme([.number(10), .check(1)]) { digits in
        let check = 11 - Digits.weighted(Digits.values(digits), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
        return String(check % 10)
    }

    /// Finland: Y-tunnus.
    static let finnish = RegisterScheme([.number(7), .label("-"), .check(1)]) { digits in
        let check = 11 - Digits.weighted(Digits.values(digits), [7, 9, 10, 5, 8, 4, 2]) % 11
        return check == 10 ? nil : String(check % 11)
    }

    /// Switzerland: UID.
    static let swiss = RegisterScheme([
        .label("CHE-"), .number(3), .label("."), .digits(3), .label("."), .digits(2), .check(1),
    ]) { digits in
        let check = (11 - Digits.weighted(Digits.values(digits), [5, 4, 3, 2, 7, 6, 5, 4]) % 11) % 11
        return check < 10 ? String(check) : nil
    }

    /// Republic of Korea: business registration number.
    static let korean = RegisterScheme([.number(9), .check(1)]) { digits in
        let values = Digits.values(digits)
        let sum = Digits.weighted(values, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + values[8] * 5 / 10
        return String((10 - sum % 10) % 10)
    }

    /// China: Unified Social Credit Code, drawn as for enterprises registered in Beijing.
    static let chinese = RegisterScheme([
        .characters(socialCreditAlphabet, drawnFrom: ["9111"]), .number(13, of: socialCreditAlphabet), .check(1),
    ]) { text in
        let alphabet = Array(socialCreditAlphabet)
        var (sum, weight) = (0, 1)
        for character in text {
            sum += (alphabet.firstIndex(of: character) ?? 0) * weight
            weight = weight * 3 % 31
        }
        return String(alphabet[(31 - sum % 31) % 31])
    }

    private static let socialCreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

    /// Brazil: CNPJ.
    static let brazilian = RegisterScheme([.number(8), .digits(drawnFrom: ["0001"]), .check(2)]) { brazilianCheck($0) }

    /// Brazil: CNPJ as it is given out from July 2026.
    static let brazilianWithLetters = RegisterScheme([
        .alphanumerics(8), .alphanumerics(drawnFrom: ["0001"]), .check(2),
    ]) { brazilianCheck($0) }

    /// Letters count as their ASCII code less 48. Sums that leave 0 and 1 have the same check digit.
    private static func brazilianCheck(_ text: String) -> String {
        var values = text.utf8.map { Int($0) - 48 }
        let weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
        for _ in 0..<2 {
            let remainder = Digits.weighted(values, weights.suffix(values.count)) % 11
            values.append(remainder < 2 ? 0 : 11 - remainder)
        }
        return values.suffix(2).map(String.init).joined()
    }

    /// Japan: hōjin bangō, its check digit in front. Modulo nine, 0 and 9 are the same.
    static let japanese = RegisterScheme([.check(1), .number(12)]) { digits in
        String(9 - Digits.weighted(Digits.values(digits), [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]) % 9)
    }

    /// Türkiye: VKN. Places shift the digits, powers of two weigh them modulo nine, and zero counts as nine.
    static let turkishTax = RegisterScheme([.number(9), .check(1)]) { digits in
        var (sum, weight) = (0, 1)
        for (index, value) in Digits.values(digits).reversed().enumerated() {
            weight = weight * 2 % 9
            let shifted = (value + index + 1) % 10
            guard shifted > 0 else { continue }
            let term = shifted * weight % 9
            sum += term == 0 ? 9 : term
        }
        return String((10 - sum % 10) % 10)
    }
}
