import Records
import Testing

@testable import Reporting

@Suite("The verdict and the ranking")
struct VerdictTests {
    @Test("A pilot that meets all targets succeeds")
    func success() {
        var record = Sample.record
        for place in record.measures.indices where record.measures[place].target != nil {
            record.measures[place].met = true
        }
        let verdict = Verdict(record, record.fixPlan)
        #expect(verdict.word == "Yes" && verdict.headline == "This pilot would meet all five of its targets.")
    }

    @Test("A cancelled run gives no verdict, even when its targets were met")
    func cancelled() {
        var record = Sample.record
        record.completion = Completion(complete: false, cancelledAt: "2026-05-02T10:00:00Z")
        let verdict = Verdict(record, record.fixPlan)
        #expect(verdict.word == "Not finished" && verdict.headline.contains("2 May 2026"))
    }

    @Test("A run without targets neither succeeds nor fails")
    func withoutTargets() {
        var record = Sample.record
        for place in record.measures.indices {
            record.measures[place].target = nil
            record.measures[place].met = nil
        }
        #expect(Verdict(record, record.fixPlan).answer == .open)
    }

    @Test("Of a run in which nothing was sold it says that and nothing else, in every format")
    func nothingJudged() {
        var record = Sample.record
        record.consignments = ConsignmentTotals(total: 0, transparent: 0, partial: 0, opaque: 0)
        (record.consignmentRows, record.findings, record.score) = ([], [], 0)
        for place in record.chains.indices { record.chains[place].flows = [] }
        let verdict = Verdict(record, record.fixPlan)
        #expect(verdict.answer == .open && verdict.word == "Nothing judged")
        #expect(verdict.headline == "Nothing was sold in this run, so that nothing could be judged.")
        let texts = [
            String(decoding: HTMLReport.bytes(of: record), as: UTF8.self),
            String(decoding: MarkdownReport.bytes(of: record), as: UTF8.self),
            TerminalSummary(record, folder: nil, inColour: false).text,
        ]
        for text in texts {
            #expect(text.contains("Nothing was sold in this run"))
            #expect(!text.contains("Of 0 consignments") && !text.contains("No failure was found"))
            #expect(!text.contains("sets the score") && !text.contains("class=\"score\""))
        }
        #expect(!texts[1].contains("\n## Value chains") && !texts[1].contains("- E0,"))
        record.consignments = ConsignmentTotals(total: 3, transparent: 0, partial: 0, opaque: 0, inTransit: 3)
        #expect(Verdict(record, record.fixPlan).headline.hasPrefix("Nothing that was sold arrived"))
    }

