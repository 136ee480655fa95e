/// An instant as `validFrom` and `validUntil` state it: XML Schema 1.1 part 2, dateTimeStamp; VCDM, Validity Period.
///
/// Two stamps are equal when they name the same instant, whatever their zones; that `hasZone` is false only says
/// that UTC was assumed.
package struct DateTimeStamp: Sendable {
    /// Whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted; negative before.
    package let unixSeconds: Int64
    /// 0 to 999,999,999, added to `unixSeconds`; digits beyond the ninth are cut.
    package let nanoseconds: Int32
    /// False where the text named no zone and UTC was assumed.
    package let hasZone: Bool

    package init(unixSeconds: Int64, nanoseconds: Int32 = 0, hasZone: Bool = true) {
        (self.unixSeconds, self.nanoseconds, self.hasZone) = (unixSeconds, nanoseconds, hasZone)
    }

    /// An xsd:dateTimeStamp exactly: upper-case `T` and `Z`, seconds present, zone present, no surrounding space.
    package init?(strict text: String) {
        guard let stamp = DateTimeParser.parse(text, isLenient: false) else { return nil }
        self = stamp
    }

    /// As `strict`, and also what issuers write instead: no zone (UTC is assumed), lower-case `t` and `z`, a space for
    /// `T`, an offset without its colon.
    package init?(lenient text: String) {
        guard let stamp = DateTimeParser.parse(text, isLenient: true) else { return nil }
        self = stamp
    }

    /// The instant in UTC with whole seconds: `2026-04-17T09:30:00Z`. One string of 20 bytes for years 0 to 9999.
    package static func text(unixSeconds: Int64) -> String {
        let seconds = clamped(unixSeconds)
        let (days, second) = floorDivision(seconds, 86_400)
        let date = CivilDate(daysSince1970: days)
        return String(unsafeUninitializedCapacity: 20) { text in
            write(date, into: text)
            text[10] = UInt8(ascii: "T")
            writeTwo(second / 3_600, at: 11, into: text)
            text[13] = UInt8(ascii: ":")
            writeTwo(second / 60 % 60, at: 14, into: text)
            text[16] = UInt8(ascii: ":")
            writeTwo(second % 60, at: 17, into: text)
            text[19] = UInt8(ascii: "Z")
            return 20
        }
    }

    /// The day of the instant in UTC: `2026-04-17`.
    package static func day(unixSeconds: Int64) -> String {
        let date = CivilDate(daysSince1970: floorDivision(clamped(unixSeconds), 86_400).quotient)
        return String(unsafeUninitializedCapacity: 10) { text in
            write(date, into: text)
            return 10
        }
    }

    /// The first second of a day written `2026-04-17` (UTC), or nil where the text is not such a day.
    package static func unixSeconds(day text: String) -> Int64? {
        guard text.utf8.count == 10 else { return nil }
        return DateTimeStamp(strict: text + "T00:00:00Z")?.unixSeconds
    }

    /// The first and the last second that four digits of a year can write.
    private static let writable: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    private static func clamped(_ seconds: Int64) -> Int64 {
        min(max(seconds, writable.lowerBound), writable.upperBound)
    }

    private static func write(_ date: CivilDate, into text: UnsafeMutableBufferPointer<UInt8>) {
        writeTwo(date.year / 100, at: 0, into: text)
        writeTwo(date.year % 100, at: 2, into: text)
        text[4] = UInt8(ascii: "-")
        writeTwo(date.month, at: 5, into: text)
        text[7] = UInt8(ascii: "-")
        writeTwo(date.day, at: 8, into: text)
    }

    private static func writeTwo(_ value: Int, at index: Int, into text: UnsafeMutableBufferPointer<UInt8>) {
        text[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10)
        text[index + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10)
    }

    private static func floorDivision(_ value: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, Int(remainder + divisor)) : (quotient, Int(remainder))
    }
}

extension DateTimeStamp: Comparable, Hashable {
    package static func == (left: Self, right: Self) -> Bool {
        (left.unixSeconds, left.nanoseconds) == (right.unixSeconds, right.nanoseconds)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.unixSeconds, left.nanoseconds) < (right.unixSeconds, right.nanoseconds)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(unixSeconds)
        hasher.combine(nanoseconds)
    }
}
