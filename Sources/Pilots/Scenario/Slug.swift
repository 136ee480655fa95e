import Credentials

/// Short names for hosts and paths.
package enum Slug {
    /// Lower-case ASCII letters, digits and single hyphens; Latin letters with marks lose them. A name with letters of
    /// another script ends in eight hexadecimal digits of its SHA-256, so that it is not taken for another.
    package static func make(_ name: String) -> String {
        var slug = ""
        var hasOtherLetters = false
        for scalar in name.lowercased().unicodeScalars {
            let letter = folded[scalar] ?? scalar
            let isLetter = letter.properties.isAlphabetic || letter.properties.numericType != nil
            if letter.isASCII, isLetter {
                slug.unicodeScalars.append(letter)
            } else {
                hasOtherLetters = hasOtherLetters || isLetter
                if !slug.isEmpty, slug.last != "-" { slug.append("-") }
            }
        }
        while slug.last == "-" { slug.removeLast() }
        guard hasOtherLetters || slug.isEmpty else { return slug }
        return (slug.isEmpty ? "party" : slug) + "-" + ContentDigest(of: name.utf8).hexadecimal.prefix(8)
    }

    private static let folded: [Unicode.Scalar: Unicode.Scalar] = {
        let letters: [(plain: Unicode.Scalar, marked: String)] = [
            ("a", "áàâãäåāăą"), ("c", "çćč"), ("d", "ďđ"), ("e", "éèêëēėęě"), ("g", "ğ"), ("i", "íìîïīįı"), ("l", "ł"),
            ("n", "ñńň"), ("o", "óòôõöøōő"), ("r", "ř"), ("s", "śşšș"), ("t", "ťțţ"), ("u", "úùûüūůűų"), ("y", "ýÿ"),
            ("z", "źżž"),
        ]
        return Dictionary(
            uniqueKeysWithValues: letters.flatMap { plain, marked in marked.unicodeScalars.map { ($0, plain) } })
    }()
}
