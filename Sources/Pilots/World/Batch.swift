import Platforms
import UNTP

/// A batch of a product: what really was made, and what was published about it.
final class Batch: Sendable {
    // A class, because batches form the graph of what was made from what.
    let identifier: String
    let stage: Stage
    /// The id of what it is: the stage's product, or something that is made along with it.
    let output: String
    let producer: PartySpec
    /// In units of the product.
    let quantity: Double
    let inputs: [Input]
    /// Whether its inputs went into another batch: it is said to be made of them, and comes from elsewhere.
    let isOnPaperOnly: Bool
    /// Kilograms of CO2 equivalent for one unit, as it is in truth.
    let footprint: Double?
    /// Whether its passport was changed after signing.
    let isAltered: Bool
    /// Which part of it is certified; nil where its maker's chain of custody is not.
    let certification: Certification?
    /// What its maker did with it or its evidence that it ought not to.
    let deeds: Set<FraudPattern>
    /// Whether a claim of its passport offers no evidence.
    let hasUnprovenClaims: Bool
    /// Whether a claim of its passport rests on a certificate of its maker, be it on paper.
    let restsOnCertificate: Bool
    let credentials: [IssuedCredential]
    let facilityRecord: IssuedCredential?
    /// The certificate of the credits that it claims.
    let credits: CreditCertificate?
    /// When it was made, in Unix seconds.
    let made: Int64
    /// How many transformations lie between it and the origin.
    let tiers: Int

    init(
        identifier: String, stage: Stage, output: String, producer: PartySpec, quantity: Double,
        inputs: [Input], isOnPaperOnly: Bool = false, footprint: Double?, isAltered: Bool,
        certification: Certification? = nil, deeds: Set<FraudPattern> = [], hasUnprovenClaims: Bool = false,
        restsOnCertificate: Bool = true, credentials: [IssuedCredential],
        credits: CreditCertificate? = nil, facilityRecord: IssuedCredential?, made: Int64
    ) {
        self.identifier = identifier
        self.stage = stage
        self.output = output
        self.producer = producer
        self.quantity = quantity
        self.inputs = inputs
        self.isOnPaperOnly = isOnPaperOnly
        self.footprint = footprint
        self.isAltered = isAltered
        self.certification = certification
        self.deeds = deeds
        self.hasUnprovenClaims = hasUnprovenClaims
        self.restsOnCertificate = restsOnCertificate
        self.credentials = credentials
        self.facilityRecord = facilityRecord
        self.credits = credits
        self.made = made
        tiers = (inputs.map(\.batch.tiers).max() ?? -1) + 1
    }

    var product: Stage.Product { stage.output(output) }

    /// The URLs that a resolver should name for it.
    var linked: [String] { (credentials + [facilityRecord].compactMap(\.self)).map(\.url) }

    /// The batch and what it was made from, so many tiers upstream; each once.
    func upstream(tiers: Int) -> [Batch] {
        var seen: Set<String> = []
        var all: [Batch] = []
        var tier = [self]
        for depth in 0...tiers where !tier.isEmpty {
            let new = tier.filter { seen.insert($0.identifier).inserted }
            all += new
            tier = depth < tiers ? new.flatMap { $0.inputs.map(\.batch) } : []
        }
        return all
    }

    /// How many products there are on the way from this batch to the origins, itself included, and how many of these are so
    /// many tiers upstream or more.
    func productsUpstream(farFrom far: Int) -> (all: Int, far: Int) {
        var seen: Set<String> = []
        var counts = (all: 0, far: 0)
        var tier = [self]
        var depth = 0
        while !tier.isEmpty {
            let new = tier.filter { seen.insert($0.identifier).inserted }
            counts.all += new.count
            if depth >= far { counts.far += new.count }
            tier = new.flatMap { $0.inputs.map(\.batch) }
            depth += 1
        }
        return counts
    }
}

/// Where and by whom a consignment was made and shipped, without the batch: what the books keep of it.
struct ConsignmentEntry: Sendable {
    let id: String
    /// The id of the stage that made it, and of what it is.
    let stage: String
    let output: String
    /// How many transformations lie between it and the origin.
    let tiers: Int
    let quantity: Double
    /// Names of parties.
    let seller: String
    let buyer: String
    /// In Unix seconds.
    let dispatched: Int64

    init(_ consignment: Consignment) {
        id = consignment.id
        stage = consignment.batch.stage.id
        output = consignment.batch.output
        tiers = consignment.batch.tiers
        quantity = consignment.quantity
        seller = consignment.seller.name
        buyer = consignment.buyer.name
        dispatched = consignment.dispatched
    }
}

/// A shipment of one batch, or of a part of it, from one party to another.
struct Consignment: Sendable {
    let id: String
    let batch: Batch
    let quantity: Double
    let seller: PartySpec
    let buyer: PartySpec
    /// When its seller had it ready, in Unix seconds.
    let dispatched: Int64
    /// For how many seconds quotas made it wait before it left, by rule.
    var quotaWaits: [String: Int64] = [:]

    /// What rules on exports made of it.
    var clearances: [RuleOutcome] = []

    /// When it was to leave, in Unix seconds.
    var left: Int64 { dispatched + (quotaWaits.values.max() ?? 0) }

    /// Whether it was not let out of its country.
    var isKeptBack: Bool { clearances.contains { $0.decision == .refused } }
}
