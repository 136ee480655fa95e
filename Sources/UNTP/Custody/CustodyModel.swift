/// How certified material is kept apart from other: ISO 22095, and UNTP's pattern for chains of custody.
package enum CustodyModel: String, Sendable, CaseIterable {
    /// Material of one source is never mixed with that of another.
    case identityPreserved = "identity preserved"
    /// Only material of equal standing is mixed.
    case segregated
    /// Material is mixed; no more is sold as certified than came in as certified, less what is lost.
    case massBalance = "mass balance"
    /// Certificates are traded apart from the goods.
    case bookAndClaim = "book and claim"

    /// Whether certified goods are certified themselves, and not only by the books.
    package var isPhysical: Bool { self == .identityPreserved || self == .segregated }

    /// Whether material that was certified under another model counts as certified here: what is so by the books alone
    /// can't become more than that.
    package func counts(materialOf other: CustodyModel) -> Bool {
        switch self {
        case .identityPreserved, .segregated: other.isPhysical
        case .massBalance: other != .bookAndClaim
        case .bookAndClaim: false
        }
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
        case .identityPreserved: "certified goods are made of the certified material of one maker"
        case .segregated: "certified goods are made of certified material alone, of any maker"
        case .massBalance: "of a period, no more is certified than came in as certified, times the yield"
        case .bookAndClaim: "goods are certified by credits that were bought apart from them, each used once"
        }
    }
}
