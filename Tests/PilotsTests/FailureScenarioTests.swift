import FoundationEssentials
import Platforms
import Records
import Testing
import UNTP

@testable import Pilots

/// The scenarios under `Scenarios/failures`: one for each failure mode, named for its code.
@Suite struct FailureScenarioTests {
    private static let folder = "Scenarios/failures"

    static let codes: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

    @Test(
        "Each failure's scenario finds it and nothing else, and nothing at all with the remedy that it names",
        arguments: codes)
    func showsAndMends(code: String) throws {
        let path = "\(Self.folder)/\(code).yaml"
        let scenario = try Scenario.load(path: path)
        let shows = try #require(scenario.shows)
        #expect(shows.failure == code)
        #expect(!shows.remedy.isEmpty)
        #expect(try ProbeWorld.codes(scenario) == [code])
        let mended = try Scenario.load(path: path, overrides: shows.remedy)
        let record = try ProbeWorld.run(mended)
        #expect(record.findings.map(\.code) == [])
        #expect(record.consignments.transparent == record.consignments.total)
    }

    @Test("Every failure that a knob can cause has a scenario, and every scenario's failure is in the catalogue")
    func isComplete() {
        #expect(Self.codes.count > 80)
        for code in Self.codes { #expect(FailureCatalogue[code] != nil, "\(code)") }
        for probe in Probe.all {
            guard let code = probe.cause?.mode else { continue }
            #expect(Self.codes.contains(code), "\(probe.knob.path) causes \(code)")
        }
    }
}
