import Testing

@testable import Credentials

@Suite("Times")
struct DateTimeStampTests {
    @Test(
        "A date and time with a zone names an instant",
        arguments: [
            ("1970-01-01T00:00:00Z", 0, 0), ("2026-04-17T09:30:00Z", 1_776_418_200, 0),
            ("2026-04-17T09:30:00+02:00", 1_776_411_000, 0), ("2026-04-17T09:30:00-05:30", 1_776_438_000, 0),
            ("2026-04-17T09:30:00+00:00", 1_776_418_200, 0), ("2026-04-17T09:30:00-00:00", 1_776_418_200, 0),
            ("2026-04-17T24:00:00Z", 1_776_470_400, 0), ("2026-12-31T24:00:00Z", 1_798_761_600, 0),
            ("2024-02-29T00:00:00Z", 1_709_164_800, 0), ("2000-02-29T00:00:00Z", 951_782_400, 0),
            ("1969-12-31T23:59:59Z", -1, 0), ("2026-04-17T09:30:00.5Z", 1_776_418_200, 500_000_000),
            ("2026-04-17T09:30:00.123456789Z", 1_776_418_200, 123_456_789),
            ("2026-04-17T09:30:00.1234567891111Z", 1_776_418_200, 123_456_789),
            ("1970-01-01T00:00:00+14:00", -50_400, 0), ("1970-01-01T00:00:00-14:00", 50_400, 0),
            ("0000-01-01T00:00:00Z", -62_167_219_200, 0), ("-0001-12-31T24:00:00Z", -62_167_219_200, 0),
            ("9999-12-31T23:59:59Z", 253_402_300_799, 0), ("10000-01-01T00:00:00Z", 253_402_300_800, 0),
        ] as [(String, Int64, Int32)])
    func instants(text: String, seconds: Int64, nanoseconds: Int32) throws {
        for stamp in [try #require(DateTimeStamp(strict: text)), try #require(DateTimeStamp(lenient: text))] {
            #expect(stamp.unixSeconds == seconds)
            #expect(stamp.nanoseconds == nanoseconds)
            #expect(stamp.hasZone)
        }
    }

    @Test(
        "What is no date and time is refused, strictly and leniently",
        arguments: [
            "", "2026", "2026-04-17", "2026-04-17T09:30Z", "2026-4-17T09:30:00Z", "26-04-17T09:30:00Z",
            "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-04-31T00:00:00Z", "2026-04-00T00:00:00Z",
            "2025-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2026-04-17T25:00:00Z",
            "2026-04-17T24:00:01Z", "2026-04-17T24:01:00Z", "2026-04-17T24:00:00.5Z",
            "2026-04-17T24:00:00.00000000001Z", "2026-04-17T09:60:00Z", "2026-04-17T23:59:60Z",
            "2026-04-17T09:30:00.Z", "2026-04-17T09:30:00,5Z", "2026-04-17T09:30:00+14:01", "2026-04-17T09:30:00+15:00",
            "2026-04-17T09:30:00+02", "2026-04-17T09:30:00+2:00", "2026-04-17T09:30:00 Z", " 2026-04-17T09:30:00Z",
            "2026-04-17T09:30:00Z ", "2026-04-17T09:30:00ZZ", "2026-04-17T09:30:00\u{2212}05:00",
            "٢٠٢٦-04-17T09:30:00Z",
            "+2026-04-17T09:30:00Z", "02026-04-17T09:30:00Z", "9999999999-01-01T00:00:00Z", "2026-04-17T09:30:00+01:60",
        ])
    func refused(text: String) {
        #expect(DateTimeStamp(strict: text) == nil)
        #expect(DateTimeStamp(lenient: text) == nil)
    }

    @Test(
        "What issuers write instead is read leniently only",
        arguments: ["2026-04-17T09:30:00", "2026-04-17t09:30:00z", "2026-04-17 09:30:00Z", "2026-04-17T11:30:00+0200"])
    func lenient(text: String) {
        #expect(DateTimeStamp(strict: text) == nil)
        #expect(DateTimeStamp(lenient: text) == DateTimeStamp(strict: "2026-04-17T09:30:00Z"))
    }

    @Test("A time without a zone is taken as UTC, and says so")
    func withoutZone() {
        #expect(DateTimeStamp(lenient: "2026-04-17T09:30:00")?.hasZone == false)
    }

    @Test("Order and equality are those of instants, whatever the zone")
    func order() throws {
        let here = try #require(DateTimeStamp(strict: "2026-04-17T11:30:00+02:00"))
        let there = try #require(DateTimeStamp(strict: "2026-04-17T09:30:00Z"))
        let later = try #require(DateTimeStamp(strict: "2026-04-17T09:30:00.000000001Z"))
        #expect(here == there)
        #expect(here.hashValue == there.hashValue)
        #expect(here < later)
    }

    @Test("Every day from 1899 to 2101 follows the one before it, and is read back from its text")
    func everyDay() throws {
        var expected: Int64 = try #require(DateTimeStamp(strict: "1899-01-01T00:00:00Z")).unixSeconds
        var days = 0
        for year in 1899...2101 {
            for month in 1...12 {
                for day in 1...CivilDate.days(inMonth: month, of: year) {
                    let date = try #require(CivilDate(year: year, month: month, day: day))
                    #expect(date.daysSince1970 * 86_400 == expected)
                    #expect(CivilDate(daysSince1970: date.daysSince1970) == date)
                    expected += 86_400
                    days += 1
                }
            }
        }
        #expect(days == 203 * 365 + 49)
    }

    @Test("The text of an instant names that instant")
    func texts() {
        #expect(DateTimeStamp.text(unixSeconds: 1_776_418_200) == "2026-04-17T09:30:00Z")
        #expect(DateTimeStamp.text(unixSeconds: -1) == "1969-12-31T23:59:59Z")
        #expect(DateTimeStamp.day(unixSeconds: 1_776_418_200) == "2026-04-17")
        #expect(DateTimeStamp.unixSeconds(day: "2026-04-17") == 1_776_384_000)
        #expect(DateTimeStamp.unixSeconds(day: "2026-04-17T") == nil)
        var draws = SeededDraws(state: 3)
        for _ in 0..<2_000 {
            let seconds = Int64(draws.below(315_569_520_000)) - 62_167_219_200
            #expect(DateTimeStamp(strict: DateTimeStamp.text(unixSeconds: seconds))?.unixSeconds == seconds)
        }
    }

    @Test("Instants beyond four digits of a year are written as the nearest that can be")
    func clamped() {
        #expect(DateTimeStamp.text(unixSeconds: .max) == "9999-12-31T23:59:59Z")
        #expect(DateTimeStamp.text(unixSeconds: .min) == "0000-01-01T00:00:00Z")
    }
}
