package import JSON
package import LinkedData

/// The context documents that credentials of the known releases name, as of their publication.
package enum UNTPContexts {
    /// The context of the Verifiable Credentials Data Model 2.0.
    package static let credentials = "https://www.w3.org/ns/credentials/v2"
    /// The one context of release 0.7.0.
    package static let release0_7_0 = "https://vocabulary.uncefact.org/untp/0.7.0/context/"

    /// The document that an IRI leads to; nil for an unknown one.
    ///
    /// - Parameter catchAlls: Whether release 0.7.0's is the newer copy, in which most types have a vocabulary for
    ///   properties that it doesn't define; the older copy under the same IRI has none.
    package static func document(for iri: String, catchAlls: Bool = true) -> JSONValue? {
        if iri == release0_7_0, !catchAlls { return without }
        return documents[iri]
    }

    /// The IRIs of all documents, in order.
    package static var all: [String] { documents.keys.sorted() }

    /// What a verifier knows that has all documents at hand.
    package static let library = ContextLibrary { document(for: $0) }

    /// What a verifier knows that fetched the documents before release 0.7.0's was changed.
    package static let olderLibrary = ContextLibrary { document(for: $0, catchAlls: false) }

    private static let without = Context0_7_0.document(catchAlls: false)

    private static let documents: [String: JSONValue] = {
        var documents = [
            credentials: CredentialsContext.document, release0_7_0: Context0_7_0.document(catchAlls: true),
        ]
        for release in [Release.v0_6_0, .v0_6_1] {
            for type in CredentialType.allCases {
                documents[type.context(of: release.version)] = Context0_6.document(of: type, release)
            }
        }
        documents["https://test.uncefact.org/vocabulary/untp/core/0.6.1/"] = Context0_6.core
        return documents
    }()
}
