// The plain facts that credentials are written from. Times are Unix seconds, identifiers absolute URIs.

/// Something that a register knows: a party or a facility.
package struct EntityFacts: Sendable, Hashable {
    package var id: String
    package var name: String
    package var registeredID: String

    package init(id: String, name: String, registeredID: String) {
        self.id = id
        self.name = name
        self.registeredID = registeredID
    }
}

/// What every credential has in common.
package struct CredentialFacts: Sendable {
    package var id: String
    package var issuerDID: String
    package var issuerName: String
    package var validFrom: Int64
    /// Nil where the credential has no end; a traceability event never has one.
    package var validUntil: Int64?
    package var status: (listURL: String, index: Int)?

    package init(
        id: String, issuerDID: String, issuerName: String, validFrom: Int64, validUntil: Int64? = nil,
        status: (listURL: String, index: Int)? = nil
    ) {
        self.id = id
        self.issuerDID = issuerDID
        self.issuerName = issuerName
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.status = status
    }
}

/// A criterion as claims and assessments cite it.
package struct CriterionFacts: Sendable, Hashable {
    package var id: String
    package var name: String
    package var description: String
    package var topic: String

    package init(id: String, name: String, description: String, topic: String) {
        self.id = id
        self.name = name
        self.description = description
        self.topic = topic
    }
}

/// A link to evidence, pinned by a digest.
package struct EvidenceLink: Sendable, Hashable {
    package var url: String
    package var name: String
    package var digest: String

    package init(url: String, name: String, digest: String) {
        self.url = url
        self.name = name
        self.digest = digest
    }
}

/// A claim of a passport or a facility record.
package struct ClaimFacts: Sendable, Hashable {
    package var criterion: CriterionFacts
    package var metric: String
    package var value: Double
    package var unit: String
    package var date: Int64
    package var evidence: EvidenceLink?

    package init(
        criterion: CriterionFacts, metric: String, value: Double, unit: String, date: Int64, evidence: EvidenceLink?
    ) {
        self.criterion = criterion
        self.metric = metric
        self.value = value
        self.unit = unit
        self.date = date
        self.evidence = evidence
    }
}

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

    package static func == (one: ProductFacts, other: ProductFacts) -> Bool { one.id == other.id }
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

    package init(
        product: ProductFacts, claims: [ClaimFacts], footprint: Double?, recycledShare: Double?,
        materials: [(name: String, country: String, share: Double)]
    ) {
        self.product = product
        self.claims = claims
        self.footprint = footprint
        self.recycledShare = recycledShare
        self.materials = materials
    }
}

/// A conformity credential about a facility and, where given, a product.
package struct ConformityFacts: Sendable {
    package var name: String
    package var holder: EntityFacts
    package var facility: EntityFacts
    package var criteria: [CriterionFacts]
    package var isConformant: Bool
    package var date: Int64
    package var scheme: (id: String, name: String, owner: EntityFacts)?

    package init(
        name: String, holder: EntityFacts, facility: EntityFacts, criteria: [CriterionFacts], isConformant: Bool,
        date: Int64, scheme: (id: String, name: String, owner: EntityFacts)? = nil
    ) {
        self.name = name
        self.holder = holder
        self.facility = facility
        self.criteria = criteria
        self.isConformant = isConformant
        self.date = date
        self.scheme = scheme
    }
}

/// A facility record.
package struct FacilityFacts: Sendable {
    package var facility: EntityFacts
    package var country: String
    package var operatedBy: EntityFacts
    package var latitude: Double
    package var longitude: Double
    package var process: String

    package init(
        facility: EntityFacts, country: String, operatedBy: EntityFacts, latitude: Double, longitude: Double,
        process: String
    ) {
        self.facility = facility
        self.country = country
        self.operatedBy = operatedBy
        self.latitude = latitude
        self.longitude = longitude
        self.process = process
    }
}

/// Some of a product, in an event.
package struct QuantityFacts: Sendable, Hashable {
    package var product: String
    package var name: String
    package var quantity: Double
    package var unit: String

    package init(product: String, name: String, quantity: Double, unit: String) {
        self.product = product
        self.name = name
        self.quantity = quantity
        self.unit = unit
    }
}

/// A traceability event.
package struct EventFacts: Sendable {
    package enum Kind: Sendable {
        /// Made from something: the edge that traces a chain.
        case transformation(inputs: [QuantityFacts], outputs: [QuantityFacts])
        /// Came into the world, or was seen.
        case object([QuantityFacts])
        case transaction(source: String, destination: String, order: String, [QuantityFacts])
        case aggregation(parent: QuantityFacts, children: [QuantityFacts])
        case association(parent: QuantityFacts, children: [QuantityFacts])
    }

    package var id: String
    package var kind: Kind
    package var time: Int64
    package var process: String
    package var location: String

    package init(id: String, kind: Kind, time: Int64, process: String, location: String) {
        self.id = id
        self.kind = kind
        self.time = time
        self.process = process
        self.location = location
    }
}

/// An identity anchor.
package struct AnchorFacts: Sendable {
    package var did: String
    package var name: String
    package var registeredID: String
    package var scheme: (id: String, name: String)
    /// `Business`, `Accreditation` and the like.
    package var registerType: String
    package var scope: [String]

    package init(
        did: String, name: String, registeredID: String, scheme: (id: String, name: String), registerType: String,
        scope: [String]
    ) {
        self.did = did
        self.name = name
        self.registeredID = registeredID
        self.scheme = scheme
        self.registerType = registerType
        self.scope = scope
    }
}
