import Foundation
import Platforms
import Records
import Testing

@testable import Pilots

/// Which rules a pilot falls under, said before it runs.
@Suite struct RulesAtWorkTests {
    private static let day: Int64 = 86_400

    private static func rule(
        _ id: String, in market: Set<String>, _ direction: Regulation.Direction, for operators: Regulation.Operators?,
        from first: Int64 = 0, until last: Int64? = nil
    ) -> Regulation {
        Regulation(
            id: id, title: "Rule", instrument: "Act 1", market: market, direction: direction, appliesFrom: first,
            appliesUntil: last, isDisputed: false, products: ["2603"], demands: [], operators: operators, check: "",
            action: .note, days: Triangle(low: 0, typical: 0, high: 0), releasedShare: 1)
    }

    /// Rules of all kinds on what a mine in Chile sells to a smelter in Germany for 44 days.
    private static func rules(from start: Int64) -> [Regulation] {
        var rules: [Regulation] = []
        for market in [["CL"], ["DE"], ["CL", "DE"], ["US"]] {
            for direction in Regulation.Direction.allCases {
                for operators in [nil, Regulation.Operators.small, .large] {
                    rules.append(rule("KIND-\(rules.count)", in: Set(market), direction, for: operators))
                }
            }
        }
        for (place, direction, days) in [
            ("CL", Regulation.Direction.exports, [0, 43, 45]), ("DE", .imports, [0, 44, 45, 48]),
        ] {
            for first in days {
                let id = "\(place)-FROM-\(first)"
                rules.append(rule(id, in: [place], direction, for: nil, from: start + Int64(first) * day))
            }
            for last in [-1, 0, 3] {
                let id = "\(place)-UNTIL-\(last)"
                rules.append(rule(id, in: [place], direction, for: nil, until: start + Int64(last) * day))
            }
        }
        return rules
    }

    @Test(
        "Named are the rules that look at something in the run, by market, direction, size and time, and no others",
        arguments: [false, true], [false, true])
    func namesThoseThatLook(isSellerSmall: Bool, isBuyerSmall: Bool) throws {
        let scenario = ProbeWorld.scenario { scenario in
            scenario.parties[0].everyHours = 6
            scenario.parties[0].isSmall = isSellerSmall
            scenario.parties[1].isSmall = isBuyerSmall
            scenario.regulations = Self.rules(from: scenario.startUnixSeconds)
        }
        let looked = try ProbeWorld.run(scenario).rules.map(\.id)
        #expect(scenario.rulesAtWork.map(\.id) == looked)
        #expect(looked.contains("DE-FROM-45") && !looked.contains("CL-FROM-45") && looked.contains("CL-UNTIL-0"))
    }

    @Test("Rules for small enterprises are named where there are some, and what buyers ask for where somebody buys")
    func looksAtSizes() throws {
        var scenario = try TestLibrary.drafted(["coffee"]) { $0.countries = ["ET", "DE"] }
        scenario.buyersAsk = ["ET": .harmonised("H01"), "BR": .harmonised("H01")]
        let text = scenario.explanation
        #expect(text.contains("  EU-EUDR from ") && !text.contains("  EU-EUDR-SME from "))
        #expect(text.contains("Buyers in Ethiopia ask for") && !text.contains("Buyers in BR"))
        for index in scenario.parties.indices { scenario.parties[index].isSmall = true }
        let small = scenario.explanation
        #expect(!small.contains("  EU-EUDR from ") && small.contains("  EU-EUDR-SME from "))
    }

    @Test("All rules that a reference report counts were named beforehand")
    func namesThoseOfShippedPilots() throws {
        let reports = URL(filePath: TestLibrary.root).deletingLastPathComponent().appending(path: "Reports")
        var count = 0
        for name in ScenarioLibrary.names(in: "pilots", root: TestLibrary.root) {
            guard let data = try? Data(contentsOf: reports.appending(path: "\(name)/report.json")) else { continue }
            let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            let looked = (report["rules"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
            let pilot = try Scenario.load(path: "\(TestLibrary.root)/pilots/\(name).yaml")
            #expect(Set(looked).subtracting(pilot.rulesAtWork.map(\.id)).isEmpty, "\(name)")
            count += looked.count
        }
        #expect(count > 10)
    }
}
