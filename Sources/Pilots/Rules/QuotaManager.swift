import Platforms
import UNTP

/// Adds up for all platforms what events use of each batch, and what each facility certifies: UNTP, Chain of custody, quota
/// managers.
///
/// A verifier sees the events of what it buys; whoever uses a lot twice, or certifies too much, sells to two of them. A quota
/// manager sees all events of certified goods when they are published, and answers whether what a batch was made from was
/// there, whether the account of its facility covers what it claims, and whether its credits were claimed before.
struct QuotaManager: Sendable {
    /// When the run began, in Unix seconds.
    private let start: Int64
    private var uses: [String: Double] = [:]
    private var accounts: [MaterialBook.Place: PeriodicAccounts<CustodyAccount>] = [:]
    private var overdrawn: [String: Testimony] = [:]
    private var batches: [String: Batch] = [:]
    /// What credits stand for, in units of what is made of it, and what was claimed by them, by the certificate's URL.
    private var credits: [String: (most: Double, claimed: Double)] = [:]

    init(start: Int64) { self.start = start }

    /// Takes note of what is published of a batch: its events once for all that is made along with it.
    mutating func register(_ batch: Batch) {
        batches[batch.identifier] = batch
        balance(batch)
        countCredits(of: batch)
        guard batch.output == batch.stage.id else { return }
        for input in batch.inputs { uses[input.batch.identifier, default: 0] += input.quantity }
    }

    /// Enters what a batch claims into the account of its facility's period, and notes where that doesn't cover it.
    private mutating func balance(_ batch: Batch) {
        guard let certification = batch.certification, batch.stage.custody == .massBalance, !batch.stage.isOrigin else {
            return
        }
        let place = MaterialBook.Place(party: batch.producer.name, product: batch.output)
        let period = AccountingPeriod(containing: batch.made, months: batch.stage.custodyMonths)
        let claimed = batch.quantity * certification.claimed.share
        let intakes = batch.intakes { published($0, certification.scheme, for: batch.stage) }
        accounts[place, default: PeriodicAccounts()].enter(
            intakes, made: batch.quantity, certifiedOut: claimed, in: period,
            carriesOver: batch.stage.carriesCustodyOver)
        var own = CustodyAccount(needs: intakes.count)
        own.enter(intakes, made: batch.quantity, certifiedOut: claimed)
        guard let account = accounts[place]?[period], account.isExceeded, own.isExceeded else { return }
        let limit = account.limit
        overdrawn[batch.identifier] = Testimony(
            "mass-balance-exceeded",
            sent: "\(Self.text(account.sold)) sold as certified in \(period.label), by the quota manager",
            expected:
                "at most \(Self.text(limit.input)) of certified input times \(Self.text(limit.yield)), \(Self.text(limit.most))",
            type: .dte, isAgainstClaim: true)
    }

    /// The certified part of an input, as its passport claims it, unless there is something to be said against that: by its
    /// maker's account, or by its certificate, where who bought it saw that too.
    private func published(_ input: Batch.Input, _ scheme: String, for stage: Stage) -> Double {
        let batch = input.batch
        guard overdrawn[batch.identifier] == nil, input.countedShare > 0 || batch.wasInForce(start: start) else {
            return 0
        }
        return batch.claimed(for: scheme, under: stage.custody)?.share ?? 0
    }

    /// Enters what a batch claims by credits, and notes where they were claimed before.
    private mutating func countCredits(of batch: Batch) {
        guard let certificate = batch.credits, let certification = batch.certification, certification.claimed.share > 0
        else {
            return
        }
        var account = credits[certificate.credential.url] ?? (0, 0)
        account.most += certification.credits * (batch.stage.bestYields(of: batch.output).first ?? 1)
        account.claimed += certification.claimed.share * batch.quantity
        credits[certificate.credential.url] = account
        guard account.claimed > account.most * CustodyAccount.slack else { return }
        overdrawn[batch.identifier] = Testimony(
            "double-use", sent: "\(Self.text(account.claimed)) claimed by credits, by the quota manager",
            expected: "at most \(Self.text(account.most)), by all who claim them", type: .dte, isAgainstClaim: true)
    }

    private static func text(_ quantity: Double) -> String { String((quantity * 1000).rounded() / 1000) }

    /// What it says against a product: that more was used of what it was made from than there was, or more certified; nil
    /// for nothing, as of what it doesn't know.
    func objection(to product: String) -> Testimony? {
        for input in batches[product]?.inputs.map(\.batch) ?? [] {
            guard let used = uses[input.identifier], used > input.quantity * CustodyAccount.slack else { continue }
            return Testimony(
                "double-use", sent: "\(Self.text(used)) used of \(input.identifier), by the quota manager",
                expected: "at most \(Self.text(input.quantity))", type: .dte)
        }
        return overdrawn[product]
    }

    mutating func forget(_ batch: Batch) {
        batches[batch.identifier] = nil
        uses[batch.identifier] = nil
        overdrawn[batch.identifier] = nil
    }
}