    @Test("The score's sentence names the lowest measure and what it is short of")
    func lowest() {
        #expect(
            Sample.record.lowestSentence
                == "Furthest from its target is \u{201C}Transparent consignments\u{201D}: 1,802 against 10,000, "
                + "which sets the score at 0.18.")
        var record = Sample.record
        record.score = 1.16
        record.lowestMeasure = "supply-chain-actors"
        #expect(
            record.lowestSentence?.hasPrefix("Least beyond its target is \u{201C}Supply chain actors\u{201D}: 58")
                == true)
    }

    @Test("A target that is missed names who takes part and does not count, and why")
    func shortfalls() throws {
        var record = Sample.record
        #expect(record.shortfallSentences == ["Value chains: the pilot has no more than 2 value chains."])
        for place in record.measures.indices where record.measures[place].id == "supply-chain-actors" {
            record.measures[place].met = false
        }
        record.chains[1].isCounted = false
        record.parties = [
            PartyRecord(
                name: "A", role: "", country: "CL", platform: "", consignments: 9, transparent: 8, isAccepted: true),
            PartyRecord(name: "B", role: "", country: "CL", platform: "", consignments: 9, transparent: 8),
            PartyRecord(name: "C", role: "", country: "CL", platform: "", consignments: 9, isAccepted: true),
            PartyRecord(name: "D", role: "", country: "CL", platform: "", consignments: 3, isAccepted: true),
        ]
        let sentences = record.shortfallSentences
        #expect(
            sentences == [
                "Supply chain actors: of the pilot\u{2019}s 4 parties not counted are B (no credential issued in the run "
                    + "that another accepted from an anchored issuer); C and D (no consignment with transparent evidence).",
                "Value chains: of the pilot\u{2019}s 2 value chains not counted is \(record.chains[1].name) (no three stages "
                    + "in a row with transparent evidence).",
            ])
        let page = String(decoding: HTMLReport.bytes(of: record), as: UTF8.self)
        let markdown = String(decoding: MarkdownReport.bytes(of: record), as: UTF8.self)
        for sentence in sentences { #expect(page.contains(sentence) && markdown.contains(sentence)) }
        let json = String(decoding: JSONReport.bytes(of: record), as: UTF8.self)
        #expect(json.contains(#""counted": false"#) && json.contains("no consignment with transparent evidence"))
    }

    @Test("A consignment that several pairs lost counts once for a failure")
    func ranking() throws {
        var record = Sample.record
        record.findings += record.findings.map { finding in
            var again = finding
            again.credentialType = "dcc"
            return again
        }
        let worst = try #require(record.fixPlan.failures.first)
        let hit = Sample.rows.filter { $0.outcome != .transparent && $0.causes.contains(worst.code) }
        #expect(worst.consignments == hit.count)
        #expect(worst.consignmentsSolely == hit.count { $0.causes.count == 1 })
        #expect(worst.findings.count > 4)
    }

    @Test(
        "Who must fix a failure follows from who departs from the specification",
        arguments: [
            ("issuer", "TerraTrace"), ("verifier", "Gatehouse Customs and Portico"),
            ("register", "the register"), ("ambiguous", "TerraTrace, Gatehouse Customs and Portico"),
        ])
    func responsibility(role: String, names: String) throws {
        var record = Sample.record
        for place in record.findings.indices { record.findings[place].responsible = role }
        let failure = try #require(record.fixPlan.failures.first { $0.code == "multikey-codec-missing" })
        #expect(record.mustFix(failure) == names)
    }

    @Test("Parties of several findings are the parties concerned, one of all of them is the party")
    func parties() throws {
        var record = Sample.record
        func part() -> String? { record.fixPlan.failures.first { $0.code == "multikey-codec-missing" }?.part }
        for place in record.findings.indices { record.findings[place].parties = ["A farm"] }
        #expect(part() == "the party concerned")
        for place in record.findings.indices { record.findings[place].parties = ["Farm \(place)"] }
        #expect(part() == "the parties concerned")
    }

    @Test(
        "A run that was scaled, or of which settings were changed, says so beside the verdict",
        arguments: [
            (["scale=0.2"], "at a scale of 0.2"), (["days=30"], "with 1 setting changed"),
            (["scale=0.2", "a=1", "b=2"], "at a scale of 0.2, with 2 settings changed"),
        ])
    func variation(overrides: [String], text: String) {
        var record = Sample.record
        record.scenario.overrides = overrides
        #expect(record.variation == text)
        #expect(String(decoding: HTMLReport.bytes(of: record), as: UTF8.self).contains("This run was made \(text)."))
        #expect(String(decoding: MarkdownReport.bytes(of: record), as: UTF8.self).contains("seed 42, **\(text)**."))
        let head = TerminalSummary(record, folder: nil, inColour: false).text.split(separator: "\n").prefix(3)
        #expect(head.joined(separator: " ").contains(text))
        record.scenario.overrides = []
        #expect(record.variation == nil)
    }

    @Test("The command to repeat a run quotes what a shell would read otherwise")
    func command() {
        var record = Sample.record
        #expect(
            record.command
                == "untp-sim run copper-and-lithium --seed 42 --set network.loss=2 "
                + "--set 'platforms.orebook.note=old release'")
        record.scenario.overrides = ["scale=2.5"]
        #expect(record.command == "untp-sim run copper-and-lithium --seed 42 --scale 2.5")
        record.scenario.overrides = ["a=it's; rm -rf $HOME"]
        #expect(record.command.hasSuffix(#"--set 'a=it'\''s; rm -rf $HOME'"#))
    }
}
