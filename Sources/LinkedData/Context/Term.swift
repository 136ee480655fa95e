/// A name in a context or a document; names are the same when their code points are.
struct Term: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (one: Term, other: Term) -> Bool {
        // Strings that only look the same are rare, so the second look costs nothing where the first one says no.
        guard one.text == other.text else { return false }
        let arePlain = one.text.utf8Span.isKnownASCII && other.text.utf8Span.isKnownASCII
        return arePlain || one.text.utf8.elementsEqual(other.text.utf8)
    }

    // Texts with the same code points hash alike, so the hash of the text will do.
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
