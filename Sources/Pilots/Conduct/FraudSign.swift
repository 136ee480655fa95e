import Platforms
import UNTP

/// Something in the evidence of one product that looks like fraud: what was found, and what it is about.
///
/// All of it is what a verifier saw; the truth has no part in it.
struct FraudSign: Hashable, Sendable {
    /// The finding's code.
    let code: String
    /// The type of the credential that it stands on.
    let credential: CredentialType?
    /// The credential's URL, or the DID of its issuer where nobody vouches for that.
    let about: String
    /// The criterion of the claim that it concerns, where it concerns one.
    var criterion: String?
    /// The patterns that leave such a sign: several where evidence can't tell which of them it was.
    let patterns: [FraudPattern]
}

extension FraudSign {
    /// The signs in the evidence of a product.
    static func all(in dossier: Dossier) -> [FraudSign] {
        dossier.findings.flatMap { signs(of: $0, in: dossier) } + signs(of: dossier.claims, in: dossier)
    }

    private static func signs(of finding: Finding, in dossier: Dossier) -> [FraudSign] {
        let (code, url) = (finding.code, finding.subject.url)
        switch code {
        // The finding names one claim of many.
        case claimCode: return []
        case "anchor-not-discoverable":
            // Whoever issued a certificate isn't there, or whoever made and shipped the goods.
            return (dossier.unanchored[url] ?? []).sorted { $0.rawValue < $1.rawValue }.map { type in
                FraudSign(
                    code: code, credential: type, about: url,
                    patterns: [type == .dcc ? .fakeCertificate : .fakeFacility])
            }
        case _ where ofCertificates.contains(code) && finding.subject.type != .dcc: return []
        default:
            let patterns = FraudPattern.allCases.filter { $0.signs.contains(code) }
            guard !patterns.isEmpty else { return [] }
            return [FraudSign(code: code, credential: finding.subject.type, about: url, patterns: patterns)]
        }
    }

    /// Claims without a certificate: of a permit alone, or of other things.
    ///
    /// Who proves nothing has no permit to show either, so that a permit's lack tells of itself only beside claims that
    /// have evidence; where nothing else is claimed, either may be meant.
    private static func signs(of claims: [JudgedClaim], in dossier: Dossier) -> [FraudSign] {
        let isAnyProven = claims.contains(where: \.hasEvidenceLink)
        return claims.compactMap { claim in
            guard case .unevidenced = claim.verdict,
                let criterion = claim.criteria.first(where: HarmonisedCriteria.isShared)
            else { return nil }
            let patterns: [FraudPattern] =
                criterion != permit
                ? [.claimWithoutEvidence] : isAnyProven ? [.legalityGap] : [.claimWithoutEvidence, .legalityGap]
            return FraudSign(
                code: claimCode, credential: .dpp, about: dossier.passport?.url ?? dossier.identifier,
                criterion: criterion, patterns: patterns)
        }
    }

    /// The code of inputs, or credits, that were used twice.
    static let doubleUse = "double-use"
    private static let claimCode = "claim-without-certificate"
    private static let permit = HarmonisedCriteria.base + FraudPattern.permit
    /// Codes that tell of fraud where they are about a certificate.
    private static let ofCertificates: Set<String> = [
        "issuer-impersonated", "certificate-expired", "certificate-revoked", "certificate-suspended",
        "certificate-scope-mismatch",
    ]
}
