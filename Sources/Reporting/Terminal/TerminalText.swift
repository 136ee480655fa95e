/// Text measured in the columns of a terminal.
enum TerminalText {
    /// How many columns the text takes: two for wide characters of East Asian scripts and for emoji.
    static func width(_ text: String) -> Int {
        text.reduce(0) { $0 + width($1) }
    }

    /// The text cut to a number of columns, with an ellipsis where something was cut.
    static func cut(_ text: String, to columns: Int) -> String {
        guard width(text) > columns else { return text }
        var kept = ""
        var used = 0
        for character in text {
            used += width(character)
            if used > columns - 1 { break }
            kept.append(character)
        }
        return kept + "\u{2026}"
    }

    /// The text cut or padded to exactly a number of columns.
    static func field(_ text: String, _ columns: Int) -> String {
        let kept = cut(text, to: columns)
        return kept + String(repeating: " ", count: columns - width(kept))
    }

    /// The text padded on the left to a number of columns.
    static func right(_ text: String, _ columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - width(text))) + text
    }

    /// The text in lines of at most `columns`, broken at spaces; at most `limit` lines, the last one cut.
    static func wrapped(_ text: String, columns: Int, limit: Int = .max) -> [String] {
        var lines: [String] = []
        var line = ""
        let words = text.split(separator: " ")
        for (place, word) in words.enumerated() {
            if !line.isEmpty && width(line) + 1 + width(String(word)) > columns {
                if lines.count == limit - 1 {
                    let rest = ([Substring(line)] + words[place...]).joined(separator: " ")
                    return lines + [cut(rest, to: columns)]
                }
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return lines + (line.isEmpty ? [] : [cut(line, to: columns)])
    }

    private static func width(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            return scalar.properties.isVariationSelector || scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
        }
    }
}
