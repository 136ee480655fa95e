/// Numbers with check digits by ISO 7064.
extension RegisterScheme {
    /// Germany: USt-IdNr.
    static let germanTax = RegisterScheme([.label("DE"), .number(8), .check(1)]) { CheckDigits.hybrid11And10($0) }

    /// LEI, ISO 17442, which knows no borders.
    package static let legalEntity = RegisterScheme([.alphanumerics(18), .check(2)]) { CheckDigits.pure97And10($0) }
}
