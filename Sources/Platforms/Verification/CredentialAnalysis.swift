package import Credentials
package import JSON
import LinkedData
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
        let flaws: Flaws
        package let content: CredentialContent
        /// The issuer's identifier, whichever way it is written.
        package let issuer: String?
        let terms: StandingTerms
        /// What an anchor of the issuer has to say.
        let anchorRequirement: AnchorRequirement
        /// The claims of the token that contradict the credential.
        let contradictions: [TokenClaims.Contradiction]
        /// Contexts that neither W3C nor UNTP publishes.
        let foreignContexts: [String]
        /// Types that are not of the core.
        let foreignTypes: [String]
        /// The extensions that it follows, of those that the pilot knows.
        let extensions: [IndustryExtension]
        /// The embedded proof, where there is one, or why it can't be read.
        let proof: Result<DataIntegrityProof, ProofError>?

        /// - Parameter former: Its flaws, where they were looked for before.
        init(_ envelope: CredentialEnvelope, extensions library: ExtensionLibrary, flaws former: Flaws?) {
            self.envelope = envelope
            let payload: JSONView
            switch envelope {
            case .jwt(let token, _): payload = token.payloadDocument.root
            case .dataIntegrity(let document), .unsecured(let document): payload = document.root
            }
            (credential, isInClaim) = TokenClaims.credential(in: payload)
            let recognised = Release.recognise(credential)
            let known = ["VerifiableCredential", recognised.type?.typeName ?? ""]
            foreignTypes = (credential["type"]?.elements.compactMap(\.string) ?? []).filter { !known.contains($0) }
            foreignContexts = (credential["@context"]?.elements.compactMap(\.string) ?? []).filter {
                name in
                !["w3.org/", "w3id.org/", "uncefact.org/"].contains(where: name.contains)
            }
            let credential = credential
            extensions = foreignContexts.compactMap { library[context: $0] }
            if case .dataIntegrity = envelope {
                do throws(ProofError) {
                    proof = .success(try DataIntegrityProof(reading: credential))
                } catch {
                    proof = .failure(error)
                }
            } else {
                proof = nil
            }
            type = recognised.type
            release = recognised.release
            flaws = former ?? Flaws(of: credential, type, release, extensions, library)
            content = CredentialContent(reading: credential, type: type, release: recognised.release)
            issuer = credential["issuer"]?["id"]?.string ?? credential["issuer"]?.string
            terms = StandingTerms(reading: credential, type: type, issuer: issuer)
            anchorRequirement = content.anchorRequirement
            if case .jwt(let token, _) = envelope {
                contradictions = TokenClaims.contradictions(of: token.payloadDocument.root, with: credential)
            } else {
                contradictions = []
            }
        }

        package var modelViolations: [DataModelViolation] { flaws.model }
        package var schemaViolations: [SchemaViolation] { flaws.schema }
        /// Properties that no context defines where they stand.
        package var undefinedTerms: [JSONPointer] { flaws.undefinedTerms }
        var termProblems: [ExpansionProblem] { flaws.termProblems }
        var extensionViolations: [SchemaViolation] { flaws.extensions }
        var caughtTerms: [JSONPointer] { flaws.caughtTerms }

        /// Whether it has a signature of any kind.
        var isSecured: Bool { if case .unsecured = envelope { false } else { true } }

        package var token: CompactJWS? {
            if case .jwt(let token, _) = envelope { token } else { nil }
        }
    }

    /// What is wrong with a credential by itself, beside what its signature, dates and issuer are.
    final class Flaws: Sendable {
        // A class, because it outlives the rest of an analysis: it takes most of the time and little memory.
        let model: [DataModelViolation]
        let schema: [SchemaViolation]
        /// Properties that no context defines where they stand.
        let undefinedTerms: [JSONPointer]
        /// What else a JSON-LD processor in safe mode refuses it for.
        let termProblems: [ExpansionProblem]
        /// What it breaks of the schemas of the extensions that it follows.
        let extensions: [SchemaViolation]
        /// Properties that only a vocabulary for everything maps, which older copies of the context don't have.
        let caughtTerms: [JSONPointer]

        init(
            of credential: JSONView, _ type: CredentialType?, _ release: Release?, _ followed: [IndustryExtension],
            _ library: ExtensionLibrary
        ) {
            extensions = followed.flatMap { $0.schema?.violations(in: credential) ?? [] }
            model = CredentialModel.violations(in: credential)
            if let type, let release {
                schema = UNTPSchema.violations(in: credential, type: type, release: release)
                caughtTerms = TermCheck.caught(
                    in: credential, type: type, release: release, olderContexts: library.olderContexts)
            } else {
                (schema, caughtTerms) = ([], [])
            }
            let excused = CredentialAnalysis.excusedMembers(isVersion1: model.contains { $0.rule == .isVersion1_1 })
            let problems = CredentialAnalysis.termProblems(
                in: credential, type, release, isValid: model.isEmpty && schema.isEmpty, library)
            undefinedTerms = problems.filter { $0.kind == .undefinedTerm }.map(\.pointer).filter { pointer in
                pointer.tokens.count != 1 || !excused.contains(pointer.tokens[0])
            }
            termProblems = problems.filter { $0.kind != .undefinedTerm }
        }
    }

    /// The credential, if its envelope could be opened.
    package var opened: Opened? { if case .success(let opened) = opening { opened } else { nil } }

    package init(of bytes: [UInt8], extensions: ExtensionLibrary = .none) {
        self.init(of: bytes, digest: ContentDigest(of: bytes), extensions: extensions)
    }

    /// - Parameter flaws: Those of the credential, where they were looked for before.
    init(of bytes: [UInt8], digest: ContentDigest, extensions: ExtensionLibrary, flaws: Flaws? = nil) {
        self.digest = digest
        do throws(EnvelopeError) {
            opening = .success(Opened(try CredentialEnvelope.open(bytes), extensions: extensions, flaws: flaws))
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

    /// What a JSON-LD processor finds, as far as it can: beside a context that can't be had no term is known to be undefined.
    fileprivate static func termProblems(
        in credential: JSONView, _ type: CredentialType?, _ release: Release?, isValid: Bool,
        _ library: ExtensionLibrary
    ) -> [ExpansionProblem] {
        guard let type, let release else { return [] }
        let problems = TermCheck.problems(
            in: credential, type: type, release: release, isValid: isValid, contexts: library.contexts)
        let isBlind = problems.contains { if case .unknownContext = $0.kind { true } else { false } }
        return isBlind ? problems.filter(\.isError) : problems
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

    /// What an anchor of the issuer has to say.
    fileprivate var anchorRequirement: AnchorRequirement {
        switch self {
        case .passport(let passport): .business(registeredID: passport.producerRegisteredID)
        case .conformity(let certificate):
            .accreditation(for: certificate.assessments.flatMap(\.criteria).filter(HarmonisedCriteria.isShared))
        case .events, .facility, .anchor, .other: .none
        }
    }
}
