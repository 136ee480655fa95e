import Records

extension Measure {
    /// What was reached, in words; the unit is left out where the label already says it.
    var reached: String { text(of: value) }

    /// What was to be reached, in words.
    var asked: String? { target.map(text(of:)) }

    /// What was reached, for a place beside `asked`, which has the unit.
    var figure: String { Figures.amount(value, unit: unit) }

    private func text(of amount: Double) -> String {
        let text = Figures.amount(amount, unit: unit)
        let isSaid = ["%", "ratio", "bytes", ""].contains(unit) || label.lowercased().contains(unit.lowercased())
        return isSaid ? text : text + " " + unit
    }
}
