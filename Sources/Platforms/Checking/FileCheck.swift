import Credentials
package import JSON
import LinkedData
package import UNTP

/// Judges credential files as a conforming verifier without a network would, and says what the official tests would.
package struct FileCheck: Sendable {
    /// What a file is.
    package enum Kind: Sendable, Hashable {
        case credential(CredentialType?, release: String?)
        case didDocument, linkset, schema, context
        /// Neither; why it could not be opened.
        case unreadable(String)
    }

    /// The verdict on one tier: as the official suite's, but for what could not be checked.
    package enum TierVerdict: String, Sendable {
        case passed, failed
        case notChecked = "not checked"
    }

    /// What was found out about one file.
    package struct Result: Sendable {
        package let file: String
        package let kind: Kind
        /// How it is secured, in words.
        package let securing: String
        package let issuer: String?
        package let validity: String?
        package let findings: [Finding]
        /// What could not be checked, because a document was not at hand or a release is not known.
        package let unchecked: [String]
        package let notes: [String]
        package let tiers: [TierVerdict]

        package var fails: Bool {
            if case .unreadable = kind { return true }
            return tiers.contains(.failed)
        }
    }

    private let files: [(name: String, bytes: [UInt8])]
    private let trustedDIDs: [String]
    private let schemas: [(name: String, schema: JSONSchema)]
    private let now: Int64
    private let verifier: Verifier

    /// - Parameters:
    ///   - files: Names and contents; they are also the only documents that references are followed to.
    ///   - trustedDIDs: The registers that are trusted without asking further.
    ///   - schemas: A vendor's own schemas, which each credential has to satisfy besides.
    ///   - now: The verifier's time, in Unix seconds.
    package init(
        _ files: [(name: String, bytes: [UInt8])], trustedDIDs: [String] = [],
        schemas: [(name: String, schema: JSONSchema)] = [], now: Int64
    ) {
        self.files = files
        self.trustedDIDs = trustedDIDs
        self.schemas = schemas
        self.now = now
        verifier = Verifier(
            behaviour: BehaviourProfile(), table: CheckTable(), source: FileDocuments(files, now: now),
            statusLists: StatusListCache())
    }

    /// Judges all files, in their order.
    package func results() async -> [Result] {
        var verdicts: [CredentialVerdict?] = []
        for file in files { verdicts.append(await verdict(on: file)) }
        let trust = TrustOfFiles(verdicts.compactMap(\.self), trustedDIDs: trustedDIDs)
        return zip(files, verdicts).map { file, verdict in
            verdict.map { result(file.name, $0, trust: trust) } ?? Self.document(file)
        }
    }

    private func verdict(on file: (name: String, bytes: [UInt8])) async -> CredentialVerdict? {
        guard Self.documentKind(file.bytes) == nil else { return nil }
        let document = FetchedDocument(
            url: file.name, finalURL: file.name, contentType: nil, bytes: file.bytes, fetchedAt: now)
        return await verifier.verify(document, expecting: nil, now: now)
    }

    /// What a file is that is no credential but serves to check others.
    private static func documentKind(_ bytes: [UInt8]) -> Kind? {
        guard let root = try? JSONDocument(parsing: bytes).root else { return nil }
        if root["verificationMethod"] != nil { return .didDocument }
        if root["linkset"] != nil { return .linkset }
        guard root["credentialSubject"] == nil else { return nil }
        if root["$schema"] != nil { return .schema }
        return root["@context"] != nil && root["type"] == nil && root.count == 1 ? .context : nil
    }

    private static func document(_ file: (name: String, bytes: [UInt8])) -> Result {
        Result(
            file: file.name, kind: documentKind(file.bytes) ?? .unreadable("nothing known"), securing: "", issuer: nil,
            validity: nil, findings: [], unchecked: [], notes: [], tiers: [])
    }

    // MARK: Results

    private func result(_ name: String, _ verdict: CredentialVerdict, trust: TrustOfFiles) -> Result {
        guard let opened = verdict.opened else {
            return Result(
                file: name, kind: .unreadable(verdict.findings.first?.sent ?? "no credential"), securing: "",
                issuer: nil, validity: nil, findings: verdict.findings, unchecked: [], notes: [],
                tiers: [.failed, .notChecked, .notChecked])
        }
        var unchecked = verdict.findings.filter { $0.code == FetchProblem.notAtHandCode }.map(\.sent)
        var notes: [String] = []
        if case .unsecured = opened.envelope {
            notes.append("It is not signed: judged as the official tests do, which read unsigned JSON.")
        }
        let ignored: Set<String> = [FetchProblem.notAtHandCode, "proof-missing", "release-not-supported"]
        var findings = verdict.findings.filter { !ignored.contains($0.code) }
        let isKnown =
            opened.type.map { type in
                opened.release.map { UNTPSchema.isKnown(type, in: $0) } ?? false
            } ?? false
        if let release = opened.release, !isKnown {
            unchecked.append("release \(release) is recognised; the shape of this type in it is not known here")
        } else if opened.release == nil, opened.type != nil {
            unchecked.append("no context names a release of UNTP, so there is no schema to check")
        }
        for problem in opened.termProblems {
            guard case .unknownContext(let iri) = problem.kind else { continue }
            unchecked.append("the context \(iri) is not known here, so it can't be said which terms are undefined")
        }
        findings += vendorFindings(opened.credential, name: name)
        findings += trust.findings(about: opened, url: name)
        if opened.type != nil { notes += trust.notes(about: opened) }
        func tier(_ number: Int, isChecked: Bool) -> TierVerdict {
            if findings.contains(where: { $0.blocks && (FailureCatalogue[$0.code]?.tier ?? 2) == number }) {
                return .failed
            }
            return isChecked ? .passed : .notChecked
        }
        let credential = opened.credential
        return Result(
            file: name, kind: .credential(opened.type, release: opened.release?.version),
            securing: Self.securing(opened), issuer: opened.issuer,
            validity: (credential["validFrom"]?.string).map {
                "\($0) to \(credential["validUntil"]?.string ?? "no end")"
            },
            findings: findings, unchecked: unchecked, notes: notes,
            tiers: [
                tier(1, isChecked: true), tier(2, isChecked: isKnown),
                tier(3, isChecked: trust.isMeaningful(for: opened)),
            ])
    }

    private func vendorFindings(_ credential: JSONView, name: String) -> [Finding] {
        schemas.flatMap { schema in
            schema.schema.violations(in: credential).map { violation in
                Finding(
                    "schema-violation", at: violation.instance.description, sent: violation.found,
                    expected: "\(violation.expected) (\(schema.name))", subject: .init(url: name, type: nil))
            }
        }
    }

    private static func securing(_ opened: CredentialAnalysis.Opened) -> String {
        switch opened.envelope {
        case .jwt(let token, let carrier):
            let form = if case .bareToken = carrier { "a token" } else { "an enveloped token" }
            return "\(form), \(token.header.alg ?? "no algorithm")"
        case .dataIntegrity: return "an embedded proof"
        case .unsecured: return "not secured"
        }
    }
}

