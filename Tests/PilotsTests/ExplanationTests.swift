import Foundation
import Testing
import UNTP

@testable import Pilots

/// What a project lead reads before a run.
@Suite struct ExplanationTests {
    private static let copper = "\(TestLibrary.root)/pilots/copper.yaml"

    @Test("Lines have at most 80 characters, whatever the chains and the length of names")
    func fitsTheTerminal() throws {
        var scenario = try TestLibrary.drafted(ScenarioLibrary.names(in: "value-chains", root: TestLibrary.root))
        scenario.parties[0].name =
            "The Long-Established Mining, Smelting and Refining Company of the Northern Provinces"
        scenario.title = String(repeating: "A long title ", count: 12)
        for line in scenario.explanation.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test("The map shows each stage, where chains join, what comes along, and which way closes a loop")
    func drawsTheChains() throws {
        let text = try Scenario.load(path: Self.copper).chainMap
        for stage in ["mine", "smelter", "refinery", "foil", "cell", "pack", "vehicle", "recycling"] {
            #expect(text.contains("+-- \(stage) ---"))
        }
        #expect(text.contains("20 tonnes at a time ==> battery/cell\n"))
        #expect(text.contains("| <== Copper foil up to 0.15 mm from copper/foil  "))
        #expect(text.contains("+ Recovered copper ==> copper/refinery (a loop)"))
        #expect(text.contains("| <== Recovered copper from battery/recycling (a loop)"))
        #expect(text.ranges(of: "(a loop)").count == 2)
        #expect(text.contains("Electric car, 10 pieces at a time; here the pilot ends"))
    }

    @Test("Each chain of custody is said in words, with its period, and who is certified by which scheme")
    func explainsCustody() throws {
        let text = try Scenario.load(
            path: "\(TestLibrary.root)/pilots/palm-oil.yaml",
            overrides: [
                "parties.Pabrik Sungai Hijau.certifiesAll=true"
            ]
        ).explanation
        #expect(text.contains("book and claim: goods are certified by credits"))
        #expect(text.contains("palm-oil/mill: 1 of 2 certified by RSPO, balanced over 3 months"))
        #expect(text.contains("palm-oil/foods: nobody certified"))
        #expect(text.contains("certifies all that it makes, whatever went in"))
    }

    @Test("Who certifies a chain of custody by no scheme is said by name")
    func namesWhoVerifiesCustody() throws {
        var scenario = try Scenario.load(path: "\(TestLibrary.root)/pilots/palm-oil.yaml")
        for index in scenario.certifiers.indices { scenario.certifiers[index].scheme = "" }
        for index in scenario.parties.indices { scenario.parties[index].answers.append(CustodyClaim.criterion) }
        let text = scenario.custodyText.replacing("\n      ", with: " ")
        let certifier = try #require(scenario.certifiers.first { $0.criteria.contains(CustodyClaim.criterion) })
        #expect(text.contains("certified by \(certifier.name)"), "\(text)")
    }

    @Test("It tells of paper, samples, connections, batches, whose criteria are cited, and what people want to know")
    func tellsOfLegacyAndStories() throws {
        let path = "\(TestLibrary.root)/pilots/cotton.yaml"
        func text(_ change: (inout Scenario) -> Void = { _ in }) throws -> String {
            var scenario = try Scenario.load(path: path)
            change(&scenario)
            return scenario.explanation
        }
        let usual = try text()
        let paper = try #require(try Scenario.load(path: path).certifiers.firstIndex { $0.digitisedAfterDays != nil })
        let offline = try #require(try Scenario.load(path: path).parties.firstIndex { $0.syncHours != nil })
        let citing = try #require(try Scenario.load(path: path).certifiers.firstIndex { $0.cites == .scheme })
        let others = [
            try text { $0.certifiers[paper].digitisedAfterDays = 200 },
            try text { $0.parties[offline].syncHours = 240 },
            try text { $0.testedShare = 1 }, try text { $0.parties[0].everyHours += 24 },
            try text { $0.certifiers[citing].cites = .harmonised }, try text { $0.stories = [] },
        ]
        for other in others { #expect(other != usual) }
        #expect(others[0].contains("200 days") && others[1].contains("240 hours"))
        #expect(usual.contains("A laboratory takes a sample of 10 % of the consignments"))
        #expect(usual.contains("What those who take part want to know"))
    }

    @Test("It is said what a certifier assesses without being accredited for it")
    func tellsOfGapsInAccreditation() throws {
        let path = "\(TestLibrary.root)/failures/accreditation-missing.yaml"
        func text(_ overrides: [String]) throws -> String {
            try Scenario.load(path: path, overrides: overrides).explanation.replacing("\n    ", with: " ")
        }
        #expect(try text([]).contains("by Copper Mark; not accredited for H25"))
        #expect(try !text(["certifiers.Certifier.accreditedFor=[H01, H25]"]).contains("; not accredited"))
    }

    @Test("A trader sells on what it buys, and a way past it is shown")
    func drawsTraders() throws {
        let text = try TestLibrary.drafted(["copper"]).explanation
        #expect(text.contains("| sells on what it buys; mass balance; LME-RS, JDDS"))
        #expect(text.contains("also ==> smelter"))
        #expect(text.contains("sell on what they buy to "))
    }

    @Test("Customers are named where there are few, and counted where there are many or all")
    func shortensCustomers() throws {
        var scenario = try Scenario.load(path: Self.copper)
        #expect(scenario.trade.contains("sell Copper anode with 99.0 to 99.5 % copper to all 4 refiners\n"))
        #expect(scenario.trade.contains("to all 4 cell makers (battery/cell)\n"))
        let smelters = scenario.parties.filter { $0.stage == "copper/smelter" }.map(\.name)
        for index in scenario.parties.indices where scenario.parties[index].stage == "copper/mine" {
            scenario.parties[index].customers = index == 0 ? ["Onsan Smelter"] : smelters
        }
        let text = scenario.trade
        #expect(text.contains("        sell Copper concentrate with 25 to 30 % copper to Onsan Smelter\n"))
        #expect(text.contains("        sell Copper concentrate with 25 to 30 % copper to all 3 smelters\n"))
    }

    @Test("What holds in a country is said: what buyers ask for, and the rules in force")
    func saysTheRules() throws {
        let text = try Scenario.load(path: Self.copper).explanation
        #expect(text.contains("EU-BATT-CF from 2026-02-18: Battery carbon footprint declaration; asks for"))
        #expect(text.contains("goods without it are held"))
        let asking = try TestLibrary.withCopy { library in
            try TestLibrary.pilot(
                try String(contentsOfFile: "\(TestLibrary.root)/pilots/two-platforms.yaml", encoding: .utf8),
                in: library)
        }
        #expect(asking.explanation.contains("Buyers in Germany ask for: Greenhouse gas"))
    }

    @Test("What a pilot sets is said in words: days, tiers, ways, sizes, lists, targets and who keeps the books")
    func saysWhatIsSet() throws {
        let text = try Scenario.load(
            path: Self.copper,
            overrides: [
                "days=1", "evidenceTiers=1", "quotaManager=true", "answersRules=true", "targets.mass-balance-gap=0",
                "parties.Onsan Smelter.size=small", "regulations=[US-UFLPA, EU-BATT-CF]",
                "listedEntities={US-UFLPA: [Nobody Ltd]}", "ruleDates={US-UFLPA: 2020-01-01}", "parties.0.country=US",
                "transit.routes=[{between: [CL, DE], low: 1, typical: 20, high: 30}]",
            ]
        ).explanation.replacing("\n    ", with: " ")
        for phrase in [
            "for 1 day;", "that of 1 tier upstream", "is a micro or small enterprise",
            "A quota manager adds up for all platforms", "Parties also claim what rules where they sell ask for",
            "Mass balance gap (K07): at most 0", "Supply chain actors: 18",
            "ZM cut off for 36 h from day 70", "Who is cut off reaches neither other countries nor",
            "between CL and DE: 1 to 30 days, 20 as a rule",
        ] { #expect(text.contains(phrase), "\(phrase)") }
    }

    @Test(
        "Numbers and words for people",
        arguments: zip([0, 999, 1000, -1_234_567, 0.5], ["0", "999", "1,000", "-1,234,567", "0.5"]))
    func writesNumbers(number: Double, text: String) {
        #expect(Lines.number(number) == text)
    }

    @Test(
        "Plurals", arguments: zip(["smelter", "tannery", "head", "Trays"], ["smelters", "tanneries", "head", "Trays"]))
    func writesPlurals(word: String, plural: String) {
        #expect(Lines.plural(word) == plural)
    }
}
