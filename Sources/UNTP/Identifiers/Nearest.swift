/// Finds the name that somebody probably meant.
package enum Nearest {
    /// The closest of some names, if it is close enough to be worth a hint.
    package static func name(to text: String, in names: [String]) -> String? {
        let wanted = Array(text.lowercased().unicodeScalars)
        guard wanted.count <= 100 else { return nil }
        let ranked = names.map { ($0, distance(wanted, Array($0.lowercased().unicodeScalars))) }
        guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= max(2, wanted.count / 3) else { return nil }
        return best.0
    }

    /// The name that a text was surely meant as: the same but for upper case, or for two letters in one place.
    package static func slip(_ text: String, among names: [String]) -> String? {
        let letters = Array(text.unicodeScalars)
        guard letters.count <= 200 else { return nil }
        return names.first { name in
            guard name != text else { return false }
            if name.lowercased() == text.lowercased() { return true }
            let other = Array(name.unicodeScalars)
            guard min(letters.count, other.count) > 5 else { return false }
            let start = zip(letters, other).prefix { $0 == $1 }.count
            let rest = (letters.dropFirst(start), other.dropFirst(start))
            let end = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
            return rest.0.count - end <= 2 && rest.1.count - end <= 2
        }
    }

    /// How many letters have to be put in, left out, changed or swapped: Damerau and Levenshtein.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var rows = [Array(0...other.count)]
        for (row, letter) in one.enumerated() {
            var next = [row + 1]
            for (column, candidate) in other.enumerated() {
                var best = min(rows[row][column + 1] + 1, next[column] + 1)
                best = min(best, rows[row][column] + (letter == candidate ? 0 : 1))
                if row > 0, column > 0, letter == other[column - 1], one[row - 1] == candidate {
                    best = min(best, rows[row - 1][column - 1] + 1)
                }
                next.append(best)
            }
            rows.append(next)
        }
        return rows[one.count][other.count]
    }
}
