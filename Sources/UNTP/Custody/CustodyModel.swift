/// How certified material is kept apart from other: ISO 22095, and UNTP's pattern for chains of custody.
package enum CustodyModel: String, Sendable, CaseIterable, Comparable {
    /// Material of one source is never mixed with that of another.
    case identityPreserved = "identity preserved"
    /// Only material of equal standing is mixed.
    case segregated
    /// Material is mixed; no more is sold as certified than came in as certified, less what is lost.
    case massBalance = "mass balance"
    /// Certificates are traded apart from the goods.
    case bookAndClaim = "book and claim"

    /// How much goods that are certified under it have of what was certified: the weaker, the less.
    private var strength: Int {
        switch self {
        case .bookAndClaim: 0
        case .massBalance: 1
        case .segregated: 2
        case .identityPreserved: 3
        }
    }

    package static func < (one: CustodyModel, other: CustodyModel) -> Bool { one.strength < other.strength }

    /// Whether certified goods are certified themselves, and not only by the books.
    package var isPhysical: Bool { self >= .segregated }

    /// What goods are certified under that are made under this model of goods certified under another: the weaker of the
    /// two, as a claim loses on its way and never gains. Nil where those count for nothing: credits are used up by who
    /// claims them, and who claims credits has no use for certified goods.
    package func carrying(_ other: CustodyModel) -> CustodyModel? {
        self == .bookAndClaim || other == .bookAndClaim ? nil : min(self, other)
    }

    /// Whether goods that are kept in this way are kept as another model asks as well: of those that keep books of goods,
    /// each asks for more than the next.
    package func satisfies(_ other: CustodyModel) -> Bool {
        switch other {
        case self: true
        case .segregated: self == .identityPreserved
        case .massBalance: isPhysical
        case .identityPreserved, .bookAndClaim: false
        }
    }

    /// What may be sold as certified, in words.
    package var rule: String {
        switch self {
        case .identityPreserved:
            "a batch is of one maker's goods, and certified as far as the least certified of them, under the weakest model on their way"
        case .segregated:
            "a batch is of goods of equal standing, and certified as far as the least certified of them, under the weakest model on their way"
        case .massBalance:
            "of a period, no more is certified than came in as certified, times the yield; further on it stays certified by mass balance"
        case .bookAndClaim:
            "goods are certified by credits that were bought apart from them, each used once; further on they count as uncertified"
        }
    }
}
