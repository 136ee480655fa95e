import Platforms
import UNTP

/// Adds up for all platforms what events use of each batch, and what each facility certifies: UNTP, Chain of custody, quota
/// managers.
///
/// A verifier sees the events of what it buys; whoever uses a lot twice, or certifies too much, sells to two of them. A quota
/// manager sees all events of certified goods when they are published, and answers whether what a batch was made from was
/// there, whether the account of its facility covers what it claims, and whether its credits were claimed before.
struct QuotaManager: Sendable {
    private var uses: [String: Double] = [:]
    private var accounts: [MaterialBook.Place: Open] = [:]
    private var overdrawn: [String: Objection] = [:]
    /// What credits stand for, in units of what is made of it, and what was claimed by them, by the certificate's URL.
    private var credits: [String: (most: Double, claimed: Double)] = [:]

    /// What it says against a batch.
    struct Objection: Sendable {
        /// The failure's code.
        let code: String
        let sent: String
        let expected: String
    }

    private struct Open {
        let period: AccountingPeriod
        var account: CustodyAccount

        /// What may be sold besides in another period.
        func carriedOver(to next: AccountingPeriod, under stage: Stage) -> Double {
            stage.carriesCustodyOver && period.isFollowed(by: next) ? account.left : 0
        }
    }

    /// Takes note of the events of a batch, once for all that is made along with it.
    mutating func register(_ batch: Batch) {
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
        let former = accounts[place]
        var open =
            former.flatMap { $0.period == period ? $0 : nil }
            ?? Open(
                period: period,
                account: CustodyAccount(
                    needs: batch.stage.needs.count,
                    carriedOver: former?.carriedOver(to: period, under: batch.stage) ?? 0))
        let claimed = batch.quantity * certification.claimed.share
        let intakes = batch.intakes { published($0.batch, certification.scheme, for: batch.stage) }
        open.account.enter(intakes, made: batch.quantity, certifiedOut: claimed)
        accounts[place] = open
        var own = CustodyAccount(needs: batch.stage.needs.count)
        own.enter(intakes, made: batch.quantity, certifiedOut: claimed)
        let (limit, sold) = (open.account.limit, open.account.sold)
        guard open.account.isExceeded, own.isExceeded else { return }
        overdrawn[batch.identifier] = Objection(
            code: "mass-balance-exceeded",
            sent: "\(Self.text(sold)) sold as certified in \(period.label), by the quota manager",
            expected:
                "at most \(Self.text(limit.input)) of certified input times \(Self.text(limit.yield)), \(Self.text(limit.most))"
        )
    }

    /// The certified part of an input, as its passport claims it, unless there is something to be said against that.
    private func published(_ input: Batch, _ scheme: String, for stage: Stage) -> Double {
        guard overdrawn[input.identifier] == nil else { return 0 }
        return input.claimed(for: scheme, under: stage.custody)?.share ?? 0
    }

    /// Enters what a batch claims by credits, and notes where they were claimed before.
    private mutating func countCredits(of batch: Batch) {
        guard let certificate = batch.credits, let certification = batch.certification, certification.claimed.share > 0
        else {
            return
        }
        var account = credits[certificate.credential.url] ?? (0, 0)
        account.most += certification.credits * (batch.stage.bestYields(of: batch.output).min() ?? 1)
        account.claimed += certification.claimed.share * batch.quantity
        credits[certificate.credential.url] = account
        guard account.claimed > account.most * CustodyAccount.slack else { return }
        overdrawn[batch.identifier] = Objection(
            code: "double-use",
            sent: "\(Self.text(account.claimed)) claimed by credits, by the quota manager",
            expected: "at most \(Self.text(account.most)), by all who claim them")
    }

    private static func text(_ quantity: Double) -> String { String((quantity * 1000).rounded() / 1000) }

    /// What it says against a batch: that more was used of what it was made from than there was, or more certified.
    func objection(to batch: Batch) -> Objection? {
        for input in batch.inputs.map(\.batch) {
            guard let used = uses[input.identifier], used > input.quantity * CustodyAccount.slack else { continue }
            return Objection(
                code: "double-use", sent: "\(used) used of \(input.identifier), by the quota manager",
                expected: "at most \(input.quantity)")
        }
        return overdrawn[batch.identifier]
    }

    mutating func forget(_ batch: Batch) {
        uses[batch.identifier] = nil
        overdrawn[batch.identifier] = nil
    }
}
