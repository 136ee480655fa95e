/// A point in time as credentials write it: XML Schema 1.1 dateTimeStamp.
package struct DateTimeStamp: Sendable, Hashable, Comparable {
    package let unixSeconds: Int64
    package let nanoseconds: Int32
    /// Whether the text named a zone; without one it is taken as UTC.
    package let hasZone: Bool

    /// Reads a dateTimeStamp; nil without a zone.
    package init?(strict text: String) {
        self.init(lenient: text)
        guard hasZone else { return nil }
    }

    /// Reads a dateTime, with or without a zone.
    package init?(lenient text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard byte &- 0x30 < 10 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        func has(_ letter: Character, at index: Int) -> Bool {
            index < bytes.count && bytes[index] == letter.asciiValue
        }
        guard let year = number(0..<4), has("-", at: 4), let month = number(5..<7), has("-", at: 7),
            let day = number(8..<10), has("T", at: 10), let hour = number(11..<13), has(":", at: 13),
            let minute = number(14..<16), has(":", at: 16), let second = number(17..<19),
            (1...12).contains(month), (1...CivilDate.days(inMonth: month, of: year)).contains(day), minute < 60,
            second < 60, hour < 24 || hour == 24 && minute == 0 && second == 0
        else { return nil }
        var index = 19
        var fraction: Int32 = 0
        if has(".", at: index) {
            index += 1
            let start = index
            var scale: Int32 = 100_000_000
            while index < bytes.count, bytes[index] &- 0x30 < 10 {
                fraction += Int32(bytes[index] - 0x30) * scale
                scale /= 10
                index += 1
            }
            guard index > start else { return nil }
        }
        var offset = 0
        if has("Z", at: index) {
            hasZone = true
            index += 1
        } else if has("+", at: index) || has("-", at: index) {
            guard let hours = number(index + 1..<index + 3), has(":", at: index + 3),
                let minutes = number(index + 4..<index + 6), hours * 60 + minutes <= 14 * 60, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (has("-", at: index) ? -60 : 60)
            hasZone = true
            index += 6
        } else {
            hasZone = false
        }
        guard index == bytes.count else { return nil }
        let days = CivilDate.daysSinceEpoch(year: year, month: month, day: day)
        unixSeconds = days * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
        nanoseconds = fraction
    }

    package static func < (one: DateTimeStamp, other: DateTimeStamp) -> Bool {
        (one.unixSeconds, one.nanoseconds) < (other.unixSeconds, other.nanoseconds)
    }

    /// A time in UTC with seconds and `Z`.
    package static func text(unixSeconds: Int64) -> String {
        let seconds = Int(unixSeconds - CivilDate.startOfDay(unixSeconds))
        return day(unixSeconds: unixSeconds)
            + "T\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))Z"
    }

    /// The day in UTC, as `2026-04-17`.
    package static func day(unixSeconds: Int64) -> String {
        let date = CivilDate(unixSeconds: unixSeconds)
        let year = String(date.year)
        return String(repeating: "0", count: max(0, 4 - year.count)) + "\(year)-\(padded(date.month))-\(padded(date.day))"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A day of the proleptic Gregorian calendar.
package struct CivilDate: Sendable, Hashable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// The day in UTC that a time falls on. Howard Hinnant's algorithm, with years that begin in March.
    package init(unixSeconds: Int64) {
        let days = Self.startOfDay(unixSeconds) / 86_400 + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = Int(dayOfYear - (153 * shifted + 2) / 5 + 1)
        month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
        year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    }

    package static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era * 146_097 + dayOfEra - 719_468)
    }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    static func startOfDay(_ unixSeconds: Int64) -> Int64 {
        let remainder = unixSeconds % 86_400
        return unixSeconds - (remainder < 0 ? remainder + 86_400 : remainder)
    }
}
