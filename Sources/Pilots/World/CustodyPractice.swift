import Platforms
import UNTP

/// How a party whose chain of custody is certified goes about it: which of its inputs count, and what part of a batch it may
/// certify.
///
/// It judges what it buys by the evidence, as its platform found it on arrival; what really is so is worked out beside that,
/// for comparison.
struct CustodyPractice: Sendable {
    let certifier: CertifierSpec
    private let stage: Stage
    private let party: PartySpec
    /// What its certificate calls the scheme; nil where it names none.
    private let schemeID: String?
    private var balance = CustodyBalance()
    /// What its account would be if it knew all.
    private var realBalance = CustodyBalance()

    var scheme: String { certifier.scheme }
    /// Whether its goods are certified by credits alone.
    var claimsCredits: Bool { stage.claimsCredits }

    /// Nil where nobody certified its chain of custody.
    init?(of party: PartySpec, at stage: Stage, _ certificates: [Enrolment.Certificate]) {
        guard let certificate = certificates.first(where: { $0.criteria.contains(CustodyClaim.criterion) }) else {
            return nil
        }
        certifier = certificate.certifier
        if case .conformity(let facts) = certificate.order { schemeID = facts.scheme?.id } else { schemeID = nil }
        self.stage = stage
        self.party = party
    }

    /// What of goods that came in counts as certified here, by what the party's platform made of their evidence; nil for
    /// nothing.
    func counted(_ judgement: Judgement) -> CertifiedShare? {
        judgement.certified?.counting(for: schemeID, under: stage.custody)
    }

    /// The part of what is certified in truth, and would count here, that the party could not count; nil where nothing
    /// would.
    ///
    /// - Parameters:
    ///   - now: In Unix seconds.
    ///   - start: When the run began.
    func lostPart(of batch: Batch, counted: CertifiedShare?, at now: Int64, start: Int64) -> Double? {
        guard !stage.handsOn, let real = batch.real(for: scheme), real.share > 0,
            stage.custody.carrying(real.model) != nil, !batch.restsOnWithdrawn(at: now, start: start)
        else { return nil }
        return 1 - min(1, (counted?.share ?? 0) / real.share)
    }

    /// A batch that is to be certified.
    struct Lot {
        /// The id of the product or coproduct.
        let output: String
        let quantity: Double
        let inputs: [Batch.Input]
        /// In Unix seconds.
        let made: Int64
        /// What was bought of credits for it, in units of the input.
        var credits = 0.0
    }

    /// The certified part of a batch.
    ///
    /// - Parameter isStanding: Whether the party's certificate is in order, and is what its passport links.
    mutating func certification(of lot: Lot, isStanding: Bool, deeds: Set<FraudPattern>) -> Certification {
        let earned = CustodyClaim.stated(earnedShare(lot, by: \.countedShare))
        let realEarned = CustodyClaim.stated(earnedShare(lot) { $0.realShare(for: scheme) })
        var (covered, real) = (earned, min(earned, realEarned))
        if balances {
            covered = coveredShare(of: lot, earned: earned)
            real = min(covered, realShare(of: lot, earned: realEarned, claimed: covered))
        }
        // Who stretches a batch has inputs for a part of it, and certifies all of it.
        let part = !isStanding ? 0 : deeds.contains(.massBalanceOvershoot) ? Party.stretchedPart : 1
        // Who shows another certificate bought no credits.
        let takesAll = claimsAll || claimsCredits && deeds.showOtherEvidence
        let claimed = CertifiedShare(
            takesAll ? 1 : covered, takesAll ? stage.custody : model(of: lot.inputs) { $0.counted?.model })
        return Certification(
            scheme: scheme,
            real: CertifiedShare(part * real, model(of: lot.inputs) { $0.realModel(for: scheme) }),
            grounded: CertifiedShare(part * covered, model(of: lot.inputs) { $0.counted?.model }), claimed: claimed,
            drawn: balances ? CustodyClaim.stated(claimed.share - min(claimed.share, earned)) : 0, credits: lot.credits)
    }

    /// The weakest model on the way of a batch's inputs: the stage's own, or that of one of them.
    private func model(of inputs: [Batch.Input], _ certified: (Batch.Input) -> CustodyModel?) -> CustodyModel {
        inputs.compactMap(certified).reduce(stage.custody) { min($0, $1) }
    }

    // MARK: Accounts

    /// Whether it certifies whole batches for as long as its account covers them.
    private var balances: Bool { party.balances == .account && stage.custody == .massBalance && !stage.isOrigin }

    /// All of a batch where the account covers all of it, and nothing where it doesn't; who certifies all that it makes uses
    /// up what there is.
    private mutating func coveredShare(of lot: Lot, earned: Double) -> Double {
        let takesAll = claimsAll
        return Self.sell(lot, at: stage, earned: earned, from: &balance) { covered in
            CustodyClaim.isWhole(covered) ? 1 : takesAll ? CustodyClaim.stated(covered) : 0
        }
    }

    /// What of a claimed part an account of all that is so would cover.
    private mutating func realShare(of lot: Lot, earned: Double, claimed: Double) -> Double {
        Self.sell(lot, at: stage, earned: earned, from: &realBalance) {
            min(claimed, CustodyClaim.isWhole($0) ? 1 : $0)
        }
    }

    /// - Parameter earned: What its inputs earned, 0 to 1.
    private static func sell(
        _ lot: Lot, at stage: Stage, earned: Double, from balance: inout CustodyBalance,
        claiming claimed: (Double) -> Double
    ) -> Double {
        balance.sell(
            lot.output, lot.quantity, earned: earned * lot.quantity,
            in: AccountingPeriod(containing: lot.made, months: stage.custodyMonths),
            carriesOver: stage.carriesCustodyOver, claiming: claimed)
    }

    // MARK: Single batches

    /// Whether it certifies all that it makes, whatever went in.
    private var claimsAll: Bool {
        guard !stage.isOrigin else { return false }
        return stage.custody.isPhysical ? party.mixes : party.certifiesAll
    }

    /// The part that the stage's model allows, where such parts of the inputs are certified.
    private func earnedShare(_ lot: Lot, by share: (Batch.Input) -> Double) -> Double {
        guard !stage.isOrigin else { return 1 }
        switch stage.custody {
        case .identityPreserved, .segregated:
            return isOfSeveralMakers(lot.inputs) ? 0 : lot.inputs.map(share).min() ?? 0
        case .massBalance: return leastShare(lot.inputs) { share($0) * $0.quantity }
        case .bookAndClaim:
            let consumed = stage.credited(lot.inputs).reduce(0) { $0 + $1.quantity }
            return consumed > 0 ? min(1, lot.credits / consumed) : 0
        }
    }

    private func isOfSeveralMakers(_ inputs: [Batch.Input]) -> Bool {
        stage.custody == .identityPreserved
            && Dictionary(grouping: inputs.map(\.batch), by: \.output).values
                .contains { Set($0.map(\.producer.name)).count > 1 }
    }

    /// The share of the need of which the least is certified.
    private func leastShare(_ inputs: [Batch.Input], certified: (Batch.Input) -> Double) -> Double {
        var sums = Array(repeating: (certified: 0.0, all: 0.0), count: stage.needs.count)
        for input in inputs {
            guard let need = stage.need(metBy: input.batch.output) else { continue }
            sums[need].certified += certified(input)
            sums[need].all += input.quantity
        }
        return sums.map { $0.all > 0 ? $0.certified / $0.all : 0 }.min() ?? 0
    }
}
