import UNTP

/// How a party whose chain of custody is certified goes about it: which of its inputs count, and what part of a batch it may
/// certify.
struct CustodyPractice: Sendable {
    let certifier: CertifierSpec
    private let stage: Stage
    private let party: PartySpec

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

    /// The certified part of a batch.
    ///
    /// - Parameters:
    ///   - isStanding: Whether the party's certificate is in order, and is what its passport links.
    ///   - credits: What was bought of credits for it, in units of the input.
    func certification(
        of inputs: [(batch: Batch, quantity: Double)], isStanding: Bool, deeds: Set<FraudPattern>, credits: Double = 0
    ) -> Certification {
        let earned = CustodyClaim.stated(earnedShare(inputs, credits: credits))
        // Who stretches a batch has inputs for a part of it, and certifies all of it.
        let real = deeds.contains(.massBalanceOvershoot) ? earned * Party.stretchedPart : earned
        return Certification(
            scheme: scheme, share: isStanding ? real : 0, claimed: claimsAll ? 1 : earned, credits: credits)
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
    /// What of each need was certified input: by the same scheme and under a model that counts, or by credits. In units of
    /// the inputs.
    var certifiedInput: [Double] {
        guard let certification else { return [] }
        guard stage.custody != .bookAndClaim else { return stage.needs.map { _ in certification.credits } }
        var sums = stage.needs.map { _ in ExactSum() }
        for (input, quantity) in inputs {
            guard let need = stage.need(metBy: input.output) else { continue }
            sums[need] += quantity * input.certifiedShare(for: certification.scheme, under: stage.custody)
        }
        return sums.map(\.value)
    }

    /// The part of it that counts as certified by a scheme for who makes something of it under a model.
    func certifiedShare(for scheme: String, under model: CustodyModel) -> Double {
        guard let certification, certification.scheme == scheme, model.counts(materialOf: stage.custody) else {
            return 0
        }
        return certification.share
    }
}
