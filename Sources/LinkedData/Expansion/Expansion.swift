package import JSON

/// Expansion of JSON-LD documents: JSON-LD 1.1 API, section 5.1.
package enum Expansion {
    /// Expands a document, and says what a processor in safe mode would refuse it for.
    ///
    /// - Parameter base: What relative references are relative to; without one they are problems.
    /// - Complexity: Linear in the size of the document, once the library knows its contexts.
    package static func expand(
        _ document: JSONView, contexts: ContextLibrary, base: String? = nil
    ) -> ExpansionResult {
        var expander = Expander(contexts: contexts, base: base)
        let expanded = expander.expandDocument(document)
        return ExpansionResult(expanded: .array(expanded), problems: expander.problems)
    }
}
