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
    /// ISO 8601; `nil` while it is under way.
    package var arrived: String?
    /// When its evidence was judged, ISO 8601; `nil` if it was not.
    package var judged: String?
    /// How it ended.
    package var outcome: ConsignmentOutcome
    /// The evidence level that it reached; `nil` if it was not judged.
    package var level: EvidenceLevel?
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

    package init(
        id: String, chain: String, stage: String, product: String, quantity: Double, unit: String, seller: String,
        buyer: String, fromCountry: String, toCountry: String, sellerPlatform: String, buyerPlatform: String,
        dispatched: String, arrived: String? = nil, judged: String? = nil, outcome: ConsignmentOutcome,
        level: EvidenceLevel? = nil, causes: [String] = [], tiersExpected: Int, tiersReached: Int,
        credentialsChecked: Int, rules: [RuleOutcomeRecord] = []
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
        self.causes = causes
        self.tiersExpected = tiersExpected
        self.tiersReached = tiersReached
        self.credentialsChecked = credentialsChecked
        self.rules = rules
    }
}
