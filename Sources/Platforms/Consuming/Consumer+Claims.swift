import Credentials
import JSON
import UNTP

extension Consumer {
    /// Looks at the passport's product and at the evidence for each of its claims.
    func judgeClaims(of verdict: CredentialVerdict, _ recognition: Recognition, into dossier: inout Dossier) async {
        guard case .passport(let passport)? = verdict.opened?.content else { return }
        if let product = passport.productID { checkProduct(product, url: verdict.url, into: &dossier) }
        if verdict.isAccepted {
            dossier.readings.footprint = passport.footprint
            dossier.country = passport.country
            dossier.producer = passport.producerID
            dossier.producerName = passport.producerName
            dossier.facility = passport.facilityID
            dossier.materials = passport.materials
        }
        for (position, claim) in passport.claims.enumerated() {
            let (judged, assessed, prospect) = await judge(
                claim, of: passport, in: verdict, recognition, into: &dossier)
            let unrecognised =
                if case .contradicted(.criterionDiffers) = judged {
                    recognition.unrecognised(among: assessed, for: claim.criteria)
                } else { [String]() }
            let isEvidenced = if case .evidenced = judged { true } else { !unrecognised.isEmpty }
            let isVouchedFor = isEvidenced ? await isVouchedFor(claim.evidence?.url ?? "", in: dossier) : false
            dossier.claims.append(
                JudgedClaim(
                    criteria: claim.criteria, topic: claim.topic ?? "", hasEvidenceLink: claim.evidence != nil,
                    verdict: judged, isVouchedFor: isVouchedFor, assessed: assessed, unrecognised: unrecognised,
                    declared: claim.declared,
                    prospect: unrecognised.isEmpty
                        ? prospect : recognition.recognising(unrecognised).basis(of: assessed, for: claim.criteria)))
            let pointer = "/credentialSubject/conformityClaim/\(position)"
            if unrecognised.isEmpty {
                report(judged, claim, at: pointer, url: verdict.url, into: &dossier)
            } else {
                dossier.report(
                    "scheme-not-recognised", at: pointer,
                    sent: "a certificate of \(unrecognised.joined(separator: ", "))",
                    expected: "a certificate of a scheme that is recognised at the destination",
                    url: claim.evidence?.url ?? verdict.url, type: .dcc)
            }
        }
        guard verdict.isAccepted else { return }
        let certificate = passport.claims.first(where: \.isOnCustody)?.evidence?.url
        let evidence = certificate.map { custodyEvidence(at: $0, in: dossier) }
        dossier.custody = CustodyStanding(of: passport, judged: dossier.claims, evidence: evidence)
    }

    /// What was read of the certificate of a chain of custody.
    private func custodyEvidence(at url: String, in dossier: Dossier) -> CustodyStanding.Evidence {
        var evidence = CustodyStanding.Evidence(url: url)
        guard let verdict = dossier.verdicts.first(where: { $0.url == url }), let opened = verdict.opened else {
            return evidence
        }
        evidence.issuer = opened.issuer
        guard verdict.isAccepted, case .conformity(let certificate) = opened.content else { return evidence }
        evidence.accepted = certificate
        return evidence
    }

    /// Whether somebody stands behind a certificate: its issuer is anchored as it has to be for what is assessed.
    @inline(__always)
    private func isVouchedFor(_ certificate: String, in dossier: Dossier) async -> Bool {
        guard let issuer = dossier.verdicts.first(where: { $0.url == certificate })?.opened?.issuer else {
            return false
        }
        let (followed, _) = await anchoring(of: issuer)
        // What is wrong with the scope of an anchor was found with the certificate.
        return followed.anchoring.isAnchored && !followed.anchoring.findings.contains(where: \.blocks)
            && !dossier.findings.contains {
                $0.blocks && $0.subject.url == certificate && Self.anchorFlaws.contains($0.code)
            }
    }

    private static let anchorFlaws: Set<String> = ["accreditation-missing", "issuer-impersonated"]

    /// Looks at whether a passport is about what was scanned, and whether that has a number which may be used.
    private func checkProduct(_ product: String, url: String, into dossier: inout Dossier) {
        if !isSame(product, dossier.identifier, into: &dossier),
            dossier.identifier.hasPrefix(Self.canonical(product) + "/")
        {
            dossier.report(
                "granularity-mismatch", at: "/credentialSubject/product/id",
                sent: "the passport of the model \(product)",
                expected: "the passport of \(dossier.identifier)", blocks: false, url: url, type: .dpp)
        }
        if behaviour.verifying.numbers == .allocatedOnly, let parsed = GS1.parse(dossier.identifier),
            parsed.isRestricted
        {
            dossier.report(
                "check-digit-policy", at: "/credentialSubject/product/id", sent: parsed.value,
                expected: "a number allocated by GS1", url: url, type: .dpp)
        }
    }

