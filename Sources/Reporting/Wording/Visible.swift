/// Text from elsewhere, made fit to be shown.
///
/// Names come from scenario files and values from the wire, so they may hold anything: escape sequences that drive a
/// terminal, controls that turn the reading direction, line breaks that end a table row.
enum Visible {
    /// The text with each control and each direction override replaced by U+FFFD; line feeds and tabs stay.
    static func text(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isHidden($0) }) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { shown.append(isHidden(scalar) ? "\u{FFFD}" : scalar) }
        return String(shown)
    }

    /// The text on one line: as `text(_:)`, with runs of white space made one space.
    static func line(_ text: String) -> String {
        Visible.text(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
