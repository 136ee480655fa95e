import Records

extension View {
    /// A number in a table: as it is shown, and as it is sorted.
    static func number(_ count: Int) -> View {
        ["text": .text(Figures.count(count)), "value": .text(String(count))]
    }

    /// A share in a table; what has no whole is sorted as nothing.
    static func share(_ part: Int, of whole: Int) -> View {
        ["text": .text(Figures.share(part, of: whole)), "value": .text(String(Figures.percent(part, of: whole)))]
    }

    static func texts(_ texts: [String]) -> View { .list(texts.map { .text($0) }) }

    /// Terms and what they stand for; those without text are left out.
    static func terms(_ pairs: [(term: String, text: String)]) -> View {
        .list(pairs.filter { !$0.text.isEmpty }.map { ["term": .text($0.term), "text": .text($0.text)] })
    }
}
