/// Text as Markdown, with nothing in it that could be read as markup.
enum Markdown {
    enum Alignment {
        case left
        case right
    }

    /// Text within a line: one line, with the characters that mean something escaped.
    static func inline(_ text: String) -> String {
        var escaped = ""
        for scalar in Visible.line(text).unicodeScalars {
            switch scalar {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            // A mention or an issue number would call somebody in a merge request.
            case "@", "#", "!": escaped += "&#\(scalar.value);"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "$": escaped += "\\" + String(scalar)
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Text within a code span that starts and ends with one backquote; at most 200 characters of it.
    static func code(_ text: String) -> String {
        let line = Visible.line(text)
        let shown = line.count > 200 ? line.prefix(199) + "\u{2026}" : line[...]
        return shown.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "\u{2019}")
    }

    /// A table; cells must be escaped already.
    static func table(_ columns: [(title: String, alignment: Alignment)], _ rows: [[String]]) -> String {
        let rule = columns.map { $0.alignment == .right ? "---:" : "---" }
        return ([columns.map(\.title), rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }
}
