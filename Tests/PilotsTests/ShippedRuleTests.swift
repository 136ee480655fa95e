import Credentials
import Platforms
import Testing

@testable import Pilots

/// What the shipped rules look at, and when.
@Suite struct ShippedRuleTests {
    private static func rules(_ pilot: String, _ overrides: [String] = []) throws -> [String: Regulation] {
        let rules = try Scenario.load(path: pilot, overrides: overrides).regulations
        return Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func day(_ text: String) throws -> Int64 {
        try #require(DateTimeStamp(strict: text + "T00:00:00Z")).unixSeconds
    }

    @Test("Whether leather falls under the rule against deforestation is a switch, and the rest of it is not")
    func leatherIsASwitch() throws {
        let time = try Self.day("2027-12-01")
        let isOut = ["ruleDates.EU-EUDR-LEATHER=out of scope", "ruleDates.EU-EUDR-SME-LEATHER=out of scope"]
        for (overrides, isIn) in [([], true), (isOut, false)] {
            let rules = try Self.rules("eudr", overrides)
            func looking(at hs: String) -> [String] {
                rules.values.filter {
                    $0.id.hasPrefix("EU-EUDR") && $0.concerns(hs: hs, from: "BR", to: "IT", at: time)
                }.map(\.id).sorted()
            }
            for hs in ["410120", "410150", "410411", "410712"] {
                #expect(looking(at: hs) == (isIn ? ["EU-EUDR-LEATHER", "EU-EUDR-SME-LEATHER"] : []), "\(hs)")
            }
            #expect(looking(at: "020230") == ["EU-EUDR", "EU-EUDR-SME"] && looking(at: "640399").isEmpty)
        }
    }

    @Test("Rules on batteries look at packs and not at the cells in them; the one on forced labour looks at both")
    func cellsAreNoPacks() throws {
        let scenario = try Scenario.load(path: "crm")
        func code(_ stage: String) throws -> String { try #require(scenario.stage(stage)).output(stage).hs }
        let (cell, pack) = (try code("battery/cell"), try code("battery/pack"))
        #expect(cell.hasPrefix("850760") && pack.hasPrefix("850760"))
        let time = try Self.day("2040-01-01")
        for rule in scenario.regulations where rule.id.hasPrefix("EU-BATT") && rule.id != "EU-BATT-REC" {
            #expect(rule.concerns(hs: pack, from: "KR", to: "DE", at: time), "\(rule.id)")
            #expect(!rule.concerns(hs: cell, from: "KR", to: "DE", at: time), "\(rule.id)")
        }
        let labour = try #require(scenario.regulations.first { $0.id == "US-UFLPA" })
        for hs in [cell, pack] { #expect(labour.concerns(hs: hs, from: "KR", to: "US", at: time)) }
    }

    @Test(
        "The former tax credit asked for ten percent more each year, and from the second on for a list of entities",
        arguments: [
            ("2023-06-01", 40, false), ("2024-06-01", 50, true), ("2025-06-01", 60, true), ("2025-10-01", nil, false),
        ] as [(String, Double?, Bool)])
    func creditHasSteps(day: String, least: Double?, asksForEntities: Bool) throws {
        let time = try Self.day(day)
        let rules = try Self.rules("crm").values.filter {
            $0.id.hasPrefix("US-30D") && $0.concerns(hs: "870380", from: "KR", to: "US", at: time)
        }
        let requirements = rules.flatMap(\.requirements)
        #expect(rules.count <= 1 && requirements.compactMap(Self.leastShare) == [least].compactMap(\.self))
        #expect(requirements.contains(where: Self.asksForEntities) == asksForEntities)
    }

    private static func leastShare(_ requirement: EvidenceRequirement) -> Double? {
        guard case .origin(_, let least) = requirement else { return nil }
        return least
    }

    private static func asksForEntities(_ requirement: EvidenceRequirement) -> Bool {
        guard case .noneListed(_) = requirement else { return false }
        return true
    }
}
