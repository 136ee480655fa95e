import JSON

/// Contexts written as text, a line for each scope and for each of its terms, and made into JSON-LD documents.
///
///     Link
///       linkURL: core string
///     SecureLink of Link
///       hashMethod: core code core:hashMethodCode#
///     Product else untp:Product#
///       producedByParty: core:Party id in Link
///
/// A term stands for the IRI behind its colon; a prefix alone is followed by the term itself. Then come the words of
/// `TermNotation`. `of` takes the terms of another scope along, `else` is the vocabulary of what isn't listed, which may
/// be left out, `any` one that may not, and `open` leaves a scope unprotected. Of scopes with one name the last counts.
struct ContextTable {
    private let prefixes: [String: String]
    private let hasCatchAlls: Bool
    private var scopes: [String: Scope] = [:]

    private struct Scope {
        var base: String?
        var vocabulary: String?
        var isProtected = true
        var terms: [TermNotation] = []
    }

    /// - Parameters:
    ///   - prefixes: What the notation abbreviates.
    ///   - hasCatchAlls: Whether what stands behind `else` counts.
    init(_ texts: [String], prefixes: [String: String], hasCatchAlls: Bool = true) {
        self.prefixes = prefixes
        self.hasCatchAlls = hasCatchAlls
        for text in texts {
            var scope = Scope()
            var name = ""
            for line in text.split(separator: "\n") {
                if line.hasPrefix(" ") {
                    scope.terms.append(TermNotation(line))
                } else {
                    scopes[name] = scope
                    (name, scope) = header(line)
                }
            }
            scopes[name] = scope
        }
    }

    private func header(_ line: Substring) -> (String, Scope) {
        var words = line.split(separator: " ")[...]
        let name = String(words.removeFirst())
        var scope = Scope()
        while let word = words.popFirst() {
            switch word {
            case "of": scope.base = words.popFirst().map(String.init)
            case "open": scope.isProtected = false
            case "any": scope.vocabulary = words.popFirst().map { iri($0) }
            case "else": scope.vocabulary = hasCatchAlls ? words.first.map { iri($0) } : nil
            default: break
            }
        }
        return (name, scope)
    }

    /// A document whose context has the terms of a text, and prefixes for whoever writes credentials.
    func document(declaring declared: [(String, String)], isVersioned: Bool, terms: String) -> JSONValue {
        var context: JSONValue = ["@protected": true]
        if isVersioned { context["@version"] = 1.1 }
        for (prefix, iri) in declared { context[prefix] = .string(iri) }
        for line in terms.split(separator: "\n") {
            let term = TermNotation(line)
            context[term.name] = definition(of: term)
        }
        return ["@context": context]
    }

    /// Whether there is a scope of a name.
    func hasScope(_ name: String) -> Bool { scopes[name] != nil }

    private func context(_ name: String) -> JSONValue {
        guard let scope = scopes[name] else { return .null }
        var context = scope.base.map(context) ?? .object(JSONObject())
        context["@vocab"] = scope.vocabulary.map(JSONValue.string)
        context["@protected"] = scope.isProtected ? true : nil
        for term in scope.terms { context[term.name] = definition(of: term) }
        return context
    }

    private func definition(of term: TermNotation) -> JSONValue {
        let iri = prefixes[term.iri].map { $0 + term.name } ?? iri(term.iri[...])
        var definition: JSONValue = ["@id": .string(iri)]
        switch term.type {
        case .plain: break
        case .keyword(let keyword): definition["@type"] = .string("@" + keyword)
        case .iri(let type): definition["@type"] = .string(self.iri(type[...]))
        case .code(let vocabulary):
            definition["@type"] = "@vocab"
            definition["@context"] = ["@protected": true, "@vocab": .string(self.iri(vocabulary[...]))]
        }
        if let container = term.container { definition["@container"] = .string("@" + container) }
        if let scope = term.scope {
            let context = context(scope)
            // A scope with nothing in it isn't worth having.
            if context != ["@protected": true] { definition["@context"] = context }
        }
        if term.isReset { definition["@context"] = .null }
        return definition
    }

    /// An IRI without abbreviation.
    private func iri(_ text: Substring) -> String {
        guard let colon = text.firstIndex(of: ":"), let start = prefixes[String(text[..<colon])] else {
            return String(text)
        }
        return start + text[text.index(after: colon)...]
    }
}
