package import JSON

/// An identity anchor as far as it can be read: "this DID is that registered entity".
package struct IdentityAnchor: Sendable, Hashable {
    /// The DID that is anchored.
    package let did: String?
    package let name: String?
    package let registeredID: String?
    /// `Business`, `Accreditation` and the like.
    package let registerType: String?
    /// The register, by the id of its scheme.
    package let scheme: String?
    /// What the entity is registered for, as URIs.
    package let scope: [String]
    /// What could not be read.
    package let unread: [UnreadValue]

    package init(reading credential: JSONView) {
        var reader = CredentialReader()
        let subject = reader.object("credentialSubject", of: CredentialReader.root(credential), isNeeded: true)
        did = reader.string("id", of: subject, isNeeded: true)
        name = reader.string("name", of: subject)
        registeredID = reader.string("registeredId", of: subject)
        registerType = reader.string("registerType", of: subject)
        scheme = reader.string("id", of: reader.object("idScheme", of: subject))
        scope = reader.strings("registrationScopeList", of: subject)
        unread = reader.unread
    }
}
