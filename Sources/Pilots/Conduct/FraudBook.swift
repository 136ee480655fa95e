import Platforms
import UNTP

/// What was done that ought not to be, and how much of it the evidence revealed.
///
/// A sign counts for the batch on whose own evidence it stands, and for the patterns that leave such a sign; what shows in
/// goods, for all batches on the way to them that have it.
struct FraudBook: Sendable {
    struct Entry: Sendable {
        /// Judged consignments whose evidence rests on such a batch.
        var consignments = 0
        /// Those in which a sign of it was seen on such a batch.
        var detected = 0
        /// Those of the detected in which each sign may be that of another pattern as well.
        var ambiguous = 0
        /// Those in which none was seen, though evidence of such a batch that could not be read might have shown one.
        var unread = 0
        /// Those that were taken for transparent all the same.
        var passed = 0
        /// Consignments in which a sign was seen that neither conduct nor a failure between platforms explains.
        var falseAlarms = 0
        /// Consignments in which a sign of it was seen on a batch without it, that something else explains.
        var explained = 0
        /// Those of the explained in which nobody did it with the goods or on their way, but others with the same inputs.
        var byOthers = 0
        /// Days from making to the first sign, by batch.
        var firstSigns: [String: Double] = [:]
        var batches: Set<String> = []
    }

    private(set) var entries: [FraudPattern: Entry] = [:]

    /// What was read of one product.
    struct Evidence: Sendable {
        let dossier: SharedDossier
        /// What is to be said of it, with what the verifier didn't notice.
        let findings: [Finding]
        /// Who, other than its maker, used twice what it was made of; nil where nobody did.
        var doubleUser: String?
    }

    /// What the reading of a consignment's evidence came to.
    struct Reading: Sendable {
        let isTransparent: Bool
        /// Whether a laboratory tested a sample.
        let isTested: Bool
        /// What was read of each product that counts, by its identifier.
        var products: [String: Product] = [:]

        init(isTransparent: Bool, isTested: Bool, _ evidence: [Evidence] = []) {
            (self.isTransparent, self.isTested) = (isTransparent, isTested)
            for read in evidence {
                // Signs are what the verifier itself makes of the evidence, whatever it comes from.
                products[read.dossier.dossier.identifier] = Product(
                    signs: FraudSign.all(in: read.dossier.dossier), findings: read.findings,
                    hasOtherDoubleUser: read.doubleUser != nil)
            }
        }

        /// Whether evidence that would show a pattern could not be read: that of the batch and, where the pattern shows in
        /// what it was made from, that of its inputs.
        func lacks(evidenceOf pattern: FraudPattern, on batch: Batch) -> Bool {
            let batches = [batch] + (pattern.takesInputs ? batch.inputs.map(\.batch) : [])
            return batches.contains { products[$0.identifier]?.isIncomplete ?? true }
        }

        struct Product: Sendable {
            let signs: [FraudSign]
            /// Where something went wrong between platforms or on the network, whether the verifier noticed or not.
            let failures: [Finding]
            /// Whether some of the evidence could not be read, or was not what had been signed.
            let isIncomplete: Bool
            /// Whether somebody else than its maker used twice what it was made of.
            let hasOtherDoubleUser: Bool

            init(signs: [FraudSign], findings: [Finding], hasOtherDoubleUser: Bool = false) {
                self.signs = signs
                self.hasOtherDoubleUser = hasOtherDoubleUser
                failures = findings.filter { FailureCatalogue[$0.code]?.isConduct == false }
                isIncomplete =
                    failures.contains(where: \.blocks) || findings.contains { $0.code == "credential-altered" }
            }
        }
    }

