import Records
import SimulationKernel
import Testing
import UNTP

@testable import Pilots

/// Pilots as 'scenario new' draws them up.
@Suite struct DraftTests {
    static let chains = ScenarioLibrary.names(in: "value-chains", root: TestLibrary.root)

    /// What every draft promises.
    private func check(_ scenario: Scenario, of chains: [String]) throws {
        let staged = Set(scenario.parties.map(\.stage))
        #expect(staged == Set(scenario.chains.flatMap(\.stages).map(\.id)))
        #expect(Set(scenario.parties.map(\.slug)).count == scenario.parties.count)
        #expect(Set(scenario.certifiers.map(\.slug)).isDisjoint(with: scenario.parties.map(\.slug)))
        #expect(Set(scenario.parties.map(\.platform)) == Set(scenario.platforms.map(\.name)))
        for party in scenario.parties {
            let stage = try #require(scenario.stage(party.stage))
            for claim in stage.claims {
                #expect(
                    scenario.certifiers.contains {
                        $0.countries.contains(party.country) && $0.criteria.contains(claim.criterion)
                    }, "\(party.name) claims \(claim.criterion) in \(party.country)")
            }
            if stage.isOrigin { #expect(party.everyHours >= max(1, stage.lineHours.rounded(.down))) }
        }
    }

    @Test(
        "The draft of each chain is a valid pilot with a party at each stage and certifiers for each claim",
        arguments: chains)
    func singleChains(chain: String) throws {
        try check(try TestLibrary.drafted([chain]), of: [chain])
    }

    @Test("What a stage could take from a chain that is not drafted is said beside it")
    func namesOutsideSources() throws {
        func text(_ chains: [String]) throws -> String {
            try ScenarioDraft(DraftRequest(name: "draft", chains: chains), root: TestLibrary.root).text
                .replacing("\n  # ", with: " ")
        }
        #expect(try text(["leather"]).contains("It also takes beef/hide, which nobody here makes"))
        #expect(try !text(["leather", "beef"]).contains("beef/hide"))
    }

    @Test("Where one batch of each party is all that there is, the draft says so beside it")
    func namesSingleBatches() throws {
        func lines(_ chains: [String]) throws -> [Substring] {
            try ScenarioDraft(DraftRequest(name: "draft", chains: chains), root: TestLibrary.root).text
                .replacing("\n  # ", with: " ").split(separator: "\n")
        }
        let mine = try #require(try lines(["copper"]).first { $0.contains("One batch of each") })
        #expect(mine.contains("of 10,000 tonnes, is enough for all that others need here"))
        #expect(try !lines(["coffee"]).contains { $0.contains("One batch of each") })
    }

