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
        var sums = stage.needs.map { _ in (used: ExactSum(), certified: ExactSum()) }
        for input in inputs {
            guard let need = stage.need(metBy: input.batch.output) else { continue }
            sums[need].used += input.quantity
            sums[need].certified += input.quantity * share(input)
        }
        return zip(sums, stage.bestYields(of: output)).map { sum, best in
            CustodyAccount.Intake(
                used: sum.used.value,
                certified: stage.custody == .bookAndClaim ? certification.credits : sum.certified.value, bestYield: best
            )
        }
    }

    /// What its passport claims, where that counts for who makes something of it under a model and is certified by a scheme.
    func claimed(for scheme: String, under model: CustodyModel) -> CertifiedShare? {
        guard let certification, certification.scheme == scheme, model.carrying(certification.claimed.model) != nil
        else { return nil }
        return certification.claimed
    }

    /// What of it is certified in truth, by a scheme.
    func real(for scheme: String) -> CertifiedShare? {
        guard let certification, certification.scheme == scheme else { return nil }
        return certification.real
    }

    /// Whether its passport claims more of it to be certified than is, by whosever fault.
    var isFalselyCertified: Bool { certification?.isFalse ?? false }

    /// Whether its maker claims in good faith that more of it is certified than is.
    var isMisled: Bool { certification.map { $0.isFalse && !$0.claimed.exceeds($0.grounded) } ?? false }

    /// Whether it was made of material of different makers where its stage keeps that apart.
    var isMixed: Bool {
        guard stage.custody == .identityPreserved, producer.mixes else { return false }
        let kinds = Dictionary(grouping: inputs.map(\.batch), by: \.output)
        return kinds.values.contains { Set($0.map(\.producer.name)).count > 1 }
    }
}
