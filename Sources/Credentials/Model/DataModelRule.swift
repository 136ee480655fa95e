package import JSON

/// The rules of the W3C Verifiable Credentials Data Model 2.0 that a verifier checks, with UNTP's on `id`.
package enum DataModelRule: String, Sendable, CaseIterable {
    /// The credential follows version 1.1: its context, or `issuanceDate`.
    case isVersion1_1
    case missingContext, firstContextNotV2, malformedContext
    case missingType, missingVerifiableCredentialType
    case missingId, idNotURI
    case missingIssuer, issuerNotURI
    case missingSubject, subjectIdNotURI
    case badValidFrom, badValidUntil, periodInverted
    case malformedStatus
    /// `credentialSchema`, `evidence`, `termsOfUse`, `refreshService` or `renderMethod` without the type that tells
    /// readers what it is.
    case untypedMember

    /// The section that states the rule.
    package var section: String {
        switch self {
        case .isVersion1_1, .missingContext, .firstContextNotV2, .malformedContext: "Contexts"
        case .missingType, .missingVerifiableCredentialType, .untypedMember: "Types"
        case .missingId, .idNotURI, .subjectIdNotURI: "Identifiers"
        case .missingIssuer, .issuerNotURI: "Issuer"
        case .missingSubject: "Credential Subject"
        case .badValidFrom, .badValidUntil, .periodInverted: "Validity Period"
        case .malformedStatus: "Status"
        }
    }

    /// The specification that the section is in.
    package var specification: String {
        switch self {
        case .missingId: "UNTP Verifiable Credentials Profile"
        default: "W3C Verifiable Credentials Data Model 2.0"
        }
    }

    /// How strongly the rule binds.
    package enum Strength: String, Sendable {
        case must = "MUST"
        case should = "SHOULD"
    }

    package var strength: Strength {
        switch self {
        // A 1.1 credential may still be read (VCDM 2.0, Contexts, on earlier versions), it just is no 2.0 credential.
        case .isVersion1_1: .should
        default: .must
        }
    }
}

/// Where a credential breaks a rule.
package struct DataModelViolation: Sendable, Hashable {
    package let rule: DataModelRule
    package let pointer: JSONPointer
    package let expected: String
    package let found: String
}