    @inline(__always)
    private func judge(
        _ claim: DigitalProductPassport.Claim, of passport: DigitalProductPassport,
        in passportVerdict: CredentialVerdict, _ recognition: Recognition, into dossier: inout Dossier
    ) async -> (ClaimVerdict, assessed: [String], prospect: EvidenceBasis?) {
        guard let evidence = claim.evidence else { return (.unevidenced, [], nil) }
        // A certificate answers for what was made while it was in force.
        let issued = passportVerdict.opened?.terms.start?.unixSeconds
        let verdict: CredentialVerdict
        if let known = dossier.verdicts.first(where: { $0.url == evidence.url }) {
            verdict = known
        } else if let fetched = await credential(
            at: evidence.url, expecting: .dcc, reliedOn: issued, into: &dossier)
        {
            verdict = fetched
        } else {
            return (.uncheckable, [], nil)
        }
        if behaviour.verifying.topics == .asWritten, verdict.opened?.release == .v0_7_0 {
            dossier.report(
                "topic-code-vs-topic-object", at: "/credentialSubject/conformityAssessment/0/conformityTopic",
                sent: "a topic as an object", expected: "the code \(claim.topic ?? "of a topic")", url: evidence.url,
                type: .dcc)
            return (.uncheckable, [], nil)
        }
        let hidden = checkDigest(evidence, of: verdict, in: passportVerdict, into: &dossier)
        guard case .conformity(let certificate)? = verdict.opened?.content else { return (.uncheckable, [], nil) }
        let isCanonical = behaviour.verifying.identifiers == .canonical
        let matcher = ClaimMatcher(
            isSame: { $0 == $1 || isCanonical && Consumer.canonical($0) == Consumer.canonical($1) },
            recognition: recognition)
        let matched = matcher.verdict(on: claim, of: passport, by: certificate)
        let prospect: EvidenceBasis? = if case .evidenced(let basis) = matched { basis } else { nil }
        guard verdict.isAccepted else { return (.uncheckable, [], prospect) }
        guard let hidden else { return (matched, certificate.assessments.flatMap(\.criteria), prospect) }
        // Another digest than the link's makes the certificate another one; what comes next is said all the same.
        report(
            matched, claim, at: "/credentialSubject/conformityClaim", url: passportVerdict.url, behind: hidden,
            into: &dossier)
        return (.uncheckable, [], prospect)
    }

    /// Compares the digest of a link with the bytes that were served: UNTP, Secure links. Nil where they agree, else the
    /// failure's code.
    private func checkDigest(
        _ evidence: DigitalProductPassport.Evidence, of certificate: CredentialVerdict, in passport: CredentialVerdict,
        into dossier: inout Dossier
    ) -> String? {
        guard let sent = evidence.digest else { return nil }
        let (digest, url) = (certificate.analysis.digest, passport.url)
        if sent == digest.hexadecimal { return nil }
        let pointer = "/credentialSubject/conformityClaim"
        if sent.hasPrefix("z") || sent.hasPrefix("u") {
            dossier.report(
                "digest-notation", at: pointer, sent: "a multibase digest",
                expected: "hexadecimal with the method \(evidence.method ?? "SHA-256")", url: url, type: .dpp)
            return "digest-notation"
        } else if let issued = passport.opened?.terms.start, let renewed = certificate.opened?.terms.start,
            renewed.unixSeconds > issued.unixSeconds
        {
            dossier.report(
                "latest-instead-of-pinned", at: pointer, sent: "a certificate that was issued on \(renewed.text)",
                expected: "the one that was linked on \(issued.text)", url: url, type: .dpp)
            return "latest-instead-of-pinned"
        } else {
            dossier.report(
                "hash-over-other-bytes", at: pointer, sent: "a digest of other bytes than those at \(evidence.url)",
                expected: "the digest of the bytes served", url: url, type: .dpp)
            return "hash-over-other-bytes"
        }
    }

    private func report(
        _ verdict: ClaimVerdict, _ claim: DigitalProductPassport.Claim, at pointer: String, url: String,
        behind: String? = nil, into dossier: inout Dossier
    ) {
        let criteria = claim.criteria.joined(separator: ", ")
        switch verdict {
        case .evidenced, .uncheckable: break
        case .unevidenced where !claim.criteria.contains(where: HarmonisedCriteria.isShared):
            dossier.report(
                "claim-not-testable", at: pointer, sent: criteria.isEmpty ? "a claim by no criterion" : criteria,
                expected: "a criterion that others know, with evidence", url: url, type: .dpp, behind: behind)
        case .unevidenced:
            dossier.report(
                "claim-without-certificate", at: pointer, sent: "a claim on \(criteria) without evidence",
                expected: "a link to a conformity credential", url: url, type: .dpp, behind: behind)
        case .contradicted(.criterionDiffers(let assessed))
        where !claim.criteria.allSatisfy(HarmonisedCriteria.isShared):
            dossier.report(
                "criterion-id-not-shared", at: pointer + "/assessmentCriteria", sent: criteria,
                expected: assessed.joined(separator: ", "), url: url, type: .dpp, behind: behind)
        case .contradicted(.notConformant):
            dossier.report(
                "claim-contradicted", at: pointer, sent: "conformance is claimed",
                expected: "an assessment that says so", url: url, type: .dpp, behind: behind)
        case .contradicted(let mismatch):
            dossier.report(
                "certificate-scope-mismatch", at: pointer, sent: "a certificate: \(Self.text(mismatch))",
                expected: "a certificate for \(criteria) at the facility or for the product",
                url: claim.evidence?.url ?? url, type: .dcc, behind: behind)
        }
    }

    private static func text(_ mismatch: ClaimMismatch) -> String {
        switch mismatch {
        case .subjectDiffers(let assessed): "it covers \(assessed.joined(separator: ", "))"
        case .topicDiffers(let topic): "it is about \(topic)"
        case .criterionDiffers(let assessed): "it assesses \(assessed.joined(separator: ", "))"
        case .notConformant: "it says that there is no conformance"
        case .noAssessment: "it holds no assessment"
        }
    }
}
