/// Numbers without a published check digit: a form is all that can be checked.
extension RegisterScheme {
    /// So many digits.
    package static func plainNumber(digits: Int) -> RegisterScheme { RegisterScheme([.digits(digits)]) }

    /// United States: EIN. Its first two digits name the office that gave it out.
    static let americanEmployer = RegisterScheme([.one(of: americanOffices), .label("-"), .digits(7)])

    private static let americanOffices: [String] = {
        let unused: Set = [7, 8, 9, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97]
        return (1...99).filter { !unused.contains($0) }.map { ($0 < 10 ? "0" : "") + String($0) }
    }()

    /// British Columbia: the number of an incorporated company.
    static let britishColumbian = RegisterScheme([.label("BC"), .digits(7)])

    /// DR Congo: RCCM of a company, with the town of the registry and the year.
    static let congolese = RegisterScheme([
        .label("CD/"), .letters(drawnFrom: ["KIN", "LSH", "KZI"]), .label("/RCCM/"), .digits(drawnFrom: recentYears),
        .label("-"), .letters(drawnFrom: ["B"]), .label("-"), .digits(5),
    ])

    /// Côte d'Ivoire: RCCM of a company at the court of Abidjan.
    static let ivorian = RegisterScheme([
        .label("CI-"), .letters(drawnFrom: ["ABJ"]), .label("-"), .digits(drawnFrom: recentYears.map { "20" + $0 }),
        .label("-"), .letters(drawnFrom: ["B"]), .label("-"), .digits(5),
    ])

    /// Côte d'Ivoire: RCCM in the newer form, with the numbers of the court and of the legal form.
    static let ivorianWithCourt = RegisterScheme([
        .label("CI-"), .letters(drawnFrom: ["ABJ"]), .label("-"), .digits(drawnFrom: ["01", "03"]), .label("-"),
        .digits(drawnFrom: recentYears.map { "20" + $0 }), .label("-"), .letters(drawnFrom: ["B"]),
        .digits(drawnFrom: ["12", "13", "14"]), .label("-"), .digits(5),
    ])

    private static let recentYears = (14...25).map(String.init)

    /// Egypt: tax registration number.
    static let egyptianTax = RegisterScheme([.digits(3), .label("-"), .digits(3), .label("-"), .digits(3)])

    /// United Kingdom: the number of a company in Scotland or Northern Ireland, or of a partnership.
    static let britishWithLetters = RegisterScheme([.letters(drawnFrom: ["SC", "NI", "OC"]), .digits(6)])

    /// India: PAN of a company. How its last letter is made is not published.
    static let indianAccount = RegisterScheme([
        .letters(3), .letters(drawnFrom: ["C"]), .letters(1), .digits(drawnFrom: (1...9).map(String.init)), .digits(3),
        .letters(1),
    ])

    /// South Africa: the number of a company, with its year and its legal form.
    static let southAfricanCompany = RegisterScheme([
        .digits(drawnFrom: recentYears.map { "20" + $0 }), .label("/"), .digits(6), .label("/"),
        .digits(drawnFrom: ["06", "07"]),
    ])
}
