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
