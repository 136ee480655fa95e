/// How a passport says what part of a batch is certified: a claim on the chain of custody with that part as its value, the
/// model as the score of that value, and a link to the certificate that it rests on, UNTP Digital Product Passport,
/// Conformity claims. UNTP has no place of its own for the model; a score is the text that a declared value may have.
package enum CustodyClaim {
    /// The harmonised criterion on the chain of custody.
    package static let criterion = "H27"
    package static let iri = HarmonisedCriteria.base + criterion
    /// The metric of the certified part, in percent.
    package static let shareMetric = "Certified share"
    package static let shareUnit = "P1"
    /// The metric of what of that part rests on the facility's account, and not on the batch's own inputs, in percent.
    package static let drawnMetric = "Drawn from the account"
    /// The metric of a certificate of credits, in units of the product that was certified.
    package static let creditMetric = "Credits"

    /// A share as passports state it: to a thousandth of a percent, and never more than it is.
    package static func stated(_ share: Double) -> Double {
        min(1, max(0, (share * 100_000 + 0.000_001).rounded(.down) / 100_000))
    }

    /// Whether all of a batch is certified, as far as passports can say.
    package static func isWhole(_ share: Double) -> Bool { share > 0.999_995 }

    /// - Parameters:
    ///   - part: The certified part of the batch.
    ///   - drawn: What of it other batches of the facility earned.
    package static func facts(
        _ part: CertifiedShare, drawn: Double = 0, date: Int64, evidence: EvidenceLink?
    ) -> ClaimFacts? {
        guard let criterion = HarmonisedCriteria[criterion] else { return nil }
        var facts = ClaimFacts(
            criterion: criterion.facts, metric: shareMetric, value: part.share * 100, unit: shareUnit, date: date,
            evidence: evidence)
        if part.share > 0 { facts.score = part.model.rawValue }
        if drawn > 0 { facts.further = [.init(metric: drawnMetric, value: drawn * 100, unit: shareUnit)] }
        return facts
    }
}

extension DigitalProductPassport.Claim {
    /// Whether it is on the chain of custody.
    package var isOnCustody: Bool { criteria.contains(CustodyClaim.iri) }

    /// The part of the batch that it says to be certified, 0 to 1; nil where it says none that could be read.
    package var certifiedShare: Double? {
        guard isOnCustody, let share = declared.first(where: { $0.metric == CustodyClaim.shareMetric }) else {
            return nil
        }
        return (0...100).contains(share.value) ? share.value / 100 : nil
    }

    /// The model under which it says that part to be certified; nil where it says none that is known.
    package var certifiedModel: CustodyModel? {
        guard isOnCustody else { return nil }
        return declared.first { $0.metric == CustodyClaim.shareMetric }?.score.flatMap(CustodyModel.init)
    }

    /// What of that part is said to rest on other batches of the facility, 0 to 1.
    package var drawnShare: Double {
        let drawn = declared.first { $0.metric == CustodyClaim.drawnMetric }?.value ?? 0
        return (0...100).contains(drawn) ? drawn / 100 : 0
    }
}

extension ConformityCredential {
    /// How much it certifies of what may be claimed for other goods; nil where it is no certificate of credits.
    package var credits: Double? {
        assessments.lazy.flatMap(\.declared).first { $0.metric == CustodyClaim.creditMetric }?.value
    }
}
