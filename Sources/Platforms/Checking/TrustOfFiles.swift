import Credentials
import UNTP

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

    /// What the third tier says of a credential, where the files hold what it compares.
    func verdict(on opened: OpenedCredential) -> FileCheck.TierVerdict {
        let isAttested = official.issuers.first { $0.did == opened.issuer }?.isAttested ?? false
        switch opened.content {
        case .passport(let passport):
            guard certificates > 0, !passport.claims.isEmpty || anchors > 0 else { return .notChecked }
            return unattested(passport).isEmpty && (anchors == 0 || isAttested) ? .passed : .notShown
        case .conformity: return anchors == 0 ? .notChecked : isAttested ? .passed : .notShown
        default: return .notChecked
        }
    }

    /// Claims that no certificate among the files attests, where there are certificates to look at.
    func findings(about opened: OpenedCredential, url: String) -> [Finding] {
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
    func notes(about opened: OpenedCredential) -> [String] {
        var notes: [String] = []
        if case .passport(let passport) = opened.content, certificates > 0, !passport.claims.isEmpty {
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
