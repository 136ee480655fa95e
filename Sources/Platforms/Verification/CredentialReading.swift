package import Credentials
package import JSON
import LinkedData
package import UNTP

/// What a credential says, and what is wrong with it by itself: all that verifiers ask for, without the document.
package final class CredentialReading: Sendable {
    // A class, because it never changes and all verdicts on the same content share it.
    package let securing: Securing
    /// Whether the credential stood in a `vc` claim.
    package let isInClaim: Bool
    package let type: CredentialType?
    package let release: Release?
    let flaws: Flaws
    package let content: CredentialContent
    /// The issuer's identifier, whichever way it is written.
    package let issuer: String?
    /// The name that the issuer gives itself; nil where there is none.
    let issuerName: String?
    let terms: StandingTerms
    /// What an anchor of the issuer has to say.
    let anchorRequirement: AnchorRequirement
    /// The claims of the token that contradict the credential.
    let contradictions: [TokenClaims.Contradiction]
    /// The contexts that it names.
    let contexts: [String]
    /// Those that neither W3C nor UNTP publishes.
    let foreignContexts: [String]
    /// Types that are not of the core.
    let foreignTypes: [String]
    /// The extensions that it follows, of those that the pilot knows.
    let extensions: [IndustryExtension]
    /// The type of its first render method; nil where it has none.
    let renderMethod: String?
    /// The level of a certificate's assessment, as it is written.
    let assessmentLevel: String?
    let hasName: Bool
    /// What its subject says as a status list, or why it is none.
    let statusList: Result<StatusList, StatusListError>

    /// How a credential is secured.
    package enum Securing: Sendable {
        case token(SignedToken)
        /// An embedded proof, or why it can't be read.
        case embedded(Result<DataIntegrityProof, ProofError>)
        case none
    }

    /// - Parameters:
    ///   - credential: The credential in the envelope, unwrapped from the token's `vc` claim if it stood there.
    ///   - bytes: Those that the envelope was opened from.
    init(
        _ envelope: CredentialEnvelope, _ credential: JSONView, isInClaim: Bool, in bytes: [UInt8],
        extensions library: ExtensionLibrary
    ) {
        self.isInClaim = isInClaim
        let recognised = Release.recognise(credential)
        let known = ["VerifiableCredential", recognised.type?.typeName ?? ""]
        foreignTypes = (credential["type"]?.elements.compactMap(\.string) ?? []).filter { !known.contains($0) }
        contexts = credential["@context"]?.elements.compactMap(\.string) ?? []
        foreignContexts = contexts.filter { name in
            !Self.usualContexts.contains(where: name.hasPrefix) && !Self.publishers.contains(where: name.contains)
        }
        extensions = foreignContexts.compactMap { library[context: $0] }
        type = recognised.type
        release = recognised.release
        flaws = Flaws(of: credential, type, release, extensions, isExtended: !foreignContexts.isEmpty, library)
        content = CredentialContent(reading: credential, type: type, release: recognised.release)
        issuer = credential["issuer"]?["id"]?.string ?? credential["issuer"]?.string
        issuerName = credential["issuer"]?["name"]?.string
        terms = StandingTerms(reading: credential, type: type, issuer: issuer)
        anchorRequirement = content.anchorRequirement
        let method = credential["renderMethod"].map { $0[0] ?? $0 }
        renderMethod = method.map { $0["type"]?[0]?.string ?? $0["type"]?.string ?? "no type" }
        assessmentLevel = type == .dcc ? credential["credentialSubject"]?["assessmentLevel"]?.string : nil
        hasName = credential["name"] != nil
        statusList = Result { () throws(StatusListError) in try StatusList(reading: credential) }
        switch envelope {
        case .jwt(let token, let carrier):
            securing = .token(SignedToken(token, carrier, in: bytes))
            contradictions = TokenClaims.contradictions(of: token.payloadDocument.root, with: credential)
        case .dataIntegrity:
            securing = .embedded(Result { () throws(ProofError) in try DataIntegrityProof(reading: credential) })
            contradictions = []
        case .unsecured: (securing, contradictions) = (.none, [])
        }
    }

    /// Who publishes contexts that are nobody's own, wherever in the URL they stand, and how most of them begin.
    private static let publishers = ["w3.org/", "w3id.org/", "uncefact.org/"]
    private static let usualContexts = ["https://www.w3.org/", "https://w3id.org/", "https://test.uncefact.org/"]

    package var modelViolations: [DataModelViolation] { flaws.model }
    package var schemaViolations: [SchemaViolation] { flaws.schema }
    /// Properties that no context defines where they stand.
    package var undefinedTerms: [JSONPointer] { flaws.undefinedTerms }
    var termProblems: [ExpansionProblem] { flaws.termProblems }
    var extensionViolations: [SchemaViolation] { flaws.extensions }
    var caughtTerms: [JSONPointer] { flaws.caughtTerms }

    /// From when on it is valid, in Unix seconds; nil where it doesn't say.
    package var start: Int64? { terms.start?.unixSeconds }

    /// Whether it has a signature of any kind.
    package var isSecured: Bool { if case .none = securing { false } else { true } }

    package var token: SignedToken? { if case .token(let token) = securing { token } else { nil } }

    /// The embedded proof, where there is one, or why it can't be read.
    var proof: Result<DataIntegrityProof, ProofError>? {
        if case .embedded(let proof) = securing { proof } else { nil }
    }

    /// What is wrong with a credential by itself, beside what its signature, dates and issuer are.
    struct Flaws: Sendable {
        let model: [DataModelViolation]
        let schema: [SchemaViolation]
        /// Properties that no context defines where they stand.
        let undefinedTerms: [JSONPointer]
        /// What else a JSON-LD processor in safe mode refuses it for.
        let termProblems: [ExpansionProblem]
        /// The failure modes that the violations amount to.
        let named: SchemaDiagnosis
        /// What it breaks of the schemas of the extensions that it follows.
        let extensions: [SchemaViolation]
        /// Events whose identifier is the digest of something else, each with what theirs would be.
        let otherDigests: [String: String]
        /// Properties that only a vocabulary for everything maps, which older copies of the context don't have.
        let caughtTerms: [JSONPointer]

        init(
            of credential: JSONView, _ type: CredentialType?, _ release: Release?, _ followed: [IndustryExtension],
            isExtended: Bool, _ library: ExtensionLibrary
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
            named = SchemaDiagnosis(model, schema, in: credential, isExtended: isExtended)
            otherDigests = type == .dte ? EventRules.otherDigests(in: credential) : [:]
            let excused = CredentialReading.excusedMembers(isVersion1: model.contains { $0.rule == .isVersion1_1 })
            let problems = CredentialReading.termProblems(
                in: credential, type, release, isValid: model.isEmpty && schema.isEmpty, library)
            undefinedTerms = problems.filter { $0.kind == .undefinedTerm }.map(\.pointer).filter { pointer in
                pointer.tokens.count != 1 || !excused.contains(pointer.tokens[0])
            }
            termProblems = problems.filter { $0.kind != .undefinedTerm }
        }
    }
}

