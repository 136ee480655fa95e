/// The five credential types of UNTP.
package enum CredentialType: String, CaseIterable, Sendable, Hashable {
    case dpp, dcc, dfr, dte, dia

    /// The name in a credential's `type`.
    package var typeName: String {
        switch self {
        case .dpp: "DigitalProductPassport"
        case .dcc: "DigitalConformityCredential"
        case .dfr: "DigitalFacilityRecord"
        case .dte: "DigitalTraceabilityEvent"
        case .dia: "DigitalIdentityAnchor"
        }
    }

    /// The name for people.
    package var label: String {
        switch self {
        case .dpp: "product passport"
        case .dcc: "conformity credential"
        case .dfr: "facility record"
        case .dte: "traceability event"
        case .dia: "identity anchor"
        }
    }

    /// The context of the type in a 0.x release up to 0.6.
    package func context(of release: String) -> String {
        "https://test.uncefact.org/vocabulary/untp/\(rawValue)/\(release)/"
    }
}
