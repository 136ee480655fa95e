/// The numbers under which national registers know companies, with their check digits.
package enum RegisterIdentifier {
    /// Whether a number has the form and the check digit that its country's register asks for.
    ///
    /// Separators make no difference. True for any number of a country whose rule is not known: nothing can be said
    /// against it.
    package static func isValid(_ number: String, country: String) -> Bool {
        guard let schemes = schemes[country] else { return !number.isEmpty }
        return schemes.contains { $0.isValid(number) }
    }

    /// The kinds of numbers by country, ISO 3166-1 alpha-2; the first is the one that is generated.
    package static let schemes: [String: [RegisterScheme]] = [
        "AU": [.australianBusiness, .australianCompany],
        "BD": [.plainNumber(digits: 13)],
        "BR": [.brazilian, .brazilianWithLetters],
        "CA": [.canadianBusiness, .canadianProgramAccount, .britishColumbian],
        "CD": [.congolese],
        "CH": [.swiss],
        "CI": [.ivorian, .ivorianWithCourt],
        "CL": [.chilean(digits: 8), .chilean(digits: 7)],
        "CN": [.chinese],
        "DE": [.germanTax],
        "EG": [.egyptianTax],
        "ET": [.plainNumber(digits: 10)],
        "FI": [.finnish],
        "FR": [.frenchCompany, .frenchEstablishment],
        "GB": [.plainNumber(digits: 8), .britishWithLetters],
        "ID": [.indonesianTax, .indonesianTaxOf16Digits, .plainNumber(digits: 13)],
        "IN": [.indianGoodsTax, .indianAccount],
        "IT": [.italianTax],
        "JP": [.japanese],
        "KR": [.korean],
        "PE": [.peruvian],
        "TR": [.turkishTax, .plainNumber(digits: 16)],
        "US": [.americanEmployer, .legalEntity],
        "UZ": [.plainNumber(digits: 9)],
        "ZA": [.southAfricanTax, .southAfricanCompany],
        // Digits, and nobody says how many.
        "ZM": [.plainNumber(digits: 9)] + [4, 5, 6, 7, 8, 10, 11, 12].map(RegisterScheme.plainNumber(digits:)),
    ]
}
