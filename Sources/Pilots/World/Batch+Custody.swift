import UNTP

extension Batch {
    /// Some of another batch that went into it.
    struct Input: Sendable {
        let batch: Batch
        let quantity: Double
        /// What of it counted as certified for who used it, by its evidence on arrival; nil for nothing.
        var counted: CertifiedShare?

        /// What of it counted as certified, 0 to 1.
        var countedShare: Double { counted?.share ?? 0 }

        /// What of that is certified in truth, by a scheme.
        func realShare(for scheme: String) -> Double { min(countedShare, batch.real(for: scheme)?.share ?? 0) }

        /// The model under which it is certified in truth; nil where it isn't.
        func realModel(for scheme: String) -> CustodyModel? {
            realShare(for: scheme) > 0 ? batch.real(for: scheme)?.model : nil
        }
    }

    /// What went in for each need, and what of it counted as certified for its maker, or was covered by credits.
    var intakes: [CustodyAccount.Intake] { intakes(counting: \.countedShare) }

    /// What went in for each need, and what of it was certified or covered by credits.
    ///
    /// - Parameter share: The certified part of an input, 0 to 1.
    func intakes(counting share: (Input) -> Double) -> [CustodyAccount.Intake] {
        guard let certification else { return [] }
        let isCredited = stage.custody == .bookAndClaim
        var sums = stage.needs.prefix(isCredited ? 1 : stage.needs.count).map { _ in
            (used: ExactSum(), certified: ExactSum())
        }
        for input in inputs {
            guard let need = stage.need(metBy: input.batch.output), sums.indices.contains(need) else { continue }
            sums[need].used += input.quantity
            sums[need].certified += input.quantity * share(input)
        }
        return zip(sums, stage.bestYields(of: output)).map { sum, best in
            CustodyAccount.Intake(
                used: sum.used.value, certified: isCredited ? certification.credits : sum.certified.value,
                bestYield: best)
        }
    }

    /// What its passport claims, where that counts for who makes something of it under a model and is certified by a scheme.
    func claimed(for scheme: String, under model: CustodyModel) -> CertifiedShare? {
        guard let certification, certification.counts(for: scheme),
            model.carrying(certification.claimed.model) != nil
        else { return nil }
        return certification.claimed
    }

    /// What of it is certified in truth, by a scheme.
    func real(for scheme: String) -> CertifiedShare? {
        guard let certification, certification.counts(for: scheme) else { return nil }
        return certification.real
    }

    /// Whether its passport claims more of it to be certified than is, by whosever fault.
    var isFalselyCertified: Bool { certification?.isFalse ?? false }

    /// Whether its maker claims in good faith that more of it is certified than is.
    var isMisled: Bool { certification.map { $0.isFalse && !$0.claimed.exceeds($0.grounded) } ?? false }

    /// Whether its claim to be certified rests on certificates that were withdrawn since, its own or those of what it can't
    /// do without, as far as its maker counted that.
    ///
    /// - Parameters:
    ///   - now: In Unix seconds.
    ///   - start: When the run began.
    func restsOnWithdrawn(at now: Int64, start: Int64) -> Bool {
        var known: [String: Bool] = [:]
        return restsOnWithdrawn(at: now, start: start, &known)
    }

    private func restsOnWithdrawn(at now: Int64, start: Int64, _ known: inout [String: Bool]) -> Bool {
        guard let certification, certification.claimed.share > 0 else { return false }
        if let known = known[identifier] { return known }
        var rests = producer.certificate.isWithdrawn(at: now, start: start)
        if !rests {
            var lost: Set<String> = []
            for input in inputs where input.countedShare > 0 {
                if input.batch.restsOnWithdrawn(at: now, start: start, &known) { lost.insert(input.batch.identifier) }
            }
            rests = !lost.isEmpty && !isSupported(without: lost, certification)
        }
        known[identifier] = rests
        return rests
    }

    /// Whether the claim stands by what is left of its own inputs.
    private func isSupported(without lost: Set<String>, _ certification: Certification) -> Bool {
        switch stage.custody {
        case .identityPreserved, .segregated: return false
        case .bookAndClaim: return true
        case .massBalance:
            var account = CustodyAccount(needs: stage.needs.count)
            account.enter(
                intakes { lost.contains($0.batch.identifier) ? 0 : $0.countedShare }, made: quantity,
                certifiedOut: quantity * (certification.claimed.share - certification.drawn))
            return !account.isExceeded
        }
    }

    /// Whether its passport shows its maker's certificate, and that was in order when it was made.
    ///
    /// - Parameter start: When the run began, in Unix seconds.
    func wasInForce(start: Int64) -> Bool {
        !deeds.showOtherEvidence && producer.certificate.isInOrder(at: made, start: start)
    }

    /// Whether it was made of material of different makers where its stage keeps that apart.
    var isMixed: Bool {
        guard stage.custody == .identityPreserved, producer.mixes else { return false }
        let kinds = Dictionary(grouping: inputs.map(\.batch), by: \.output)
        return kinds.values.contains { Set($0.map(\.producer.name)).count > 1 }
    }
}

extension Stage {
    /// The inputs that credits stand for: those of its first need, which is what goods are made of.
    func credited(_ inputs: [Batch.Input]) -> [Batch.Input] { inputs.filter { need(metBy: $0.batch.output) == 0 } }

    /// Whether goods are certified by credits alone.
    var claimsCredits: Bool { custody == .bookAndClaim && !isOrigin }

    /// Whether goods are certified by credits alone that stand for a product.
    func claimsCredits(for product: String) -> Bool {
        claimsCredits && needs.first?.sources.contains(product) == true
    }
}
