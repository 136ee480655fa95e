import Credentials

/// The calendar months over which a facility balances what came in as certified and what it sold as such.
package struct AccountingPeriod: Sendable, Hashable, Comparable {
    /// Months from the beginning of year 0 to the first of the period.
    private let firstMonth: Int
    /// How many months it has; a year is cut into periods from January on.
    package let months: Int

    /// The period in which an instant lies, by UTC.
    package init(containing unixSeconds: Int64, months: Int) {
        let date = CivilDate(daysSince1970: Int64((Double(unixSeconds) / 86_400).rounded(.down)))
        let length = max(1, months)
        let month = date.year * 12 + date.month - 1
        self.months = length
        firstMonth = month - month % length
    }

    package static func < (one: AccountingPeriod, other: AccountingPeriod) -> Bool {
        (one.firstMonth, one.months) < (other.firstMonth, other.months)
    }

    /// Whether another one begins when it ends.
    package func isFollowed(by other: AccountingPeriod) -> Bool {
        other.months == months && other.firstMonth == firstMonth + months
    }

    /// Its first and last month, as `2026-01 to 2026-03`.
    package var label: String {
        let last = firstMonth + months - 1
        return months == 1 ? Self.text(firstMonth) : "\(Self.text(firstMonth)) to \(Self.text(last))"
    }

    private static func text(_ month: Int) -> String {
        let number = month % 12 + 1
        return "\(month / 12)-\(number < 10 ? "0" : "")\(number)"
    }
}
