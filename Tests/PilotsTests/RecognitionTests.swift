import Records
import Testing
import UNTP

@testable import Pilots

/// Whose criteria count in a country that chooses the schemes that it recognises.
@Suite struct RecognitionTests {
    /// A certifier that cites a scheme's own criterion, and a German rule on what comes in, where Germany chooses no scheme.
    private static func world(_ id: String, market: Set<String> = ["DE"], demands: [String]) -> Scenario {
        ProbeWorld.scenario { scenario in
            let mapping = CriteriaMapping(
                version: "1",
                rows: ["SEAL": [.init(id: "1", name: "Intensity", harmonised: "H01", relation: .equivalent)]])
            scenario.mapping = mapping
            scenario.certifiers[0].scheme = "SEAL"
            scenario.certifiers[0].cites = .scheme
            scenario.recognition = ["DE": []]
            scenario.buyersAsk = [:]
            scenario.regulations = [
                Regulation(
                    id: id, title: "Rule", instrument: "Act 1", market: market, direction: .any,
                    appliesFrom: scenario.startUnixSeconds, isDisputed: false, products: ["2603"],
                    demands: demands.compactMap { DemandedCriterion($0, in: mapping) }, check: "", action: .hold,
                    days: Triangle(low: 1, typical: 1, high: 1), releasedShare: 0)
            ]
        }
    }

    @Test("A rule that is stated in a scheme's criteria is met by them, whatever else its country recognises")
    func rulesRecogniseWhatTheyAskFor() throws {
        let record = try ProbeWorld.run(Self.world("DE-RULE", demands: ["SEAL/1"]))
        let (rule, criterion) = (try #require(record.rules.first), try #require(record.criteria.first))
        #expect(rule.passed == rule.checked && rule.checked > 5 && record.findings.isEmpty)
        #expect(criterion.id == "SEAL/1" && criterion.direct == criterion.demanded)
        #expect(record.recognition.isEmpty)
    }

    @Test("The criteria of a law count where the law holds, and of one that is not a part of it they don't")
    func countriesRecogniseTheirLaws() {
        for (id, market, recognised) in [
            ("SEAL", ["DE"], ["SEAL"]), ("SEAL-LATE", ["DE"], ["SEAL"]), ("SEALED", ["DE"], []), ("SEAL", ["CL"], []),
        ] as [(String, Set<String>, Set<String>)] {
            let scenario = Self.world(id, market: market, demands: [])
            #expect(scenario.recognised(in: "DE") == recognised, "\(id) in \(market)")
            #expect(scenario.recognised(in: "CL") == nil)
        }
    }
}
