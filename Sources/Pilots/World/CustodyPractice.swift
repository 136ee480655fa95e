import UNTP

/// How a party whose chain of custody is certified goes about it: which of its inputs count, and what part of a batch it may
/// certify.
struct CustodyPractice: Sendable {
    let certifier: CertifierSpec
    private let stage: Stage
    private let party: PartySpec
    private var balance = CustodyBalance()

    var scheme: String { certifier.scheme }
    /// Whether its goods are certified by credits alone.
    var claimsCredits: Bool { stage.custody == .bookAndClaim && !stage.isOrigin }

    /// Nil where nobody certified its chain of custody.
    init?(of party: PartySpec, at stage: Stage, _ certificates: [Enrolment.Certificate]) {
        guard let certificate = certificates.first(where: { $0.criteria.contains(CustodyClaim.criterion) }) else {
            return nil
        }
        certifier = certificate.certifier
        self.stage = stage
        self.party = party
    }

    /// Whether an input is certified as a whole, in a way that counts here.
    func isCertified(_ input: Batch) -> Bool { CustodyClaim.isWhole(share(of: input)) }

    private func share(of input: Batch) -> Double { input.certifiedShare(for: scheme, under: stage.custody) }

    /// A batch that is to be certified.
    struct Lot {
        /// The id of the product or coproduct.
        let output: String
        let quantity: Double
        let inputs: [(batch: Batch, quantity: Double)]
        /// In Unix seconds.
        let made: Int64
        /// What was bought of credits for it, in units of the input.
        var credits = 0.0
    }

    /// The certified part of a batch.
    ///
    /// - Parameter isStanding: Whether the party's certificate is in order, and is what its passport links.
    mutating func certification(of lot: Lot, isStanding: Bool, deeds: Set<FraudPattern>) -> Certification {
        let earned = CustodyClaim.stated(earnedShare(lot.inputs, credits: lot.credits))
        let covered = balances ? coveredShare(of: lot, earned: earned) : earned
        let claimed = claimsAll ? 1 : covered
        // Who stretches a batch has inputs for a part of it, and certifies all of it.
        let real = deeds.contains(.massBalanceOvershoot) ? covered * Party.stretchedPart : covered
        return Certification(
            scheme: scheme, share: isStanding ? real : 0, claimed: claimed,
            drawn: balances ? CustodyClaim.stated(claimed - min(claimed, earned)) : 0, credits: lot.credits)
    }

    /// Whether it certifies whole batches for as long as its account covers them.
    private var balances: Bool { party.balances == .account && stage.custody == .massBalance && !stage.isOrigin }

    /// All of a batch where the account covers all of it, and nothing where it doesn't; who certifies all that it makes uses
    /// up what there is.
    private mutating func coveredShare(of lot: Lot, earned: Double) -> Double {
        let period = AccountingPeriod(containing: lot.made, months: stage.custodyMonths)
        let covered = balance.coverage(
            of: lot.output, quantity: lot.quantity, earned: earned * lot.quantity, in: period,
            carriesOver: stage.carriesCustodyOver)
        let share = CustodyClaim.isWhole(covered) ? 1 : claimsAll ? CustodyClaim.stated(covered) : 0
        balance.sell(share * lot.quantity, of: lot.output)
        return share
    }

    /// Whether it certifies all that it makes, whatever went in.
    private var claimsAll: Bool {
        guard !stage.isOrigin else { return false }
        return stage.custody.isPhysical ? party.mixes : party.certifiesAll
    }

    /// The part that the stage's model allows.
    private func earnedShare(_ inputs: [(batch: Batch, quantity: Double)], credits: Double) -> Double {
        guard !stage.isOrigin else { return 1 }
        switch stage.custody {
        case .identityPreserved, .segregated:
            return inputs.allSatisfy { isCertified($0.batch) } && !isOfSeveralMakers(inputs) ? 1 : 0
        case .massBalance: return leastShare(inputs) { share(of: $0.batch) * $0.quantity }
        case .bookAndClaim:
            let consumed = inputs.reduce(0) { $0 + $1.quantity }
            return consumed > 0 ? min(1, credits / consumed) : 0
        }
    }

    private func isOfSeveralMakers(_ inputs: [(batch: Batch, quantity: Double)]) -> Bool {
        stage.custody == .identityPreserved
            && Dictionary(grouping: inputs.map(\.batch), by: \.output).values
                .contains { Set($0.map(\.producer.name)).count > 1 }
    }

    /// The share of the need of which the least is certified.
    private func leastShare(
        _ inputs: [(batch: Batch, quantity: Double)], certified: ((batch: Batch, quantity: Double)) -> Double
    ) -> Double {
        var sums = Array(repeating: (certified: 0.0, all: 0.0), count: stage.needs.count)
        for input in inputs {
            guard let need = stage.need(metBy: input.batch.output) else { continue }
            sums[need].certified += certified(input)
            sums[need].all += input.quantity
        }
        return sums.map { $0.all > 0 ? $0.certified / $0.all : 0 }.min() ?? 0
    }
}

extension Batch {
    /// What went in for each need, and what of it was certified: by the same scheme and under a model that counts, or by
    /// credits.
    var intakes: [CustodyAccount.Intake] {
        guard let certification else { return [] }
        var sums = stage.needs.map { _ in (used: ExactSum(), certified: ExactSum()) }
        for (input, quantity) in inputs {
            guard let need = stage.need(metBy: input.output) else { continue }
            sums[need].used += quantity
            sums[need].certified +=
                quantity * input.certifiedShare(for: certification.scheme, under: stage.custody)
        }
        return zip(sums, stage.bestYields(of: output)).map { sum, best in
            CustodyAccount.Intake(
                used: sum.used.value,
                certified: stage.custody == .bookAndClaim ? certification.credits : sum.certified.value, bestYield: best
            )
        }
    }

    /// The part of it that counts as certified by a scheme for who makes something of it under a model.
    func certifiedShare(for scheme: String, under model: CustodyModel) -> Double {
        guard let certification, certification.scheme == scheme, model.counts(materialOf: stage.custody) else {
            return 0
        }
        return certification.share
    }
}
