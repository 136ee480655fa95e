import Platforms
import SimulationKernel
import UNTP

extension Party {
    /// What a passport says of an output.
    func passport(
        _ output: Output, claims: [(Stage.ClaimTemplate, Double)], custody: ClaimFacts?,
        inputs: [Batch.Input], deeds: Set<FraudPattern>
    ) -> PassportFacts {
        let now = simulation.nowUnixSeconds
        // Where an account is kept, it says what there is to claim on custody.
        let accounted = custody == nil ? nil : CustodyClaim.criterion
        var facts = claims.compactMap { template, value -> ClaimFacts? in
            guard template.criterion != accounted, let criterion = HarmonisedCriteria[template.criterion] else {
                return nil
            }
            return ClaimFacts(
                criterion: criterion.facts, metric: template.metric, value: value, unit: template.unit, date: now,
                evidence: evidence(for: template.criterion, deeds: deeds))
        }
        facts += spec.answers.filter { $0 != accounted }.compactMap {
            answer(to: $0, for: output.product, at: now, evidence(for: $0, deeds: deeds))
        }
        if let custody { facts.append(custody) }
        var unproven = spec.unevidencedClaims
        if deeds.contains(.legalityGap), !claims.contains(where: { $0.0.criterion == FraudPattern.permit }),
            !spec.answers.contains(FraudPattern.permit)
        {
            unproven.append(FraudPattern.permit)
        }
        facts += unproven.compactMap { answer(to: $0, for: output.product, at: now, nil) }
        if deeds.contains(.vagueClaim) { facts.append(vagueClaim(at: now)) }
        var origins = Dictionary(grouping: inputs, by: { $0.batch.producer.country }).mapValues { lots in
            lots.reduce(0) { $0 + $1.quantity }
        }
        if deeds.contains(.originLaundering), let other = otherOrigin(than: Set(origins.keys)) { origins = [other: 1] }
        // In an order of their own: sums of the same numbers differ in their last bits.
        let total = origins.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        return PassportFacts(
            product: ProductFacts(
                id: output.identifier, name: output.product.name, registeredID: output.gtin, batch: output.lot,
                productionDate: now,
                country: spec.country, producer: facility.owner, facility: facility.entity,
                classification: (
                    scheme: "https://unstats.un.org/unsd/classifications/Econ/cpc/",
                    schemeName: "UN Central Product Classification", code: output.product.cpc ?? output.product.hs
                ), quantity: output.quantity, unit: output.product.unit),
            claims: facts, footprint: claims.first { $0.0.criterion == "H01" }?.1,
            recycledShare: claims.first { $0.0.criterion == "H10" }.map { $0.1 / 100 },
            materials: origins.isEmpty
                ? [(output.product.name, spec.country, 1)]
                : origins.sorted { $0.key < $1.key }.map { (output.product.name, $0.key, $0.value / total) })
    }

    /// Whether something that the party does ought not to be changes the evidence of what it makes of inputs.
    func hasEffect(_ deed: FraudPattern, on inputs: [Batch.Input]) -> Bool {
        if deed == .originLaundering { return otherOrigin(than: Set(inputs.map(\.batch.producer.country))) != nil }
        if deed.takesInputs { return !inputs.isEmpty }
        guard deed.changesEvidence else { return true }
        let custody = custody == nil ? [] : [CustodyClaim.criterion]
        return (stage.claims.map(\.criterion) + spec.answers + custody).contains { criterion in
            evidence(for: criterion, deeds: []) != evidence(for: criterion, deeds: [deed])
        }
    }

    /// What an origin is laundered to: the party's own country, or another where that would change nothing; nil where there
    /// is none.
    private func otherOrigin(than origins: Set<String>) -> String? {
        guard !origins.isEmpty else { return nil }
        if !origins.contains(spec.country) { return spec.country }
        return world.scenario.countries.map(\.code).first { !origins.contains($0) }
    }

    /// The link that a claim offers as evidence: to the certificate that covers it, or to one that only looks like it.
    func evidence(for criterion: String, deeds: Set<FraudPattern>) -> EvidenceLink? {
        if deeds.contains(.claimWithoutEvidence) || deeds.contains(.legalityGap) && criterion == FraudPattern.permit {
            return nil
        }
        let now = simulation.nowUnixSeconds
        let shown = deeds.first(where: \.isForgery).flatMap { forgeries[$0] } ?? certificates
        let certificate = shown.first { $0.criteria.contains(criterion) && $0.availableFrom <= now }
        return certificate.map {
            EvidenceLink(
                url: $0.credential.url, name: "Certificate by \($0.certifier.name)", digest: $0.digest)
        }
    }

    /// Whether a claim of a passport rests on a certificate of the party, be it on paper.
    func isCertified(_ order: CredentialOrder) -> Bool {
        guard case .passport(let passport) = order else { return false }
        let certified = Set(certificates.flatMap(\.criteria).map { HarmonisedCriteria.base + $0 })
        return passport.claims.contains { certified.contains($0.criterion.id) }
    }

    /// A claim by no criterion that anybody knows.
    private func vagueClaim(at now: Int64) -> ClaimFacts {
        let criterion = CriterionFacts(
            id: platform.hosts.url(.storage, "/\(spec.slug)/our-promise"), name: "Kind to nature",
            description: "Made with care for people and planet", topic: "environment.emissions")
        return ClaimFacts(criterion: criterion, metric: "Promise", value: 1, unit: "C62", date: now, evidence: nil)
    }
}
