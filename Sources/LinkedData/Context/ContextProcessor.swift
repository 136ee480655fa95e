import JSON

/// Reads local contexts into active ones: JSON-LD 1.1 API, section 4.1.
///
/// What is wrong is noted, and reading goes on with the rest: a term that can't be defined is left out, a protected one
/// stays what it was, a context that can't be had adds nothing.
struct ContextProcessor {
    /// Gives the document of a context by its IRI.
    let load: (String) -> JSONValue?
    /// What contexts in the document itself are relative to.
    let documentBase: String?
    /// Whether what is made is kept by a library.
    let isShared: Bool
    /// How many more definitions may be read or copied.
    var allowance: Int
    private(set) var problems: [ContextProblem] = []
    /// The contexts on the way from the document to what is being read.
    private var including: [String] = []
    /// The scoped contexts that were looked at on the way and need no second look.
    private var validated: Set<Term> = []

    private var depth = 0

    /// The deepest nesting of contexts in contexts, by inclusion and by scope.
    static let maximumDepth = 32
    /// The longest list of contexts.
    static let maximumEntries = 256

    init(load: @escaping (String) -> JSONValue?, documentBase: String?, isShared: Bool, allowance: Int) {
        self.load = load
        self.documentBase = documentBase
        self.isShared = isShared
        self.allowance = allowance
    }

    /// How a local context is applied.
    struct Manner {
        /// Whether protected terms may be defined anew, as the context of a property may.
        var overridesProtected = false
        /// Whether the context holds in the nodes inside too.
        var propagates = true
        /// Whether a context that is an array may say so itself in its first entry.
        var heedsFirstEntry = true
        /// Whether the context is only looked at, so that one that is already being read needs no reading.
        var isValidation = false
    }

    mutating func process(
        _ local: JSONValue, on active: ActiveContext, _ manner: Manner = Manner(), at path: [String] = []
    ) -> ActiveContext {
        let entries = local.array ?? [local]
        guard entries.count <= Self.maximumEntries, depth < Self.maximumDepth else {
            note(.limitExceeded(.contexts), nil, path)
            return active
        }
        depth += 1
        defer { depth -= 1 }
        var result = active
        var propagates = manner.propagates
        if manner.heedsFirstEntry, let says = entries.first.flatMap(propagation(saidBy:)) { propagates = says }
        if !propagates, result.previous == nil {
            var draft = ActiveContext.Draft(result)
            draft.previous = active
            result = ActiveContext(draft, isShared: isShared)
        }
        for (position, entry) in entries.enumerated() {
            let path = local.array == nil ? path : path + [String(position)]
            switch entry {
            case .null: result = reset(result, manner, propagates: propagates, path)
            case .string(let reference): result = include(reference, on: result, manner, path)
            case .object(let object): result = read(object, on: result, manner, path)
            default: note(.invalidContext(.invalidLocalContext), nil, path)
            }
        }
        return result
    }

    private func propagation(saidBy entry: JSONValue) -> Bool? {
        let object = entry.string.flatMap { load(reference($0)) }?["@context"] ?? entry
        return object["@propagate"]?.bool
    }

    private mutating func reset(
        _ active: ActiveContext, _ manner: Manner, propagates: Bool, _ path: [String]
    ) -> ActiveContext {
        guard manner.overridesProtected || !active.terms.values.contains(where: \.isProtected) else {
            note(.invalidContext(.invalidContextNullification), nil, path)
            return active
        }
        var draft = ActiveContext.Draft()
        if !propagates { draft.previous = active.previous }
        return ActiveContext(draft, isShared: isShared)
    }

    private func reference(_ text: String) -> String {
        let base = including.last ?? documentBase
        return base.map { IRI.resolve(text, against: $0) } ?? text
    }

    private mutating func include(
        _ text: String, on active: ActiveContext, _ manner: Manner, _ path: [String]
    ) -> ActiveContext {
        // Dear, because contexts that include each other in all ways have more ways than can be gone.
        guard spend(100, path) else { return active }
        let iri = reference(text)
        if including.contains(iri) {
            if !manner.isValidation { note(.cyclicContext(iri), nil, path) }
            return active
        }
        if manner.isValidation, !validated.insert(Term(iri)).inserted { return active }
        guard let context = load(iri)?["@context"] else {
            note(.unknownContext(iri), nil, path)
            return active
        }
        including.append(iri)
        defer { including.removeLast() }
        var manner = manner
        manner.propagates = true
        let count = problems.count
        let result = process(context, on: active, manner)
        // What is wrong in a document elsewhere is wrong, for this one, where it is asked for.
        for position in count..<problems.count {
            let problem = problems[position]
            problems[position] = ContextProblem(kind: problem.kind, term: problem.term, path: path)
        }
        return result
    }

    private mutating func read(
        _ object: JSONObject, on active: ActiveContext, _ manner: Manner, _ path: [String]
    ) -> ActiveContext {
        guard spend(1 + object.count + active.terms.count / 8, path) else { return active }
        var reading = ContextReading(object, on: active, overridesProtected: manner.overridesProtected)
        reading.readSettings(isRemote: !including.isEmpty)
        for (name, value) in object where !ContextReading.settings.contains(name) {
            reading.define(name)
            guard let scoped = value["@context"], reading.hasDefined(name) else { continue }
            let validation = Manner(overridesProtected: true, isValidation: true)
            _ = process(scoped, on: ActiveContext(reading.draft, isShared: false), validation, at: path + [name])
        }
        for (kind, term) in reading.faults { note(kind, term, term.map { path + [$0] } ?? path) }
        return ActiveContext(reading.draft, isShared: isShared)
    }

    private mutating func spend(_ amount: Int, _ path: [String]) -> Bool {
        if allowance >= amount {
            allowance -= amount
            return true
        }
        if allowance >= 0 { note(.limitExceeded(.definitions), nil, path) }
        allowance = -1
        return false
    }

    private mutating func note(_ kind: ExpansionProblem.Kind, _ term: String?, _ path: [String]) {
        problems.append(ContextProblem(kind: kind, term: term, path: including.isEmpty ? path : []))
    }
}
