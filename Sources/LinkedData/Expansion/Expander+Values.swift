import JSON

/// Values that are no nodes: section 5.3.
extension Expander {
    mutating func value(_ element: JSONView, _ definition: TermDefinition?, in context: ActiveContext) -> JSONValue? {
        if let text = element.string { return self.text(text, definition, in: context) }
        var value: JSONValue = ["@value": element.materialised]
        if let type = definition?.type, !Self.isCoercion(type) { value["@type"] = .string(type) }
        return value
    }

    mutating func text(_ text: String, _ definition: TermDefinition?, in context: ActiveContext) -> JSONValue? {
        switch definition?.type {
        case "@id": return ["@id": .string(reference(text, in: context))]
        case "@vocab":
            let iri = context.vocabularyOrDocumentIRI(text, base: base)
            if iri.map({ IRI.isAbsolute($0) || Keyword.isOne($0) }) != true { note(.relativeID, text) }
            return ["@id": .string(iri ?? text)]
        case let type?:
            if !Self.isCoercion(type) { return ["@type": .string(type), "@value": .string(text)] }
        case nil: break
        }
        var value: JSONValue = ["@value": .string(text)]
        if let language = language(definition, context) { value["@language"] = .string(language) }
        if let direction = direction(definition, context) { value["@direction"] = .string(direction) }
        return value
    }

    /// Whether a type says how a value is read rather than what it is.
    private static func isCoercion(_ type: String) -> Bool { type == "@id" || type == "@vocab" || type == "@none" }

    /// The IRI of a node, noted where it stays relative.
    mutating func reference(_ text: String, in context: ActiveContext) -> String {
        let iri = context.documentIRI(text, base: base)
        if iri.map(IRI.isAbsolute) != true { note(.relativeID, text) }
        return iri ?? text
    }

    private func language(_ definition: TermDefinition?, _ context: ActiveContext) -> String? {
        switch definition?.language ?? .inherited {
        case .inherited: context.language
        case .none: nil
        case .some(let language): language
        }
    }

    func direction(_ definition: TermDefinition?, _ context: ActiveContext) -> String? {
        switch definition?.direction ?? .inherited {
        case .inherited: context.direction
        case .none: nil
        case .some(let direction): direction
        }
    }
}
