/// Emphasis on a terminal, or none where there is no colour.
struct TerminalStyle {
    let inColour: Bool

    func bold(_ text: String) -> String { paint(text, "1") }
    func faint(_ text: String) -> String { paint(text, "2") }
    func good(_ text: String) -> String { paint(text, "34") }
    func warning(_ text: String) -> String { paint(text, "33") }
    func bad(_ text: String) -> String { paint(text, "31") }

    private func paint(_ text: String, _ code: String) -> String {
        inColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
