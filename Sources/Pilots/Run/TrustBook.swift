import Credentials
import Platforms
import UNTP

/// How much of the evidence could be trusted: certificates that were good for what they were linked for, and issuers that
/// registers vouch for.
///
/// All as the verifying platform saw it, each time that it gathered evidence.
struct TrustBook: Sendable {
    /// Where the anchor of a DID is and who issued it, as far as somebody read it.
    private var anchors: [String: (url: String, register: String?)] = [:]
    private var anchorURLs: Set<String> = []

    /// Enters the evidence for one product; returns the URLs of credentials whose issuers are anchored.
    ///
    /// - Parameter counts: What is counted of the consignment for which it was gathered.
    mutating func enter(_ dossier: Dossier, into counts: inout EvidenceCounts) -> Set<String> {
        for verdict in dossier.verdicts {
            guard case .anchor(let anchor)? = verdict.opened?.content, let did = anchor.did else { continue }
            anchors[did] = (verdict.url, verdict.opened?.issuer)
            anchorURLs.insert(verdict.url)
        }
        let problems = Problems(of: dossier, knownAnchors: anchorURLs)
        var anchored: Set<String> = []
        for verdict in dossier.verdicts where verdict.type != .dia {
            let isCertificate = verdict.type == .dcc
            if isCertificate {
                counts.certificates += 1
                if verdict.isAccepted, !problems.hasUnfit(verdict.url) { counts.validCertificates += 1 }
            }
            guard let opened = verdict.opened else { continue }
            let isAnchored =
                !problems.hasWrongRole(verdict.url) && opened.issuer.map { self.isAnchored($0, problems) } ?? false
                && !verdict.findings.contains { Self.identityCodes.contains($0.code) }
            counts.credentials += 1
            if isAnchored {
                counts.anchoredCredentials += 1
                anchored.insert(verdict.url)
            }
            if isCertificate {
                counts.attestations += 1
                if isAnchored { counts.accreditedAttestations += 1 }
            }
        }
        counts.certificates += Int32(clamping: problems.lostCertificates(otherThan: dossier.verdicts.map(\.url)))
        return anchored
    }

    /// Whether no step from a DID to a trusted register went wrong.
    private func isAnchored(_ did: String, _ problems: Problems) -> Bool {
        var current = did
        var seen: Set<String> = []
        while seen.insert(current).inserted {
            if problems.anchoring.contains(current) { return false }
            // Where nobody anchors it, it is a root, unless it is the issuer itself or its anchor could not be had.
            guard let (url, register) = anchors[current] else { return current != did && !problems.hasLostAnchor }
            if problems.anchoring.contains(url) { return false }
            guard let register else { return false }
            current = register
        }
        return false
    }

    /// Findings that leave open who the issuer is.
    private static let identityCodes: Set<String> = ["did-unresolvable", "did-document-invalid"]

    /// What was wrong with a product's evidence, of that which concerns trust.
    private struct Problems {
        /// DIDs that are not anchored, and the URLs of anchors that were not accepted.
        private(set) var anchoring: Set<String> = []
        /// Whether an anchor could not be had that nobody has read yet.
        private(set) var hasLostAnchor = false
        private var wrongRoles: Set<String> = []
        private var unfit: Set<String> = []
        private var ofCertificates: Set<String> = []

        init(of dossier: Dossier, knownAnchors: Set<String>) {
            for finding in dossier.findings {
                let url = finding.subject.url
                if finding.subject.type == .dia, finding.blocks {
                    anchoring.insert(url)
                    if !url.hasPrefix("did:"), !knownAnchors.contains(url) { hasLostAnchor = true }
                }
                if finding.subject.type == .dcc, finding.blocks { ofCertificates.insert(url) }
                if Self.roleCodes.contains(finding.code) { wrongRoles.insert(url) }
                if Self.unfitCodes.contains(finding.code) { unfit.insert(url) }
            }
        }

        func hasWrongRole(_ url: String) -> Bool { wrongRoles.contains(url) }
        func hasUnfit(_ url: String) -> Bool { unfit.contains(url) }

        /// How many certificates something was wrong with that were never seen: they could not be had.
        func lostCertificates(otherThan seen: [String]) -> Int { ofCertificates.subtracting(seen).count }

        private static let roleCodes: Set<String> = ["issuer-impersonated", "accreditation-missing"]
        private static let unfitCodes: Set<String> = [
            "certificate-expired", "certificate-revoked", "certificate-suspended", "certificate-scope-mismatch",
            "credential-expired", "credential-not-yet-valid",
        ]
    }
}
