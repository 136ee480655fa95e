import JSON
import LinkedData

/// Names the failure mode behind what a JSON-LD processor refuses.
enum TermDiagnosis {
    /// The failure mode, and what was expected instead; nil for what the schema's or the data model's checks say better.
    static func name(_ problem: ExpansionProblem) -> (code: String, expected: String)? {
        switch problem.kind {
        case .unmappedType: ("unmapped-type", "types that a context maps")
        case .relativeID, .relativeVocabulary: ("relative-id-dropped", "absolute URLs")
        case .protectedTermRedefined: ("protected-term-redefined", "the protected definition")
        // What can't be had says nothing about the credential; the extension's checks name it.
        case .unknownContext, .unsupported, .limitExceeded: nil
        case .undefinedTerm, .reservedTerm: ("undefined-term-dropped", "properties that a context defines")
        case .cyclicContext, .invalidContext: ("data-model-violation", "a context by JSON-LD 1.1")
        case .invalidDocument, .freeFloatingValue, .emptyNode, .emptyValue, .invalidLanguageTag: nil
        }
    }

    static func description(_ problem: ExpansionProblem) -> String {
        let term = problem.term ?? problem.pointer.description
        return switch problem.kind {
        case .unmappedType: term
        case .relativeID, .relativeVocabulary: "the relative reference \(term)"
        case .protectedTermRedefined: "another definition of \(term)"
        case .reservedTerm: "\(term), which has the form of a keyword and is none"
        case .undefinedTerm: "a property that no context defines"
        case .cyclicContext(let iri): "a context that includes itself: \(iri)"
        case .invalidContext(let error): "a context with an error: \(error.rawValue)"
        default: term
        }
    }
}
