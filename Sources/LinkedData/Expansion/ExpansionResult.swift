package import JSON

/// A document expanded, and what would keep a careful processor from accepting it.
package struct ExpansionResult: Sendable {
    /// The expanded document, an array of nodes: what a processor that isn't asked to be safe goes on with. Where there
    /// are errors, what could be expanded in spite of them.
    package let expanded: JSONValue
    /// What is wrong, contexts before what they are for, otherwise in the order of the text.
    package let problems: [ExpansionProblem]

    /// Whether a processor in safe mode accepts the document.
    package var isSafe: Bool { problems.isEmpty }
    /// Whether a processor in any mode refuses the document.
    package var hasErrors: Bool { problems.contains(where: \.isError) }
}
