import Platforms
import UNTP

/// Certificates of credits by which goods were certified, and those by which more was claimed than they stand for.
///
/// Each is issued for one use, and who claims one again stays with it: the latest of each party is all that is kept.
struct CreditBook: Sendable, Equatable {
    /// A certificate with what it stands for and what was claimed by it, in units of what is made.
    private struct Account: Sendable, Equatable {
        let certificate: String
        var most = 0.0
        var claimed = 0.0

        var isExceeded: Bool { claimed > most * CustodyAccount.slack }
    }

    private var latest: [String: Account] = [:]
    private var settled = MaterialBook.Claims()

    /// Enters what a batch claims by credits, if anything.
    mutating func made(_ batch: Batch) {
        guard let certificate = batch.credits?.credential.url, let certification = batch.certification,
            certification.claimed.share > 0
        else { return }
        var account = Account(certificate: certificate)
        if let former = latest[batch.producer.name] {
            if former.certificate == certificate { account = former } else { settled.settle(former.isExceeded) }
        }
        account.most += certification.credits * (batch.stage.bestYields(of: batch.output).first ?? 1)
        account.claimed += certification.claimed.share * batch.quantity
        latest[batch.producer.name] = account
    }

    /// Certificates that were used, each once.
    var claims: MaterialBook.Claims {
        latest.values.reduce(into: settled) { claims, account in claims.settle(account.isExceeded) }
    }
}
