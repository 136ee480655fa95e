/// The terms that hold in one place of a document, and the defaults beside them.
///
/// Immutable, and a class because the same one holds in many places and is known again by its identity.
final class ActiveContext: Sendable {
    let terms: [Term: TermDefinition]
    let vocabulary: String?
    let base: Base
    let language: String?
    let direction: String?
    /// What holds again in the nodes inside, where this context came from a type: JSON-LD 1.1, section 4.1.8.
    let previous: ActiveContext?
    /// Whether a library keeps the context for good.
    let isShared: Bool

    /// What relative references are relative to.
    enum Base: Sendable, Equatable {
        case document
        case none
        case iri(String)
    }

    init(_ draft: Draft, isShared: Bool) {
        terms = draft.terms
        vocabulary = draft.vocabulary
        base = draft.base
        language = draft.language
        direction = draft.direction
        previous = draft.previous
        self.isShared = isShared
    }

    /// The context of a document before its own is read.
    static let initial = ActiveContext(Draft(), isShared: true)

    /// A context while it is being read.
    struct Draft {
        var terms: [Term: TermDefinition] = [:]
        var vocabulary: String?
        var base = Base.document
        var language: String?
        var direction: String?
        var previous: ActiveContext?

        init() {}

        init(_ context: ActiveContext) {
            terms = context.terms
            vocabulary = context.vocabulary
            base = context.base
            language = context.language
            direction = context.direction
            previous = context.previous
        }
    }

    subscript(_ name: String) -> TermDefinition? { terms[Term(name)] }

    // MARK: IRI expansion: JSON-LD 1.1 API, section 5.2

    /// The IRI or keyword that a term or compact IRI stands for where properties and types stand; the text as it is
    /// where it stands for none, and nil for what is set to null or reserved.
    func vocabularyIRI(_ text: String) -> String? {
        if Keyword.isOne(text) { return text }
        if Keyword.isReserved(text) { return nil }
        if let definition = terms[Term(text)] { return definition.iri }
        return compactIRI(text) ?? vocabulary.map { $0 + text } ?? text
    }

    /// The IRI that an `@id` stands for, relative to a document's base.
    func documentIRI(_ text: String, base documentBase: String?) -> String? {
        if Keyword.isOne(text) { return text }
        if Keyword.isReserved(text) { return nil }
        return compactIRI(text) ?? resolved(text, base: documentBase)
    }

    /// As for a property, and where that gives nothing, relative to the document's base.
    func vocabularyOrDocumentIRI(_ text: String, base documentBase: String?) -> String? {
        guard let iri = vocabularyIRI(text) else { return nil }
        return Keyword.isOne(iri) || IRI.isAbsolute(iri) ? iri : resolved(iri, base: documentBase)
    }

    private func compactIRI(_ text: String) -> String? {
        guard let (prefix, suffix) = IRI.parts(text) else { return nil }
        if prefix == "_" || suffix.hasPrefix("//") { return text }
        if let definition = terms[Term(prefix)], definition.isPrefix, let iri = definition.iri { return iri + suffix }
        return IRI.isAbsolute(text) ? text : nil
    }

    private func resolved(_ text: String, base documentBase: String?) -> String {
        switch base {
        case .none: text
        case .document: documentBase.map { IRI.resolve(text, against: $0) } ?? text
        case .iri(let base):
            IRI.resolve(
                text, against: IRI.isAbsolute(base) ? base : documentBase.map { IRI.resolve(base, against: $0) } ?? base
            )
        }
    }
}
