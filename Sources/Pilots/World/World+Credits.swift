import Platforms
import SimulationKernel
import UNTP

/// A certificate of credits that were retired for a party.
struct CreditCertificate: Sendable {
    let credential: IssuedCredential
    /// The platform that holds it.
    let platform: String
    let link: EvidenceLink
}

extension World {
    /// Has a certifier say that credits were retired for a party: a guarantee of origin that is good for one use.
    func creditCertificate(
        _ credits: QuantityFacts, for party: PartySpec, _ facility: Enrolment.Facility, by certifier: CertifierSpec
    ) async -> CreditCertificate? {
        guard let platform = platforms[certifier.platform],
            case .conformity(var facts) = assessment(
                of: party, facility, assessed: facility.entity, by: certifier, for: [CustodyClaim.criterion])
        else { return nil }
        facts.name = "Credits for \(party.name)"
        facts.date = simulation.nowUnixSeconds
        facts.credits = credits
        let until = simulation.nowUnixSeconds + 10 * 365 * 86_400
        guard let credential = await platform.issue(.conformity(facts), for: certifier.slug, validUntil: until) else {
            return nil
        }
        return CreditCertificate(
            credential: credential, platform: certifier.platform,
            link: EvidenceLink(
                url: credential.url, name: "Credits by \(certifier.name)",
                digest: digest(of: credential, by: platforms[party.platform])))
    }

    /// Whether what a party makes of a product is certified by credits alone.
    func claimsCredits(_ party: String, for product: String) -> Bool {
        guard let spec = scenario.parties.first(where: { $0.name == party }) else { return false }
        return scenario.stage(spec.stage)?.claimsCredits(for: product) ?? false
    }
}
