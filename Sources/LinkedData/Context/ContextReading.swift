import JSON

/// The reading of one context object: its settings, and its terms in the order in which they need each other.
struct ContextReading {
    var draft: ActiveContext.Draft
    /// What was wrong, with the term.
    var faults: [(kind: ExpansionProblem.Kind, term: String?)] = []
    let overridesProtected: Bool
    private(set) var protects = false
    private let object: JSONObject
    let local: [Term: JSONValue]
    /// Terms that are done, and those that are being defined.
    private var isDone: [Term: Bool] = [:]
    private var depth = 0

    /// What a context says of itself rather than of a term.
    static let settings: Set<String> = [
        "@base", "@direction", "@import", "@language", "@propagate", "@protected", "@version", "@vocab",
    ]
    /// The longest chain of terms that are defined by other terms.
    private static let maximumDepth = 64

    init(_ object: JSONObject, on active: ActiveContext, overridesProtected: Bool) {
        self.object = object
        self.overridesProtected = overridesProtected
        draft = ActiveContext.Draft(active)
        local = Dictionary(object.map { (Term($0.name), $0.value) }) { $1 }
    }

    // MARK: Settings: JSON-LD 1.1 API, section 4.1.2, steps 5.5 to 5.12

    mutating func readSettings(isRemote: Bool) {
        if let version = object["@version"], version.number?.double != 1.1 { fault(.invalidVersionValue) }
        if object["@import"] != nil { faults.append((.unsupported("@import"), nil)) }
        if let value = object["@propagate"], value.bool == nil { fault(.invalidPropagateValue) }
        if let value = object["@protected"] {
            if value.bool == nil { fault(.invalidProtectedValue) }
            protects = value.bool ?? false
        }
        if let value = object["@base"], !isRemote { readBase(value) }
        if let value = object["@vocab"] { readVocabulary(value) }
        if let value = object["@language"] {
            if value != .null, value.string == nil { fault(.invalidDefaultLanguage) }
            draft.language = value.string?.lowercased()
            if let language = value.string, !LanguageTag.isWellFormed(language) {
                faults.append((.invalidLanguageTag, language))
            }
        }
        if let value = object["@direction"] {
            if value != .null, value.string != "ltr", value.string != "rtl" { fault(.invalidBaseDirection) }
            draft.direction = value.string
        }
    }

    private mutating func readBase(_ value: JSONValue) {
        switch (value, draft.base) {
        case (.null, _): draft.base = .none
        case (.string(let text), .iri(let base)): draft.base = .iri(IRI.resolve(text, against: base))
        case (.string(let text), .document): draft.base = .iri(text)
        case (.string(let text), .none) where IRI.isAbsolute(text): draft.base = .iri(text)
        default: fault(.invalidBaseIRI)
        }
    }

    private mutating func readVocabulary(_ value: JSONValue) {
        switch value {
        case .null: draft.vocabulary = nil
        case .string(let text):
            let iri = expand(text)
            draft.vocabulary = iri
            if let iri, !IRI.isAbsolute(iri) { faults.append((.relativeVocabulary, text)) }
        default: fault(.invalidVocabMapping)
        }
    }

    private mutating func fault(_ error: SyntaxError) { faults.append((.invalidContext(error), nil)) }

    // MARK: Terms

    func hasDefined(_ name: String) -> Bool { draft.terms[Term(name)] != nil }

    /// Defines a term of this context, unless that is done.
    mutating func define(_ name: String) {
        let term = Term(name)
        if let isDone = isDone[term] {
            if !isDone { faults.append((.invalidContext(.cyclicIRIMapping), name)) }
            return
        }
        isDone[term] = false
        let previous = draft.terms[term]
        do throws(ContextFault) {
            guard depth < Self.maximumDepth else { throw ContextFault(.limitExceeded(.nesting)) }
            depth += 1
            defer { depth -= 1 }
            try defineNew(term, previous)
        } catch {
            faults.append((error.kind, name))
            draft.terms[term] = previous
        }
        isDone[term] = true
    }

    private mutating func defineNew(_ term: Term, _ previous: TermDefinition?) throws(ContextFault) {
        guard let value = local[term] else { return }
        let name = term.text
        if Keyword.isOne(name) {
            guard name == "@type", isTypeSetting(value) else { throw ContextFault(.keywordRedefinition) }
        } else if Keyword.isReserved(name) {
            return
        } else if name.isEmpty {
            throw ContextFault(.invalidTermDefinition)
        }
        draft.terms[term] = nil
        guard let new = try definition(of: name, value) else {
            draft.terms[term] = previous
            return
        }
        guard let previous, previous.isProtected, !overridesProtected else {
            draft.terms[term] = TermDefinition(new)
            return
        }
        guard TermDefinition(new).saysTheSame(as: previous) else { throw ContextFault(.protectedTermRedefined) }
        draft.terms[term] = previous
    }

    /// The one thing that a context may say of `@type`: that it is a set.
    private func isTypeSetting(_ value: JSONValue) -> Bool {
        guard let object = value.object, !object.isEmpty else { return false }
        return object.allSatisfy { $0.name == "@protected" || $0.name == "@container" && $0.value.string == "@set" }
    }

    /// IRI expansion while terms are still being defined: JSON-LD 1.1 API, section 5.2.2.
    mutating func expand(_ text: String) -> String? {
        if Keyword.isOne(text) { return text }
        if Keyword.isReserved(text) { return nil }
        need(text)
        if let definition = draft.terms[Term(text)] { return definition.iri }
        if let (prefix, suffix) = IRI.parts(text) {
            if prefix == "_" || suffix.hasPrefix("//") { return text }
            need(prefix)
            if let definition = draft.terms[Term(prefix)], definition.isPrefix, let iri = definition.iri {
                return iri + suffix
            }
            if IRI.isAbsolute(text) { return text }
        }
        return draft.vocabulary.map { $0 + text } ?? text
    }

    /// Defines another term of this context first, if it is one.
    mutating func need(_ name: String) {
        let term = Term(name)
        if isDone[term] != true, local[term] != nil, !Self.settings.contains(name) { define(name) }
    }

    /// Runs a look-up in which a term counts as done already.
    mutating func expandItself(_ name: String) -> String? {
        isDone[Term(name)] = true
        defer { isDone[Term(name)] = false }
        return expand(name)
    }
}
