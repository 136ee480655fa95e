package import Credentials
package import JSON
package import UNTP

/// All that the bytes of a credential alone decide: its envelope, data model, schema, terms and content.
///
/// Pure and heavy, so it is made once for each content, ahead of its use and on another core where one is free. What a
/// platform makes of it is the platform's own affair.
package struct CredentialAnalysis: Sendable {
    /// SHA-256 of the bytes as served.
    package let digest: ContentDigest
    package let opening: Result<Opened, EnvelopeError>

    /// A credential whose envelope could be opened.
    package final class Opened: Sendable {
        // A class, because it never changes and all verdicts on the same content share it.
        package let envelope: CredentialEnvelope
        /// The credential itself, unwrapped from the token's `vc` claim if it stood there.
        package let credential: JSONView
        /// Whether the credential stood in a `vc` claim.
        package let isInClaim: Bool
        package let type: CredentialType?
        package let release: Release?
        package let modelViolations: [DataModelViolation]
        package let schemaViolations: [SchemaViolation]
        package let undefinedTerms: [JSONPointer]
        package let content: CredentialContent
        /// The issuer's identifier, whichever way it is written.
        package let issuer: String?
        let terms: StandingTerms
        /// Types and contexts that neither W3C nor UNTP defines.
        let foreignTypes: [String]
        let foreignContexts: [String]
        /// Terms of the core that a context inside the credential defines anew.
        let redefinedTerms: [String]
        /// Properties of a certificate of 0.7.0 that only a catch-all maps.
        let caughtTerms: [String]
        /// The embedded proof, where there is one, or why it can't be read.
        let proof: Result<DataIntegrityProof, ProofError>?

        init(_ envelope: CredentialEnvelope) {
            self.envelope = envelope
            let payload: JSONView
            switch envelope {
            case .jwt(let token, _): payload = token.payloadDocument.root
            case .dataIntegrity(let document), .unsecured(let document): payload = document.root
            }
            if let claim = payload["vc"], payload["@context"] == nil {
                credential = claim
                isInClaim = true
            } else {
                credential = payload
                isInClaim = false
            }
            let recognised = Release.recognise(credential)
            let known = ["VerifiableCredential", recognised.type?.typeName ?? ""]
            foreignTypes = (credential["type"]?.elements.compactMap(\.string) ?? []).filter { !known.contains($0) }
            foreignContexts = (credential["@context"]?.elements.compactMap(\.string) ?? []).filter {
                !$0.contains("w3.org/") && !$0.contains("uncefact.org/")
            }
            if case .dataIntegrity = envelope {
                do throws(ProofError) {
                    proof = .success(try DataIntegrityProof(reading: credential))
                } catch {
                    proof = .failure(error)
                }
            } else {
                proof = nil
            }
            let extends = !foreignContexts.isEmpty
            redefinedTerms = (credential["@context"]?.elements.map { $0 } ?? []).flatMap { context in
                context.members.map(\.name).filter(Vocabulary.protectedTerms.contains)
            }
            caughtTerms =
                recognised.release == .v0_7_0
                ? Vocabulary.membersBeyondSchema(in: credential, type: recognised.type) : []
            type = recognised.type
            release = recognised.release
            modelViolations = CredentialModel.violations(in: credential)
            if let type, let release = recognised.release {
                schemaViolations = UNTPSchema.violations(in: credential, type: type, release: release)
            } else {
                schemaViolations = []
            }
            if let type, recognised.release == .v0_6_1 {
                let excused = CredentialAnalysis.excusedMembers(
                    isVersion1: modelViolations.contains { $0.rule == .isVersion1_1 })
                undefinedTerms = Vocabulary.undefinedTerms(in: credential, type: type).filter { pointer in
                    // What an extension's context may define is not undefined.
                    !extends && (pointer.tokens.count != 1 || !excused.contains(pointer.tokens[0]))
                }
            } else {
                undefinedTerms = []
            }
            content = CredentialContent(reading: credential, type: type, release: recognised.release)
            issuer = credential["issuer"]?["id"]?.string ?? credential["issuer"]?.string
            terms = StandingTerms(reading: credential, type: type, issuer: issuer)
        }

        /// The bits of a status list credential, as they are encoded; empty where there are none.
        var encodedList: String { credential["credentialSubject"]?["encodedList"]?.string ?? "" }

        package var token: CompactJWS? {
            if case .jwt(let token, _) = envelope { token } else { nil }
        }
    }

    package init(of bytes: [UInt8]) {
        self.init(of: bytes, digest: ContentDigest(of: bytes))
    }

    init(of bytes: [UInt8], digest: ContentDigest) {
        self.digest = digest
        do throws(EnvelopeError) {
            opening = .success(Opened(try CredentialEnvelope.open(bytes)))
        } catch {
            opening = .failure(error)
        }
    }
}

extension CredentialAnalysis {
    /// Members of the credential that no context defines and that are no one's own: a token's claims, which VC-JOSE-COSE
    /// lets stand beside the credential, and the dates of data model 1.1, where that is the finding.
    fileprivate static func excusedMembers(isVersion1: Bool) -> Set<String> {
        isVersion1 ? tokenClaims.union(["issuanceDate", "expirationDate"]) : tokenClaims
    }

    private static let tokenClaims: Set<String> = ["iss", "sub", "jti", "nbf", "exp", "iat", "aud"]
}

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
}
