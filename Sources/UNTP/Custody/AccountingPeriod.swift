import Credentials

/// The calendar months over which a facility balances what came in as certified and what it sold as such.
package struct AccountingPeriod: Sendable, Hashable, Comparable {
    /// Months from the beginning of year 0 to the first of the period.
    private let firstMonth: Int
    /// How many months it has.
    package let months: Int

    /// The period in which an instant lies, by UTC.
    ///
    /// - Parameter length: How many months periods have, 1 to 12. A year is cut into them from January on, and its last one
    ///   is shorter where that leaves a rest.
    package init(containing unixSeconds: Int64, months length: Int) {
        let date = CivilDate(daysSince1970: Int64((Double(unixSeconds) / 86_400).rounded(.down)))
        let length = min(12, max(1, length))
        let inYear = (date.month - 1) / length * length
        (months, firstMonth) = (min(length, 12 - inYear), date.year * 12 + inYear)
    }

    package static func < (one: AccountingPeriod, other: AccountingPeriod) -> Bool {
        (one.firstMonth, one.months) < (other.firstMonth, other.months)
    }

    /// Whether another one begins when it ends.
    package func isFollowed(by other: AccountingPeriod) -> Bool {
        other.firstMonth == firstMonth + months
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
