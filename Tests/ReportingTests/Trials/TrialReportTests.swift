import Foundation
import Records
import Reporting
import Testing

@Suite("The report on a trial")
struct TrialReportTests {
    /// A trial with one result of each kind, and with texts that mean something to HTML, XML and Markdown.
    static let record: TrialRecord = {
        func result(
            _ id: String, _ outcome: TrialResult.Outcome, group: String = "negative",
            direction: TrialResult.Direction = .reads, peer: String = "", responsible: String = "",
            acceptedWrongly: Bool = false
        ) -> TrialResult {
            TrialResult(
                id: id, group: group, direction: direction, peer: peer, credentialType: "dpp",
                proves: "What <\(id)> shows & proves.", outcome: outcome, isAcceptedWrongly: acceptedWrongly,
                expected: "invalid", found: "valid \"as such\" \u{1}", code: "credential-altered",
                title: "Changed after signing", responsible: responsible, clause: "VC-JOSE-COSE", strength: "MUST",
                remedy: "Refuse it.", reproduce: "untp-sim try command --only \(id) -- ./adapter",
                artefacts: outcome == .failed ? ["\(id)/credential.json"] : [])
        }
        return TrialRecord(
            subject: .init(name: "Vendor <One>", version: "2", kind: "command", location: "./adapter"),
            at: "2026-01-05T00:00:00Z",
            peers: [TrialPeer(name: "strict", title: "Strict", deviations: ["verifying.typ: registered-only"])],
            results: [
                result("negative/altered/dpp", .failed, responsible: "verifier", acceptedWrongly: true),
                result("negative/revoked/dpp", .passed), result("outages/did/dpp", .passedWithLoss, group: "outages"),
                result("positive/sound/dpp", .notSupported, group: "positive"),
                result("peer/strict/dpp", .failed, group: "positive", peer: "strict", responsible: "issuer"),
                result(
                    "issued/dpp/strict", .failed, group: "positive", direction: .isRead, peer: "strict",
                    responsible: "issuer"),
            ], shown: ["Reads nothing."], missing: ["No DID document."], notes: ["Not signed."],
            artefacts: [
                Artefact(path: "negative/altered/dpp/credential.json", bytes: [1]),
                Artefact(path: "issued/dpp/strict/credential.json", bytes: [2]),
                Artefact(path: "peer/strict/dpp/credential.json", bytes: [3]),
            ])
    }()

    @Test func `the alarm comes first and no line is wider than the screen`() {
        let text = TrialSummary(Self.record, folder: nil, inColour: false).text
        #expect(text.hasPrefix("ALARM: 1 case that must not be taken for valid was."))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(text.contains("untp-sim try command --only negative/altered/dpp -- ./adapter"))
        #expect(text.contains("FAIL") && text.contains("peer"))
    }

    @Test func `what only a peer has to mend is skipped in continuous integration, with its reason`() throws {
        let text = String(decoding: TrialJUnit.bytes(of: Self.record), as: UTF8.self)
        #expect(text.contains("tests=\"6\" failures=\"2\" errors=\"0\" skipped=\"2\""))
        #expect(text.contains("<skipped message=\"the peer departs: Changed after signing."))
        #expect(text.contains("type=\"accepted-wrongly\""))
        #expect(text.contains("What &lt;negative/altered/dpp&gt; shows &amp; proves."))
        #expect(!text.unicodeScalars.contains("\u{1}"))
    }

    @Test func `nothing in a text becomes markup, and nothing is fetched`() {
        let html = String(decoding: TrialHTML.bytes(of: Self.record), as: UTF8.self)
        #expect(html.contains("Vendor &lt;One&gt; 2"))
        #expect(!html.contains("<One>") && !html.contains("<negative"))
        #expect(!html.contains("http://") && !html.contains("https://"))
        #expect(html.contains("href=\"artefacts/negative/altered/dpp/credential.json\""))
        let markdown = String(decoding: TrialMarkdown.bytes(of: Self.record), as: UTF8.self)
        #expect(markdown.contains("Vendor &lt;One&gt;") && !markdown.contains("<One>"))
    }

    @Test func `what is to be mended and what only peers have to mend are told apart everywhere`() throws {
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(TrialJSON.bytes(of: Self.record))) as? [String: Any])
        #expect(json["passed"] as? Bool == false && json["acceptedWrongly"] as? Int == 1)
        let results = try #require(json["results"] as? [[String: Any]])
        let own = results.filter { $0["ownFailure"] as? Bool == true }.compactMap { $0["id"] as? String }
        #expect(own == ["negative/altered/dpp", "issued/dpp/strict"])
    }

    @Test func `a report takes the place of an earlier one, and of nothing else`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "trial-\(ProcessInfo.processInfo.globallyUniqueString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try TrialFolder.write(Self.record, to: folder.path)
        try TrialFolder.write(Self.record, to: folder.path)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == ["artefacts", "junit.xml", "report.html", "report.md", "trial.json"])
        try Data().write(to: folder.appending(path: "mine.txt"))
        #expect(throws: ReportFolderError.self) { try TrialFolder.write(Self.record, to: folder.path) }
    }
}
