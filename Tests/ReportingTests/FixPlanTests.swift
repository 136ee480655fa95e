import Foundation
import Records
import Testing

@testable import Reporting

@Suite("In which order to mend")
struct FixPlanTests {
    /// The sample's record with consignments that failed for given reasons, so many each.
    private func record(_ obstacles: [(causes: [String], count: Int)]) -> RunRecord {
        var record = Sample.record
        record.consignmentRows = obstacles.flatMap { causes, count in
            (0..<count).map { _ in
                var row = Sample.rows[0]
                (row.outcome, row.causes) = (.partial, causes)
                return row
            }
        }
        record.consignments.transparent = 100
        return record
    }

    @Test("The steps together make every consignment transparent that failed, each counted once")
    func conservation() {
        let plan = Sample.record.fixPlan
        let failed = Sample.rows.count { [.partial, .opaque].contains($0.outcome) }
        #expect(plan.steps.reduce(0) { $0 + $1.gain } == failed)
        #expect(plan.steps.last?.transparent == Sample.record.consignments.transparent + failed)
        #expect(plan.steps.allSatisfy { $0.gain > 0 })
        #expect(Set(plan.failures.map(\.code)) == Set(Sample.record.findings.map(\.code)))
        #expect(Array(plan.failures.map(\.code).prefix(plan.steps[0].codes.count)) == plan.steps[0].codes)
    }

    @Test("A step gains what has no other obstacle left, whatever comes after it")
    func gains() {
        var mended: Set<String> = []
        for step in Sample.record.fixPlan.steps {
            let before = Sample.rows.count { Set($0.causes).isSubset(of: mended) }
            mended.formUnion(step.codes)
            #expect(Sample.rows.count { Set($0.causes).isSubset(of: mended) } - before == step.gain)
        }
    }

