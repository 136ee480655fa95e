/// Reads an xsd:dateTime from left to right, by bytes.
struct DateTimeParser {
    private var rest: Substring.UTF8View
    private let isLenient: Bool

    /// The stamp that the whole of `text` writes, or nil. Texts over 100 bytes are refused.
    static func parse(_ text: String, isLenient: Bool) -> DateTimeStamp? {
        guard text.utf8.count <= 100 else { return nil }
        var parser = DateTimeParser(rest: text[...].utf8, isLenient: isLenient)
        guard let stamp = parser.stamp(), parser.rest.isEmpty else { return nil }
        return stamp
    }

    private mutating func stamp() -> DateTimeStamp? {
        guard let year = year(), take("-"), let month = two(), take("-"), let day = two(),
            let date = CivilDate(year: year, month: month, day: day),
            take("T") || isLenient && (take("t") || take(" ")),
            let hour = two(), take(":"), let minute = two(), minute < 60, take(":"), let second = two(), second < 60,
            let nanoseconds = fraction()
        else { return nil }
        // 24:00:00 is the end of the day, and nothing of that hour follows it (XML Schema part 2, endOfDayFrag).
        guard hour < 24 || hour == 24 && minute == 0 && second == 0 && nanoseconds == 0 else { return nil }
        let hasZone = !rest.isEmpty
        guard let offsetMinutes = zone(), hasZone || isLenient else { return nil }
        let local = date.daysSince1970 * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        return DateTimeStamp(
            unixSeconds: local - Int64(offsetMinutes * 60), nanoseconds: nanoseconds, hasZone: hasZone)
    }

    /// Four digits or more, the first not zero where there are more; a minus sign for years before 0.
    /// Nine digits at most, which keeps the seconds far from overflow.
    private mutating func year() -> Int? {
        let isNegative = take("-")
        let digits = rest.prefix(while: Self.isDigit)
        guard (4...9).contains(digits.count), digits.count == 4 || digits.first != UInt8(ascii: "0") else { return nil }
        rest = rest[digits.endIndex...]
        let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return isNegative ? -value : value
    }

    private mutating func two() -> Int? {
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy(Self.isDigit) else { return nil }
        rest = rest[digits.endIndex...]
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Nanoseconds of a fraction, 0 where there is none, nil where a point has no digit behind it.
    private mutating func fraction() -> Int32? {
        guard take(".") else { return 0 }
        let digits = rest.prefix(while: Self.isDigit)
        guard !digits.isEmpty else { return nil }
        rest = rest[digits.endIndex...]
        let nine = digits.prefix(9)
        let value = nine.reduce(Int32(0)) { $0 * 10 + Int32($1 - UInt8(ascii: "0")) }
        // An end of day with a fraction cut to zero (24:00:00.0000000001) must not pass as an end of day.
        guard value > 0 || digits.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return 1 }
        return (nine.count..<9).reduce(value) { value, _ in value * 10 }
    }

    /// Minutes east of UTC, at most 14 hours; 0 where the text has ended.
    private mutating func zone() -> Int? {
        if rest.isEmpty || take("Z") || isLenient && take("z") { return 0 }
        let isWest = take("-")
        guard isWest || take("+"), let hours = two(), take(":") || isLenient, let minutes = two(),
            minutes < 60, hours < 14 || hours == 14 && minutes == 0
        else { return nil }
        return (isWest ? -1 : 1) * (hours * 60 + minutes)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