/// What a token's signature is checked with.
package final class SignedToken: Sendable {
    // A class, because it never changes and is handed from one check to the next.
    package let header: JOSEHeader
    package let carrier: CredentialEnvelope.Carrier
    let signature: [UInt8]
    /// Where what is signed stands in the bytes as served, or the text itself where it stands there in another encoding.
    private let place: Range<Int>?
    private let text: ArraySlice<UInt8>

    init(_ token: CompactJWS, _ carrier: CredentialEnvelope.Carrier, in bytes: [UInt8]) {
        (header, signature, self.carrier) = (token.header, token.signature, carrier)
        place = bytes.place(of: token.signingInput)
        text = place == nil ? token.signingInput : []
    }

    /// Whether it was signed with a key.
    ///
    /// - Parameter bytes: Those that it was read from.
    func isSigned(by key: VerificationKey, in bytes: [UInt8]) -> Bool {
        let place = place.flatMap { $0.upperBound <= bytes.count ? $0 : nil }
        do throws(SignatureError) {
            try key.verify(signature, over: place.map { bytes[$0] } ?? text, under: header)
            return true
        } catch {
            return false
        }
    }
}

extension [UInt8] {
    /// Where a slice of these very bytes lies in them; nil for one of other bytes.
    fileprivate func place(of slice: ArraySlice<UInt8>) -> Range<Int>? {
        withUnsafeBytes { whole in
            slice.withUnsafeBytes { part in
                guard let start = whole.baseAddress, let place = part.baseAddress,
                    place >= start, place + part.count <= start + whole.count
                else { return nil }
                let offset = place - start
                return offset..<(offset + part.count)
            }
        }
    }
}

extension CredentialReading {
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
