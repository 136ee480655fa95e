import Records
import Testing

@testable import Reporting

/// A run with a profile that was drawn from samples says so wherever it is reported.
@Suite struct MarkTests {
    private static let record: RunRecord = {
        var record = Sample.record
        record.platforms[0].marks = [
            SettingMark(
                knob: "securing.typ", value: "JWT", origin: .inferred, from: ["a.jwt", "b.jwt"],
                note: "2 of 3 say so; vc+jwt in c.jwt"),
            SettingMark(knob: "verifying.status", value: "skipped", origin: .declared, from: ["manifest.json"]),
            SettingMark(knob: "events.sending", value: "once", origin: .default),
        ]
        return record
    }()

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("HTML, Markdown, JSON and the terminal tell what was declared, inferred and taken as given")
    func tells() {
        let html = text(HTMLReport.bytes(of: Self.record))
        let markdown = text(MarkdownReport.bytes(of: Self.record))
        let json = text(JSONReport.bytes(of: Self.record))
        let terminal = TerminalSummary(Self.record, folder: nil, inColour: false).text
        for text in [html, markdown] {
            #expect(text.contains("securing.typ"))
            #expect(text.contains("inferred (a.jwt, b.jwt); 2 of 3 say so; vc+jwt in c.jwt"))
            #expect(text.contains("1 settings declared, 1 inferred"))
        }
        #expect(html.contains("events.sending"))
        #expect(json.contains("\"mark\": \"inferred\"") || json.contains("\"mark\":\"inferred\""))
        #expect(terminal.contains("Drawn from samples"))
    }

    @Test("Of other profiles nothing is said")
    func isSilentOtherwise() {
        #expect(!text(MarkdownReport.bytes(of: Sample.record)).contains("samples"))
        #expect(!text(JSONReport.bytes(of: Sample.record)).contains("\"marks\""))
        #expect(!TerminalSummary(Sample.record, folder: nil, inColour: false).text.contains("samples"))
    }
}
