import Foundation
import Records
import Testing

@testable import Reporting

@Suite("report.json")
struct JSONReportTests {
    private func parsed(_ record: RunRecord) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(JSONReport.bytes(of: record))) as? [String: Any])
    }

    @Test("Every key of the contract is there")
    func contract() throws {
        let report = try parsed(Sample.record)
        for key in [
            "scenario", "seed", "digest", "measures", "matrix", "findings", "consignments", "truth", "exchanges",
        ] {
            #expect(report[key] != nil, "\(key)")
        }
        func keys(_ path: String) throws -> Set<String> {
            if let list = report[path] as? [[String: Any]] { return Set(try #require(list.first).keys) }
            return Set(try #require(report[path] as? [String: Any]).keys)
        }
        #expect(try keys("simulated").isSuperset(of: ["from", "to"]))
        #expect(try keys("measures").isSuperset(of: ["id", "label", "value", "target", "unit", "met"]))
        #expect(
            try keys("matrix").isSuperset(of: [
                "issuer", "verifier", "credentialType", "attempts", "passed", "passedWithLoss", "failed",
                "notSupported", "notReached", "environment", "sealed", "failures",
            ]))
        #expect(
            try keys("findings").isSuperset(of: [
                "code", "tier", "layer", "severity", "responsible", "issuer", "verifier", "count", "firstSeen",
                "example", "remedy", "officialTests", "behind",
            ]))
        #expect(try keys("consignments").isSuperset(of: ["total", "transparent", "partial", "opaque"]))
        #expect(try keys("truth").isSuperset(of: ["acceptedWrongly", "rejectedWrongly"]))
        #expect(try keys("credentials").isSuperset(of: ["issued", "verified"]))
    }

    @Test("A distribution has its median and 95th percentile beside the value, and a run has its parts and materials")
    func spreadAndParts() throws {
        let report = try parsed(Sample.record)
        let measures = try #require(report["measures"] as? [[String: Any]])
        let latency = try #require(measures.first { $0["id"] as? String == "evidence-latency" })
        #expect(latency["median"] as? Double == 31.4 && latency["p95"] as? Double == 336)
        #expect(try #require(measures.first)["p95"] == nil)
        let breakdowns = try #require(report["breakdowns"] as? [String: [[String: Any]]])
        #expect(breakdowns["chains"]?.count == 2 && breakdowns["months"]?.count == 6)
        let causes = try #require(breakdowns["months"]?.first?["causes"] as? [[String: Any]])
        #expect(causes.first?["code"] as? String == "link-type-unknown")
        #expect((report["materials"] as? [[String: Any]])?.count == 2)
    }

    @Test("Equal records give equal bytes, however they came to be")
    func stability() throws {
        let copy = try JSONDecoder().decode(RunRecord.self, from: try JSONEncoder().encode(Sample.record))
        #expect(copy == Sample.record)
        for (first, second) in zip(ReportFile.documents(of: Sample.record), ReportFile.documents(of: copy)) {
            #expect(first == second, "\(first.path)")
        }
    }

    @Test("A tally is an object in the order of its names, and an example names its files from the report folder")
    func details() throws {
        let text = String(decoding: JSONReport.bytes(of: Sample.record), as: UTF8.self)
        #expect(text.contains(#""issued": {"dcc": 318, "dfr": 61, "dia": 58, "dpp": 2400, "dte": 4812}"#))
        #expect(text.contains(#""artefacts/multikey-codec-missing/did.json""#))
    }

    @Test("Rows and artefacts are left to their own files")
    func size() throws {
        let report = try parsed(Sample.record)
        #expect(report["consignmentRows"] == nil && report["artefacts"] == nil)
    }

    @Test(
        "Numbers are written so that they read back the same",
        arguments: [
            (0.0, "0"), (10_000.0, "10000"), (0.8893, "0.8893"), (-2.5, "-2.5"), (1e300, "1e+300"),
            (.infinity, "null"),
        ])
    func numbers(value: Double, text: String) {
        #expect(String(decoding: JSONText.number(value).bytes, as: UTF8.self) == text + "\n")
    }

    @Test("A seed beyond 2^63 is written whole")
    func seed() {
        var record = Sample.record
        record.seed = .max
        #expect(
            String(decoding: JSONReport.bytes(of: record), as: UTF8.self).contains("\"seed\": 18446744073709551615"))
    }

    @Test("Text of any kind reads back the same")
    func text() throws {
        var record = Sample.record
        record.scenario.title = Hostile.text
        let scenario = try #require(try parsed(record)["scenario"] as? [String: Any])
        #expect(scenario["title"] as? String == Hostile.text)
    }
}

/// Names as an attacker, or an accident, would write them.
enum Hostile {
    static let text =
        #"</script><script>alert(1)</script><img src=x onerror=alert(2)>" onmouseover="alert(3)' | `[x](javascript:alert(4)) {{verdict}} {{{style}}}"#
        + "\u{1B}[31m\u{7}\u{202E}\u{0}\r\n,\t\"\u{301} onfocus=\"\u{301}alert(5) \u{600}\"\u{600}<b> & \u{2028}"

    /// A record in which every text is hostile.
    static var record: RunRecord {
        get throws {
            let encoded = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(Sample.record))
            let kept: Set<String> = ["outcome", "level", "direction", "path", "artefacts"]
            func poisoned(_ value: Any, key: String) -> Any {
                switch value {
                case let object as [String: Any]:
                    return Dictionary(uniqueKeysWithValues: object.map { ($0, poisoned($1, key: $0)) })
                case let array as [Any]: return array.map { poisoned($0, key: key) }
                case let text as String: return kept.contains(key) ? text : text + Hostile.text
                default: return value
                }
            }
            var record = try JSONDecoder().decode(
                RunRecord.self, from: try JSONSerialization.data(withJSONObject: poisoned(encoded, key: "")))
            record.consignmentRows = Array(record.consignmentRows.prefix(50))
            return record
        }
    }
}
