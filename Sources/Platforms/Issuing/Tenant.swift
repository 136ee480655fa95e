import Credentials
package import JSON
import SimulationKernel
package import UNTP

/// A customer of a platform: somebody in whose name it issues.
struct Tenant: Sendable {
    let slug: String
    let name: String
    let did: String
    /// The keys in use and retired, the current one last.
    var keys: [Securer.Key] { didSet { publishedDocument = nil } }
    /// How often a key was made.
    var generation = 1
    /// The URL of the identity anchor, once a register issued one.
    var anchorURL: String? { didSet { publishedDocument = nil } }
    var statuses: StatusLists
    /// The DID document as it is served.
    var publishedDocument: [UInt8]?

    /// The key with which is signed now.
    var currentKey: Securer.Key? { keys.last }
}

/// What is to be issued.
package enum CredentialOrder: Sendable {
    case passport(PassportFacts)
    case conformity(ConformityFacts)
    case facility(FacilityFacts)
    case events([EventFacts])
    case anchor(AnchorFacts)

    package var type: CredentialType {
        switch self {
        case .passport: .dpp
        case .conformity: .dcc
        case .facility: .dfr
        case .events: .dte
        case .anchor: .dia
        }
    }

    /// Whether a claim of a passport offers no evidence.
    package var hasUnprovenClaims: Bool {
        if case .passport(let passport) = self { passport.claims.contains { $0.evidence == nil } } else { false }
    }

    /// The credential that it asks for, before it is secured.
    package func written(_ facts: CredentialFacts) -> JSONValue {
        switch self {
        case .passport(let order): CredentialWriter.passport(order, facts)
        case .conformity(let order): CredentialWriter.conformity(order, facts)
        case .facility(let order): CredentialWriter.facility(order, facts)
        case .events(let order): CredentialWriter.events(order, facts)
        case .anchor(let order): CredentialWriter.anchor(order, facts)
        }
    }
}

/// What somebody does to a credential once it is signed.
package enum Alteration: Sendable {
    /// The declared footprint, or another figure where there is none, is made to look better, under the signature of the
    /// true one.
    case figureHalved

    func applied(to credential: JSONValue) -> JSONValue {
        var altered = credential
        let path = JSONPointer(["credentialSubject", "emissionsScorecard", "carbonFootprint"])
        if let footprint = altered[pointer: path]?.number {
            altered[pointer: path] = .number(JSONNumber(footprint.double / 2, decimals: 3))
        } else if let subject = credential["credentialSubject"], let halved = Self.halvingFirstFigure(of: subject) {
            altered[pointer: JSONPointer(["credentialSubject"])] = halved
        }
        return altered
    }

    /// A value with the first number in it halved, in the order of the document; nil where there is none but zero.
    private static func halvingFirstFigure(of value: JSONValue) -> JSONValue? {
        switch value {
        case .number(let number) where number.double != 0:
            return .number(JSONNumber(number.double / 2, decimals: 6))
        case .array(var elements):
            for index in elements.indices {
                guard let halved = halvingFirstFigure(of: elements[index]) else { continue }
                elements[index] = halved
                return .array(elements)
            }
            return nil
        case .object(var object):
            for (name, member) in object {
                guard let halved = halvingFirstFigure(of: member) else { continue }
                object[name] = halved
                return .object(object)
            }
            return nil
        default: return nil
        }
    }

    /// A secured credential with its content changed and its proof left as it was; the bytes where they can't be read.
    func applied(toSecured bytes: [UInt8]) -> [UInt8] {
        switch try? CredentialEnvelope.open(bytes) {
        case .jwt(let token, let carrier):
            let payload = applied(to: token.payloadDocument.root.materialised).serialised()
            let altered = CompactJWS.replacingPayload(of: token.serialised, with: payload)
            guard case .enveloped(let typeIsArray, let mediaType) = carrier else { return altered }
            return CredentialEnvelope.envelop(altered, typeAsArray: typeIsArray, mediaType: mediaType)
        case .dataIntegrity(let document), .unsecured(let document):
            return applied(to: document.root.materialised).serialised()
        case nil: return bytes
        }
    }
}

/// A credential that a platform issued.
package struct IssuedCredential: Sendable {
    package let url: String
    package let type: CredentialType
    /// Where its status stands; nil for what a platform outside issued.
    package let status: StatusPosition?
    /// The bytes under which it is published; made on another core where one is free.
    package let bytes: StoredBytes
    /// The key that the goods carry on their label, where it takes one to read the credential.
    package let keyOnLabel: [UInt8]?
    /// The media type under which it is served; nil for that of the platform.
    var contentType: String?
    /// Its `id`, by which a platform outside knows it; nil for what the platform itself issued.
    var outsideID: String?
}
