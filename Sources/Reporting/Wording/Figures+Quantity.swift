extension Figures {
    /// A quantity of goods in words, as in `14,080 tonnes`; a unit that is none of those that pilots use stays as it is.
    static func quantity(_ quantity: Double, unit: String) -> String {
        let number = decimal(quantity, places: 0)
        guard let name = units[unit] else { return number + " " + unit }
        return number + " " + (number == "1" ? name.one : name.several)
    }

    /// Units of goods by their codes in UN/ECE Recommendation 20.
    private static let units: [String: (one: String, several: String)] = [
        "KGM": ("kilogram", "kilograms"), "TNE": ("tonne", "tonnes"), "MTK": ("square metre", "square metres"),
        "MTQ": ("cubic metre", "cubic metres"), "H87": ("piece", "pieces"), "HEA": ("head", "head"),
        "PR": ("pair", "pairs"), "KWH": ("kilowatt hour", "kilowatt hours"), "LTR": ("litre", "litres"),
    ]
}
