package import JSON

/// What a JSON-LD processor in safe mode would refuse a document for.
package struct ExpansionProblem: Sendable, Hashable {
    package let kind: Kind
    /// The value, or the member, in the document as it was written.
    package let pointer: JSONPointer
    /// The term, type or reference that it is about.
    package let term: String?

    package enum Kind: Sendable, Hashable {
        // Dropped, or left without meaning, where the processor isn't asked to be safe.

        /// A property that no context defines here, or that one sets to null; it is dropped with all it holds.
        case undefinedTerm
        /// A property that has the form of a keyword and is none.
        case reservedTerm
        /// A type that stands for no IRI.
        case unmappedType
        /// An `@id`, or a value that is one, which stays relative for want of a base.
        case relativeID
        /// A `@vocab` that stays relative.
        case relativeVocabulary
        /// A plain value where only nodes can be.
        case freeFloatingValue
        /// A node at the top that says nothing: no properties, or an `@id` alone.
        case emptyNode
        /// A value object without a value.
        case emptyValue
        /// A language that is no language tag.
        case invalidLanguageTag

        // Errors in any mode.

        /// A context that defines a protected term anew and otherwise.
        case protectedTermRedefined
        /// A context that can't be had.
        case unknownContext(String)
        /// A context that includes itself.
        case cyclicContext(String)
        case invalidContext(SyntaxError)
        case invalidDocument(SyntaxError)
        /// What this processor doesn't do: `@import`.
        case unsupported(String)
        /// More than the limits allow.
        case limitExceeded(Limit)
    }

    /// Whether expansion fails in any mode, rather than in safe mode alone.
    package var isError: Bool {
        switch kind {
        case .undefinedTerm, .reservedTerm, .unmappedType, .relativeID, .relativeVocabulary, .freeFloatingValue,
            .emptyNode, .emptyValue, .invalidLanguageTag:
            false
        default: true
        }
    }

    package enum Limit: String, Sendable, Hashable {
        case nesting, contexts, definitions
    }
}

/// The error codes of JSON-LD 1.1 API, section 9.6, as far as they can come out here.
package enum SyntaxError: String, Sendable, Hashable {
    case collidingKeywords = "colliding keywords"
    case cyclicIRIMapping = "cyclic IRI mapping"
    case invalidBaseDirection = "invalid base direction"
    case invalidBaseIRI = "invalid base IRI"
    case invalidContainerMapping = "invalid container mapping"
    case invalidContextNullification = "invalid context nullification"
    case invalidDefaultLanguage = "invalid default language"
    case invalidGraphValue = "invalid @graph value"
    case invalidIDValue = "invalid @id value"
    case invalidIncludedValue = "invalid @included value"
    case invalidIndexValue = "invalid @index value"
    case invalidIRIMapping = "invalid IRI mapping"
    case invalidKeywordAlias = "invalid keyword alias"
    case invalidLanguageMapValue = "invalid language map value"
    case invalidLanguageMapping = "invalid language mapping"
    case invalidLanguageTaggedString = "invalid language-tagged string"
    case invalidLanguageTaggedValue = "invalid language-tagged value"
    case invalidLocalContext = "invalid local context"
    case invalidNestValue = "invalid @nest value"
    case invalidPrefixValue = "invalid @prefix value"
    case invalidPropagateValue = "invalid @propagate value"
    case invalidProtectedValue = "invalid @protected value"
    case invalidReverseProperty = "invalid reverse property"
    case invalidReversePropertyMap = "invalid reverse property map"
    case invalidReversePropertyValue = "invalid reverse property value"
    case invalidReverseValue = "invalid @reverse value"
    case invalidScopedContext = "invalid scoped context"
    case invalidSetOrListObject = "invalid set or list object"
    case invalidTermDefinition = "invalid term definition"
    case invalidTypeMapping = "invalid type mapping"
    case invalidTypeValue = "invalid type value"
    case invalidTypedValue = "invalid typed value"
    case invalidValueObject = "invalid value object"
    case invalidValueObjectValue = "invalid value object value"
    case invalidVersionValue = "invalid @version value"
    case invalidVocabMapping = "invalid vocab mapping"
    case keywordRedefinition = "keyword redefinition"
}
