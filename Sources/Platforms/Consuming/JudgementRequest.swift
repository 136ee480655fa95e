package import UNTP

/// What is asked of a consignment's evidence at its destination.
package struct JudgementRequest: Sendable {
    /// The consignment's own identifier.
    package let consignment: String
    /// The product identifier on the label, as the scanner reads it.
    package let identifier: String
    /// The criteria that the buyer and the country of destination ask for.
    package let demands: [Demand]
    /// How many tiers upstream must be evidenced for the consignment to count as transparent; 0 is the product alone.
    package let requiredTiers: Int
    /// What the label has of the passport's key.
    package let key: LabelKey
    /// What is publicly known of processes and schemes at the destination.
    package let knowledge: PublicKnowledge
    /// Who may know of the goods what their credentials don't say; nil for nobody.
    package let witness: (any Witness)?

    package init(
        consignment: String, identifier: String, demands: [Demand], requiredTiers: Int, key: LabelKey = .missing,
        knowledge: PublicKnowledge = .none, witness: (any Witness)? = nil
    ) {
        self.witness = witness
        self.key = key
        self.knowledge = knowledge
        self.consignment = consignment
        self.identifier = identifier
        self.demands = demands
        self.requiredTiers = requiredTiers
    }

    /// A criterion that has to be answered.
    package struct Demand: Sendable, Hashable {
        /// The IRI of the criterion in the shared vocabulary.
        package let criterion: String
        /// The criterion of a scheme or law in which it is stated, where it isn't in the shared vocabulary.
        package let stated: StatedCriterion?
        /// The UNTP topic that the criterion belongs to.
        package let topic: String
        /// Whether the passport of anything that the product was made from may answer as well as its own: laws ask about
        /// the plot or the mine, buyers about what they buy.
        package let isMetUpstream: Bool

        package init(criterion: String, topic: String, isMetUpstream: Bool = false) {
            self.criterion = criterion
            self.topic = topic
            stated = nil
            self.isMetUpstream = isMetUpstream
        }

        package init(_ demanded: DemandedCriterion, isMetUpstream: Bool = false) {
            criterion = demanded.harmonised.iri
            topic = demanded.harmonised.topic
            stated = demanded.stated
            self.isMetUpstream = isMetUpstream
        }

        /// The criterion's IRI, in the vocabulary in which it is stated.
        package var iri: String { stated?.iri ?? criterion }

        /// On what grounds a claim meets it; nil where it doesn't.
        ///
        /// What is stated in one scheme's criteria is met directly by a certificate that assesses these, and through the
        /// mapping by one that assesses others: as far as both are mapped to the same.
        func basis(of claim: JudgedClaim) -> EvidenceBasis? {
            claim.criteria.contains(criterion) ? claim.basis.map { basis($0, of: claim) } : nil
        }

        /// On what grounds a claim would meet it if other schemes were recognised as well.
        func basis(of claim: JudgedClaim, recognising recognition: Recognition) -> EvidenceBasis? {
            let own = basis(of: claim)
            guard claim.criteria.contains(criterion), claim.basis != nil || !claim.unrecognised.isEmpty,
                let wider = recognition.basis(of: claim.assessed, for: claim.criteria)
            else { return own }
            let basis = basis(wider, of: claim)
            return max(own ?? basis, basis)
        }

        /// What is left of a claim's grounds for what is stated in other terms.
        private func basis(_ basis: EvidenceBasis, of claim: JudgedClaim) -> EvidenceBasis {
            guard let stated else { return basis }
            if claim.assessed.contains(stated.iri) { return .direct }
            return min(basis, stated.relation == .equivalent ? .mapped : .partial)
        }

        /// On what grounds a product's own claims would meet it if all that was found against its evidence were mended: what
        /// can't be told of them may well do. Nil where none would.
        func prospect(of dossier: Dossier) -> EvidenceBasis? {
            guard dossier.hasPassport else { return .direct }
            let own = dossier.claims.filter { $0.criteria.contains(criterion) }
            guard own.isEmpty else {
                return own.map { claim in
                    let isTold = stated == nil || !claim.assessed.isEmpty
                    return isTold ? claim.prospect.map { basis($0, of: claim) } ?? .direct : .direct
                }.max()
            }
            let isOtherwiseSaid = dossier.claims.contains { $0.basis == nil && $0.isForeign && $0.topic == topic }
            return isOtherwiseSaid ? .direct : nil
        }
    }
}

/// What verifiers know without asking the parties: what schemes publish of processes, and which schemes are recognised.
package struct PublicKnowledge: Sendable {
    package static let none = PublicKnowledge(recognition: .none, custody: [:])

    /// Which assessed criteria stand for claimed ones at the destination.
    package let recognition: Recognition
    /// How certified material is kept apart in a process for a product, and what it yields.
    package let custody: [Process: CustodyRule]

    /// A process, with what is made in it.
    package struct Process: Sendable, Hashable {
        package let process: String
        package let product: String

        package init(process: String, product: String) {
            self.process = process
            self.product = product
        }
    }

    package init(recognition: Recognition, custody: [Process: CustodyRule]) {
        self.recognition = recognition
        self.custody = custody
    }
}
