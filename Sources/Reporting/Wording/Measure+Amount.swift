import Records

extension Measure {
    /// What was reached, in words; the unit is left out where the label already says it.
    var reached: String { text(of: value) }

    /// What was to be reached, in words.
    var asked: String? { target.map(text(of:)) }

    /// What was reached, for a place beside `asked`, which has the unit.
    var figure: String { Figures.amount(value, unit: unit) }

    /// How far what was measured lies apart, in words; `nil` where it is not a distribution.
    var spread: String? {
        guard let median, let p95 else { return nil }
        let upper = "95% up to \(Figures.amount(p95, unit: unit))"
        return median == value ? upper : "median \(Figures.amount(median, unit: unit)), \(upper)"
    }

    private func text(of amount: Double) -> String {
        let text = Figures.amount(amount, unit: unit)
        let isSaid = ["%", "ratio", "bytes", ""].contains(unit) || label.lowercased().contains(unit.lowercased())
        return isSaid ? text : text + " " + unit
    }
}
