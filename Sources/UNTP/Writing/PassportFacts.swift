/// A product that is described or named.
package struct ProductFacts: Sendable, Hashable {
    package var id: String
    package var name: String
    package var registeredID: String
    package var batch: String
    package var productionDate: Int64
    package var country: String
    package var producer: EntityFacts
    package var facility: EntityFacts
    package var classification: (scheme: String, schemeName: String, code: String)
    package var quantity: Double
    package var unit: String

    package init(
        id: String, name: String, registeredID: String, batch: String, productionDate: Int64, country: String,
        producer: EntityFacts, facility: EntityFacts,
        classification: (scheme: String, schemeName: String, code: String), quantity: Double, unit: String
    ) {
        self.id = id
        self.name = name
        self.registeredID = registeredID
        self.batch = batch
        self.productionDate = productionDate
        self.country = country
        self.producer = producer
        self.facility = facility
        self.classification = classification
        self.quantity = quantity
        self.unit = unit
    }

    package static func == (one: ProductFacts, other: ProductFacts) -> Bool {
        one.id == other.id && one.name == other.name && one.registeredID == other.registeredID
            && one.batch == other.batch && one.productionDate == other.productionDate && one.country == other.country
            && one.producer == other.producer && one.facility == other.facility
            && one.classification == other.classification && one.quantity == other.quantity && one.unit == other.unit
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A product passport.
package struct PassportFacts: Sendable {
    package var product: ProductFacts
    package var claims: [ClaimFacts]
    /// Kilograms of CO2 equivalent for one declared unit.
    package var footprint: Double?
    package var recycledShare: Double?
    package var materials: [(name: String, country: String, share: Double)]
    /// The events that made the product, by process of the value chain.
    package var traceability: [TraceabilityFacts]

    package init(
        product: ProductFacts, claims: [ClaimFacts], footprint: Double?, recycledShare: Double?,
        materials: [(name: String, country: String, share: Double)], traceability: [TraceabilityFacts] = []
    ) {
        self.product = product
        self.claims = claims
        self.footprint = footprint
        self.recycledShare = recycledShare
        self.materials = materials
        self.traceability = traceability
    }
}

/// The events of one process that a passport points to.
package struct TraceabilityFacts: Sendable, Hashable {
    package var process: String
    /// The share of the process's inputs that was verified, 0 to 1.
    package var verifiedShare: Double
    package var events: [EvidenceLink]

    package init(process: String, verifiedShare: Double, events: [EvidenceLink]) {
        self.process = process
        self.verifiedShare = verifiedShare
        self.events = events
    }
}
