/// Numbers as people read them. Written out here, since the same record must give the same bytes in every locale.
enum Figures {
    /// A whole number with its thousands set apart, as in `10,000`.
    static func count(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = number < 0 ? "\u{2212}" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0 && (digits.count - place) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// A number with at most `places` decimals, rounded half away from zero, without trailing zeros.
    static func decimal(_ number: Double, places: Int = 2) -> String {
        guard number.isFinite else { return "not a number" }
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = (number.magnitude * Double(scale)).rounded()
        guard scaled < 9_007_199_254_740_992 else { return number.description }
        let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: scale)
        var text = (number < 0 && scaled > 0 ? "\u{2212}" : "") + count(whole)
        guard rest > 0 else { return text }
        var decimals = String(rest)
        decimals = String(repeating: "0", count: places - decimals.count) + decimals
        while decimals.last == "0" { decimals.removeLast() }
        text += "." + decimals
        return text
    }

    /// The share of a whole in percent. Only all of it is `100%`, and only none of it is `0%`.
    static func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "\u{2013}" }
        let percent = percent(part, of: whole)
        if part > 0 && percent == 0 { return "<1%" }
        if part < whole && percent == 100 { return ">99%" }
        return "\(percent)%"
    }

    /// The share of a whole in whole percent, rounded half up; 0 when the whole is nothing.
    static func percent(_ part: Int, of whole: Int) -> Int {
        whole > 0 ? (part * 200 + whole) / (whole * 2) : 0
    }

    /// A value in its unit. Shares are shown in percent, and counts of things bare, since their label names them.
    static func amount(_ value: Double, unit: String) -> String {
        switch unit {
        case "%": decimal(value, places: 1) + "%"
        case "ratio": ratio(value)
        case "bytes" where value.magnitude < 9_007_199_254_740_992: bytes(Int(value))
        default: decimal(value)
        }
    }

    /// A ratio in percent with one decimal, where as with `share` only all is `100%` and only none is `0%`.
    private static func ratio(_ value: Double) -> String {
        // What a mean of many is off by is no difference.
        let error = 1e-9
        if value > error && value < 0.0005 { return "<0.1%" }
        if value >= 0.9995 && value < 1 - error { return ">99.9%" }
        return decimal(value * 100, places: 1) + "%"
    }

    /// A number of bytes in the unit that suits it.
    static func bytes(_ number: Int) -> String {
        for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)] where number >= size {
            return decimal(Double(number) / Double(size), places: 1) + " " + unit
        }
        return count(number) + " bytes"
    }
}
