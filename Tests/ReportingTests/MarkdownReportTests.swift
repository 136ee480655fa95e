import Records
import Testing

@testable import Reporting

@Suite("report.md")
struct MarkdownReportTests {
    private func text(_ record: RunRecord) -> String {
        String(decoding: MarkdownReport.bytes(of: record), as: UTF8.self)
    }

    @Test("It tells the same as the page: verdict, measures, matrix, failures, truth, definitions, reproduction")
    func sections() {
        let text = text(Sample.record)
        #expect(text.contains("**No. This pilot would miss two of its five targets.**"))
        #expect(text.contains("| Transparent consignments | 1,802 | 10,000 | **missed** |"))
        #expect(text.contains("| TerraTrace | 92% | 96% | 0% | 0% | 91% |"))
        #expect(text.contains("| Evidence latency | 31.4 hours (95% up to 336) | \u{2013} |  |"))
        #expect(
            text.contains("| Copper: Concentrator | 1,800 t | concentrate | 6,800 t | ore | 0.265 | 0.25\u{2013}0.3 |"))
        let months = text.split(separator: "### Months").last ?? ""
        #expect(months.contains("\(Sample.record.title(ofFailure: "link-type-unknown")) 90"), "in words, as the page")
        for heading in ["Value chains", "Country pairs", "Months"] {
            #expect(text.contains("\n### \(heading)"))
        }
        for heading in [
            "Measures", "Who can read whom", "What to fix first", "Parts of the pilot", "Against the truth",
            "Definitions",
        ] {
            #expect(text.contains("\n## \(heading)\n"))
        }
    }

    @Test("Hostile names make no markup: no tags, no links, and every table row keeps its columns")
    func escaping() throws {
        let text = text(try Hostile.record)
        // What is escaped or stands in a code span is text already.
        let outside = text.replacing(/\\[\\`*_\[\]|~$]/, with: "").split(
            separator: "`", omittingEmptySubsequences: false
        )
        .enumerated()
        .filter { $0.offset % 2 == 0 }.map(\.element).joined()
        #expect(!outside.contains("<") && !outside.contains("]("))
        var columns: Int?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("| ") else {
                columns = nil
                continue
            }
            let pipes = line.replacing("\\|", with: "").count { $0 == "|" }
            #expect(columns == nil || columns == pipes)
            columns = pipes
        }
    }
}
