import Platforms
import SimulationKernel
import UNTP

extension Party {
    /// What a batch claims of its chain of custody, and what of that is so.
    struct Certified {
        let certification: Certification
        let claim: ClaimFacts
    }

    /// Certifies something that was made; nil where nobody certifies the party's chain of custody, or not yet.
    ///
    /// - Parameters:
    ///   - output: What was made, at an instant in Unix seconds.
    ///   - credits: What was bought of credits for the batch.
    func certify(
        _ output: Output, made: Int64, from inputs: [Batch.Input],
        deeds: Set<FraudPattern>, credits: Credits?
    ) async -> Certified? {
        guard let custody else { return nil }
        let now = simulation.nowUnixSeconds
        // Credits are bought for the product, and not for what is made along with it.
        let credits = output.id == stage.id ? credits : nil
        let link = credits?.certificate.link ?? evidence(for: CustodyClaim.criterion, deeds: deeds)
        guard link != nil || deeds.contains(.claimWithoutEvidence) else { return nil }
        let isStanding =
            !deeds.showOtherEvidence
            && spec.certificate.isInOrder(at: now, start: world.scenario.startUnixSeconds)
        guard
            var certification = self.custody?.certification(
                of: .init(
                    output: output.id, quantity: output.quantity, inputs: inputs, made: made,
                    credits: credits?.quantity ?? 0), isStanding: isStanding, deeds: deeds)
        else { return nil }
        if booked.contains(output.id) {
            await market.book(output.quantity * certification.grounded.share, of: output.id, by: custody.scheme)
            let nothing = CertifiedShare(0, stage.custody)
            certification = Certification(scheme: custody.scheme, real: nothing, grounded: nothing, claimed: nothing)
        }
        return CustodyClaim.facts(
            certification.claimed, drawn: certification.drawn, date: now, evidence: link
        ).map { Certified(certification: certification, claim: $0) }
    }

    /// Credits that a batch claims, with the certificate that says so.
    struct Credits {
        /// What was retired for it, in units of the input; 0 where they had been claimed before.
        let quantity: Double
        let certificate: CreditCertificate
    }

    /// Buys credits for what goes into a batch, as far as there are any, and has them retired.
    ///
    /// Who certifies all that it makes buys once, and claims the same credits ever after.
    func retiredCredits(for inputs: [Batch.Input]) async -> Credits? {
        guard let custody, custody.claimsCredits else { return nil }
        if spec.certifiesAll, let latestCredits { return Credits(quantity: 0, certificate: latestCredits) }
        let credited = stage.credited(inputs)
        let wanted = credited.reduce(0) { $0 + $1.quantity }
        let quantity = await market.retireCredits(wanted, of: stage.needs.first?.sources ?? [], by: custody.scheme)
        guard quantity > 0, let product = credited.first?.batch else { return nil }
        let facts = QuantityFacts(
            product: product.identifier, name: product.product.name, quantity: quantity, unit: product.product.unit)
        guard let certificate = await world.creditCertificate(facts, for: spec, facility, by: custody.certifier) else {
            return nil
        }
        if spec.certifiesAll { latestCredits = certificate }
        return Credits(quantity: quantity, certificate: certificate)
    }
}
