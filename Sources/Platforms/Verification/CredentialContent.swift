import Credentials
import JSON
package import UNTP

/// What a credential says, by its type.
package enum CredentialContent: Sendable {
    case passport(DigitalProductPassport)
    case conformity(ConformityCredential)
    case events(TraceabilityEvents)
    case facility(FacilityRecord)
    case anchor(IdentityAnchor)
    case other

    /// Reads a credential by the paths of 0.6.1, what is of another release translated before.
    init(reading credential: JSONView, type: CredentialType?, release: Release?) {
        var credential = credential
        if let type, let release, release != .v0_6_1, UNTPSchema.isKnown(type, in: release) {
            let translated = ReleaseTranslation.read(credential.materialised, as: type, from: release)
            if let document = try? JSONDocument(parsing: translated.serialised()) { credential = document.root }
        }
        switch type {
        case .dpp: self = .passport(DigitalProductPassport(reading: credential))
        case .dcc: self = .conformity(ConformityCredential(reading: credential))
        case .dte: self = .events(TraceabilityEvents(reading: credential))
        case .dfr: self = .facility(FacilityRecord(reading: credential))
        case .dia: self = .anchor(IdentityAnchor(reading: credential))
        case nil: self = .other
        }
    }

    /// What an anchor of the issuer has to say.
    var anchorRequirement: AnchorRequirement {
        switch self {
        case .passport(let passport): .business(registeredID: passport.producerRegisteredID)
        case .conformity(let certificate):
            .accreditation(for: certificate.assessments.flatMap(\.criteria).filter(CriteriaMapping.isKnown))
        case .events, .facility, .anchor, .other: .none
        }
    }
}
