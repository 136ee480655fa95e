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
}
