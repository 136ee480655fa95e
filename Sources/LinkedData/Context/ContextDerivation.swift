import JSON

/// The contexts that come up in one document, each made once; those that depend on nothing in the document itself are
/// made once for all.
struct ContextDerivation {
    let library: ContextLibrary
    let documentBase: String?
    private var own: [ContextLibrary.Derivation: ContextLibrary.Derived] = [:]
    /// How many more definitions this document's own contexts may take.
    private var allowance = Self.maximumDefinitions

    /// More than fifty times what the largest context in use takes with all its scopes.
    static let maximumDefinitions = 1_000_000

    typealias Outcome = (context: ActiveContext, problems: [ContextProblem])

    init(library: ContextLibrary, documentBase: String?) {
        self.library = library
        self.documentBase = documentBase
    }

    /// The context of a node that has one of its own.
    mutating func local(_ local: JSONView, on active: ActiveContext) -> Outcome {
        // IRIs at the beginning are the usual ones, and the rest is what a document adds to them.
        let entries = local.kind == .array ? Array(local.elements) : [local]
        let iris = entries.prefix(ContextProcessor.maximumEntries).prefix { $0.kind == .string }
            .compactMap(\.string)
            .map { iri in documentBase.map { IRI.resolve(iri, against: $0) } ?? iri }
        guard !iris.isEmpty else { return own(local.materialised, on: active, startsAt: nil, heedsFirstEntry: true) }
        let made = derived(active, .iris(iris.map(Term.init)), nil) { processor in
            processor.process(.array(iris.map(JSONValue.string)), on: active, at: [])
        }
        // A context alone has no position.
        let problems =
            local.kind == .array
            ? made.problems
            : made.problems.map {
                ContextProblem(kind: $0.kind, term: $0.term, path: Array($0.path.dropFirst()))
            }
        guard iris.count < entries.count else { return (made.result, problems) }
        let rest = JSONValue.array(entries[iris.count...].map(\.materialised))
        let outcome = own(rest, on: made.result, startsAt: iris.count, heedsFirstEntry: false)
        return (outcome.context, problems + outcome.problems)
    }

    private mutating func own(
        _ local: JSONValue, on active: ActiveContext, startsAt start: Int?, heedsFirstEntry: Bool
    ) -> Outcome {
        var processor = newProcessor(isShared: false)
        let result = processor.process(local, on: active, .init(heedsFirstEntry: heedsFirstEntry))
        allowance = processor.allowance
        guard let start else { return (result, processor.problems) }
        let problems = processor.problems.map { problem in
            var path = problem.path
            if let position = path.first.flatMap({ Int($0) }) { path[0] = String(position + start) }
            return ContextProblem(kind: problem.kind, term: problem.term, path: path)
        }
        return (result, problems)
    }

    /// The context inside of a property that has a scoped one.
    mutating func property(_ definition: TermDefinition, on active: ActiveContext) -> Outcome {
        guard let context = definition.context else { return (active, []) }
        let made = derived(active, .property(ObjectIdentifier(definition)), definition) { processor in
            processor.process(context, on: active, .init(overridesProtected: true))
        }
        return (made.result, made.problems)
    }

    /// The context inside of a node with a type that has a scoped one.
    mutating func type(_ definition: TermDefinition, on active: ActiveContext) -> Outcome {
        guard let context = definition.context else { return (active, []) }
        let made = derived(active, .type(ObjectIdentifier(definition)), definition) { processor in
            processor.process(context, on: active, .init(propagates: false))
        }
        return (made.result, made.problems)
    }

    private mutating func derived(
        _ source: ActiveContext, _ step: ContextLibrary.Derivation.Step, _ definition: TermDefinition?,
        _ make: (inout ContextProcessor) -> ActiveContext
    ) -> ContextLibrary.Derived {
        let derivation = ContextLibrary.Derivation(source: ObjectIdentifier(source), step: step)
        func made(by processor: inout ContextProcessor) -> ContextLibrary.Derived {
            let result = make(&processor)
            return .init(source: source, definition: definition, result: result, problems: processor.problems)
        }
        if source.isShared {
            return library.derived(derivation) {
                var processor = newProcessor(isShared: true)
                return made(by: &processor)
            }
        }
        if let known = own[derivation] { return known }
        var processor = newProcessor(isShared: false)
        let new = made(by: &processor)
        allowance = processor.allowance
        own[derivation] = new
        return new
    }

    private func newProcessor(isShared: Bool) -> ContextProcessor {
        let library = library
        return ContextProcessor(
            load: { library.document($0) }, documentBase: documentBase, isShared: isShared,
            allowance: isShared ? Self.maximumDefinitions : allowance)
    }
}
