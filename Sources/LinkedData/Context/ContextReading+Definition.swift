import JSON

/// One term: JSON-LD 1.1 API, section 4.2.
extension ContextReading {
    private static let entries: Set<String> = [
        "@container", "@context", "@direction", "@id", "@index", "@language", "@nest", "@prefix", "@protected",
        "@reverse", "@type",
    ]

    /// What a context says of a term; nil where it is to be ignored.
    mutating func definition(of name: String, _ value: JSONValue) throws(ContextFault) -> TermDefinition.Draft? {
        var new = TermDefinition.Draft()
        new.isProtected = protects
        let object: JSONObject
        var isSimple = false
        switch value {
        case .null: object = JSONObject([("@id", .null)])
        case .string:
            object = JSONObject([("@id", value)])
            isSimple = true
        case .object(let given): object = given
        default: throw ContextFault(.invalidTermDefinition)
        }
        guard object.allSatisfy({ Self.entries.contains($0.name) }) else { throw ContextFault(.invalidTermDefinition) }
        if let isProtected = object["@protected"] {
            guard let isProtected = isProtected.bool else { throw ContextFault(.invalidProtectedValue) }
            new.isProtected = isProtected
        }
        if let type = object["@type"] { new.type = try self.type(type) }
        if let reverse = object["@reverse"] {
            guard try readReverse(reverse, object, &new) else { return nil }
        } else {
            guard try readIRI(of: name, object["@id"], isSimple: isSimple, &new) else { return nil }
        }
        try readContainer(object["@container"], &new)
        try readRest(of: name, object, &new)
        guard new.iri != "@context", new.iri != "@preserve" else { throw ContextFault(.invalidKeywordAlias) }
        return new
    }

    private mutating func type(_ value: JSONValue) throws(ContextFault) -> String? {
        guard let text = value.string, let type = expand(text) else { throw ContextFault(.invalidTypeMapping) }
        guard !["@id", "@vocab", "@json", "@none"].contains(type) else { return type }
        guard IRI.isAbsolute(type), !IRI.isBlankNode(type) else { throw ContextFault(.invalidTypeMapping) }
        return type
    }

    private mutating func readReverse(
        _ value: JSONValue, _ object: JSONObject, _ new: inout TermDefinition.Draft
    ) throws(ContextFault) -> Bool {
        guard object["@id"] == nil, object["@nest"] == nil else { throw ContextFault(.invalidReverseProperty) }
        guard let text = value.string else { throw ContextFault(.invalidIRIMapping) }
        guard !Keyword.isReserved(text) || Keyword.isOne(text) else { return false }
        guard let iri = expand(text), IRI.isAbsolute(iri) else { throw ContextFault(.invalidIRIMapping) }
        new.iri = iri
        new.isReverse = true
        return true
    }

    /// Steps 14 to 18; false where the term is to be ignored.
    private mutating func readIRI(
        of name: String, _ value: JSONValue?, isSimple: Bool, _ new: inout TermDefinition.Draft
    ) throws(ContextFault) -> Bool {
        if let value, value != .string(name) {
            if value == .null { return true }
            guard let text = value.string else { throw ContextFault(.invalidIRIMapping) }
            guard !Keyword.isReserved(text) || Keyword.isOne(text) else { return false }
            guard let iri = expand(text), Keyword.isOne(iri) || IRI.isAbsolute(iri) else {
                throw ContextFault(.invalidIRIMapping)
            }
            let inner = name.utf8.dropFirst().dropLast()
            if inner.contains(UInt8(ascii: ":")) || name.utf8.contains(UInt8(ascii: "/")) {
                guard expandItself(name) == iri else { throw ContextFault(.invalidIRIMapping) }
            }
            new.iri = iri
            new.isPrefix = isSimple && IRI.parts(name) == nil && !name.contains("/") && IRI.canBePrefix(iri)
            return true
        }
        if let (prefix, suffix) = IRI.parts(name) {
            need(prefix)
            new.iri = draft.terms[Term(prefix)].flatMap(\.iri).map { $0 + suffix } ?? name
        } else if name == "@type" {
            new.iri = name
        } else if let vocabulary = draft.vocabulary {
            new.iri = vocabulary + name
        } else {
            throw ContextFault(.invalidIRIMapping)
        }
        return true
    }

    private func readContainer(
        _ value: JSONValue?, _ new: inout TermDefinition.Draft
    ) throws(ContextFault) {
        guard let value else { return }
        var container: TermDefinition.Container = []
        let names = value.array ?? [value]
        for name in names {
            guard let name = name.string, let one = TermDefinition.Container.byName[name] else {
                throw ContextFault(.invalidContainerMapping)
            }
            container.insert(one)
        }
        let isAllowed =
            container.contains(.list)
            ? names.count == 1
            : container.contains(.graph)
                ? container.isSubset(of: [.graph, .id, .index, .set]) && !container.isSuperset(of: [.id, .index])
                : container.subtracting(.set).rawValue.nonzeroBitCount <= 1
        guard isAllowed else { throw ContextFault(.invalidContainerMapping) }
        if new.isReverse, !container.isSubset(of: [.index, .set]) { throw ContextFault(.invalidReverseProperty) }
        if container.contains(.type) {
            new.type = new.type ?? "@id"
            guard new.type == "@id" || new.type == "@vocab" else { throw ContextFault(.invalidTypeMapping) }
        }
        new.container = container
    }

    private func readRest(
        of name: String, _ object: JSONObject, _ new: inout TermDefinition.Draft
    ) throws(ContextFault) {
        if let index = object["@index"] {
            guard new.container.contains(.index), let index = index.string, !index.hasPrefix("@") else {
                throw ContextFault(.invalidTermDefinition)
            }
            new.index = index
        }
        new.context = object["@context"]
        if let language = object["@language"], object["@type"] == nil {
            guard language == .null || language.string != nil else { throw ContextFault(.invalidLanguageMapping) }
            new.language = language.string.map { .some($0.lowercased()) } ?? .none
        }
        if let direction = object["@direction"] {
            guard direction == .null || direction == "ltr" || direction == "rtl" else {
                throw ContextFault(.invalidBaseDirection)
            }
            new.direction = direction.string.map { .some($0) } ?? .none
        }
        if let nest = object["@nest"] {
            guard let nest = nest.string, nest == "@nest" || !Keyword.isOne(nest) else {
                throw ContextFault(.invalidNestValue)
            }
            new.nest = nest
        }
        if let isPrefix = object["@prefix"] {
            guard !name.contains(":"), !name.contains("/") else { throw ContextFault(.invalidTermDefinition) }
            guard let isPrefix = isPrefix.bool else { throw ContextFault(.invalidPrefixValue) }
            guard !isPrefix || !(new.iri.map(Keyword.isOne) ?? false) else {
                throw ContextFault(.invalidTermDefinition)
            }
            new.isPrefix = isPrefix
        }
    }
}
