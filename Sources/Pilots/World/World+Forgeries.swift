import Credentials
import Platforms
import UNTP

extension World {
    /// The certificates of a party that uses false ones, by pattern: one for each true one, in the place of which it is
    /// shown.
    func forgeries(for party: PartySpec, _ enrolment: Enrolment) async -> [FraudPattern: [Enrolment.Certificate]] {
        guard let facility = enrolment.facilities[party.name] else { return [:] }
        var forgeries: [FraudPattern: [Enrolment.Certificate]] = [:]
        for pattern in Set(party.fraud.map(\.pattern)).sorted() where pattern.isForgery {
            for model in enrolment.certificates[party.name] ?? [] {
                guard let forgery = await forgery(of: model, pattern, for: party, facility) else { continue }
                forgeries[pattern, default: []].append(forgery)
            }
        }
        return forgeries
    }

    private func forgery(
        of model: Enrolment.Certificate, _ pattern: FraudPattern, for party: PartySpec, _ facility: Enrolment.Facility
    ) async -> Enrolment.Certificate? {
        let (issuer, slug) = await signer(of: pattern, in: model, for: party)
        let assessed = pattern == .wrongScope ? headOffice(of: party, facility) : facility.entity
        let order = assessment(of: party, facility, assessed: assessed, by: model.certifier, for: model.criteria)
        let validUntil = pattern == .expiredCertificate ? scenario.startUnixSeconds - 86_400 : farAhead
        guard let issuer,
            let credential = await issuer.issue(order, for: slug, validFrom: longAgo, validUntil: validUntil)
        else { return nil }
        if pattern == .revokedCertificate { await issuer.revoke(credential, of: slug) }
        return Enrolment.Certificate(
            credential: credential, criteria: model.criteria, certifier: model.certifier,
            digest: digest(of: credential, by: platforms[party.platform]), order: order, validUntil: validUntil,
            revokedAt: pattern == .revokedCertificate ? longAgo : nil)
    }

    /// Who signs: the certifier, or a name on the party's platform that no register knows. That is an invented one, or
    /// the certifier's own under another identifier.
    private func signer(
        of pattern: FraudPattern, in model: Enrolment.Certificate, for party: PartySpec
    ) async -> (Platform?, slug: String) {
        let certifier = model.certifier
        let (slug, name): (String, String)
        switch pattern {
        case .fakeCertificate: (slug, name) = ("\(party.slug)-assurance", "\(party.name) Quality Assurance")
        case .impersonatedIssuer: (slug, name) = ("\(certifier.slug)-certification", certifier.name)
        default: return (platforms[certifier.platform], certifier.slug)
        }
        let platform = platforms[party.platform]
        await platform?.enrol(slug: slug, name: name)
        return (platform, slug)
    }
}
