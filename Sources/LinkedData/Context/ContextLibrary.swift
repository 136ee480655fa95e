package import JSON
import Synchronization

/// Gives the context document that an IRI leads to, or nil where there is none to be had.
package typealias ContextLoader = @Sendable (_ iri: String) -> JSONValue?

/// The context documents that a processor knows, each read once however many documents use it.
///
/// What a loader once gave is kept: a processor that is to see a context change has to begin a new library.
///
///     let library = ContextLibrary { iri in UNTPContexts.document(for: iri) }
///     let result = Expansion.expand(credential, contexts: library)
///
/// A library may be used from several threads, and gives each the same answers.
package final class ContextLibrary: Sendable {
    private let loader: ContextLoader
    private let shelf = Mutex(Shelf())

    package init(_ loader: @escaping ContextLoader) { self.loader = loader }

    /// A library of documents that are all at hand.
    package convenience init(_ documents: [String: JSONValue]) { self.init { documents[$0] } }

    private struct Shelf {
        var documents: [Term: JSONValue] = [:]
        var derivations: [Derivation: Derived] = [:]
    }

    /// What makes one context of another one.
    struct Derivation: Hashable {
        let source: ObjectIdentifier
        let step: Step

        enum Step: Hashable {
            case iris([Term])
            case property(ObjectIdentifier)
            case type(ObjectIdentifier)
        }
    }

    /// A context that was made of another one. What tells the two apart is kept, so that it can't be mistaken.
    struct Derived {
        let source: ActiveContext
        let definition: TermDefinition?
        let result: ActiveContext
        let problems: [ContextProblem]
    }

    /// Documents and derivations beyond these are made anew each time.
    private static let maximumDocuments = 1_024
    private static let maximumDerivations = 8_192

    /// The document of a context.
    func document(_ iri: String) -> JSONValue? {
        let term = Term(iri)
        if let known = shelf.withLock({ $0.documents[term] }) { return known }
        guard let document = loader(iri) else { return nil }
        shelf.withLock { shelf in
            if shelf.documents.count < Self.maximumDocuments { shelf.documents[term] = document }
        }
        return document
    }

    /// What was derived, made once for all documents.
    ///
    /// Made outside of the lock: two threads may do the same work once, and come to the same.
    func derived(_ derivation: Derivation, making make: () -> Derived) -> Derived {
        if let known = shelf.withLock({ $0.derivations[derivation] }) { return known }
        let made = make()
        // A context that wasn't to be had may be there next time, and such lists are as many as there are IRIs.
        let isComplete = !made.problems.contains { if case .unknownContext = $0.kind { true } else { false } }
        return shelf.withLock { shelf in
            if let known = shelf.derivations[derivation] { return known }
            if isComplete, shelf.derivations.count < Self.maximumDerivations { shelf.derivations[derivation] = made }
            return made
        }
    }
}
