/// Text broken into lines.
enum Lines {
    /// - Parameters:
    ///   - indent: What stands before the first line, and before all others where nothing else is said.
    ///   - hanging: What stands before all lines but the first.
    ///   - width: The most characters of a line; a longer word has one to itself.
    static func wrapped(_ text: String, indent: String, hanging: String? = nil, width: Int = 80) -> String {
        var lines: [String] = []
        var line = indent
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, line.count + word.count + 1 > width {
                lines.append(line)
                line = hanging ?? indent
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        lines.append(line)
        return lines.joined(separator: "\n")
    }

    /// A share in percent, to the sixth place.
    static func percent(_ share: Double) -> String { number((share * 1e8).rounded() / 1e6) }

    /// A number as people write it, with commas between thousands.
    static func number(_ number: Double) -> String {
        guard number == number.rounded(), abs(number) < 1e15 else { return String(number) }
        var digits = String(Int(number.magnitude))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }

    /// How many of something there are, as `1 day` and `2 days`.
    static func counted(_ number: Double, _ word: String) -> String {
        "\(Self.number(number)) \(number == 1 ? word : plural(word))"
    }

    /// The plural of a word for people or units, by the ending of its last word.
    static func plural(_ word: String) -> String {
        if ["head", "percent"].contains(word) || word.hasSuffix("s") { return word }
        let letters = Array(word)
        let isAfterConsonant = letters.count > 1 && !"aeiou".contains(letters[letters.count - 2])
        return word.last == "y" && isAfterConsonant ? word.dropLast() + "ies" : word + "s"
    }
}
