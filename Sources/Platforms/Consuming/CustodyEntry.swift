import UNTP

/// A batch as a chain-of-custody account has it, computed from its events and from the passports of its inputs.
struct CustodyEntry {
    let rule: CustodyRule
    let place: CustodyPlace
    let period: AccountingPeriod
    let batch: String
    let part: CustodyStanding.CertifiedPart
    /// How much was made, in units of the product.
    let made: Double
    /// What of the batch is said to be certified, in units of the product.
    let certifiedOut: Double
    /// What went in for each need; nil where the standing of an input isn't known.
    let intakes: [CustodyAccount.Intake]?
    /// Inputs of which a smaller part is certified than of the batch, as far as that is known.
    let lesser: [String]

    /// Nil where the product has no place in such an account, or where too little of it could be read.
    ///
    /// - Parameter lost: Inputs of which nothing is certified after all, whatever they say.
    init?(_ stop: CustodyPath.Stop, on path: CustodyPath, without lost: Set<String> = []) {
        let shared = stop.shared
        // The passport of a model speaks of no batch in particular.
        guard let part = shared.dossier.custody.part, !shared.gist.isOfModel, let rule = stop.rule,
            !rule.needs.isEmpty, let made = shared.dossier.readings.quantity,
            let time = shared.dossier.readings.eventTime,
            let facility = shared.dossier.facility ?? shared.dossier.producer
        else { return nil }
        self.rule = rule
        self.part = part
        place = CustodyPlace(facility: facility, product: shared.dossier.productName ?? "")
        period = AccountingPeriod(containing: time, months: rule.periodMonths)
        batch = shared.dossier.identifier
        self.made = made + Self.rounding
        certifiedOut = max(0, made - Self.rounding) * part.share
        // In favour of the facility: as much as may have been certified, of as little as may have gone in.
        var intakes: [(used: ExactSum, certified: ExactSum)]? = rule.needs.map { _ in (ExactSum(), ExactSum()) }
        var lesser: [String] = []
        for (input, name) in shared.gist.sources {
            let share = lost.contains(input) ? 0 : path.share(of: input, for: part.scheme, under: rule.model)
            if let share, CertifiedShare(part.share, rule.model).exceeds(CertifiedShare(share, rule.model)) {
                lesser.append(input)
            }
            guard let share, let need = rule.need(named: name), let used = shared.dossier.used[input] else {
                intakes = nil
                continue
            }
            intakes?[need].used += max(0, used - Self.rounding)
            intakes?[need].certified += share > 0 ? (used + Self.rounding) * share : 0
        }
        self.intakes = intakes.map { intakes in
            zip(rule.needs, intakes).map { need, intake in
                CustodyAccount.Intake(
                    used: intake.used.value, certified: intake.certified.value, bestYield: need.bestYield)
            }
        }
        self.lesser = lesser
    }

    /// Whether the batch by itself stays within what its own inputs earned, but for what it says to have drawn from the
    /// account: that other batches may have earned which nobody here has seen.
    var isCoveredByItself: Bool {
        guard let intakes else { return true }
        var account = CustodyAccount(needs: rule.needs.count)
        account.enter(intakes, made: made, certifiedOut: certifiedOut * (1 - drawnPart))
        return !account.isExceeded
    }

    /// Whether the claim stands by what its own inputs are certified, as far as that is known.
    var isSupported: Bool {
        switch rule.model {
        case .identityPreserved, .segregated: part.share == 0 || lesser.isEmpty
        case .massBalance: isCoveredByItself
        case .bookAndClaim: true
        }
    }

    private var drawnPart: Double { part.share > 0 ? part.drawn / part.share : 0 }

    /// Events state quantities to a thousandth.
    private static let rounding = 0.000_5
}

/// A product at a facility: what has an account of its own.
struct CustodyPlace: Hashable {
    let facility: String
    let product: String
}
