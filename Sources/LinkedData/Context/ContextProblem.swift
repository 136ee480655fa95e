/// What is wrong with a context, before it is known where in which document the context stands.
struct ContextProblem: Sendable, Hashable {
    let kind: ExpansionProblem.Kind
    let term: String?
    /// Where in the local context, as far as that is in the document itself.
    let path: [String]
}

/// Why one term of a context can't be had.
struct ContextFault: Error {
    let kind: ExpansionProblem.Kind

    init(_ error: SyntaxError) { kind = .invalidContext(error) }
    init(_ kind: ExpansionProblem.Kind) { self.kind = kind }
}
