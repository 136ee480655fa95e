/// An identity anchor.
package struct AnchorFacts: Sendable {
    package var did: String
    package var name: String
    package var registeredID: String
    package var scheme: (id: String, name: String)
    /// `Business`, `Accreditation` and the like.
    package var registerType: String
    package var scope: [String]

    package init(
        did: String, name: String, registeredID: String, scheme: (id: String, name: String), registerType: String,
        scope: [String]
    ) {
        self.did = did
        self.name = name
        self.registeredID = registeredID
        self.scheme = scheme
        self.registerType = registerType
        self.scope = scope
    }
}
