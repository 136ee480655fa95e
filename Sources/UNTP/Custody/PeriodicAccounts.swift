/// The accounts of one place, period by period, of which the latest stay open for what comes late.
package struct PeriodicAccounts<Account: Sendable>: Sendable {
    /// A period that may still change.
    package struct Open: Sendable {
        package let period: AccountingPeriod
        package fileprivate(set) var account: Account
    }

    /// The latest first.
    package private(set) var open: [Open] = []

    package init() {}

    /// The account of a period; nil where it is closed, or was never opened.
    package subscript(period: AccountingPeriod) -> Account? { open.first { $0.period == period }?.account }

    /// Changes the account of a period, and opens it where there is none; returns the period that is closed by that.
    ///
    /// - Parameters:
    ///   - opening: What the account begins as, by that of the period before where that is open.
    ///   - kept: How many periods stay open.
    @discardableResult
    package mutating func change(
        in period: AccountingPeriod, keeping kept: Int = 2, opening: (Account?) -> Account,
        _ change: (inout Account) -> Void
    ) -> Open? {
        if let index = open.firstIndex(where: { $0.period == period }) {
            change(&open[index].account)
            return nil
        }
        var account = opening(open.first { $0.period.isFollowed(by: period) }?.account)
        change(&account)
        let position = open.firstIndex { $0.period < period } ?? open.endIndex
        open.insert(Open(period: period, account: account), at: position)
        return open.count > kept ? open.removeLast() : nil
    }
}

extension PeriodicAccounts.Open: Equatable where Account: Equatable {}
extension PeriodicAccounts: Equatable where Account: Equatable {}

extension PeriodicAccounts<CustodyAccount> {
    /// Enters a batch into the account of a period; returns the period that is closed by that.
    ///
    /// - Parameters:
    ///   - needs: How many inputs go in together.
    ///   - carriesOver: Whether what the period before left may be sold besides.
    @discardableResult
    package mutating func enter(
        _ intakes: [CustodyAccount.Intake], made: Double, certifiedOut: Double, in period: AccountingPeriod,
        carriesOver: Bool
    ) -> Open? {
        change(in: period) { former in
            CustodyAccount(needs: intakes.count, carriedOver: carriesOver ? former?.left ?? 0 : 0)
        } _: { account in
            account.enter(intakes, made: made, certifiedOut: certifiedOut)
        }
    }
}
