import JSON

/// Members whose names are keywords or stand for one: section 5.1.2, step 13.4.
extension Expander {
    mutating func addKeyword(
        _ keyword: Place, _ value: JSONView, to node: inout NodeDraft, at place: Place, in context: Prepared,
        insideList: Bool
    ) {
        guard let iri = keyword.iri else { return }
        guard place.iri != "@reverse" else { return fail(.invalidReversePropertyMap) }
        guard iri == "@type" || iri == "@included" || node.seen.insert(iri).inserted else {
            return fail(.collidingKeywords)
        }
        switch iri {
        case "@id":
            guard let text = value.string else { return fail(.invalidIDValue) }
            node.id = reference(text, in: context.members)
        case "@type": addTypes(value, to: &node, in: context.types)
        case "@graph":
            guard value.kind == .object || value.kind == .array else { return fail(.invalidGraphValue) }
            node.graph = expand(value, at: keyword, in: context.members).all
        case "@included":
            let nodes = expand(value, at: place, in: context.members).all
            guard nodes.allSatisfy({ $0.object != nil && $0["@value"] == nil && $0["@list"] == nil }) else {
                return fail(.invalidIncludedValue)
            }
            node.included = (node.included ?? []) + nodes
        case "@list":
            let place = place.iri == "@graph" ? .top : self.place(place, in: context.members)
            node.list = expand(value, at: place, in: context.members, insideList: true).all
        case "@set": node.set = expand(value, at: self.place(place, in: context.members), in: context.members).all
        case "@reverse": addReversed(value, to: &node, in: context.members, insideList: insideList)
        case "@value":
            guard context.isJSON || value.count == 0 && value.kind != .array && value.kind != .object else {
                return fail(.invalidValueObjectValue)
            }
            node.value = value.materialised
        default: addLabel(iri, value, to: &node)
        }
    }

    /// A property as the context inside of an object has it, which may not be the one around it.
    private func place(_ place: Place, in context: ActiveContext) -> Place {
        Place(name: place.name, iri: place.iri, definition: place.name.flatMap { context[$0] })
    }

    private mutating func addLabel(_ keyword: String, _ value: JSONView, to node: inout NodeDraft) {
        switch keyword {
        case "@language":
            if value.isNull { return }
            guard let language = value.string else { return fail(.invalidLanguageTaggedString) }
            if !LanguageTag.isWellFormed(language) { note(.invalidLanguageTag, language) }
            node.language = language.lowercased()
        case "@direction":
            guard let direction = value.string, direction == "ltr" || direction == "rtl" else {
                return fail(.invalidBaseDirection)
            }
            node.direction = direction
        case "@index":
            guard let index = value.string else { return fail(.invalidIndexValue) }
            node.index = index
        default: note(.reservedTerm, keyword)
        }
    }

    private mutating func addTypes(_ value: JSONView, to node: inout NodeDraft, in context: ActiveContext) {
        if value.isNull {
            node.typeIsNull = true
            return
        }
        if value.kind == .array { node.typeIsArray = true }
        var types = node.types ?? []
        for (position, type) in (value.kind == .array ? Array(value.elements) : [value]).enumerated() {
            guard let type = type.string else { return fail(.invalidTypeValue) }
            let iri = context.vocabularyOrDocumentIRI(type, base: base)
            if iri != "@json", iri.map(IRI.isAbsolute) != true {
                note(.unmappedType, type, at: value.kind == .array ? [String(position)] : [])
            }
            types.append(iri ?? type)
        }
        // A list of no types says nothing.
        if !types.isEmpty { node.types = types }
    }

    private mutating func addReversed(
        _ value: JSONView, to node: inout NodeDraft, in context: ActiveContext, insideList: Bool
    ) {
        guard value.kind == .object else { return fail(.invalidReverseValue) }
        let place = Place(name: "@reverse", iri: "@reverse")
        guard case .one(let reversed) = expand(value, at: place, in: context, insideList: insideList) else { return }
        for (name, values) in reversed.object ?? JSONObject() {
            if name == "@reverse" {
                for (name, values) in values.object ?? JSONObject() {
                    node.properties.add(values.array ?? [], to: name)
                }
            } else {
                addReverse(values.array ?? [], to: name, of: &node)
            }
        }
    }

    mutating func fail(_ error: SyntaxError) { note(.invalidDocument(error)) }
}
