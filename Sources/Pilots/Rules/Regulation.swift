import Credentials
package import Platforms
package import UNTP

/// A rule that looks at consignments from a day on, and what becomes of those that lack evidence.
package struct Regulation: Sendable {
    package var id: String
    package var title: String
    package var instrument: String
    /// The countries in whose territory it holds.
    package var market: Set<String>
    package var direction: Direction
    /// In Unix seconds.
    package var appliesFrom: Int64
    /// The last day on which it applies, in Unix seconds at its beginning; nil where it has none.
    package var appliesUntil: Int64? = nil
    /// Whether sources disagree on that day.
    package var isDisputed: Bool
    /// Prefixes of HS codes; none where it concerns organisations.
    package var products: [String]
    package var demands: [DemandedCriterion]
    /// What it asks of evidence besides.
    package var requirements: [EvidenceRequirement] = []
    /// Whether no evidence helps: such goods may not pass.
    package var isBan = false
    /// Whose goods it looks at, by the size of who places them on the market; nil for all.
    package var operators: Operators? = nil
    package var check: String
    /// The mass in tonnes for each importer and calendar year from which on it applies.
    package var perImporterTonnes: Double?
    /// What a seller may send in a calendar month, in tonnes; what is more waits for the next, or until the rule ends.
    package var perHolderTonnes: Double?
    package var action: Action
    /// Days for which goods are held.
    package var days: Triangle
    /// The share of held goods that is released in the end.
    package var releasedShare: Double

    package enum Direction: String, Sendable, CaseIterable {
        case imports = "import"
        case exports = "export"
        case domestic, any
        /// Whatever crosses the market's border, either way.
        case crossings = "import and export"
        /// What comes in, and what a maker in the market sells there. Those who sell it on there placed nothing.
        case placing = "placing on the market"
    }

    package enum Action: String, Sendable, CaseIterable {
        case hold
        case defaultValue = "default value"
        case note
    }

    /// Micro and small enterprises, or the others.
    package enum Operators: String, Sendable, CaseIterable {
        case small, large
    }

    /// Whether it is a law of the mapping or a part of it, as EU-BATT-DD is of EU-BATT.
    func isPart(of law: String) -> Bool { id == law || id.hasPrefix(law + "-") }

    /// When it has ceased to apply, in Unix seconds; nil where it has no last day.
    var end: Int64? { appliesUntil.map { $0 + 86_400 } }

    /// Whether it looks at goods of an HS code that go from one country to another on a day.
    package func concerns(hs: String, from seller: String, to buyer: String, at time: Int64) -> Bool {
        isInForce(during: time...time) && concerns(hs: hs, from: seller, to: buyer)
    }

    /// Whether it applies at one of some times, in Unix seconds.
    func isInForce(during times: ClosedRange<Int64>) -> Bool {
        times.upperBound >= appliesFrom && end.map { times.lowerBound < $0 } ?? true
    }

    private func concerns(hs: String, from seller: String, to buyer: String) -> Bool {
        guard products.contains(where: hs.hasPrefix) else { return false }
        let (leaves, arrives) = (market.contains(seller), market.contains(buyer))
        return switch direction {
        case .imports: arrives && !leaves
        case .exports: leaves && !arrives
        case .domestic: leaves && arrives
        case .any: leaves || arrives
        case .crossings: leaves != arrives
        case .placing: arrives
        }
    }

    /// Whether it looks at goods that one sells to another, at whatever time.
    func concerns(_ trade: Trade) -> Bool {
        guard concerns(hs: trade.hs, from: trade.seller.country, to: trade.buyer.country) else { return false }
        let isPlacedWithin = direction == .placing && market.contains(trade.seller.country)
        guard !isPlacedWithin || trade.isOfMaker else { return false }
        let isSmall = isExport(trade) || isPlacedWithin ? trade.seller.isSmall : trade.buyer.isSmall
        return operators.map { ($0 == .small) == isSmall } ?? true
    }

    /// Whether goods leave its market with a trade: it looks at them as they are sent, else as they arrive.
    func isExport(_ trade: Trade) -> Bool {
        market.contains(trade.seller.country) && !market.contains(trade.buyer.country)
    }
}

/// What a border or an authority made of a consignment.
struct RuleOutcome: Sendable {
    let regulation: String
    let decision: Decision
    /// The criteria that evidence did not answer, and what else it did not hold for.
    let lacking: [String]
    /// Days for which the goods were held.
    let daysHeld: Double
    /// Days for which they had waited for a quota before they left.
    var daysForQuota = 0.0

    enum Decision: String, Sendable {
        case passed, noted, defaultValue, released, refused

        /// Whether the goods were stopped for a while or for good.
        var stopsGoods: Bool { self == .released || self == .refused }
    }
}
