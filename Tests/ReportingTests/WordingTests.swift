import Records
import Testing

@testable import Reporting

@Suite("Wording")
struct WordingTests {
    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345_678, "12,345,678"), (-1_234, "\u{2212}1,234")])
    func counts(number: Int, text: String) { #expect(Figures.count(number) == text) }

    @Test(arguments: [
        (0.5, "0.5"), (2.0, "2"), (1_234.005, "1,234.01"), (0.999, "1"), (0.05, "0.05"), (-0.001, "0"), (1e18, "1e+18"),
    ])
    func decimals(number: Double, text: String) { #expect(Figures.decimal(number) == text) }

    @Test(
        "Only all is 100% and only none is 0%",
        arguments: [
            (0, 10, "0%"), (1, 10_000, "<1%"), (9_999, 10_000, ">99%"), (10, 10, "100%"), (1, 3, "33%"), (1, 200, "1%"),
            (199, 200, ">99%"), (0, 0, "\u{2013}"),
        ])
    func shares(part: Int, whole: Int, text: String) { #expect(Figures.share(part, of: whole) == text) }

    @Test(
        "A measured ratio is 100% only where it is all, and 0% only where it is none",
        arguments: [
            (0, "0%"), (0.0003, "<0.1%"), (0.001, "0.1%"), (0.8893, "88.9%"), (0.999, "99.9%"), (0.99983, ">99.9%"),
            (1, "100%"), (1.25, "125%"), (0.1 + 0.2 + 0.7, "100%"),
        ])
    func ratios(value: Double, text: String) { #expect(Figures.amount(value, unit: "ratio") == text) }

    @Test(
        "Goods are counted in words, not in codes of units",
        arguments: [
            (14_080, "TNE", "14,080 tonnes"), (1, "H87", "1 piece"), (284_800.4, "KGM", "284,800 kilograms"),
            (2, "HEA", "2 head"), (3, "t", "3 t"),
        ])
    func quantities(quantity: Double, unit: String, text: String) {
        #expect(Figures.quantity(quantity, unit: unit) == text)
    }

    @Test(arguments: [("countries", "country"), ("actors", "actor"), ("", "")])
    func singular(unit: String, one: String) { #expect(Phrases.singular(unit) == one) }

    @Test(arguments: [
        ([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C", "D", "E"], "A, B and 3 others"),
    ])
    func lists(names: [String], text: String) { #expect(Phrases.list(names, limit: 3) == text) }

    @Test(arguments: [
        ("2026-04-06T00:00:00Z", "6 April 2026"), ("2026-13-01", "2026-13-01"), ("soon", "soon"), ("", ""),
    ])
    func days(iso: String, text: String) { #expect(Phrases.day(iso) == text) }

    @Test("What drives a terminal or turns the reading direction is made visible")
    func visible() {
        #expect(Visible.line("a\u{1B}[2Jb\r\n c\u{202E}") == "a\u{FFFD}[2Jb\u{FFFD} c\u{FFFD}")
    }

    @Test("What answers a story says how many claims a certificate covers in part, where some are")
    func partlyProvenClaims() {
        func value(_ partial: Int) -> String? {
            let claims = ClaimTally(criterion: "H13", name: "Chemicals", claims: 120, matched: 84, partial: partial)
            return StoryRecord(story: "", measures: [], claims: claims).answers(in: Sample.record).first?.value
        }
        #expect(value(0) == "84 of 120, 70%" && value(30) == "84 of 120, 70%, and 30 with one that covers a part")
    }
}
