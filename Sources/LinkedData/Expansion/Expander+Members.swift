import JSON

/// The members of a node: section 5.1.2, steps 13 and 14.
extension Expander {
    mutating func addMembers(
        of element: JSONView, to node: inout NodeDraft, at place: Place, in context: Prepared, insideList: Bool
    ) {
        var nests: [(name: String, value: JSONView, definition: TermDefinition?)] = []
        for (name, value) in element.members where name != "@context" {
            let definition = context.members[name]
            let iri = definition == nil ? context.members.vocabularyIRI(name) : definition?.iri
            let meaning = definition?.meaning ?? iri.map(TermDefinition.Meaning.init) ?? .nothing
            guard let iri, meaning != .nothing else {
                let isReserved = definition == nil && Keyword.isReserved(name)
                note(isReserved ? .reservedTerm : .undefinedTerm, name, at: [name])
                continue
            }
            if iri == "@nest" {
                nests.append((name, value, definition))
                continue
            }
            let property = Place(name: name, iri: iri, definition: definition)
            inside(name) { expander in
                if meaning == .keyword {
                    expander.addKeyword(property, value, to: &node, at: place, in: context, insideList: insideList)
                } else {
                    expander.addProperty(property, value, to: &node, in: context.members)
                }
            }
        }
        for nest in nests {
            inside(nest.name) { expander in
                expander.addNested(
                    nest.value, nest.definition, to: &node, at: place, in: context, insideList: insideList)
            }
        }
    }

    /// Members that are written one level down, for tidiness, and belong to the node itself.
    private mutating func addNested(
        _ value: JSONView, _ definition: TermDefinition?, to node: inout NodeDraft, at place: Place,
        in context: Prepared, insideList: Bool
    ) {
        guard path.count <= Self.maximumDepth else { return note(.limitExceeded(.nesting)) }
        var members = context.members
        if let definition, definition.context != nil { members = scoped(by: definition, on: members) }
        let values = value.kind == .array ? Array(value.elements) : [value]
        for nested in values {
            let prepared = prepare(nested, in: members)
            let isNode =
                nested.kind == .object
                && !nested.members.contains { prepared.members.vocabularyIRI($0.name) == "@value" }
            guard isNode else {
                note(.invalidDocument(.invalidNestValue))
                continue
            }
            addMembers(of: nested, to: &node, at: place, in: prepared, insideList: insideList)
        }
    }

    // MARK: Properties

    private mutating func addProperty(
        _ property: Place, _ value: JSONView, to node: inout NodeDraft, in context: ActiveContext
    ) {
        let container = property.definition?.container ?? []
        let expanded: Expanded
        if property.definition?.type == "@json" {
            expanded = .one(["@type": "@json", "@value": value.materialised])
        } else if value.kind == .object, container.contains(.language) {
            expanded = .many(languageMap(value, property, in: context))
        } else if value.kind == .object, !container.isDisjoint(with: [.index, .id, .type]) {
            expanded = .many(map(value, property, in: context))
        } else {
            expanded = expand(value, at: property, in: context)
        }
        if case .nothing = expanded { return }
        var values = expanded.all
        if container.contains(.list) {
            let isList = if case .one(let value) = expanded { value["@list"] != nil } else { false }
            if !isList { values = [["@list": .array(values)]] }
        }
        if container.contains(.graph), container.isDisjoint(with: [.id, .index]) {
            values = values.map { ["@graph": [$0]] }
        }
        guard let iri = property.iri else { return }
        if property.definition?.isReverse ?? false {
            addReverse(values, to: iri, of: &node)
        } else {
            node.properties.add(values, to: iri)
        }
    }

    mutating func addReverse(_ values: [JSONValue], to iri: String, of node: inout NodeDraft) {
        guard !values.contains(where: { $0["@value"] != nil || $0["@list"] != nil }) else {
            return note(.invalidDocument(.invalidReversePropertyValue))
        }
        node.reverse.add(values, to: iri)
    }

    // MARK: Maps

    private mutating func languageMap(
        _ value: JSONView, _ property: Place, in context: ActiveContext
    ) -> [JSONValue] {
        var values: [JSONValue] = []
        let direction = direction(property.definition, context)
        for (language, texts) in value.members {
            let isNone = context.vocabularyIRI(language) == "@none"
            if !isNone, !LanguageTag.isWellFormed(language) { note(.invalidLanguageTag, language, at: [language]) }
            for text in texts.kind == .array ? Array(texts.elements) : [texts] where !text.isNull {
                guard let text = text.string else {
                    note(.invalidDocument(.invalidLanguageMapValue), language, at: [language])
                    continue
                }
                var item: JSONValue = ["@value": .string(text)]
                if !isNone { item["@language"] = .string(language.lowercased()) }
                if let direction { item["@direction"] = .string(direction) }
                values.append(item)
            }
        }
        return values
    }

    /// Values by index, id or type.
    private mutating func map(_ value: JSONView, _ property: Place, in context: ActiveContext) -> [JSONValue] {
        let container = property.definition?.container ?? []
        var values: [JSONValue] = []
        for (key, inner) in value.members {
            var inside = context
            if !container.isDisjoint(with: [.id, .type]) { inside = context.previous ?? context }
            if container.contains(.type), let definition = inside[key], definition.context != nil {
                inside = typeScoped(by: definition, on: inside)
            }
            self.inside(key) { expander in
                for item in expander.expand(inner, at: property, in: inside, isMapValue: true).all {
                    let item = expander.indexed(item, by: key, property.definition, in: context)
                    if let item { values.append(item) }
                }
            }
        }
        return values
    }

    private mutating func indexed(
        _ value: JSONValue, by key: String, _ definition: TermDefinition?, in context: ActiveContext
    ) -> JSONValue? {
        let container = definition?.container ?? []
        var item = value
        if container.contains(.graph), item["@graph"] == nil { item = ["@graph": [item]] }
        let expandedKey = context.vocabularyIRI(key)
        let isNone = expandedKey == "@none"
        let isValue = item["@value"] != nil
        if container.contains(.index), definition?.index == nil {
            if !isNone, item["@index"] == nil { item["@index"] = .string(key) }
            return item
        }
        guard !isValue else {
            note(.invalidDocument(.invalidValueObject), key)
            return nil
        }
        guard !isNone else { return item }
        if let index = definition?.index, container.contains(.index) {
            guard let iri = context.vocabularyIRI(index), let new = text(key, context[index], in: context) else {
                return item
            }
            item[iri] = .array([new] + (item[iri]?.array ?? []))
        } else if container.contains(.id), item["@id"] == nil {
            item["@id"] = .string(reference(key, in: context))
        } else if container.contains(.type) {
            if expandedKey.map(IRI.isAbsolute) != true { note(.unmappedType, key) }
            item["@type"] = .array([.string(expandedKey ?? key)] + (item["@type"]?.array ?? []))
        }
        return item
    }
}
