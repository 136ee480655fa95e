/// What became of a claim when its evidence was looked at: UNTP Trust Graphs.
package enum ClaimVerdict: Sendable, Hashable {
    /// An assessment by somebody else matches it.
    case evidenced
    /// No certificate was offered.
    case unevidenced
    /// A certificate is there and verifies, but does not cover the claim.
    case contradicted(ClaimMismatch)
    /// The certificate could not be had, or was not accepted.
    case uncheckable
}

/// Why no assessment of a certificate covers a claim; of several assessments, that which comes closest.
package enum ClaimMismatch: Sendable, Hashable {
    case subjectDiffers(assessed: [String])
    case topicDiffers(assessed: String)
    case criterionDiffers(assessed: [String])
    case notConformant
    case noAssessment
}

/// Matches claims with assessments: same product, or the facility or organisation that made it; same topic; every
/// criterion; conformance.
package struct ClaimMatcher: Sendable {
    /// Whether two identifiers name the same thing, as the verifier compares them.
    private let isSame: @Sendable (String, String) -> Bool

    package init(isSame: @escaping @Sendable (String, String) -> Bool) {
        self.isSame = isSame
    }

    /// The verdict on a claim of a passport by the assessments of one accepted certificate.
    package func verdict(
        on claim: DigitalProductPassport.Claim, of passport: DigitalProductPassport, by certificate: ConformityCredential
    ) -> ClaimVerdict {
        var closest = ClaimMismatch.noAssessment
        var rank = -1
        for assessment in certificate.assessments {
            let (mismatch, reached) = mismatch(claim, passport, assessment)
            guard let mismatch else { return .evidenced }
            if reached > rank { (closest, rank) = (mismatch, reached) }
        }
        return .contradicted(closest)
    }

    /// What keeps an assessment from covering a claim, and how far the comparison came.
    private func mismatch(
        _ claim: DigitalProductPassport.Claim, _ passport: DigitalProductPassport,
        _ assessment: ConformityCredential.Assessment
    ) -> (ClaimMismatch?, reached: Int) {
        guard claim.topic == assessment.topic else { return (.topicDiffers(assessed: assessment.topic ?? "none"), 0) }
        guard !claim.criteria.isEmpty, claim.criteria.allSatisfy(assessment.criteria.contains) else {
            return (.criterionDiffers(assessed: assessment.criteria), 1)
        }
        let covers =
            names(passport.productID, in: assessment.products) || names(passport.facilityID, in: assessment.facilities)
            || names(passport.producerID, in: assessment.organisation.map { [$0] } ?? [])
        guard covers else { return (.subjectDiffers(assessed: assessment.products + assessment.facilities), 2) }
        guard assessment.conformance == true else { return (.notConformant, 3) }
        return (nil, 4)
    }

    private func names(_ id: String?, in assessed: [String]) -> Bool {
        guard let id else { return false }
        return assessed.contains { isSame($0, id) }
    }
}
