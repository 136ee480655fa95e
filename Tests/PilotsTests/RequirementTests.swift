import Foundation
import Platforms
import Records
import Testing
import UNTP

@testable import Pilots

/// What rules ask of evidence besides certificates for criteria.
@Suite struct RequirementTests {
    /// A mine in Chile that sells to a smelter in Germany, where a rule holds what it lets in by one requirement alone.
    private static func outcome(
        _ requirement: EvidenceRequirement, change: (inout Scenario) -> Void = { _ in }
    ) throws -> RuleRecord {
        let scenario = ProbeWorld.scenario { scenario in
            scenario.regulations = [
                Regulation(
                    id: "DE-RULE", title: "Rule", instrument: "Act 1", market: ["DE"], direction: .imports,
                    appliesFrom: scenario.startUnixSeconds, isDisputed: false, products: ["2603"], demands: [],
                    requirements: [requirement], check: "", action: .hold,
                    days: Triangle(low: 1, typical: 1, high: 1), releasedShare: 1)
            ]
            change(&scenario)
        }
        return try #require(try ProbeWorld.run(scenario).rules.first)
    }

    private static func value(_ unit: String = "TNE", atLeast: Double? = nil, atMost: Double? = nil) throws
        -> EvidenceRequirement
    {
        .value(criterion: try #require(HarmonisedCriteria["H01"]), unit: unit, atLeast: atLeast, atMost: atMost)
    }

    @Test("A value counts where a certificate stands behind the claim and the unit is that of the law")
    func looksAtValues() throws {
        // The claim is from 2 to 4, typically 3.
        let all = try Self.outcome(try Self.value(atLeast: 2, atMost: 4))
        #expect(all.passed == all.checked && all.checked > 5)
        let some = try Self.outcome(try Self.value(atLeast: 3))
        let others = try Self.outcome(try Self.value(atMost: 2.9999))
        #expect(some.passed > 0 && some.released > 0 && some.passed + others.passed == some.checked)
        #expect(some.lacking == [Tally(of: "H01-value", count: some.released)])
        let none = try Self.outcome(try Self.value("KGM", atLeast: 2))
        #expect(none.passed == 0)
        let unproven = try Self.outcome(try Self.value(atLeast: 2)) { $0.parties[0].certificate = .wrongScope }
        #expect(unproven.passed == 0)
    }

    @Test(
        "What a party claims because it is asked for has the unit of its criterion and a value that stands for something",
        arguments: [("H01", "KGM", 0.001), ("H20", "C62", 3), ("H26", "P1", 100), ("H24", "C62", 1)])
    func answersInUnits(criterion: String, unit: String, least: Double) throws {
        let asked = try #require(HarmonisedCriteria[criterion])
        let all = try Self.outcome(.value(criterion: asked, unit: unit, atLeast: least, atMost: nil)) { scenario in
            for index in scenario.chains[0].stages.indices { scenario.chains[0].stages[index].claims = [] }
            for index in scenario.parties.indices { scenario.parties[index].answers = [criterion] }
            scenario.certifiers[0].criteria = [criterion]
            scenario.buyersAsk = [:]
        }
        #expect(all.passed == all.checked && all.checked > 5)
    }

    @Test("Listed names are looked for among all who made something, however they are written")
    func looksForListed() throws {
        let listed = try Self.outcome(.noneListed(["MINE"]))
        #expect(listed.passed == 0 && listed.lacking.map(\.of) == ["listed-entity"])
        let others = try Self.outcome(.noneListed(["Quarry"]))
        #expect(others.passed == others.checked && others.checked > 5)
    }

    @Test("The origin of materials counts by the mass that the passport gives it")
    func looksAtOrigin() throws {
        let all = try Self.outcome(.origin(countries: ["CL", "PE"], atLeast: 60))
        #expect(all.passed == all.checked)
        let none = try Self.outcome(.origin(countries: ["DE"], atLeast: 1))
        #expect(none.passed == 0 && none.lacking.map(\.of) == ["origin-share"])
    }

    @Test("An honest world is traced to its origins and its mass closes; without events neither is known")
    func looksAtTraces() throws {
        for requirement in [EvidenceRequirement.traceToOrigin, .massClosed] {
            let all = try Self.outcome(requirement)
            #expect(all.passed == all.checked && all.checked > 5)
            let none = try Self.outcome(requirement) { scenario in
                try? scenario.platforms[0].profile.set("events.publishing", to: "late")
                try? scenario.platforms[1].profile.set("events.ordering", to: "as-arrived")
            }
            #expect(none.passed == 0 && none.lacking.map(\.of) == [requirement.id], "\(requirement.id)")
        }
    }

    @Test("What is made of goods from outside of the pilot is no extraction: its trace and its mass stay open")
    func looksBehindTheFirstStage() throws {
        func enter(_ scenario: inout Scenario) {
            scenario.chains[0].stages[0].outsideNeeds = [.init(name: "", sources: ["probe/rock"])]
        }
        for requirement in [EvidenceRequirement.traceToOrigin, .massClosed] {
            let none = try Self.outcome(requirement, change: enter)
            #expect(none.passed == 0 && none.lacking.map(\.of) == [requirement.id], "\(requirement.id)")
        }
        let record = try ProbeWorld.run(ProbeWorld.scenario(change: enter))
        #expect(record.measures.first { $0.id == "trace-completeness" }?.value == 0)
        #expect(record.findings.isEmpty && record.consignments.transparent == record.consignments.total)
    }

    @Test("Names that a pilot lists are added to those of the rule, and shipped rules list nobody")
    func addsToTheList() throws {
        let pilot = "\(TestLibrary.root)/pilots/crm.yaml"
        let rules = try Scenario.load(
            path: pilot, overrides: ["listedEntities={US-UFLPA: [Nowhere Smelting], US-UFLPA-METALS: [Nobody Ltd]}"]
        ).regulations.filter { $0.id.hasPrefix("US-UFLPA") }
        #expect(rules.map(\.id) == ["US-UFLPA", "US-UFLPA-25", "US-UFLPA-METALS"])
        for rule in rules {
            let names = ["Nowhere Smelting"] + (rule.id == "US-UFLPA-METALS" ? ["Nobody Ltd"] : [])
            #expect(rule.requirements == [.traceToOrigin, .massClosed, .noneListed(Set(names))], "\(rule.id)")
        }
        for name in ScenarioLibrary.names(in: "regulations", root: TestLibrary.root) {
            let file = try ScenarioLoader.read("\(TestLibrary.root)/regulations/\(name).yaml")
            #expect(file["entities"]?.elements.isEmpty ?? true, "\(name)")
            #expect(file["check"]?.text != nil, "\(name)")
        }
    }

    @Test("A requirement is explained, with what of the law is not simulated")
    func explains() throws {
        let text = try Scenario.load(path: "\(TestLibrary.root)/pilots/eudr.yaml").explanation
            .replacing("\n    ", with: " ")
        #expect(text.contains("a trace to the origin of all materials; quantities that close at each step; goods"))
        #expect(text.contains("the risk of the country is not simulated"))
    }

    @Test(
        "What can't be required is named with its place and what was expected",
        arguments: [
            ("{trace: origin, mass: closed}", ":14:12: 'trace', 'mass' stand together"),
            ("{trace: origin, unit: P1}", ":14:28: 'unit' says nothing beside 'trace'"),
            ("{criterion: H10}", ":14:12: nothing says which value"),
            ("{criterion: H10, unit: P1, atLeast: 5, atMost: 3}", ":14:12: no value is at least 5.0 and at most 3.0"),
            ("{trase: origin}", "did you mean 'trace'?"),
            ("{origin: [XX], atLeast: 5}", ":14:22: there is no country 'XX'"),
            ("{origin: [US]}", ":14:12: nothing says how much"),
        ])
    func namesWhatIsWrong(requirement: String, says: String) throws {
        try TestLibrary.withCopy { library in
            let path = "\(library)/regulations/US-UFLPA.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try Data(text.replacing("{trace: origin}", with: requirement).utf8).write(to: URL(filePath: path))
            #expect { try ScenarioLibrary.validate(path) } throws: { "\($0)".contains(says) }
        }
    }
}