    @Test(
        "A draft of one chain or of several, in any countries and on any platforms, runs at once: goods of each chain are judged, and nothing is lost",
        arguments: 0..<(chains.count + 30))
    func runsWhateverIsAsked(number: Int) throws {
        let simulation = Simulation(.init(seed: UInt64(number), epochUnixSeconds: 0))
        var draws = simulation.stream("drafts", "requests")
        func some(of folder: String, atMost most: Int) -> [String] {
            let names = ScenarioLibrary.names(in: folder, root: TestLibrary.root)
            return (0..<(1 + draws.below(most))).map { _ in names[draws.below(names.count)] }
        }
        let asked = number < Self.chains.count ? [Self.chains[number]] : some(of: "value-chains", atMost: 3)
        let scenario = try TestLibrary.drafted(asked) {
            $0.days = 4
            guard number >= Self.chains.count else { return }
            if draws.chance(0.8) { $0.countries = some(of: "countries", atMost: 5) }
            if draws.chance(0.8) { $0.profiles = some(of: "platforms", atMost: 4) }
        }
        // A run that loses material, or makes some from nothing, ends in an error.
        let record = try PilotRun(scenario).run()
        for chain in Set(asked) {
            let stages = Set(scenario.chains.first { $0.id == chain }?.stages.map(\.id) ?? [])
            #expect(
                record.consignmentRows.contains { stages.contains($0.stage) && $0.judged != nil },
                "\(chain) of \(asked), \(scenario.countries.map(\.code)), \(scenario.platforms.map(\.name))")
        }
    }

    @Test("All chains together make a pilot too, and nobody is without a customer or an input that others have")
    func allChains() throws {
        let scenario = try TestLibrary.drafted(Self.chains) {
            $0.countries = ["CL", "DE", "KR", "ID", "IT"]
            $0.parties = 150
            $0.days = 400
        }
        try check(scenario, of: Self.chains)
        #expect(scenario.parties.count == 150)
        #expect(scenario.days == 400)
        #expect(Set(scenario.parties.map(\.country)) == ["CL", "DE", "KR", "ID", "IT"])
    }

    @Test("Nobody is asked in a draft for what a rule demanded that has ended before")
    func passesOverWhatHasEnded() throws {
        let scenario = try TestLibrary.drafted(["battery"]) { $0.countries = ["KR", "US"] }
        #expect(!scenario.certifiers.flatMap(\.criteria).contains("H23"))
        #expect(scenario.certifiers.flatMap(\.criteria).contains("H15"))
    }

    @Test("Parties stand where their stage typically does, and no country that was asked for stays empty")
    func spreads() throws {
        let scenario = try TestLibrary.drafted(["copper", "battery"]) { $0.countries = ["CL", "DE", "KR", "ET"] }
        let counts = Dictionary(grouping: scenario.parties, by: \.country).mapValues(\.count)
        #expect(counts["ET"] == 1)
        #expect(scenario.parties.filter { $0.stage == "copper/mine" }.allSatisfy { $0.country == "CL" })
        #expect(scenario.parties.filter { $0.stage == "battery/pack" }.contains { $0.country == "DE" })
    }

    @Test(
        "A scheme is drafted only for those whose chain names it and whose country it is for; others verify the rest",
        arguments: [
            (["copper"], ["PE", "DE"]), (["beef"], ["BR", "IT"]), (["cobalt"], ["CD", "CN"]),
            (["lithium-rock"], ["AU", "KR"]), (["timber", "copper"], ["ID", "CA"]),
        ])
    func choosesSchemesThatFit(chains: [String], countries: [String]) throws {
        let scenario = try TestLibrary.drafted(chains) { $0.countries = countries }
        for certifier in scenario.certifiers where !certifier.scheme.isEmpty {
            for country in certifier.countries {
                #expect(scenario.scheme(of: certifier)?.holds(in: country) == true, "\(certifier.scheme) in \(country)")
            }
            for party in scenario.parties {
                guard let stage = scenario.stage(party.stage), !stage.handsOn else { continue }
                #expect(
                    stage.schemes.contains(certifier.scheme) || !certifier.assesses(party, at: stage),
                    "\(party.name) at \(stage.id) by \(certifier.scheme)")
            }
        }
    }

    /// What a pilot that somebody draws up has to come to when it is run at once.
    @discardableResult
    private func expectWorth(of scenario: Scenario) throws -> RunRecord {
        let record = try PilotRun(scenario).run()
        let active = Set(record.consignmentRows.flatMap { [$0.seller, $0.buyer] })
        #expect(scenario.parties.map(\.name).filter { !active.contains($0) } == [])
        #expect(scenario.targets["supply-chain-actors"].map { $0 < Double(scenario.parties.count) } ?? false)
        for measure in record.measures where measure.target != nil {
            #expect(measure.met == true, "\(measure.id) \(measure.value) of \(measure.target ?? 0)")
        }
        return record
    }

    @Test("The draft of each chain meets its own targets, and nobody in it is idle", arguments: chains)
    func singleChainsKeepTheirPromises(chain: String) throws {
        try expectWorth(of: try TestLibrary.drafted([chain]))
    }

    @Test(
        "So do drafts of several chains, in countries that don't suit them, of one country, and of uneven numbers of parties; on platforms that conform nothing fails, and nothing is decided wrongly",
        arguments: [
            (["copper", "battery"], ["CL", "DE", "KR"], nil), (["lithium-brine", "lithium-rock", "cobalt"], [], nil),
            (["timber"], ["FI"], nil), (["nickel-pig-iron"], ["CN", "ID"], 9), (["beef", "leather"], [], 33),
            (["cotton", "copper"], ["ZA"], 17), (["cotton"], ["IN", "BD", "DE"], nil),
            (["nickel-laterite", "nickel-sulphide", "battery"], ["ID", "JP"], 40),
            (["palm-oil", "cocoa"], ["ID", "DE", "US", "ZA", "JP"], nil),
        ] as [([String], [String], Int?)])
    func severalChainsKeepTheirPromises(chains: [String], countries: [String], parties: Int?) throws {
        let record = try expectWorth(
            of: try TestLibrary.drafted(chains) {
                $0.countries = countries
                $0.profiles = ["conforming", "conforming", "conforming"]
                $0.parties = parties
            })
        #expect(record.findings.isEmpty && record.truth.acceptedWrongly == 0 && record.truth.rejectedWrongly == 0)
    }

    @Test("Names that stand twice count once, of platforms each time; one country or one platform does")
    func oddRequests() throws {
        let twice = try TestLibrary.drafted(["copper", "copper"]) {
            $0.countries = ["DE", "DE"]
            $0.profiles = ["conforming", "conforming"]
        }
        #expect(twice.chains.map(\.id) == ["copper"] && twice.platforms.count == 2)
        #expect(Set(twice.parties.map(\.country)) == ["DE"])
        let single = try TestLibrary.drafted(["lithium-brine"]) { $0.profiles = ["conforming"] }
        // Nothing is promised that can't be: it takes two products, and three stages.
        #expect(single.targets["software-platforms"] == 0 && single.targets["value-chains"] == 0)
        let many = try TestLibrary.drafted(["lithium-brine"]) {
            $0.profiles = ScenarioLibrary.names(in: "platforms", root: TestLibrary.root)
        }
        #expect(Set(many.parties.map(\.platform)).count == many.platforms.count)
    }

    @Test("Of many countries a draft promises half of those that somebody sells from")
    func promisesHalfOfTheCountries() throws {
        let scenario = try TestLibrary.drafted(["timber"]) {
            $0.countries = ScenarioLibrary.names(in: "countries", root: TestLibrary.root)
        }
        let selling = Set(scenario.parties.filter { !$0.customers.isEmpty }.map(\.country)).count
        #expect(scenario.targets["countries"] == Double((selling + 1) / 2))
    }

    @Test("What a draft offers in comments is valid, and of one country it offers no way to another")
    func offersWhatIsValid() throws {
        for countries in [["IT"], ["IT", "DE"]] {
            var request = DraftRequest(name: "draft", chains: ["coffee"])
            request.countries = countries
            let draft = try ScenarioDraft(request, root: TestLibrary.root)
            #expect(draft.text.contains("# routes:") == (countries.count > 1))
            #expect(draft.text.contains("# partitions:") == (countries.count > 1))
            #expect(draft.summary.contains(countries.count > 1 ? "in 2 countries" : "in 1 country on"))
            let offered = draft.text.replacing("  # routes:\n  #   -", with: "  routes:\n    -")
                .replacing("  # outages:\n  #   -", with: "  outages:\n    -")
                .replacing("  # partitions:\n  #   -", with: "  partitions:\n    -")
            try TestLibrary.withCopy { _ = try TestLibrary.pilot(offered, in: $0) }
        }
    }

    @Test("Days that goods don't get to the end in are said to be too few")
    func tooFewDays() throws {
        var request = DraftRequest(name: "draft", chains: ["copper"])
        #expect(try ScenarioDraft(request, root: TestLibrary.root).shortfall == nil)
        request.days = 30
        #expect(try ScenarioDraft(request, root: TestLibrary.root).shortfall?.contains("with 30") == true)
    }

    @Test("The same request gives the same bytes, another one gives others")
    func isDeterministic() throws {
        var request = DraftRequest(name: "one", chains: ["cotton", "leather", "beef"])
        let text = try ScenarioDraft(request, root: TestLibrary.root).text
        #expect(try ScenarioDraft(request, root: TestLibrary.root).text == text)
        request.parties = 40
        #expect(try ScenarioDraft(request, root: TestLibrary.root).text != text)
        for line in text.split(separator: "\n") where line.contains("#") { #expect(line.count <= 110) }
    }

    @Test(
        "A draft on conforming platforms runs at once, and nothing in it blocks",
        arguments: [["copper", "battery"], ["coffee"]])
    func runs(chains: [String]) throws {
        let scenario = try TestLibrary.drafted(chains) {
            $0.profiles = ["conforming", "conforming"]
            $0.days = 12
        }
        #expect(scenario.platforms.map(\.name) == ["conforming", "conforming-2"])
        let record = try ProbeWorld.run(scenario)
        #expect(record.consignments.total > 5)
        #expect(record.consignments.opaque == 0)
        for finding in record.findings {
            #expect(finding.severity != FailureMode.Severity.blocking.rawValue, "\(finding.code)")
        }
    }

    @Test("Enough is made for every stage to make something, in pilots that need several inputs")
    func reachesTheEnd() throws {
        let scenario = try TestLibrary.drafted(["battery"]) { $0.profiles = ["conforming"] }
        let record = try ProbeWorld.run(scenario)
        let active = Set(record.consignmentRows.map(\.seller))
        for party in scenario.parties where !party.customers.isEmpty {
            #expect(active.contains(party.name), "\(party.name)")
        }
    }

    @Test("What there is not is reported under its option, with the nearest name there is")
    func reportsWhatIsNotThere() throws {
        var request = DraftRequest(name: "draft", chains: ["coper"])
        request.countries = ["CL", "DEE"]
        request.profiles = ["gs1-resolvr"]
        let error = #expect(throws: ScenarioError.self) { try ScenarioDraft(request, root: TestLibrary.root) }
        let text = error?.description ?? ""
        #expect(text.contains("--chains: there is no 'coper'"))
        #expect(text.contains("(did you mean 'copper'?)"))
        #expect(text.contains("--countries: there is no country 'DEE'"))
        #expect(text.contains("(did you mean 'DE'?)"))
        #expect(text.contains("--platforms: there is no 'gs1-resolvr'"))
        #expect(text.contains("(did you mean 'gs1-resolver'?)"))
        var small = DraftRequest(name: "draft", chains: ["copper"])
        small.parties = 3
        let tooFew = #expect(throws: ScenarioError.self) { try ScenarioDraft(small, root: TestLibrary.root) }
        #expect(tooFew?.description.hasPrefix("--parties: 3 parties don't do for 6 stages") == true)
        small.parties = nil
        small.days = 0
        let noDays = #expect(throws: ScenarioError.self) { try ScenarioDraft(small, root: TestLibrary.root) }
        #expect(noDays?.description.contains("expected a number from 1 to 3660") == true)
        let nothing = DraftRequest(name: "draft", chains: [])
        #expect(throws: ScenarioError.self) { try ScenarioDraft(nothing, root: TestLibrary.root) }
    }
}
