/// Small pieces of sentences.
enum Phrases {
    /// A count with its noun, as in `1 consignment` and `2 consignments`.
    static func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        "\(Figures.count(number)) \(number == 1 ? noun : plural ?? noun + "s")"
    }

    /// One of what a unit counts, as in `country` for `countries`.
    static func singular(_ unit: String) -> String {
        if unit.hasSuffix("ies") { return unit.dropLast(3) + "y" }
        return unit.hasSuffix("s") ? String(unit.dropLast()) : unit
    }

    /// Names in a row, as in `A, B and C`; beyond `limit` the rest is counted.
    static func list(_ names: [String], limit: Int = .max) -> String {
        var shown = names
        if names.count > limit { shown = Array(names.prefix(limit - 1)) + ["\(names.count - limit + 1) others"] }
        guard shown.count > 1, let last = shown.last else { return shown.first ?? "" }
        return shown.dropLast().joined(separator: ", ") + " and " + last
    }

    /// The day of an ISO 8601 text, as in `6 April 2026`; the text itself when it is none.
    static func day(_ iso: String) -> String {
        let parts = iso.prefix(10).split(separator: "-").map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            months.indices.contains(month - 1)
        else { return iso }
        return "\(day) \(months[month - 1]) \(year)"
    }

    /// A small number in words, as sentences have it; larger ones in figures.
    static func word(_ number: Int) -> String {
        let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        return words.indices.contains(number) ? words[number] : Figures.count(number)
    }

    /// The sentence with a capital first letter and a full stop.
    static func sentence(_ text: String) -> String {
        guard let first = text.first, let last = text.last else { return "" }
        return first.uppercased() + text.dropFirst() + (".!?".contains(last) ? "" : ".")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
