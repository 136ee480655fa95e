import Foundation
import JSON
import Testing

/// What a report says that mending would gain, held against a run in which it is mended.
@Suite("The plan of a report")
struct PlanTests {
    private struct Step: Equatable {
        let codes: [String]
        let transparent: Int
    }

    /// The transparent consignments of a run with some settings, and the steps to more of them.
    private func rehearsed(_ settings: [String]) throws -> (transparent: Int, steps: [Step]) {
        let folder = try CommandLineTests.temporaryFolder().appending(path: "report")
        let changes = settings.flatMap { ["--set", "platforms.\($0)"] }
        let outcome = try CommandLineTests.call(
            CommandLineTests.program,
            ["run", "Scenarios/pilots/three-platforms.yaml", "--out", folder.path] + changes)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let report = try JSONDocument(
            parsing: [UInt8](try Data(contentsOf: folder.appending(path: "report.json")))
        ).root
        let steps = report["plan"]?.elements.map { step in
            Step(
                codes: step["codes"]?.elements.compactMap(\.string) ?? [],
                transparent: Self.count(step["transparent"]))
        }
        return (Self.count(report["consignments"]?["transparent"]), steps ?? [])
    }

    private static func count(_ value: JSONView?) -> Int { value?.double.map { Int($0) } ?? -1 }

    @Test("Mending what a step names gains what it promises, and a part of it gains nothing")
    func keepsItsPromise() throws {
        let criteria = "sender.set.criteria.identifiers=own"
        let digests = "sender.set.evidence.digestInput=own-serialisation"
        let issuer = "middle.set.credential.issuer=string"
        let all = try rehearsed([criteria, digests, issuer])
        try #require(all.steps.count == 2)
        #expect(all.steps[0].codes == ["criterion-id-not-shared", "hash-over-other-bytes"])
        #expect(all.steps[1].codes == ["issuer-string-vs-object"])
        #expect(try rehearsed([criteria, issuer]).transparent == all.transparent)
        #expect(try rehearsed([issuer]).transparent == all.steps[0].transparent)
        #expect(try rehearsed([]).transparent == all.steps[1].transparent)
    }
}