    @Test("A step says how many of the consignments that it gains are sound, where some are not, in every report")
    func sound() throws {
        let (one, other) = ("multikey-codec-missing", "resolver-timeout")
        var record = record([([one], 90), ([other], 40)])
        for index in record.consignmentRows.indices { record.consignmentRows[index].isSound = index >= 60 }
        let plan = record.fixPlan
        #expect(plan.steps.map(\.gain) == [90, 40] && plan.steps.map(\.sound) == [30, 40])
        #expect(plan.steps.map(\.soundPart) == ["30 of them sound", nil])
        let json = try JSONSerialization.jsonObject(with: Data(JSONReport.bytes(of: record))) as? [String: Any]
        let steps = json?["plan"] as? [[String: Any]]
        #expect(steps?.map { $0["sound"] as? Int } == [30, 40])
        let texts = [HTMLReport.bytes(of: record), MarkdownReport.bytes(of: record)]
            .map { String(decoding: $0, as: UTF8.self) }
        for text in texts + [TerminalSummary(record, folder: nil, inColour: false).text] {
            #expect(text.contains("30 of them sound") && !text.contains("40 of them sound"))
        }
        #expect(
            texts.allSatisfy { $0.contains("Of the 90 consignments that this first step would gain, 30 are sound") })
        #expect(Sample.record.fixPlan.steps.allSatisfy { $0.soundPart == nil })
    }

    @Test("Failures that gain nothing by themselves are mended together")
    func together() {
        let (one, other, third) = ("multikey-codec-missing", "link-type-unknown", "resolver-timeout")
        let plan = record([([one, other], 90), ([third], 40), ([one], 5)]).fixPlan
        #expect(plan.steps.map { Set($0.codes) } == [[one, other], [third]] && plan.steps.map(\.gain) == [95, 40])
        #expect(plan.steps.map(\.transparent) == [195, 235])
    }

    @Test("Two who have to act for a gain come after one who gains more than half of it")
    func effort() {
        var record = record([(["multikey-codec-missing", "link-type-unknown"], 70), (["resolver-timeout"], 40)])
        for place in record.findings.indices where record.findings[place].code == "link-type-unknown" {
            (record.findings[place].responsible, record.findings[place].parties) = ("issuer", ["A farm"])
        }
        #expect(record.fixPlan.steps.map(\.gain) == [40, 70])
        for place in record.findings.indices {
            (record.findings[place].responsible, record.findings[place].parties) = ("issuer", ["A farm"])
        }
        #expect(record.fixPlan.steps.map(\.gain) == [70, 40])
    }

    @Test("Those who have to act are counted by heads, whether they mend one failure or several")
    func heads() {
        var record = record([(["multikey-codec-missing"], 90), (["resolver-timeout"], 40)])
        for place in record.findings.indices {
            let isWide = record.findings[place].code == "multikey-codec-missing"
            record.findings[place].responsible = "issuer"
            record.findings[place].parties = isWide ? ["A farm", "A gin", "A mill"] : ["A farm"]
        }
        #expect(record.fixPlan.steps.map(\.gain) == [40, 90])
    }

    @Test("It says how many steps reach the target, and nothing where none do")
    func target() throws {
        var record = record([(["multikey-codec-missing"], 90), (["resolver-timeout"], 40)])
        let place = try #require(record.measures.firstIndex { $0.id == "transparent-consignments" })
        for (target, steps) in [(200.0, 2), (190, 1), (100, nil), (500, nil)] {
            record.measures[place].target = target
            #expect(record.fixPlan.stepsToTarget == steps, "\(target)")
        }
        record.measures[place].target = 200
        let sentence = try #require(record.sentence(of: record.fixPlan))
        #expect(
            sentence.hasSuffix(
                "The first two steps of the list would reach the target of 200 consignments, by the consignments of this run."
            ))
        #expect(sentence.contains("which would gain about 90 consignments"))
    }

    @Test("One failure is for somebody to mend, and several are")
    func agreement() throws {
        for (codes, verb) in [(["resolver-timeout"], "is"), (["multikey-codec-missing", "resolver-timeout"], "are")] {
            var record = record([(codes, 9)])
            for place in record.findings.indices {
                (record.findings[place].responsible, record.findings[place].parties) = ("issuer", ["A farm"])
            }
            let sentence = try #require(record.sentence(of: record.fixPlan))
            #expect(sentence.contains(" and \(verb) for A farm to do"), "\(sentence)")
        }
    }

    @Test("It says which step meets a target of actors or countries, as far as those who issue are accepted already")
    func otherTargets() throws {
        var record = record([(["multikey-codec-missing"], 90), (["resolver-timeout"], 40)])
        let place = try #require(record.measures.firstIndex { $0.id == "supply-chain-actors" })
        (record.measures[place].value, record.measures[place].target, record.measures[place].met) = (1, 2, false)
        record.parties = ["Mine", "Smelter", "Taker"].map { name in
            PartyRecord(
                name: name, role: "", country: "CL", platform: "", consignments: 50,
                transparent: name == "Mine" ? 9 : 0, isAccepted: name != "Taker")
        }
        for index in record.consignmentRows.indices {
            let seller = index < 90 ? "Mine" : "Smelter"
            (record.consignmentRows[index].seller, record.consignmentRows[index].buyer) = (seller, "Taker")
        }
        let steps = record.fixPlan.steps
        #expect(steps.map { $0.meets.map(\.id) } == [[], ["supply-chain-actors"]])
        let sentence = try #require(record.sentence(of: record.fixPlan))
        #expect(sentence.contains("The first two steps of the list would reach the target of 2 actors"))
        // Whether the taker issues anything that is accepted can't be told.
        record.measures[place].target = 3
        #expect(record.fixPlan.steps.allSatisfy { $0.meets.isEmpty })
    }

    @Test("What befell evidence after it was judged is a step too, though nobody found it")
    func later() throws {
        let plan = record([(["certificate-suspended"], 3)]).fixPlan
        let step = try #require(plan.steps.first)
        #expect(step.codes == ["certificate-suspended"] && step.failures.isEmpty && step.gain == 3)
    }

    @Test("It does not hang on the order of findings and rows")
    func order() {
        var record = Sample.record
        let steps = record.fixPlan.steps.map(\.codes)
        record.findings.reverse()
        record.consignmentRows.reverse()
        #expect(record.fixPlan.steps.map(\.codes) == steps)
    }
}
