/// One consignment, for statistics.
package struct ConsignmentRow: Sendable, Hashable, Codable {
    /// Its identifier.
    package var id: String
    /// The value chain, such as `copper`.
    package var chain: String
    /// The stage that sent it.
    package var stage: String
    /// What was sent.
    package var product: String
    /// How much.
    package var quantity: Double
    /// The unit of the quantity.
    package var unit: String
    /// The company that sent.
    package var seller: String
    /// The company that received.
    package var buyer: String
    /// ISO 3166-1 alpha-2.
    package var fromCountry: String
    /// ISO 3166-1 alpha-2.
    package var toCountry: String
    /// The seller's platform.
    package var sellerPlatform: String
    /// The buyer's platform.
    package var buyerPlatform: String
    /// ISO 8601.
    package var dispatched: String
    /// ISO 8601; `nil` while it is under way, or where it was not let out of its country.
    package var arrived: String?
    /// When its evidence was judged, ISO 8601; `nil` if it was not.
    package var judged: String?
    /// How it ended.
    package var outcome: ConsignmentOutcome
    /// The evidence level at which it stands at the end of the run; `nil` if it was not judged. That of what was kept back
    /// counts nowhere.
    package var level: EvidenceLevel?
    /// The evidence level that it reached when it was judged.
    package var levelWhenJudged: EvidenceLevel?
    /// Whether its evidence was in truth what it should be when it was judged; `nil` if it was not judged.
    package var isSound: Bool?
    /// Codes of the failures that kept it from being transparent.
    package var causes: [String]
    /// Upstream tiers that should have been evidenced.
    package var tiersExpected: Int
    /// Upstream tiers that were.
    package var tiersReached: Int
    /// Credentials that the buyer's platform checked for it.
    package var credentialsChecked: Int
    /// What each rule that looked at it made of it.
    package var rules: [RuleOutcomeRecord]
    /// What was counted of its evidence.
    package var evidence: ConsignmentEvidence

    package init(
        id: String, chain: String, stage: String, product: String, quantity: Double, unit: String, seller: String,
        buyer: String, fromCountry: String, toCountry: String, sellerPlatform: String, buyerPlatform: String,
        dispatched: String, arrived: String? = nil, judged: String? = nil, outcome: ConsignmentOutcome,
        level: EvidenceLevel? = nil, levelWhenJudged: EvidenceLevel? = nil, isSound: Bool? = nil,
        causes: [String] = [], tiersExpected: Int, tiersReached: Int, credentialsChecked: Int,
        rules: [RuleOutcomeRecord] = [], evidence: ConsignmentEvidence = ConsignmentEvidence()
    ) {
        self.id = id
        self.chain = chain
        self.stage = stage
        self.product = product
        self.quantity = quantity
        self.unit = unit
        self.seller = seller
        self.buyer = buyer
        self.fromCountry = fromCountry
        self.toCountry = toCountry
        self.sellerPlatform = sellerPlatform
        self.buyerPlatform = buyerPlatform
        self.dispatched = dispatched
        self.arrived = arrived
        self.judged = judged
        self.outcome = outcome
        self.level = level
        self.levelWhenJudged = levelWhenJudged
        self.isSound = isSound
        self.causes = causes
        self.tiersExpected = tiersExpected
        self.tiersReached = tiersReached
        self.credentialsChecked = credentialsChecked
        self.rules = rules
        self.evidence = evidence
    }
}

/// What was counted of the evidence of one consignment, from which the measures over consignments can be computed anew.
package struct ConsignmentEvidence: Sendable, Hashable, Codable {
    /// A part of something that was counted.
    package struct Part: Sendable, Hashable, Codable {
        package var part: Int
        package var whole: Int

        package init(_ part: Int = 0, of whole: Int = 0) {
            self.part = part
            self.whole = whole
        }
    }

    /// Products on its way that were traced, of those that there are (K01).
    package var traced = Part()
    /// The same of those three tiers upstream and more, with their passports.
    package var provenFar = Part()
    /// Credentials that were accepted, of those that were verified (K04).
    package var accepted = Part()
    /// Claims that a certificate matches, of all (K05).
    package var matchedClaims = Part()
    /// Certificates that held, of those that passports link (K06).
    package var validCertificates = Part()
    /// Credentials with an anchored issuer, of those that could be opened (K09).
    package var anchored = Part()
    /// Certificates by who is accredited for them, of those that could be opened (K10).
    package var accredited = Part()
    /// How long it took to trace every product to its origin; `nil` where not all were (K03).
    package var secondsToTrace: Double?
    /// From dispatch until all of its maker's evidence was listed (K11).
    package var evidenceHours: Double?
    /// Whether it was released in the end; `nil` where no border stopped it (K15).
    package var isReleased: Bool?
    /// Whether a physical test agrees with the declared origin; `nil` where it was not tested (K16).
    package var originTestAgrees: Bool?
    /// The part of its certified share that its buyer could not count; `nil` where nothing would count.
    package var lostCertification: Double?

    package init() {}
}
