/// Matches claims with assessments: UNTP Trust Graphs.
///
/// An assessment covers a claim when it is about the same product, or the facility or organisation that made it, has
/// the same topic and every criterion of the claim, and finds conformance.
package struct ClaimMatcher: Sendable {
    /// Whether two identifiers name the same thing, as the verifier compares them.
    private let isSame: @Sendable (String, String) -> Bool
    /// Which assessed criteria stand for claimed ones.
    private let recognition: Recognition

    /// - Parameters:
    ///   - isSame: Whether two identifiers of products, facilities or organisations name the same thing.
    ///   - recognition: Which assessed criteria stand for claimed ones, where the two are of different vocabularies.
    package init(
        isSame: @escaping @Sendable (String, String) -> Bool,
        recognition: Recognition = .none
    ) {
        self.isSame = isSame
        self.recognition = recognition
    }

    /// The verdict on a claim of a passport by the assessments of one accepted certificate.
    package func verdict(
        on claim: DigitalProductPassport.Claim, of passport: DigitalProductPassport,
        by certificate: ConformityCredential
    ) -> ClaimVerdict {
        var closest = ClaimMismatch.noAssessment
        var rank = -1
        var best: EvidenceBasis?
        for assessment in certificate.assessments {
            let (mismatch, reached) = mismatch(claim, passport, assessment)
            if let mismatch {
                if reached > rank { (closest, rank) = (mismatch, reached) }
            } else if let basis = recognition.basis(of: assessment.criteria, for: claim.criteria) {
                best = max(best ?? .partial, basis)
            }
        }
        return best.map(ClaimVerdict.evidenced) ?? .contradicted(closest)
    }

    /// What keeps an assessment from covering a claim, and how far the comparison came.
    private func mismatch(
        _ claim: DigitalProductPassport.Claim, _ passport: DigitalProductPassport,
        _ assessment: ConformityCredential.Assessment
    ) -> (ClaimMismatch?, reached: Int) {
        // Two missing topics don't agree on anything.
        guard let topic = assessment.topic, topic == claim.topic else {
            return (.topicDiffers(assessed: assessment.topic ?? "none"), 0)
        }
        guard recognition.basis(of: assessment.criteria, for: claim.criteria) != nil else {
            return (.criterionDiffers(assessed: assessment.criteria), 1)
        }
        let covers =
            names(passport.productID, in: assessment.products) || names(passport.facilityID, in: assessment.facilities)
            || names(passport.producerID, in: assessment.organisation.map { [$0] } ?? [])
        guard covers else {
            let assessed = assessment.products + assessment.facilities + (assessment.organisation.map { [$0] } ?? [])
            return (.subjectDiffers(assessed: assessed), 2)
        }
        guard assessment.conformance == true else { return (.notConformant, 3) }
        return (nil, 4)
    }

    private func names(_ id: String?, in assessed: [String]) -> Bool {
        guard let id else { return false }
        return assessed.contains { isSame($0, id) }
    }
}
