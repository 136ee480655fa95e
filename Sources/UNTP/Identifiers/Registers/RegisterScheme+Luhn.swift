/// Numbers with a check digit by ISO/IEC 7812, Luhn's formula.
extension RegisterScheme {
    /// Canada: BN.
    static let canadianBusiness = RegisterScheme([.number(8), .check(1)]) { CheckDigits.luhn($0) }

    /// Canada: BN with the account of a tax programme.
    static let canadianProgramAccount = RegisterScheme([
        .number(8), .check(1), .one(of: ["RC", "RM", "RP", "RT"]), .digits(drawnFrom: ["0001"]),
    ]) { CheckDigits.luhn($0.prefix(8)) }

    /// France: SIREN.
    static let frenchCompany = RegisterScheme([.number(8), .check(1)]) { CheckDigits.luhn($0) }

    /// France: SIRET, a SIREN and the number of an establishment. Those of La Poste have a rule of their own.
    static let frenchEstablishment = RegisterScheme([.number(8), .check(1), .digits(4), .check(1)]) { digits in
        let company = CheckDigits.luhn(digits.prefix(8))
        return company + CheckDigits.luhn(digits.prefix(8) + company + digits.dropFirst(8))
    }

    /// Italy: partita IVA, drawn with the numbers of provincial offices behind the company's seven digits.
    static let italianTax = RegisterScheme([
        .number(7), .digits(drawnFrom: (1...100).map { String(String(1000 + $0).dropFirst()) }), .check(1),
    ]) { CheckDigits.luhn($0) }

    /// Indonesia: NPWP of 15 digits, as companies have it. The last six, office and branch, are not covered.
    static let indonesianTax = RegisterScheme([
        .digits(drawnFrom: ["01", "02", "03"]), .label("."), .digits(3), .label("."), .digits(3), .label("."),
        .check(1), .label("-"), .digits(3), .label("."), .digits(drawnFrom: ["000"]),
    ]) { CheckDigits.luhn($0.prefix(8)) }

    /// Indonesia: NPWP of 16 digits, the old one behind a zero.
    static let indonesianTaxOf16Digits = RegisterScheme([
        .label("0"), .digits(drawnFrom: ["01", "02", "03"]), .digits(6), .check(1), .digits(3),
        .digits(drawnFrom: ["000"]),
    ]) { CheckDigits.luhn($0.prefix(8)) }

    /// South Africa: tax reference, which begins with one of five digits.
    static let southAfricanTax = RegisterScheme([
        .digits(drawnFrom: ["0", "1", "2", "3", "9"]), .digits(8), .check(1),
    ]) { CheckDigits.luhn($0) }

    /// India: GSTIN, of a state, the PAN of a company, a count and a Z; the check character is of 36.
    static let indianGoodsTax = RegisterScheme([
        .digits(drawnFrom: ["07", "08", "09", "19", "20", "21", "24", "27", "29", "33", "36"]), .letters(3),
        .letters(drawnFrom: ["C"]), .letters(1), .digits(drawnFrom: (1...9).map(String.init)), .digits(3), .letters(1),
        .alphanumerics(drawnFrom: ["1"]), .one(of: ["Z"]), .check(1),
    ]) { CheckDigits.luhn($0, base: 36) }
}
