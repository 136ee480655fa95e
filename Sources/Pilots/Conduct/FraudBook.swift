/// What was done that ought not to be, and how much of it the evidence revealed.
struct FraudBook: Sendable {
    struct Entry: Sendable {
        /// Judged consignments whose evidence rests on such a batch.
        var consignments = 0
        /// Those in which a sign of it was seen.
        var detected = 0
        /// Those in which none was seen, though evidence that could not be read might have shown one.
        var unread = 0
        /// Those that were taken for transparent all the same.
        var passed = 0
        /// Consignments in which a sign was seen and that neither a pattern with that sign nor a shortcoming explains.
        var falseAlarms = 0
        /// Days from making to the first sign, by batch.
        var firstSigns: [String: Double] = [:]
        var batches: Set<String> = []
    }

    private(set) var entries: [FraudPattern: Entry] = [:]

    /// What the reading of a consignment's evidence came to.
    struct Reading {
        let isTransparent: Bool
        /// Whether some of the evidence could not be read.
        let isIncomplete: Bool
        /// Whether a laboratory tested a sample.
        let isTested: Bool
        /// The codes of what was found.
        let signs: Set<String>
    }

    mutating func enter(_ consignment: Consignment, tiers: Int, _ reading: Reading, at now: Int64) {
        let signs = reading.signs
        var tier = [consignment.batch]
        var batches: [Batch] = []
        for depth in 0...tiers {
            batches += tier
            tier = depth < tiers ? tier.flatMap { $0.inputs.map(\.batch) } : []
        }
        let done = Set(batches.flatMap(\.deeds))
        for pattern in done {
            var entry = entries[pattern] ?? Entry()
            entry.consignments += 1
            let isSeen = !pattern.signs.isDisjoint(with: signs)
            if isSeen {
                entry.detected += 1
            } else if reading.isIncomplete, pattern.showsInEvidence(isTested: reading.isTested) {
                entry.unread += 1
            }
            if reading.isTransparent { entry.passed += 1 }
            for batch in batches where batch.deeds.contains(pattern) {
                entry.batches.insert(batch.identifier)
                if isSeen, entry.firstSigns[batch.identifier] == nil {
                    entry.firstSigns[batch.identifier] = Double(now - batch.made) / 86_400
                }
            }
            entries[pattern] = entry
        }
        var explained = done.reduce(into: Set<String>()) { $0.formUnion($1.signs) }
        for batch in batches { explained.formUnion(batch.shortcomings) }
        for pattern in FraudPattern.allCases where !done.contains(pattern) {
            let unexplained = pattern.signs.intersection(signs).subtracting(explained)
            if !unexplained.isEmpty { entries[pattern, default: Entry()].falseAlarms += 1 }
        }
    }
}

extension Batch {
    /// The signs that its evidence has for another reason than a pattern: its maker keeps certificates badly, or claims
    /// what it does not prove.
    fileprivate var shortcomings: Set<String> {
        var signs: Set<String> =
            switch producer.certificate {
            case .valid: []
            case .expires: ["certificate-expired"]
            case .revoked: ["certificate-revoked"]
            case .suspended: ["certificate-suspended"]
            case .wrongScope: ["certificate-scope-mismatch"]
            }
        if isFalselyCertified {
            signs.formUnion(["credit-quantity-missing", "custody-mixed", "mass-balance-exceeded", "double-use"])
        }
        if hasUnprovenClaims { signs.insert("claim-without-certificate") }
        return signs
    }
}
