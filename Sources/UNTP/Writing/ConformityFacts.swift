/// A conformity credential about a facility and, where given, a product.
package struct ConformityFacts: Sendable {
    package var name: String
    package var holder: EntityFacts
    package var facility: EntityFacts
    /// The products that were assessed; none where the facility alone was.
    package var products: [EntityFacts]
    package var criteria: [CriterionFacts]
    package var isConformant: Bool
    package var date: Int64
    package var scheme: (id: String, name: String, owner: EntityFacts)?
    /// Who accredited the certifier, and under which endorsement.
    package var endorsement: (id: String, name: String, authority: EntityFacts)?
    /// The report behind the certificate.
    package var evidence: EvidenceLink?
    /// What was certified of a product and may be claimed for other goods, where the certificate is one of credits.
    package var credits: QuantityFacts?

    package init(
        name: String, holder: EntityFacts, facility: EntityFacts, products: [EntityFacts] = [],
        criteria: [CriterionFacts], isConformant: Bool, date: Int64,
        scheme: (id: String, name: String, owner: EntityFacts)? = nil,
        endorsement: (id: String, name: String, authority: EntityFacts)? = nil, evidence: EvidenceLink? = nil,
        credits: QuantityFacts? = nil
    ) {
        self.name = name
        self.holder = holder
        self.facility = facility
        self.products = products
        self.criteria = criteria
        self.isConformant = isConformant
        self.date = date
        self.scheme = scheme
        self.endorsement = endorsement
        self.evidence = evidence
        self.credits = credits
    }
}
