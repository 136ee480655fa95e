import Foundation
import JSON
import Platforms
import Records
import Testing
import UNTP

@testable import Pilots

/// The scenario files that come with the project.
@Suite struct ShippedScenarioTests {
    private static let root = TestLibrary.root

    private func copper(_ overrides: [String] = [], name: String = "copper") throws -> Scenario {
        try Scenario.load(path: "\(Self.root)/pilots/\(name).yaml", overrides: overrides)
    }

    @Test("Every shipped file is valid")
    func areValid() throws {
        for folder in ScenarioLibrary.folders {
            let names = ScenarioLibrary.names(in: folder, root: Self.root)
            #expect(!names.isEmpty)
            for name in names { try ScenarioLibrary.validate("\(Self.root)/\(folder)/\(name).yaml") }
        }
    }

    @Test("A pilot of the library is found by its name, as reports give it")
    func isFoundByName() throws {
        let (named, scenario) = (try Scenario.load(path: "copper"), try copper())
        #expect(named.name == "copper" && named.parties.map(\.name) == scenario.parties.map(\.name))
        #expect(throws: ScenarioError.self) { try Scenario.load(path: "coper") }
    }

    @Test("The copper pilot is as large as it promises, and its failures come from all layers")
    func copperFindsFailuresOfAllLayers() throws {
        let scenario = try copper(["days=130"])
        #expect(scenario.parties.count >= 20)
        #expect(scenario.platforms.count >= 6)
        #expect(Set(scenario.parties.map(\.country)).count >= 4)
        #expect(scenario.platforms.contains { $0.profile.deviations.isEmpty })
        let record = try ProbeWorld.run(scenario)
        #expect(record.consignments.total >= 500)
        #expect(Set(record.findings.map(\.code)).count >= 15)
        #expect(Set(record.findings.map(\.layer)) == Set(FailureMode.Layer.allCases.map(\.rawValue)))
    }

    @Test("With conforming platforms, honest parties and a sound network the copper pilot has no finding at all")
    func conformingCopperFindsNothing() throws {
        let record = try ProbeWorld.run(try copper(["days=60"], name: "copper-conforming"))
        #expect(record.findings.isEmpty)
        #expect(record.consignments.total > 100)
        #expect(record.consignments.transparent == record.consignments.total)
    }

    @Test("The schema for editors is a JSON Schema, and the explanation names everybody and every knob")
    func explains() throws {
        _ = try JSONSchema(compiling: ScenarioSchema.document)
        let scenario = try copper()
        let text = scenario.explanation
        for party in scenario.parties { #expect(text.replacing("\n    ", with: " ").contains(party.name)) }
        for knob in scenario.platforms.flatMap(\.profile.deviations) { #expect(text.contains(knob.path)) }
    }

    @Test(
        "The flagship pilot is no smaller than the project's sketch of one, chain by chain",
        arguments: [
            ("copper", 10, ["CA", "CL", "PE", "DE"]), ("lithium", 8, ["AU", "CL", "CN", "KR"]),
            ("nickel", 8, ["ID", "CA", "FI", "CN"]), ("cobalt", 8, ["CD", "CN", "FI"]),
            ("battery", 16, ["CN", "KR", "DE", "US", "JP"]),
        ])
    func flagshipFollowsTheSketch(commodity: String, actors: Int, countries: [String]) throws {
        let scenario = try Scenario.load(path: "crm")
        let chains = Set(scenario.chains.filter { $0.commodity == commodity }.map(\.id))
        let parties = scenario.parties.filter { party in chains.contains { party.stage.hasPrefix($0 + "/") } }
        #expect(parties.count >= actors)
        #expect(Set(parties.map(\.country)).isSuperset(of: countries))
        let stages = Dictionary(grouping: parties, by: \.stage).mapValues(\.count)
        let least = [
            "copper/mine": 3, "copper/blending": 2, "copper/smelter": 2, "copper/refinery": 2, "copper/rod": 1,
            "cobalt/depot": 2, "battery/cathode": 4, "battery/cell": 4, "battery/pack": 3, "battery/vehicle": 2,
            "battery/recycling": 3,
        ].filter { stage, _ in chains.contains { stage.hasPrefix($0 + "/") } }
        for (stage, count) in least { #expect(stages[stage, default: 0] >= count, "\(stage)") }
    }

    @Test("Schemes of a state are those of bodies in it")
    func statesCertifyAtHome() throws {
        let scenario = try Scenario.load(path: "crm")
        for certifier in scenario.certifiers where ["CEEC", "EGC", "BCMINESACT"].contains(certifier.scheme) {
            #expect(certifier.country == (certifier.scheme == "BCMINESACT" ? "CA" : "CD"), "\(certifier.name)")
        }
    }

    @Test(
        "All that the people of the cotton pilot asked for is answered by measures, and by claims where it is on a criterion"
    )
    func cottonAnswersStories() throws {
        let stories = try Scenario.load(path: "cotton").stories
        #expect(stories.allSatisfy { !$0.measures.isEmpty })
        #expect(Set(stories.compactMap(\.criterion)) == ["H03", "H04", "H13"])
        let asked: [Set<String>] = [
            ["certificate-validity"], ["claim-coverage"], ["far-tiers-proven", "trace-depth"], ["time-to-trace"],
            ["late-evidence-latency"], ["onboarding-time"], ["issuer-anchored", "certificate-validity"],
            ["origin-test-mismatch"], ["verification-success", "trace-completeness"],
        ]
        for measures in asked { #expect(stories.contains { measures.isSubset(of: $0.measures) }, "\(measures)") }
    }
}