/// Trust as far as the files themselves go: the official suite's third tier.
struct TrustOfFiles {
    private let official: OfficialTrustTier
    private let certificates: Int
    private let anchors: Int

    init(_ verdicts: [CredentialVerdict], trustedDIDs: [String]) {
        var passports: [(credential: DigitalProductPassport, issuer: String)] = []
        var certificates: [(credential: ConformityCredential, issuer: String)] = []
        var anchors: [AnchorGraph.Anchor] = []
        for opened in verdicts.compactMap(\.opened) {
            let issuer = opened.issuer ?? ""
            switch opened.content {
            case .passport(let passport): passports.append((passport, issuer))
            case .conformity(let certificate): certificates.append((certificate, issuer))
            case .anchor(let anchor): anchors.append(AnchorGraph.Anchor(anchor, issuer: issuer))
            default: break
            }
        }
        self.certificates = certificates.count
        self.anchors = anchors.count
        official = OfficialTrustTier(
            passports: passports, certificates: certificates, anchors: anchors, trusted: trustedDIDs)
    }

    /// Whether the files hold what the third tier compares.
    func isMeaningful(for opened: CredentialAnalysis.Opened) -> Bool {
        switch opened.content {
        case .passport: certificates > 0
        case .conformity: anchors > 0
        default: false
        }
    }

    /// Claims that no certificate among the files attests, where there are certificates to look at.
    func findings(about opened: CredentialAnalysis.Opened, url: String) -> [Finding] {
        guard case .passport(let passport) = opened.content, certificates > 0 else { return [] }
        return unattested(passport).map { claim in
            Finding(
                "claim-without-certificate", at: "/credentialSubject/conformityClaim", sent: claim,
                expected: "an assessment of the same product, topic and criterion among the files", blocks: false,
                subject: .init(url: url, type: .dpp))
        }
    }

    /// The claims of a passport that no certificate attests, by their ids.
    private func unattested(_ passport: DigitalProductPassport) -> [String] {
        let attested = Set(official.claims.filter(\.isVerified).map(\.claim))
        return passport.claims.filter { !attested.contains($0.id) }.map { $0.id ?? "a claim without id" }
    }

    /// What the third tier says of a credential's claims and issuer.
    func notes(about opened: CredentialAnalysis.Opened) -> [String] {
        var notes: [String] = []
        if case .passport(let passport) = opened.content, certificates > 0 {
            let attested = passport.claims.count - unattested(passport).count
            notes.append("Third tier: \(attested) of \(passport.claims.count) claims are attested by the files.")
        }
        if let issuer = official.issuers.first(where: { $0.did == opened.issuer }), anchors > 0,
            opened.type == .dpp || opened.type == .dcc
        {
            notes.append(
                issuer.isTrusted
                    ? "Third tier: its issuer is anchored by way of \(issuer.path.joined(separator: ", "))."
                    : issuer.isAttested
                        ? "Third tier: its issuer is attested, but no anchor leads to a DID given with --trust-did."
                        : "Third tier: no anchor among the files names its issuer.")
        }
        return notes
    }
}