    mutating func enter(_ consignment: Consignment, tiers: Int, _ reading: Reading, at now: Int64) {
        let batches = consignment.batch.upstream(tiers: tiers)
        for pattern in Set(batches.flatMap(\.deeds)).sorted() {
            enter(pattern, of: consignment, batches.filter { $0.deeds.contains(pattern) }, reading, at: now)
        }
        var alarms: Set<FraudPattern> = []
        var explained: Set<FraudPattern> = []
        var isByOthers = false
        let inGoods = Set(batches.flatMap(\.deeds).filter(\.showsInGoods))
        for batch in batches {
            guard let product = reading.products[batch.identifier] else { continue }
            let deeds = batch === consignment.batch ? batch.deeds.union(inGoods) : batch.deeds
            for sign in product.signs where deeds.isDisjoint(with: sign.patterns) {
                if product.isByOthers(sign) {
                    explained.formUnion(sign.patterns)
                    isByOthers = true
                } else if batch.explains(sign) || product.explains(sign) {
                    explained.formUnion(sign.patterns)
                } else {
                    alarms.formUnion(sign.patterns)
                }
            }
        }
        for pattern in alarms { entries[pattern, default: Entry()].falseAlarms += 1 }
        for pattern in explained { entries[pattern, default: Entry()].explained += 1 }
        if isByOthers, !batches.contains(where: { $0.deeds.contains(.doubleSelling) }) {
            entries[.doubleSelling, default: Entry()].byOthers += 1
        }
    }

    /// Enters a pattern of a consignment, with the batches that have it.
    private mutating func enter(
        _ pattern: FraudPattern, of consignment: Consignment, _ batches: [Batch], _ reading: Reading, at now: Int64
    ) {
        var entry = entries[pattern] ?? Entry()
        entry.consignments += 1
        if reading.isTransparent { entry.passed += 1 }
        var signs: [FraudSign] = []
        var isUnread = false
        for batch in batches {
            entry.batches.insert(batch.identifier)
            let shown = pattern.showsInGoods ? consignment.batch : batch
            let own = reading.products[shown.identifier]?.signs.filter { $0.patterns.contains(pattern) } ?? []
            signs += own
            if own.isEmpty {
                if pattern.showsInEvidence(isTested: reading.isTested), reading.lacks(evidenceOf: pattern, on: shown) {
                    isUnread = true
                }
            } else if entry.firstSigns[batch.identifier] == nil {
                entry.firstSigns[batch.identifier] = Double(now - batch.made) / 86_400
            }
        }
        if !signs.isEmpty {
            entry.detected += 1
            if signs.allSatisfy({ $0.patterns.count > 1 }) { entry.ambiguous += 1 }
        } else if isUnread {
            entry.unread += 1
        }
        entries[pattern] = entry
    }
}

extension FraudBook.Reading.Product {
    /// Whether the sign comes of what others did with the same inputs.
    fileprivate func isByOthers(_ sign: FraudSign) -> Bool { hasOtherDoubleUser && sign.code == FraudSign.doubleUse }

    /// Whether a failure between platforms looks like the sign: about the same document, or, where quantities and origins
    /// don't add up, anywhere in the product's evidence.
    fileprivate func explains(_ sign: FraudSign) -> Bool {
        failures.contains { failure in
            // To take a name for that of another is a mistake of whoever judges.
            guard failure.code != "issuer-impersonated" else { return false }
            return sign.isOfSums || failure.subject.url == sign.about
        }
    }
}

extension FraudSign {
    /// Whether it comes of adding up what several documents say.
    fileprivate var isOfSums: Bool { [Self.doubleUse, "mass-balance-exceeded", "origin-changed"].contains(code) }
}

extension Batch {
    /// Whether the batch's evidence has a sign for another reason than the batch's own patterns: its maker keeps
    /// certificates badly, claims what it does not prove, or did with another batch what shows in the account of both.
    fileprivate func explains(_ sign: FraudSign) -> Bool {
        switch sign.code {
        case "certificate-expired": if case .expires = producer.certificate { true } else { false }
        case "certificate-revoked": if case .revoked = producer.certificate { true } else { false }
        case "certificate-suspended": if case .suspended = producer.certificate { true } else { false }
        case "certificate-scope-mismatch": producer.certificate == .wrongScope
        case "claim-without-certificate": hasUnprovenClaims
        case "mass-balance-exceeded", FraudSign.doubleUse:
            // Claimed by the same credits or from the same account, what is so shows the sign along with what is not.
            isFalselyCertified || producer.certifiesAll
                || producer.fraud.contains { $0.pattern.isOfAccounts && sign.patterns.contains($0.pattern) }
        default: false
        }
    }
}
