import JSON

/// One document being expanded.
struct Expander {
    var derivation: ContextDerivation
    let base: String?
    private(set) var problems: [ExpansionProblem] = []
    /// The way from the root to the value at hand.
    private(set) var path: [String] = []
    /// What was said of contexts already, so that a scoped one is complained of once.
    private var saidOfContexts: Set<ContextProblem> = []

    static let maximumDepth = 128

    init(contexts: ContextLibrary, base: String?) {
        derivation = ContextDerivation(library: contexts, documentBase: base)
        self.base = base
    }

    /// What came of a value: a single value or node where the text has one, many where it has an array.
    enum Expanded {
        case nothing
        case one(JSONValue)
        case many([JSONValue])

        var all: [JSONValue] {
            switch self {
            case .nothing: []
            case .one(let value): [value]
            case .many(let values): values
            }
        }
    }

    /// The property that a value stands under.
    struct Place {
        var name: String?
        var iri: String?
        var definition: TermDefinition?

        static let top = Place()
        /// Whether only nodes can stand here, as nothing would tie a value to anything.
        var isFree: Bool { name == nil || iri == "@graph" }
    }

    mutating func expandDocument(_ document: JSONView) -> [JSONValue] {
        let expanded = expand(document, at: .top, in: .initial)
        if case .one(let node) = expanded, let object = node.object, object.count == 1, let graph = object["@graph"] {
            return graph.array ?? [graph]
        }
        return expanded.all
    }

    /// Expands a value of any kind: section 5.1.2.
    ///
    /// - Parameter isMapValue: Whether the value stands in a map of nodes by type, id or index.
    mutating func expand(
        _ element: JSONView, at place: Place, in context: ActiveContext, insideList: Bool = false,
        isMapValue: Bool = false
    ) -> Expanded {
        guard path.count <= Self.maximumDepth else {
            note(.limitExceeded(.nesting))
            return .nothing
        }
        switch element.kind {
        case .null: return .nothing
        case .array:
            let insideList = insideList || place.definition?.container.contains(.list) ?? false
            var values: [JSONValue] = []
            for (position, item) in element.elements.enumerated() {
                path.append(String(position))
                switch expand(item, at: place, in: context, insideList: insideList, isMapValue: isMapValue) {
                case .nothing: break
                case .one(let value): values.append(value)
                case .many(let inner):
                    if insideList { values.append(["@list": .array(inner)]) } else { values += inner }
                }
                path.removeLast()
            }
            return .many(values)
        case .object:
            return expandObject(element, at: place, in: context, insideList: insideList, isMapValue: isMapValue)
        case .string, .number, .boolean:
            guard insideList || !place.isFree else {
                note(.freeFloatingValue, element.string)
                return .nothing
            }
            var place = place
            var context = context
            if let definition = place.definition, definition.context != nil {
                context = scoped(by: definition, on: context)
                place.definition = place.name.flatMap { context[$0] }
            }
            return value(element, place.definition, in: context).map(Expanded.one) ?? .nothing
        }
    }

    // MARK: Contexts

    private mutating func expandObject(
        _ element: JSONView, at place: Place, in active: ActiveContext, insideList: Bool, isMapValue: Bool
    ) -> Expanded {
        let problemsBefore = problems.count
        var context = active
        if let previous = active.previous, !isMapValue, !keepsTypeScope(element, in: active) { context = previous }
        if let definition = place.definition, definition.context != nil {
            context = scoped(by: definition, on: context)
        }
        let prepared = prepare(element, in: context)
        var node = NodeDraft()
        addMembers(of: element, to: &node, at: place, in: prepared, insideList: insideList)
        return finished(node, at: place, insideList: insideList, isUntroubled: problems.count == problemsBefore)
    }

    /// Whether an object is a value or a mere reference, which the context of the type around it still holds for.
    private func keepsTypeScope(_ element: JSONView, in context: ActiveContext) -> Bool {
        element.members.contains { name, _ in
            let iri = name.utf8.first == UInt8(ascii: "@") ? name : context[name]?.iri
            return iri == "@value" || iri == "@id" && element.count == 1
        }
    }

    /// The contexts for the members of a node: the one for all, and the one for its types.
    struct Prepared {
        var members: ActiveContext
        var types: ActiveContext
        /// Whether the first type is `@json`.
        var isJSON = false
    }

    /// Adds to a context what a node says itself, and what its types bring along: steps 9 to 12.
    mutating func prepare(_ element: JSONView, in context: ActiveContext) -> Prepared {
        var context = context
        if let local = element["@context"] {
            let outcome = derivation.local(local, on: context)
            context = outcome.context
            for problem in outcome.problems {
                saidOfContexts.insert(ContextProblem(kind: problem.kind, term: problem.term, path: []))
                note(problem.kind, problem.term, at: ["@context"] + problem.path)
            }
        }
        var prepared = Prepared(members: context, types: context)
        var keys: [(name: String, value: JSONView)] = []
        for (name, value) in element.members where name == "@type" || context[name]?.iri == "@type" {
            keys.append((name, value))
        }
        if keys.count > 1 { keys.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } }
        for (position, key) in keys.enumerated() {
            var types =
                key.value.kind == .array ? key.value.elements.compactMap(\.string) : key.value.string.map { [$0] } ?? []
            if position == 0 { prepared.isJSON = types.first.map { context.vocabularyIRI($0) == "@json" } ?? false }
            if types.count > 1 { types.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
            for type in types {
                guard let definition = context[type], let scope = definition.context, scope != .null else { continue }
                let outcome = derivation.type(definition, on: prepared.members)
                prepared.members = outcome.context
                say(outcome.problems)
            }
        }
        return prepared
    }

    mutating func scoped(by definition: TermDefinition, on context: ActiveContext) -> ActiveContext {
        let outcome = derivation.property(definition, on: context)
        say(outcome.problems)
        return outcome.context
    }

    mutating func typeScoped(by definition: TermDefinition, on context: ActiveContext) -> ActiveContext {
        let outcome = derivation.type(definition, on: context)
        say(outcome.problems)
        return outcome.context
    }

    private mutating func say(_ found: [ContextProblem]) {
        for problem in found {
            let unplaced = ContextProblem(kind: problem.kind, term: problem.term, path: [])
            if saidOfContexts.insert(unplaced).inserted { note(problem.kind, problem.term) }
        }
    }

    // MARK: Problems

    mutating func note(_ kind: ExpansionProblem.Kind, _ term: String? = nil, at further: [String] = []) {
        problems.append(ExpansionProblem(kind: kind, pointer: JSONPointer(path + further), term: term))
    }

    /// Does something with a member or element of the value at hand.
    mutating func inside<Result>(_ token: String, _ body: (inout Expander) -> Result) -> Result {
        path.append(token)
        defer { path.removeLast() }
        return body(&self)
    }
}
