import Credentials
import JSON
import LinkedData
package import UNTP

/// Verifies credentials as one platform's behaviour has it.
///
/// The one pipeline that platforms, the command line and tests use: bytes and media type, envelope, header, data model,
/// issuer and key, signature, validity, status, schema and terms. It goes on after a failure as far as it can, so that
/// one run names all causes; what comes after the first failure that blocks is marked as hidden behind it.
package struct Verifier: Sendable {
    package let behaviour: BehaviourProfile
    package let table: CheckTable
    package let source: any DocumentSource
    /// Status lists that were read before, with the time of reading.
    package let statusLists: StatusListCache
    let documents = DIDDocumentCache()
    private let sharedTerms = SharedTerms()
    /// When the renderer was replaced by one that shows newer credentials only, in Unix seconds; nil for never.
    let rendererUpgrade: Int64?
    /// Who decides in its place, where that is a platform outside.
    let outside: OutsidePart?
    /// The DIDs of the registers that are trusted without asking further, which a platform outside is told.
    let roots: [String]

    package init(
        behaviour: BehaviourProfile, table: CheckTable, source: any DocumentSource, statusLists: StatusListCache,
        rendererUpgrade: Int64? = nil, outside: OutsidePart? = nil, roots: [String] = []
    ) {
        self.outside = outside
        self.roots = roots
        self.behaviour = behaviour
        self.table = table
        self.source = source
        self.statusLists = statusLists
        self.rendererUpgrade = rendererUpgrade
    }

    /// Verifies a credential.
    ///
    /// - Parameters:
    ///   - document: The bytes as they were served.
    ///   - expected: The type that the link promised, if any.
    ///   - now: The verifier's own clock, in Unix seconds.
    ///   - reliedOn: When what rests on it was issued, in Unix seconds, where it is evidence for something else.
    package func verify(
        _ document: FetchedDocument, expecting expected: CredentialType?, now: Int64, reliedOn: Int64? = nil
    ) async -> CredentialVerdict {
        let analysis = table.analysis(of: document.bytes)
        var log = FindingLog(subject: .init(url: document.url, type: expected))
        var reading = VerdictReading()
        checkMediaType(document, analysis: analysis, log: &log)
        switch analysis.opening {
        case .failure(let error):
            log.add("envelope-malformed", sent: error.description, expected: "a credential as JSON or as a token")
        case .success(let opened):
            checkEnvelope(opened, log: &log)
            checkModel(opened, log: &log)
            await checkContexts(opened, log: &log)
            await checkProof(opened, of: document, content: analysis.digest, now: now, log: &log)
            let standing = await standing(
                on: opened.terms, subject: log.subject, now: now, reliedOn: reliedOn, reading: &reading)
            reading.reliedOn = reliedOn
            reading.standing = standing.findings.map(\.code)
            log.add(standing)
            checkSchema(opened, reading: &reading, log: &log)
            checkRendering(opened, now: now, log: &log)
            checkLevel(opened, log: &log)
        }
        let findings = await decidedOutside(
            told(log.findings), on: document, analysis, expecting: expected, now: now)
        return CredentialVerdict(
            url: document.url, expected: expected, analysis: analysis, findings: findings, reading: reading)
    }

    /// The findings as the verifier tells them: all of them, or that something is wrong.
    private func told(_ findings: [Finding]) -> [Finding] {
        guard behaviour.verifying.errors == .generic, let first = findings.first(where: \.blocks) else {
            return findings
        }
        return [
            Finding(
                "error-text-hides-cause", sent: "\u{201C}the credential is invalid\u{201D}",
                expected: "what is wrong: \(first.code)", subject: first.subject)
        ]
    }

    // MARK: Bytes and media type

    func checkMediaType(_ document: FetchedDocument, analysis: CredentialAnalysis, log: inout FindingLog) {
        let contentType = document.contentType ?? "none"
        let isJSON = document.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{")
        switch behaviour.reading.mediaTypes {
        case .any: break
        case .registeredOnly where !Self.registeredMediaTypes.contains(contentType):
            log.add("token-media-type-refused", sent: contentType, expected: "a registered media type")
        case .jsonOnly where !isJSON:
            log.add("token-media-type-refused", sent: "a bare token as \(contentType)", expected: "a JSON document")
        case .registeredOnly, .jsonOnly: break
        }
        if behaviour.reading.parser == .byContentType, isJSON, contentType != "application/json" {
            log.add(
                "content-type-picks-parser", sent: "JSON as \(contentType)",
                expected: "JSON as application/json; anything else is read as a token")
        }
    }

    private static let registeredMediaTypes: Set<String> = [
        "application/vc", "application/vc+jwt", "application/json",
    ]

    // MARK: Envelope and header

    func checkEnvelope(_ opened: CredentialReading, log: inout FindingLog) {
        let token: SignedToken
        switch opened.securing {
        case .none:
            log.add("proof-missing", sent: "a credential without a proof", expected: "an enveloping proof")
            return
        case .embedded(let proof):
            checkEmbedded(proof, log: &log)
            return
        case .token(let signed): token = signed
        }
        if case .enveloped(let typeIsArray, let mediaType) = token.carrier {
            if typeIsArray, behaviour.reading.envelopeType == .stringOnly {
                log.add(
                    "envelope-type-array", at: "/type", sent: "[\"EnvelopedVerifiableCredential\"]",
                    expected: "\"EnvelopedVerifiableCredential\"")
            }
            if mediaType != "application/vc+jwt", behaviour.reading.dataMediaTypes == .registeredOnly {
                log.add(
                    "data-url-media-type", at: "/id", sent: "data:\(mediaType)", expected: "data:application/vc+jwt")
            }
        }
        checkHeader(token.header, log: &log)
        if opened.isInClaim, behaviour.reading.payload == .credentialOnly {
            log.add(
                "payload-wrapped-in-vc-claim", at: "/vc", sent: "the credential in a vc claim",
                expected: "the credential as the payload")
        }
        checkClaims(opened, log: &log)
    }

    private func checkEmbedded(_ proof: Result<DataIntegrityProof, ProofError>, log: inout FindingLog) {
        guard behaviour.reading.proofs == .both else {
            log.add("embedded-not-enveloped", at: "/proof", sent: "an embedded proof", expected: "an enveloping proof")
            return
        }
        guard case .failure(let error) = proof else { return }
        if let suite = error.knownSuite, !suite.isFormerName {
            log.add(
                "alg-family-differs", at: "/proof", sent: suite.rawValue, expected: DataIntegrityProof.cryptosuite)
        } else if case .unsupportedSuite(let name) = error {
            log.add("cryptosuite-name-drift", at: "/proof", sent: name, expected: DataIntegrityProof.cryptosuite)
        } else {
            log.add("envelope-malformed", at: "/proof", sent: error.description, expected: "a Data Integrity proof")
        }
    }

    private func checkHeader(_ header: JOSEHeader, log: inout FindingLog) {
        if behaviour.verifying.typ == .registeredOnly, header.typ != "vc+jwt" {
            log.add("typ-header-drift", sent: header.typ ?? "no typ", expected: "vc+jwt")
        }
        let name = header.alg ?? "none"
        guard let algorithm = SignatureAlgorithm(joseName: name) else {
            log.add("algorithm-forbidden", sent: name, expected: "EdDSA or ES256")
            return
        }
        switch behaviour.verifying.algorithms {
        case .all: break
        case .edDSAFamily where algorithm != .EdDSA, .edDSANameOnly where algorithm != .EdDSA:
            log.add("alg-family-differs", sent: name, expected: "EdDSA")
        case .edDSANameOnly where name != "EdDSA":
            log.add("alg-name-differs", sent: name, expected: "EdDSA")
        case .edDSAFamily, .edDSANameOnly: break
        }
        if behaviour.verifying.kid == .absoluteOnly, header.kid.flatMap(DIDURL.init) == nil {
            log.add("kid-form", sent: header.kid ?? "no kid", expected: "an absolute DID URL")
        }
    }

    /// VC-JOSE-COSE asks that the token's own claims do not contradict the credential.
    private func checkClaims(_ opened: CredentialReading, log: inout FindingLog) {
        for found in opened.contradictions {
            let isTime = found.claim == .nbf || found.claim == .exp
            log.add(
                isTime ? "token-dates-disagree" : "token-names-disagree", at: "/" + found.claim.rawValue,
                sent: found.claimed, expected: "\(found.stated), as under \(found.claim.member)")
        }
    }

    // MARK: Data model, contexts, schema and terms

    private func checkModel(_ opened: CredentialReading, log: inout FindingLog) {
        for named in opened.flaws.named.model {
            log.add(named.code, at: named.pointer, sent: named.sent, expected: named.expected)
        }
    }

    private func checkContexts(_ opened: CredentialReading, log: inout FindingLog) async {
        guard behaviour.fetching.contexts == .live else { return }
        for url in opened.contexts {
            guard case .failure(let problem) = await source.document(at: url, for: .context) else { continue }
            let (code, sent) = problem.diagnosis(of: url, for: .context)
            log.add(code, at: "/@context", sent: sent, expected: "the context at \(url)")
        }
    }

    private func checkSchema(_ opened: CredentialReading, reading: inout VerdictReading, log: inout FindingLog) {
        checkRelease(opened, log: &log)
        checkExtensions(opened, log: &log)
        if behaviour.verifying.schema != .off {
            for named in opened.flaws.named.schema {
                if behaviour.verifying.schema == .toleratesExtra, Self.toleratedBreaches.contains(named.code) {
                    continue
                }
                log.add(named.code, at: named.pointer, sent: named.sent, expected: named.expected)
            }
        }
        if behaviour.verifying.contextSnapshot == .current {
            reading.caughtTerms = opened.caughtTerms.map(\.description)
        }
        guard let term = opened.undefinedTerms.first else { return }
        switch behaviour.verifying.undefinedTerms {
        case .refused:
            log.add(
                "undefined-term-dropped", at: term.description, sent: "a property that no context defines",
                expected: "defined properties only")
        case .dropped:
            reading.droppedTerms = opened.undefinedTerms.map(\.description)
        }
    }

    /// What stands beside the types and contexts that UNTP defines.
    private func checkExtensions(_ opened: CredentialReading, log: inout FindingLog) {
        guard opened.type != nil else { return }
        checkTerms(opened, log: &log)
        if behaviour.verifying.contextSnapshot == .older, let term = opened.caughtTerms.first {
            log.add(
                "same-version-context-changed", at: term.description, sent: "a property that this copy does not define",
                expected: "properties of the context as it was", blocks: false)
        }
        checkSharedTerms(opened, log: &log)
        guard let context = opened.foreignContexts.first else { return }
        switch behaviour.verifying.extensions {
        case .readAsCore: break
        case .knownContextsOnly:
            log.add("context-not-bundled", at: "/@context", sent: context, expected: "contexts that are bundled")
        case .knownTypesOnly:
            guard let type = opened.foreignTypes.first else { return }
            log.add("extension-type-not-understood", at: "/type", sent: type, expected: "types that are known")
        case .understood:
            for violation in opened.extensionViolations {
                log.add(
                    "schema-violation", at: violation.instance.description, sent: violation.found,
                    expected: violation.expected)
            }
        }
    }

    /// What a JSON-LD processor refuses whatever it does about undefined terms, each once.
    private func checkTerms(_ opened: CredentialReading, log: inout FindingLog) {
        var named: Set<String> = []
        for problem in opened.termProblems {
            guard let (code, expected) = TermDiagnosis.name(problem), named.insert(code).inserted else { continue }
            // A reader that drops what has no meaning drops this as well.
            guard problem.isError || behaviour.verifying.undefinedTerms == .refused else { continue }
            log.add(code, at: problem.pointer.description, sent: TermDiagnosis.description(problem), expected: expected)
        }
    }

    /// A cache that all documents share keeps what an extension defined, and the next document of another type fails.
    private func checkSharedTerms(_ opened: CredentialReading, log: inout FindingLog) {
        guard behaviour.verifying.contextCache == .shared, let type = opened.type else { return }
        guard let context = opened.foreignContexts.first else { return }
        guard let former = sharedTerms.note(context, of: type), former != type else { return }
        log.add(
            "shared-context-cache-corrupt", at: "/@context", sent: "terms left behind by a \(former.label)",
            expected: "terms of this document's own contexts")
    }

    // MARK: Rendering and levels

    /// Rendering is for people: what can't be shown is found, and blocks nothing.
    private func checkRendering(_ opened: CredentialReading, now: Int64, log: inout FindingLog) {
        guard behaviour.verifying.rendering == .required || behaviour.verifying.renderer == .upgraded,
            let type = opened.renderMethod
        else { return }
        if behaviour.verifying.rendering == .required, type != Self.knownTemplate {
            log.add(
                "render-method-unknown", at: "/renderMethod", sent: type, expected: Self.knownTemplate, blocks: false)
        }
        if behaviour.verifying.renderer == .upgraded, let upgrade = rendererUpgrade, now >= upgrade,
            let start = opened.terms.start, start.unixSeconds < upgrade
        {
            log.add(
                "old-credentials-stop-rendering", at: "/renderMethod", sent: "a template of \(start.text)",
                expected: "a template that the renderer of today shows", blocks: false)
        }
    }

    private static let knownTemplate = "RenderTemplate2024"

    private func checkLevel(_ opened: CredentialReading, log: inout FindingLog) {
        guard behaviour.verifying.levels == .accreditedOnly, opened.type == .dcc else { return }
        let level = opened.assessmentLevel ?? "none"
        guard level != "Accredited" else { return }
        log.add(
            "industry-level-not-mapped", at: "/credentialSubject/assessmentLevel", sent: level, expected: "Accredited")
    }

    /// Whether the verifier knows the release, and finds its schema.
    private func checkRelease(_ opened: CredentialReading, log: inout FindingLog) {
        guard let type = opened.type, let release = opened.release else { return }
        func refuse(_ code: String, expected: String) {
            log.add(code, at: "/@context", sent: "\(type.typeName) of \(release.version)", expected: expected)
        }
        if !UNTPSchema.isKnown(type, in: release) || release == .v0_4_2 {
            refuse("release-not-supported", expected: "a release from 0.5.0 on whose shape is known")
        } else if behaviour.verifying.releases == .sixthOnly, release == .v0_5_0 {
            refuse("schema-skew-0-5-to-0-6", expected: "release 0.6.0 or 0.6.1")
        } else if behaviour.verifying.releases == .sixthOnly, release == .v0_7_0 {
            refuse(type == .dia ? "anchor-shape-skew" : "schema-skew-0-6-to-0-7", expected: "release 0.6.0 or 0.6.1")
        } else if behaviour.verifying.schemaLookup == .urlPattern, release == .v0_7_0 {
            refuse("schema-not-found-by-url", expected: "a context under test.uncefact.org/vocabulary/untp/")
        }
        if behaviour.verifying.requiredFields == .ofNext, release != .v0_7_0, type == .dcc || type == .dia,
            !opened.hasName
        {
            log.add(
                "required-field-added", at: "/name", sent: "no name, which \(release.version) does not ask for",
                expected: "a name, which 0.7.0 requires")
        }
        let expected: StatusListEntry.IndexForm? =
            switch behaviour.verifying.statusIndex {
            case .either: nil
            case .text: .text
            case .number: .number
            }
        if let expected,
            let entry = opened.terms.status.lazy.compactMap({ try? $0.get() }).first(where: { $0.indexForm != expected }
            )
        {
            log.add(
                "schema-contradicts-standard", at: "/credentialStatus/statusListIndex",
                sent: "an index as \(entry.indexForm.rawValue)", expected: "an index as \(expected.rawValue)")
        }
    }

    private static let toleratedBreaches: Set<String> = ["extra-property-policy", "format-assertion-differs"]
}
