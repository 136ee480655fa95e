package import JSON
package import LinkedData

/// What an industry adds to UNTP's credentials: a type, a context that maps it, and a schema (UNTP, Extensions).
package struct IndustryExtension: Sendable {
    package let name: String
    package let title: String
    /// The type that its credentials have beside those of the core.
    package let typeName: String
    /// The types of credentials that it extends.
    package let extends: Set<CredentialType>
    /// The IRI of its context.
    package let context: String
    /// The document at that IRI.
    package let contextDocument: JSONValue
    /// What its credentials have to satisfy besides; nil where it has none.
    package let schema: JSONSchema?
    /// What its issuers write at the top of a credential.
    package let members: JSONObject

    package init(
        name: String, title: String, typeName: String, extends: Set<CredentialType>, context: String,
        contextDocument: JSONValue, schema: JSONSchema?, members: JSONObject
    ) {
        self.name = name
        self.title = title
        self.typeName = typeName
        self.extends = extends
        self.context = context
        self.contextDocument = contextDocument
        self.schema = schema
        self.members = members
    }
}

/// The extensions of a pilot, with all contexts that can be had in it.
package struct ExtensionLibrary: Sendable {
    package let all: [IndustryExtension]
    /// The contexts of the core and of the extensions.
    package let contexts: ContextLibrary
    /// The same, with that of release 0.7.0 as it was before it was changed.
    package let olderContexts: ContextLibrary

    /// No extensions.
    package static let none = ExtensionLibrary([])

    package init(_ extensions: [IndustryExtension]) {
        all = extensions
        guard !extensions.isEmpty else {
            contexts = UNTPContexts.library
            olderContexts = UNTPContexts.olderLibrary
            return
        }
        let documents = Dictionary(
            extensions.map { ($0.context, $0.contextDocument) }, uniquingKeysWith: { first, _ in first })
        contexts = ContextLibrary { UNTPContexts.document(for: $0) ?? documents[$0] }
        olderContexts = ContextLibrary { UNTPContexts.document(for: $0, catchAlls: false) ?? documents[$0] }
    }

    /// No extensions, and contexts that are known besides those of the core.
    package init(contexts documents: [String: JSONValue]) {
        all = []
        contexts = ContextLibrary { UNTPContexts.document(for: $0) ?? documents[$0] }
        olderContexts = ContextLibrary { UNTPContexts.document(for: $0, catchAlls: false) ?? documents[$0] }
    }

    package subscript(context iri: String) -> IndustryExtension? { all.first { $0.context == iri } }

    /// Those that extend a type of credential.
    package func extending(_ type: CredentialType) -> [IndustryExtension] { all.filter { $0.extends.contains(type) } }
}
