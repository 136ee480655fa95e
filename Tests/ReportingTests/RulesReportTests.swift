import Foundation
import Records
import Testing

@testable import Reporting

@Suite("Rules, criteria and fraud in a report")
struct RulesReportTests {
    private func page(_ record: RunRecord) -> String { String(decoding: HTMLReport.bytes(of: record), as: UTF8.self) }
    private func markdown(_ record: RunRecord) -> String {
        String(decoding: MarkdownReport.bytes(of: record), as: UTF8.self)
    }
    private func lines(_ record: RunRecord) -> [String] {
        TerminalSummary(record, folder: nil, inColour: false).text.split(separator: "\n").map { String($0) }
    }

    @Test("Each format says the same of borders, demands and fraud")
    func sentences() {
        let sentences = [
            "Three rules looked at consignments; goods were held in 312 cases, all of them under Deforestation-free products (EU-EUDR), and turned away in 40.",
            "Most often lacking where rules hold goods or take a default value: Plots located (H07, 300 of 400 consignments), H24 (52 of 400 consignments) and Greenhouse gas intensity (H01, 10 of 60 consignments). Most often lacking where rules only take note: No forced labour (H15, 7 of 7 consignments).",
            "Buyers, and rules that do more than take note, asked for evidence 1,300 times (the same of one consignment counts once, by the weakest answer to it): 62% of these",
            "The single recognition that would gain most: if Germany recognised The Copper Mark, about 61 more consignments would be transparent.",
            "64 of 140 cases of fraud were found out (47% of the 136 that could be looked at; evidence of the other 4 could not be read); in 65 the goods passed as transparent all the same. There were 3 false alarms.",
            "Plot laundering: 50 cases left no trace in any credential; what would tell is satellite images and the yield of the plot.",
            "Substitution or blending: 22 cases stayed unseen; what tells is a laboratory\u{2019}s test of the goods.",
        ]
        for sentence in sentences {
            #expect(page(Sample.record).contains(sentence))
            #expect(markdown(Sample.record).contains(sentence))
        }
        #expect(
            !page(Sample.record).contains("the certificate\u{2019}s own dates."),
            "what was always found needs no advice")
    }

    @Test("Goods that waited for a quota are held goods, and said to be such")
    func waiting() {
        var record = Sample.record
        record.rules.append(
            RuleRecord(
                id: "CD-QUOTA", title: "Export quota", instrument: "Decision 4", appliesFrom: "2025-10-16", checked: 30,
                passed: 10, waited: 20, meanDaysHeld: 12.5, p95DaysHeld: 30))
        let sentence =
            "goods were held in 332 cases, most of them under Deforestation-free products (EU-EUDR), and turned away in 40. In 20 of these cases goods waited for a quota before they left."
        #expect(page(record).contains(sentence) && markdown(record).contains(sentence))
        #expect(lines(record).contains { $0.hasPrefix("Borders: 312 held") && $0.contains("20 held under CD-QUOTA") })
        #expect(markdown(record).contains("| 30 | 33% | 0 | 0 | 20 | 0 | 0 | 12.5 | 30 |"))
    }

    @Test("The tables of the page have a row for each rule, criterion, recognition and pattern")
    func tables() {
        let page = page(Sample.record)
        #expect(page.contains("<code>EU-EUDR</code> Deforestation-free products<br>"))
        #expect(page.contains("<td>2026-06-30<br><span class=\"note\">disputed</span></td>"))
        #expect(page.contains("<td>Plots located (300), H24 (52)</td>"))
        #expect(markdown(Sample.record).contains("| 14.2 | 24 | Plots located (300), H24 (52) |"))
        #expect(page.contains("<td class=\"share\" data-value=\"13\"><span><i style=\"width:13%\"></i></span>13%</td>"))
        #expect(page.contains("<td>Germany</td><td>The Copper Mark</td>"))
        #expect(page.contains("<tr><td>EU-EUDR</td><td>2026-08</td>") && !page.contains("<tr><td>EU-CBAM</td>"))
        for anchor in ["rules", "criteria", "fraud"] {
            #expect(page.contains("<section id=\"\(anchor)\"") && page.contains("<a href=\"#\(anchor)\">"))
        }
    }

    @Test("The terminal has a line or two on each")
    func terminal() {
        let lines = lines(Sample.record)
        #expect(lines.contains("Borders: 312 held, 40 refused under EU-EUDR; 10 at a default value under EU-CBAM"))
        #expect(lines.contains("Fraud: 64 of 140 cases were found out; most missed: Plot laundering"))
    }

    @Test("Where nothing was looked at, asked for or done, nothing is said")
    func silence() {
        let record = Sample.plainRecord
        let page = page(record)
        for anchor in ["rules", "criteria", "fraud"] {
            #expect(!page.contains("\"\(anchor)\"") && !page.contains("#\(anchor)"))
        }
        #expect(!markdown(record).contains("At the border") && !markdown(record).contains("What was asked for"))
        #expect(!lines(record).contains { $0.hasPrefix("Borders:") || $0.hasPrefix("Fraud:") })
        #expect(
            ReportFile.documents(of: record).map(\.path) == [
                "report.json", "report.html", "report.md", "consignments.csv", "findings.csv", "matrix.csv",
                "measures.csv",
            ])
    }

    @Test("Honest parties that looked like cheats are named as such")
    func falseAlarmsOnly() {
        var record = Sample.plainRecord
        record.fraud = [
            FraudRecord(
                pattern: "F01", name: "Fake certificate", batches: 0, consignments: 0, falseAlarms: 4,
                evidence: "an anchor")
        ]
        #expect(
            page(record).contains(
                "Nobody did what the fraud patterns describe, but honest consignments looked as if: 4 false alarms."))
        #expect(!lines(record).contains { $0.hasPrefix("Fraud:") })
    }

    @Test("Honest goods that fell with what others did are told apart")
    func byOthers() {
        var record = Sample.record
        record.fraud = [
            FraudRecord(
                pattern: "F07", name: "Double selling", batches: 6, consignments: 24, detected: 24, explained: 18,
                byOthers: 18, evidence: "the events of all batches that name the same input")
        ]
        for text in [page(record), markdown(record)] {
            #expect(text.contains("Double selling: honest goods fell with it in 18 consignments"))
        }
    }

    @Test("report.json has them under stable keys, in empty lists where there is nothing")
    func json() throws {
        func report(_ record: RunRecord) throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(JSONReport.bytes(of: record))) as? [String: Any])
        }
        let keys: [(key: String, members: Set<String>)] = [
            (
                "rules",
                [
                    "id", "title", "instrument", "appliesFrom", "disputed", "action", "checked", "passed", "noted",
                    "defaultValue",
                    "waited", "released", "refused", "meanDaysHeld", "p95DaysHeld", "lacking", "months",
                ]
            ),
            ("lacking", ["id", "name", "onlyNoted", "consignments", "lacking"]),
            ("criteria", ["id", "name", "demanded", "direct", "mapped", "partial", "unmet"]),
            ("recognition", ["country", "scheme", "title", "consignments"]),
            (
                "fraud",
                [
                    "pattern", "name", "batches", "consignments", "detected", "ambiguous", "unseen", "unread",
                    "passed", "falseAlarms", "explained", "byOthers", "recall", "recallOfAll", "precision",
                    "medianDaysToDetection", "p95DaysToDetection", "evidence", "leavesNoTrace",
                ]
            ),
        ]
        let (full, plain) = (try report(Sample.record), try report(Sample.plainRecord))
        for (key, members) in keys {
            let rows = try #require(full[key] as? [[String: Any]])
            #expect(rows.first.map { Set($0.keys) } == members)
            #expect((plain[key] as? [Any])?.isEmpty == true)
        }
        let fraud = try #require(full["fraud"] as? [[String: Any]])
        #expect(fraud[2]["recall"] as? Double == 0 && fraud[2]["precision"] is NSNull)
        #expect((full["provenance"] as? [String: Any])?["assumedShare"] as? Double == 0.2424)
    }

    @Test("The tables for statistics are there when they have rows")
    func tablesForStatistics() {
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        #expect(
            ReportFile.documents(of: Sample.record).map(\.path).suffix(3) == ["rules.csv", "criteria.csv", "fraud.csv"])
        #expect(
            text(CSVReport.rules(of: Sample.record)).contains(
                "EU-EUDR,Deforestation-free products,Regulation (EU) 2023/1115,2026-06-30,true,400,88,0,0,0,272,40,14.2,24,H07=300 H24=52,hold\r\n"
            ))
        #expect(text(CSVReport.criteria(of: Sample.record)).hasSuffix("H07,Plots located,400,100,0,0,300\r\n"))
        #expect(
            text(CSVReport.fraud(of: Sample.record)).contains(
                "F14,Plot laundering,30,50,0,0,50,0,45,0,0,0,0,0,,,,true,satellite"))
        #expect(
            text(CSVReport.fraud(of: Sample.record)).contains(
                "F02,Expired certificate,40,60,60,5,0,0,0,3,2,0,1,1,0.9523809523809523,31.5,60,false,"))
    }

    @Test("The table of fraud has recall, precision and times for each pattern, and the evidence that tells of it")
    func fraudTable() {
        let text = markdown(Sample.record)
        #expect(
            text.contains(
                "| F02 Expired certificate | 40 | 60 | 0 | 100% | 100% | 0 | 3 | 95% | 2 | 31.5 | 60 | the certificate")
        )
        #expect(text.contains("Plot laundering: 50 cases left no trace in any credential"))
        #expect(
            text.contains("Expired certificate: 5 cases of those found show a sign that another pattern leaves as well")
        )
        let page = page(Sample.record)
        #expect(page.contains("95th percentile") && page.contains("<td class=\"number\" data-value=\"60.0\">60</td>"))
    }

    @Test("The numbers behind the verdict are listed by what they are")
    func numbersByKind() {
        let sentence = "Most of these are values of claims (60) and connectivity (28)."
        #expect(page(Sample.record).contains(sentence) && markdown(Sample.record).contains(sentence))
        #expect(markdown(Sample.record).contains("| values of claims | 200 | 40 | 60 | 20% |"))
        #expect(page(Sample.record).contains("<th scope=\"row\">connectivity</th>"))
    }

    @Test("A report says how much of its verdict rests on assumptions")
    func assumptions() {
        #expect(page(Sample.record).contains("24% of the 363 numbers behind this verdict are assumed."))
        #expect(markdown(Sample.record).contains("24% of the 363 numbers behind this verdict are assumed."))
        var silent = Sample.record
        silent.provenance = Provenance()
        #expect(silent.assumptionSentence == nil && silent.provenance.assumedShare == nil)
    }
}
