package import Credentials

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
    /// Where the credential's status is to be looked up; several entries for several purposes.
    package var status: [StatusListEntry]

    package init(
        id: String, issuerDID: String, issuerName: String, validFrom: Int64, validUntil: Int64? = nil,
        status: [StatusListEntry] = []
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
    /// What is said of the value in a word or two.
    package var score: String?
    /// What it declares besides.
    package var further: [Value] = []

    /// A value that is declared.
    package struct Value: Sendable, Hashable {
        package var metric: String
        package var value: Double
        package var unit: String
    }

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
