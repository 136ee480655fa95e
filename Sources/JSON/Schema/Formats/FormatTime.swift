/// Dates and times of RFC 3339, section 5.6, in the Gregorian calendar from year 1.
///
/// Second 60 is refused: leap seconds have no place in `xsd:dateTimeStamp` either.
enum FormatTime {
    static func isDate(_ text: Span<UInt8>) -> Bool {
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let year = number(text, 0, 4), let month = number(text, 5, 2), let day = number(text, 8, 2)
        else { return false }
        return year >= 1 && 1...12 ~= month && day >= 1 && day <= days(in: month, of: year)
    }

    static func isDateTime(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 20, text[10] | 0x20 == UInt8(ascii: "t") else { return false }
        return isDate(text.extracting(0..<10)) && isTime(text.extracting(11..<text.count))
    }

    static func isTime(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 9, text[2] == UInt8(ascii: ":"), text[5] == UInt8(ascii: ":"),
            let hour = number(text, 0, 2), let minute = number(text, 3, 2), let second = number(text, 6, 2),
            hour < 24, minute < 60, second < 60
        else { return false }
        var index = 8
        if text[index] == UInt8(ascii: ".") {
            index += 1
            while index < text.count, text[index].isDigit { index += 1 }
            guard index > 9, index < text.count else { return false }
        }
        return isZone(text.extracting(index..<text.count))
    }

    private static func isZone(_ text: Span<UInt8>) -> Bool {
        if text.count == 1 { return text[0] | 0x20 == UInt8(ascii: "z") }
        guard text.count == 6, text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-"),
            text[3] == UInt8(ascii: ":"), let hours = number(text, 1, 2), let minutes = number(text, 4, 2)
        else { return false }
        return hours < 24 && minutes < 60
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for index in start..<start + count {
            guard text[index].isDigit else { return nil }
            value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
        }
        return value
    }
}
