import JSON

/// The context of release 0.7.0, one for all types.
enum Context0_7_0 {
    /// - Parameter catchAlls: Whether types have a vocabulary for what the context doesn't define: those of the newer
    ///   copy have.
    static func document(catchAlls: Bool) -> JSONValue {
        ContextTable([shared, types], prefixes: prefixes, hasCatchAlls: catchAlls)
            .document(declaring: declared, isVersioned: true, terms: terms)
    }

    private static let declared = [
        ("untp", "https://vocabulary.uncefact.org/untp/"), ("schema", "https://schema.org/"),
        ("renderMethodPrefix", "https://w3id.org/vc/render-method#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    private static let prefixes = [
        "sec": "https://w3id.org/security#", "so": "https://schema.org/", "un": "https://vocabulary.uncefact.org/",
        "untp": "https://vocabulary.uncefact.org/untp/", "xsd": "http://www.w3.org/2001/XMLSchema#",
    ]

    private static let terms = """
          type: @type
          id: @id
          issuingSoftware: untp id in Software
          DigitalProductPassport: untp in DigitalProductPassport
          DigitalConformityCredential: untp in DigitalConformityCredential
          DigitalFacilityRecord: untp in DigitalFacilityRecord
          DigitalIdentityAnchor: untp in DigitalIdentityAnchor
          DigitalTraceabilityEvent: untp in DigitalTraceabilityEvent
          RenderTemplate2024: untp in RenderTemplate2024
          IdentifierScheme: untp in IdentifierScheme
          Party: untp in Party
          CredentialIssuer: untp in CredentialIssuer
          Entity: untp in Entity
          ConformityTopic: untp in ConformityTopic
          PerformanceMetric: untp in PerformanceMetric
          Criterion: untp in Criterion
          Regulation: untp in Regulation
          Standard: untp in Standard
          Claim: untp in Claim
          Facility: untp in Facility
          ConformityScheme: untp in ConformityScheme
          ConformityProfile: untp in ConformityProfile
          Product: untp in Product
          ConformityAssessment: untp in ConformityAssessment
          ConformityAttestation: untp in ConformityAttestation
          LifecycleEvent: untp in LifecycleEvent
          MakeEvent: untp in MakeEvent
          MoveEvent: untp in MoveEvent
          ModifyEvent: untp in ModifyEvent
          RegisteredIdentity: untp in RegisteredIdentity
        """
}
