import Records
import Testing

@testable import Reporting

@Suite("CSV tables")
struct CSVReportTests {
    /// A reader of RFC 4180, written apart from the writer.
    private func rows(_ bytes: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            let next = place + 1 < bytes.count ? bytes[place + 1] : nil
            switch (byte, isQuoted) {
            case (UInt8(ascii: "\""), true) where next == UInt8(ascii: "\""):
                field.append(byte)
                place += 1
            case (UInt8(ascii: "\""), _): isQuoted.toggle()
            case (UInt8(ascii: ","), false), (0x0D, false):
                row.append(String(decoding: field, as: UTF8.self))
                field = []
                if byte == 0x0D {
                    rows.append(row)
                    row = []
                    place += 1
                }
            default: field.append(byte)
            }
            place += 1
        }
        #expect(row.isEmpty && field.isEmpty, "the last line ends as the others do")
        return rows
    }

    @Test("A row for each consignment, with as many fields as the header")
    func consignments() throws {
        let rows = rows(CSVReport.consignments(of: Sample.record))
        #expect(rows.count == Sample.rows.count + 1)
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        #expect(rows[1][0] == "C-1" && rows[1][3] == "Copper concentrate, 28 % Cu" && rows[1][4] == "22.5")
    }

    @Test("A consignment says what each rule that looked at it made of it, and for how long it was held")
    func ruleOutcomes() throws {
        var record = Sample.record
        record.consignmentRows[0].rules = [
            .init(rule: "EU-EUDR", outcome: .released, daysHeld: 12.5), .init(rule: "EU-CBAM", outcome: .defaultValue),
            .init(rule: "US-UFLPA", outcome: .refused, daysHeld: 30),
        ]
        record.consignmentRows[1].rules = [.init(rule: "DE-LKSG", outcome: .passed)]
        let rows = rows(CSVReport.consignments(of: record))
        func fields(_ row: Int) throws -> [String] {
            try ["rule_outcomes", "rule_days_held", "days_held"].map {
                rows[row][try #require(rows[0].firstIndex(of: $0))]
            }
        }
        #expect(
            try fields(1) == [
                "EU-EUDR=released EU-CBAM=default-value US-UFLPA=refused", "EU-EUDR=12.5 US-UFLPA=30", "30",
            ])
        #expect(try fields(2) == ["DE-LKSG=passed", "", "0"])
        #expect(try fields(3) == ["", "", ""])
    }

    @Test(
        "A consignment says what it was judged to be, what it stands at, what it is in truth, and what was counted of it"
    )
    func truth() throws {
        var record = Sample.record
        (record.consignmentRows[0].level, record.consignmentRows[0].levelWhenJudged) = (.e2, .e4)
        record.consignmentRows[0].isSound = false
        record.consignmentRows[0].evidence.traced = .init(3, of: 4)
        record.consignmentRows[0].evidence.evidenceHours = 1.5
        let rows = rows(CSVReport.consignments(of: record))
        func fields(_ row: Int) throws -> [String] {
            try [
                "level", "level_when_judged", "sound", "products_upstream", "products_traced", "seconds_to_trace",
                "evidence_hours",
            ].map { rows[row][try #require(rows[0].firstIndex(of: $0))] }
        }
        #expect(try fields(1) == ["E2", "E4", "false", "4", "3", "", "1.5"])
        #expect(try fields(2400) == ["", "", "", "0", "0", "", ""])
        #expect(Set(rows[0]).count == rows[0].count)
    }

    @Test("Commas, quotes, line breaks and everything else read back the same")
    func quoting() throws {
        let rows = rows(CSVReport.findings(of: try Hostile.record))
        #expect(rows.count == Sample.findings.count + 1)
        #expect(rows.dropFirst().allSatisfy { $0.count == 25 && $0[1].hasSuffix(Hostile.text) })
    }

    @Test("The states of a pair and type add up to its attempts")
    func matrix() throws {
        let rows = rows(CSVReport.matrix(of: Sample.record))
        #expect(rows[0] == ["issuer", "verifier", "credential_type", "state", "count", "sealed"])
        let sum = rows.dropFirst().reduce(0) { $0 + (Int($1[4]) ?? 0) }
        #expect(sum == Sample.matrix.reduce(0) { $0 + $1.attempts })
    }

    @Test("Each measure has a row for the run and one for each of its parts, with empty fields for what it has not")
    func measures() throws {
        let rows = rows(CSVReport.measures(of: Sample.record))
        #expect(rows[0] == ["scope", "key", "measure", "value", "median", "p95", "unit", "target", "met"])
        #expect(rows[3] == ["run", "", "value-chains", "2", "", "", "chains", "5", "false"])
        #expect(rows.contains(["run", "", "evidence-latency", "31.4", "31.4", "336", "hours", "", ""]))
        #expect(rows.contains(["country-pair", "CL-DE", "supply-chain-actors", "12", "", "", "actors", "", ""]))
        let parts = Sample.breakdowns.scopes.flatMap(\.parts)
        #expect(rows.count == 1 + Sample.record.measures.count + parts.reduce(0) { $0 + $1.measures.count })
    }

    @Test("A table without rows has its header")
    func empty() {
        var record = Sample.record
        record.findings = []
        #expect(rows(CSVReport.findings(of: record)).count == 1)
    }
}
