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
        let labour = try #require(scenario.regulations.first { $0.id == "US-UFLPA-METALS" })
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

    @Test(
        "Goods join the rule on forced labour when the source says, and are released as often as in that fiscal year",
        arguments: [
            ("2024-06-01", 0.53, false), ("2025-06-01", 0.065, false), ("2026-06-01", 0.065, true),
        ] as [(String, Double, Bool)])
    func forcedLabourHasSteps(day: String, share: Double, looksAtMetals: Bool) throws {
        let time = try Self.day(day)
        let rules = try Self.rules("crm").values.filter { $0.id.hasPrefix("US-UFLPA") }
        for (codes, isLookedAt) in [
            (["520100", "610910", "760110"], true), (["740311", "283691", "720839", "850760"], looksAtMetals),
        ] {
            for hs in codes {
                let looking = rules.filter { $0.concerns(hs: hs, from: "CN", to: "US", at: time) }
                #expect(looking.map(\.releasedShare) == (isLookedAt ? [share] : []), "\(hs)")
            }
        }
    }

    @Test(
        "Cobalt leaves Congo before exports were suspended, and then within a quota that began with half a month's",
        arguments: [
            ("2025-02-21", [], nil), ("2025-03-01", ["CD-SUSPENSION"], nil), ("2025-10-15", ["CD-SUSPENSION"], nil),
            ("2025-10-16", ["CD-QUOTA-25"], 517.5), ("2025-11-01", ["CD-QUOTA"], 1035),
        ] as [(String, [String], Double?)])
    func cobaltIsSuspended(day: String, expected: [String], quota: Double?) throws {
        let time = try Self.day(day)
        let rules = try Self.rules("crm").values.filter {
            $0.concerns(hs: "282200", from: "CD", to: "CN", at: time) && $0.market.contains("CD")
        }
        #expect(rules.map(\.id) == expected && rules.first?.perHolderTonnes == quota)
        #expect(rules.allSatisfy { $0.isBan == ($0.id == "CD-SUSPENSION") })
    }

    @Test("Rules on what is sold in a market look at what comes in, and not at what leaves it")
    func exportsAreNotSoldAtHome() throws {
        let rules = try Self.rules("crm")
        for (id, hs, home) in [
            ("FR-AGEC", "610910", "FR"), ("EU-ECGT", "610910", "DE"), ("US-30D", "870380", "US"),
            ("US-30D-24", "870380", "US"), ("US-30D-25", "870380", "US"),
        ] {
            let rule = try #require(rules[id])
            #expect(rule.concerns(hs: hs, from: "KR", to: home, at: rule.appliesFrom), "\(id)")
            #expect(!rule.concerns(hs: hs, from: home, to: "KR", at: rule.appliesFrom), "\(id)")
        }
    }

    @Test("The rule on recycling looks at what recyclers sell, and neither at spent batteries nor at salts of mines")
    func looksAtWhatIsRecycled() throws {
        let scenario = try Scenario.load(path: "crm")
        let rule = try #require(scenario.regulations.first { $0.id == "EU-BATT-REC" })
        func codes(_ stage: String) throws -> [String] {
            let stage = try #require(scenario.stage(stage))
            return stage.outputs.map { stage.output($0).hs }
        }
        func isLookedAt(_ hs: String) -> Bool { rule.concerns(hs: hs, from: "DE", to: "FI", at: rule.appliesFrom) }
        #expect(try codes("battery/recycling").filter(isLookedAt) == ["854919", "740400"])
        for stage in ["battery/collection", "nickel-laterite/refinery", "cobalt/refinery", "lithium-brine/plant"] {
            #expect(try !codes(stage).contains(where: isLookedAt), "\(stage)")
        }
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
