import Records
import Testing

@testable import Reporting

@Suite("The terminal summary")
struct TerminalSummaryTests {
    private func lines(_ record: RunRecord, inColour: Bool = false) -> [String] {
        TerminalSummary(record, folder: "Reports/sample", inColour: inColour).text
            .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }

    @Test("It fits a screen of 80 columns and about 40 lines, whatever the names")
    func size() throws {
        var crowded = try Hostile.record
        crowded.scenario.title = String(repeating: "\u{9285}\u{7926}\u{77F3}", count: 40)
        crowded.measures += crowded.measures
        for record in [Sample.record, crowded] {
            let lines = lines(record)
            #expect(
                lines.allSatisfy { TerminalText.width($0) <= 80 }, "\(lines.filter { TerminalText.width($0) > 80 })")
            #expect(lines.count <= 46)
        }
        #expect(lines(Sample.record).count <= 40)
    }

    @Test("It says first whether the pilot would succeed, then the measures, then what to fix")
    func order() throws {
        let lines = lines(Sample.record)
        let verdict = try #require(lines.firstIndex { $0.hasPrefix("NO. This pilot would miss two") })
        let measures = try #require(lines.firstIndex(of: "Measures"))
        let fix = try #require(lines.firstIndex { $0.hasPrefix("What to fix first") })
        #expect(verdict < measures && measures < fix)
        #expect(lines.contains { $0.hasPrefix("Report: Reports/sample/report.html") })
    }

    @Test("Colour is used only when asked for, and nothing from elsewhere can bring its own")
    func colour() throws {
        #expect(!lines(try Hostile.record).joined().contains("\u{1B}"))
        #expect(lines(Sample.record, inColour: true).joined().contains("\u{1B}[31m"))
    }
}
