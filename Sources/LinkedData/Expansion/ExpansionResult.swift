package import JSON

/// A document expanded, and what would keep a careful processor from accepting it.
package struct ExpansionResult: Sendable {
    /// The expanded document, an array of nodes: what a processor that isn't asked to be safe goes on with. Where there
    /// are errors, what could be expanded in spite of them.
    package let expanded: JSONValue
    /// What is wrong, contexts before what they are for, otherwise in the order of the text. A processor in safe mode
    /// accepts the document where there is nothing, and one in any mode where none of it is an error.
    package let problems: [ExpansionProblem]
}
