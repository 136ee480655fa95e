import Credentials
import Records
import Testing
import UNTP

@testable import Pilots

/// Rules at borders: from when they look at goods, and what becomes of those that lack evidence.
@Suite struct RuleTests {
    /// The day on which the rule begins to apply, well within the run.
    static let begin = 20
    static let start: Int64 = 1_767_571_200

    /// A smelter that sells to a mill of its own country, and a rule on what it imports that nobody can satisfy.
    static func world(
        _ action: Regulation.Action = .hold, releasedShare: Double = 0, demands: [String] = ["H24"],
        change: (inout Scenario) -> Void = { _ in }
    ) -> Scenario {
        ProbeWorld.scenario { scenario in
            guard var stage = scenario.chains[0].stages.last, var party = scenario.parties.last else { return }
            scenario.parties[1].customers = ["Mill"]
            stage.id = "mill"
            stage.name = "mill"
            stage.needs = [.init(name: "", sources: ["smelter"])]
            stage.order = 2
            scenario.chains[0].stages.append(stage)
            party.name = "Mill"
            party.slug = "mill"
            party.stage = "mill"
            scenario.parties.append(party)
            scenario.parties[0].everyHours = 48
            scenario.regulations = [
                Regulation(
                    id: "DE-RULE", title: "Lawful origin", instrument: "Act 1", market: ["DE"], direction: .imports,
                    appliesFrom: start + Int64(begin) * 86_400, isDisputed: false, products: ["2603"],
                    demands: demands.compactMap { HarmonisedCriteria[$0] }.map(DemandedCriterion.init), check: "",
                    perImporterTonnes: nil, action: action,
                    days: Triangle(low: 10, typical: 11, high: 12), releasedShare: releasedShare),
                Regulation(
                    id: "DE-OTHER", title: "Other goods", instrument: "Act 2", market: ["DE"], direction: .imports,
                    appliesFrom: start, isDisputed: true, products: ["44"],
                    demands: .harmonised("H07"), check: "",
                    perImporterTonnes: nil, action: .hold, days: Triangle(low: 1, typical: 1, high: 1),
                    releasedShare: 1),
            ]
            change(&scenario)
        }
    }

    static var firstDay: String { DateTimeStamp.text(unixSeconds: start + Int64(begin) * 86_400) }

    static func imports(_ record: RunRecord) -> [ConsignmentRow] {
        record.consignmentRows.filter { $0.fromCountry == "CL" && $0.toCountry == "DE" }
    }

    @Test("A rule looks at imports from its day on and at nothing else; a rule that looked at nothing is left out")
    func appliesFromItsDay() throws {
        let record = try ProbeWorld.run(Self.world())
        let imports = Self.imports(record)
        let late = imports.filter { ($0.arrived ?? "") >= Self.firstDay }
        #expect(record.rules.map(\.id) == ["DE-RULE"])
        let rule = try #require(record.rules.first)
        #expect(rule.appliesFrom == "2026-01-25" && rule.title == "Lawful origin" && !rule.disputed)
        #expect(rule.checked == late.count && late.count > 3 && late.count < imports.count)
        #expect(rule.refused == rule.checked && rule.held == rule.checked && rule.passed == 0)
        #expect(rule.lacking == [Tally(of: "H24", count: rule.checked)])
        #expect(rule.months.map(\.month) == ["2026-01", "2026-02"])
        #expect(rule.months.reduce(0) { $0 + $1.refused } == rule.refused)
        #expect(rule.months.reduce(0) { $0 + $1.checked } == rule.checked)
        #expect((10...12).contains(rule.meanDaysHeld ?? 0) && (rule.p95DaysHeld ?? 0) <= 12)
        // Each consignment says the same of itself.
        for row in record.consignmentRows {
            let isLooked = late.contains { $0.id == row.id }
            #expect(row.rules.map(\.rule) == (isLooked ? ["DE-RULE"] : []))
            #expect(row.rules.allSatisfy { $0.outcome == .refused && (10...12).contains($0.daysHeld) })
        }
        // What is asked for shows in the evidence level as well.
        #expect(late.allSatisfy { $0.outcome != .transparent })
        #expect(imports.filter { !late.contains($0) }.allSatisfy { $0.outcome == .transparent })
    }

    @Test("What rules look for is counted by consignment, apart where they only take note, and agrees with the demands")
    func countsLacks() throws {
        let record = try ProbeWorld.run(
            Self.world { scenario in
                var (again, noting) = (scenario.regulations[0], scenario.regulations[0])
                again.id = "DE-AGAIN"
                (noting.id, noting.action, noting.demands) = ("DE-NOTE", .note, .harmonised("H10"))
                scenario.regulations += [again, noting]
            })
        let checked = try #require(record.rules.first).checked
        #expect(record.rules.map(\.action) == ["hold", "hold", "note"] && checked > 0)
        let (asked, noted) = (record.lacking.filter { !$0.onlyNoted }, record.lacking.filter(\.onlyNoted))
        #expect(asked.map(\.id) == ["H24"] && noted.map(\.id) == ["H10"])
        #expect((asked + noted).allSatisfy { $0.lacking == checked && $0.consignments == checked })
        let demanded = try #require(record.criteria.first { $0.id == "H24" })
        #expect(demanded.demanded == checked && demanded.unmet == checked)
        #expect(!record.criteria.contains { $0.id == "H10" })
    }

    @Test("What a buyer asks of goods and a rule of what they are made of counts once for a consignment")
    func countsDemandsOnce() throws {
        let record = try ProbeWorld.run(
            Self.world(releasedShare: 1) { scenario in
                scenario.buyersAsk = ["DE": .harmonised("H24")]
                scenario.regulations[0].appliesFrom = Self.start
            })
        let demanded = try #require(record.criteria.first)
        #expect(record.criteria.count == 1 && demanded.id == "H24" && record.rules.first?.checked ?? 0 > 3)
        #expect(demanded.demanded == record.consignments.total && demanded.unmet == demanded.demanded)
    }

    @Test("Refused goods never reach the buyer's store: it makes no more than what was let in can give")
    func refusedGoodsStayOut() throws {
        let record = try ProbeWorld.run(Self.world())
        let letIn = Self.imports(record).filter { ($0.arrived ?? "") < Self.firstDay }
        let made = record.consignmentRows.filter { $0.seller == "Smelter" }.reduce(0) { $0 + $1.quantity }
        #expect(made > 0 && made <= letIn.reduce(0) { $0 + $1.quantity })
        let open = try ProbeWorld.run(Self.world { $0.regulations = [] })
        let madeThen = open.consignmentRows.filter { $0.seller == "Smelter" }.reduce(0) { $0 + $1.quantity }
        #expect(madeThen > made)
        let shut = try ProbeWorld.run(Self.world { $0.regulations[0].appliesFrom = Self.start })
        #expect(!shut.consignmentRows.contains { $0.seller == "Smelter" })
    }

    @Test(
        "Of what one rule turns away no other takes a default value, and none lets it go",
        arguments: [0, 1] as [Double])
    func refusedGoodsAreNothingElse(releasedShare: Double) throws {
        let record = try ProbeWorld.run(
            Self.world(releasedShare: releasedShare) { scenario in
                scenario.regulations[0].appliesFrom = Self.start
                var (valuing, holding) = (scenario.regulations[0], scenario.regulations[0])
                (valuing.id, valuing.action) = ("DE-VALUE", .defaultValue)
                (holding.id, holding.releasedShare) = ("DE-HOLD", 1)
                scenario.regulations += [valuing, holding]
            })
        let rows = Self.imports(record)
        let expected: [RuleOutcomeRecord.Outcome] =
            releasedShare == 0 ? [.refused, .noted, .noted] : [.released, .defaultValue, .released]
        #expect(rows.count > 3 && rows.allSatisfy { $0.rules.map(\.outcome) == expected })
        #expect(rows.allSatisfy { row in row.rules.allSatisfy { $0.isHeld == ($0.daysHeld > 0) } })
        #expect(record.rules.allSatisfy { $0.lacking == [Tally(of: "H24", count: rows.count)] })
    }

    @Test("Released goods reach the store when they are let go")
    func releasedGoodsComeLate() throws {
        let record = try ProbeWorld.run(
            Self.world(releasedShare: 1) { $0.regulations[0].appliesFrom = Self.start })
        let rule = try #require(record.rules.first)
        #expect(rule.released == rule.checked && rule.refused == 0)
        let arrival = try #require(Self.imports(record).compactMap(\.arrived).min())
        let sale = try #require(record.consignmentRows.filter { $0.seller == "Smelter" }.map(\.dispatched).min())
        let arrived = try #require(DateTimeStamp(strict: arrival)).unixSeconds
        let sold = try #require(DateTimeStamp(strict: sale)).unixSeconds
        #expect(sold - arrived >= 10 * 86_400)
    }

    @Test(
        "Each consignment has one decision: noted, at a default value, held or passed",
        arguments: [
            (Regulation.Action.note, ["H24"]), (.defaultValue, ["H24"]), (.hold, ["H24"]), (.hold, ["H01"]),
        ])
    func decides(action: Regulation.Action, demands: [String]) throws {
        let record = try ProbeWorld.run(Self.world(action, releasedShare: 0.5, demands: demands))
        let rule = try #require(record.rules.first)
        let counts = [rule.passed, rule.noted, rule.defaultValue, rule.held]
        #expect(counts.reduce(0, +) == rule.checked && rule.checked > 3)
        #expect(counts.count { $0 > 0 } == 1)
        let index = demands == ["H01"] ? 0 : action == .note ? 1 : action == .defaultValue ? 2 : 3
        #expect(counts[index] == rule.checked)
        #expect((rule.meanDaysHeld == nil) == (rule.held == 0))
    }

    @Test(
        "Who answers rules claims what each of them asks for and somebody assesses, whatever a lack leads to",
        arguments: Regulation.Action.allCases)
    func answersRules(action: Regulation.Action) throws {
        let scenario = Self.world(action) { scenario in
            scenario.certifiers[0].criteria.append("H24")
            ScenarioLoader.answer(
                scenario.regulations, by: &scenario.parties, in: scenario.chains, assessedBy: scenario.certifiers)
        }
        #expect(scenario.parties.map(\.answers) == [["H24"], [], []])
        let record = try ProbeWorld.run(scenario)
        let rule = try #require(record.rules.first)
        #expect(rule.checked > 0 && rule.passed == rule.checked)
    }

    @Test("A ban lets nothing pass, whatever the evidence; after its last day a rule looks at nothing")
    func bans() throws {
        let banned = try ProbeWorld.run(Self.world(demands: []) { $0.regulations[0].isBan = true })
        let rule = try #require(banned.rules.first)
        #expect(rule.checked > 3 && rule.refused == rule.checked)
        let ended = try ProbeWorld.run(
            Self.world {
                $0.regulations[0].appliesFrom = Self.start
                $0.regulations[0].appliesUntil = Self.start + Int64(Self.begin - 1) * 86_400
            })
        let until = try #require(ended.rules.first)
        let early = Self.imports(ended).filter { ($0.arrived ?? "") < Self.firstDay }
        #expect(until.checked == early.count && until.checked > 0 && early.count < Self.imports(ended).count)
    }

    @Test("A rule for small enterprises leaves the others alone, and the other way round")
    func looksAtSizes() throws {
        func checked(_ operators: Regulation.Operators, isSmall: Bool) throws -> Int {
            try ProbeWorld.run(
                Self.world {
                    $0.regulations[0].operators = operators
                    $0.parties[1].isSmall = isSmall
                }
            ).rules.first?.checked ?? 0
        }
        #expect(try checked(.small, isSmall: true) > 0 && checked(.large, isSmall: false) > 0)
        #expect(try checked(.small, isSmall: false) == 0 && checked(.large, isSmall: true) == 0)
    }

    @Test("What is placed on a market comes into it, or from within; what crosses its border may leave it as well")
    func looksAtDirections() throws {
        var rule = try #require(Self.world().regulations.first)
        (rule.market, rule.appliesFrom, rule.appliesUntil, rule.products) = (["DE", "FR"], 0, nil, [""])
        let ways = [("CL", "DE"), ("DE", "FR"), ("DE", "CL"), ("CL", "PE")]
        func looked(_ direction: Regulation.Direction) -> [Bool] {
            rule.direction = direction
            return ways.map { rule.concerns(hs: "850760", from: $0.0, to: $0.1, at: 1) }
        }
        #expect(looked(.placing) == [true, true, false, false])
        #expect(looked(.crossings) == [true, false, true, false])
    }

    @Test("A threshold for each importer counts what the rule concerns and nothing else")
    func countsTonnes() throws {
        let record = try ProbeWorld.run(
            Self.world {
                $0.regulations[0].appliesFrom = Self.start
                $0.regulations[0].perImporterTonnes = 450
                // The mill buys at home, and more than the threshold.
                $0.regulations[0].direction = .imports
                $0.regulations[0].action = .note
            })
        let imports = Self.imports(record)
        #expect(imports.allSatisfy { $0.buyer == "Smelter" && $0.quantity == 100 })
        #expect(record.rules.first?.checked == imports.count - 4)
        #expect(record.consignmentRows.filter { $0.buyer == "Mill" }.allSatisfy { $0.rules.isEmpty })
    }

    @Test("What was refused is no import, and leaves room below an importer's threshold")
    func refusedGoodsLeaveRoom() throws {
        let threshold = 250.0
        let record = try ProbeWorld.run(
            Self.world { scenario in
                scenario.regulations[0].appliesFrom = Self.start
                scenario.regulations[0].perImporterTonnes = threshold
                // It is decided as they arrive.
                scenario.regulations[0].days = Triangle(low: 0, typical: 0, high: 0)
                scenario.chains[0].stages[0].shipment = 60
            })
        let imports = Self.imports(record)
        let letIn = imports.filter(\.rules.isEmpty).reduce(0) { $0 + $1.quantity }
        let least = try #require(imports.filter { !$0.rules.isEmpty }.map(\.quantity).min())
        #expect(least == 40 && letIn <= threshold)
        #expect(letIn + least > threshold, "nothing is looked at that the threshold leaves room for")
    }

    @Test("A ban refuses whatever is said of what it does else", arguments: Regulation.Action.allCases)
    func bansRefuse(action: Regulation.Action) throws {
        let banned = try ProbeWorld.run(
            Self.world(action, releasedShare: 1, demands: []) { $0.regulations[0].isBan = true })
        let rule = try #require(banned.rules.first)
        #expect(rule.checked > 3 && rule.refused == rule.checked)
        #expect((rule.meanDaysHeld ?? 0 > 0) == (action == .hold))
    }

    @Test("What lies upstream answers for a product only by a certificate that somebody vouches for")
    func asksForProofUpstream() throws {
        func loads(accreditedFor criteria: [String]?) throws -> [ConsignmentRow] {
            let record = try ProbeWorld.run(
                Self.world { scenario in
                    (scenario.parties[0].country, scenario.parties[1].country) = ("DE", "CL")
                    scenario.parties[0].answers = ["H24"]
                    scenario.certifiers[0].criteria = ["H01", "H24"]
                    scenario.certifiers[0].countries = ["CL"]
                    var other = scenario.certifiers[0]
                    (other.name, other.slug, other.countries) = ("Other Certifier", "other-certifier", ["DE"])
                    other.accreditedFor = criteria
                    scenario.certifiers.append(other)
                })
            return record.consignmentRows.filter { $0.buyer == "Mill" && ($0.arrived ?? "") >= Self.firstDay }
        }
        let proven = try loads(accreditedFor: nil)
        #expect(!proven.isEmpty && proven.allSatisfy { $0.outcome == .transparent })
        #expect(proven.allSatisfy { $0.rules.map(\.outcome) == [.passed] })
        let claimed = try loads(accreditedFor: ["H01"])
        #expect(claimed.count >= proven.count / 2)
        #expect(claimed.allSatisfy { $0.outcome != .transparent && $0.causes == ["demand-not-proven"] })
        #expect(claimed.allSatisfy { $0.rules.map(\.outcome) == [.refused] })
    }

    @Test("A demand in a scheme's own terms is met directly by that scheme, through the mapping by others, or in part")
    func meetsDemandsOfSchemes() throws {
        func row(_ relation: CriteriaMapping.Relation) -> CriteriaMapping.Row {
            .init(id: "1", name: "Intensity by the book", harmonised: "H01", relation: relation)
        }
        /// What became of a demand for SEAL/1 where the certifier cites a scheme, or none.
        func outcome(_ asked: CriteriaMapping.Relation, cites: String?) throws -> CriterionRecord {
            let mapping = CriteriaMapping(version: "1", rows: ["SEAL": [row(asked)], "MARK": [row(.equivalent)]])
            let demanded = try #require(DemandedCriterion("SEAL/1", in: mapping))
            let record = try ProbeWorld.run(
                Self.world { scenario in
                    scenario.regulations = []
                    scenario.mapping = mapping
                    scenario.buyersAsk = ["CL": [demanded], "DE": [demanded]]
                    scenario.certifiers[0].scheme = cites ?? ""
                    scenario.certifiers[0].cites = cites != nil ? .scheme : .harmonised
                })
            let isProven = asked == .equivalent || cites == "SEAL"
            #expect((record.consignments.transparent == record.consignments.total) == isProven)
            return try #require(record.criteria.first { $0.id == "SEAL/1" })
        }
        let own = try outcome(.partial, cites: "SEAL")
        #expect(own.direct == own.demanded && own.demanded > 0 && own.name == "Intensity by the book")
        let other = try outcome(.equivalent, cites: "MARK")
        #expect(other.mapped == other.demanded)
        let shared = try outcome(.equivalent, cites: nil)
        #expect(shared.mapped == shared.demanded)
        let narrow = try outcome(.partial, cites: "MARK")
        #expect(narrow.partial == narrow.demanded)
        #expect(DemandedCriterion("SEAL/2", in: .none) == nil && DemandedCriterion("H01", in: .none) == nil)
    }

    @Test("A certifier may cite its scheme's criterion where there is one, and the shared one for what goes beyond")
    func citesBoth() throws {
        let mapping = CriteriaMapping(
            version: "1", rows: ["SEAL": [.init(id: "1", name: "Intensity", harmonised: "H01", relation: .equivalent)]])
        let record = try ProbeWorld.run(
            Self.world { scenario in
                scenario.regulations = []
                scenario.mapping = mapping
                scenario.buyersAsk = ["CL": .harmonised("H01", "H10"), "DE": .harmonised("H01", "H10")]
                for party in scenario.parties.indices { scenario.parties[party].answers = ["H10"] }
                scenario.certifiers[0].criteria = ["H01", "H10"]
                (scenario.certifiers[0].scheme, scenario.certifiers[0].cites) = ("SEAL", .both)
            })
        let (own, beyond) = (try #require(record.criteria.first), try #require(record.criteria.last))
        #expect(own.id == "H01" && own.mapped == own.demanded && own.demanded > 0)
        #expect(beyond.id == "H10" && beyond.direct == beyond.demanded && beyond.demanded > 0)
        #expect(record.consignments.transparent == record.consignments.total)
    }

    @Test("A larger run is bound by rules as the pilot itself is: what they limit by mass grows with the goods")
    func scalesLimits() {
        let scenario = Self.world { scenario in
            (scenario.regulations[0].perImporterTonnes, scenario.regulations[0].perHolderTonnes) = (50, 1035)
        }
        let rules = scenario.scaled(by: 10).regulations
        #expect(rules[0].perImporterTonnes == 500 && rules[0].perHolderTonnes == 10_350)
        #expect(rules[1].perImporterTonnes == nil && rules[1].perHolderTonnes == nil)
    }

    @Test("What is demanded is counted by criterion, and what recognising a scheme would gain by country")
    func countsDemands() throws {
        let mapping = CriteriaMapping(
            version: "1", rows: ["SEAL": [.init(id: "1", name: "Intensity", harmonised: "H01", relation: .equivalent)]])
        func record(recognised: [String]?, _ certificate: CertificateState = .valid) throws -> RunRecord {
            try ProbeWorld.run(
                Self.world { scenario in
                    scenario.regulations = []
                    scenario.parties[0].certificate = certificate
                    scenario.mapping = mapping
                    scenario.certifiers[0].scheme = "SEAL"
                    scenario.certifiers[0].cites = .scheme
                    if let recognised { scenario.recognition = ["CL": recognised, "DE": recognised] }
                })
        }
        let open = try record(recognised: nil)
        let mapped = try #require(open.criteria.first)
        #expect(open.criteria.map(\.id) == ["H01"] && mapped.name.hasPrefix("Greenhouse gas"))
        #expect(mapped.mapped == mapped.demanded && mapped.demanded == open.consignments.total)
        #expect(open.recognition == [])
        let closed = try record(recognised: [])
        let unmet = try #require(closed.criteria.first)
        #expect(unmet.direct + unmet.mapped + unmet.partial + unmet.unmet == unmet.demanded)
        #expect(unmet.unmet == unmet.demanded)
        #expect(closed.recognition.map(\.scheme) == ["SEAL"] && closed.recognition.map(\.country) == ["DE"])
        #expect(closed.recognition.first?.consignments == closed.consignments.total)
        #expect(closed.consignments.transparent == 0)
        // What is withdrawn by the end is nobody's gain, whenever it was judged.
        let revoked = try record(recognised: [], .revoked(day: 14))
        let lasting = revoked.consignmentRows.count { $0.seller == "Smelter" }
        #expect(revoked.recognition.map(\.consignments) == [lasting])
        #expect(lasting > 0 && revoked.consignmentRows.contains { $0.causes.contains("certificate-revoked") })
    }

    @Test("That a scheme is not recognised hides nothing: its certificate may cover but a part of what is asked for")
    func tellsOfThePartialBehind() throws {
        func causes(_ relation: CriteriaMapping.Relation) throws -> Set<[String]> {
            let record = try ProbeWorld.run(
                Self.world { scenario in
                    scenario.regulations = []
                    scenario.mapping = CriteriaMapping(
                        version: "1",
                        rows: ["SEAL": [.init(id: "1", name: "Intensity", harmonised: "H01", relation: relation)]])
                    scenario.certifiers[0].scheme = "SEAL"
                    scenario.certifiers[0].cites = .scheme
                    scenario.recognition = ["CL": [], "DE": []]
                })
            return Set(record.consignmentRows.map(\.causes))
        }
        #expect(try causes(.equivalent) == [["scheme-not-recognised"]])
        #expect(try causes(.partial) == [["demand-not-proven", "scheme-not-recognised"]])
    }

    @Test("Buyers of two countries on one platform judge the same batch, each by what its own country recognises")
    func judgesByCountry() throws {
        let record = try ProbeWorld.run(
            ProbeWorld.scenario { scenario in
                guard var buyer = scenario.parties.last else { return }
                buyer.name = "Home smelter"
                buyer.slug = "home-smelter"
                buyer.country = "CL"
                scenario.parties.append(buyer)
                scenario.parties[0].customers.append(buyer.name)
                scenario.chains[0].stages[0].shipment = 10
                scenario.mapping = CriteriaMapping(
                    version: "1",
                    rows: ["SEAL": [.init(id: "1", name: "Intensity", harmonised: "H01", relation: .equivalent)]])
                scenario.certifiers[0].scheme = "SEAL"
                scenario.certifiers[0].cites = .scheme
                scenario.recognition = ["CL": ["SEAL"], "DE": []]
            })
        func outcomes(_ country: String) -> Set<ConsignmentOutcome> {
            Set(record.consignmentRows.filter { $0.toCountry == country }.map(\.outcome))
        }
        #expect(outcomes("CL") == [.transparent])
        #expect(outcomes("DE") == [.partial])
        #expect(Set(record.findings.map(\.code)) == ["scheme-not-recognised"])
    }

    @Test("A quota manager sees on the spot what a verifier sees when it is too late")
    func quotaManagerSeesAll() throws {
        func run(_ managed: Bool) throws -> RunRecord {
            let path = "Scenarios/failures/double-use.yaml"
            return try ProbeWorld.run(Scenario.load(path: path, overrides: ["quotaManager=\(managed)"]))
        }
        #expect(try run(false).truth.acceptedWrongly > 0)
        #expect(try run(true).truth.acceptedWrongly == 0)
        let honest = try Scenario.load(
            path: "Scenarios/failures/double-use.yaml", overrides: ["quotaManager=true", "parties.Smelter.fraud=[]"])
        #expect(try ProbeWorld.run(honest).findings.isEmpty)
    }

    @Test("What those who take part want to know stands in the record with its measures; unknown measures are errors")
    func storiesNameMeasures() throws {
        let path = "Scenarios/pilots/two-platforms.yaml"
        let story = "stories=[{story: How fast do I see it?, measures: [time-to-trace]}]"
        let record = try ProbeWorld.run(Scenario.load(path: path, overrides: [story]))
        #expect(record.stories == [StoryRecord(story: "How fast do I see it?", measures: ["time-to-trace"])])
        let claims = "stories=[{story: Is it so?, measures: [], criterion: H01, stage: ore}]"
        let told = try #require(
            try ProbeWorld.run(Scenario.load(path: path, overrides: [claims])).stories.first?.claims)
        #expect(told.criterion == "H01" && told.stage != nil && told.claims > 3 && told.matched == told.claims)
        #expect(throws: ScenarioError.self) {
            try Scenario.load(path: path, overrides: ["stories=[{story: What?, measures: [], stage: mill}]"])
        }
        #expect(throws: ScenarioError.self) {
            try Scenario.load(path: path, overrides: ["stories=[{story: What?, measures: [time-to-trade]}]"])
        }
    }

    @Test(
        "A story counts each claim of a product once, however many read it, and tells what is proven in part",
        arguments: [CriteriaMapping.Relation.equivalent, .partial])
    func storiesCountClaimsOnce(relation: CriteriaMapping.Relation) throws {
        let record = try ProbeWorld.run(
            Self.world { scenario in
                scenario.regulations = []
                // Another platform than the smelter's gathers the evidence of the mine's goods again.
                scenario.parties[2].platform = "issuing"
                scenario.mapping = CriteriaMapping(
                    version: "1",
                    rows: ["SEAL": [.init(id: "1", name: "Intensity", harmonised: "H01", relation: relation)]])
                (scenario.certifiers[0].scheme, scenario.certifiers[0].cites) = ("SEAL", .scheme)
                scenario.stories = [Story(story: "Is it so?", measures: [], criterion: "H01", stage: "mine")]
            })
        let told = try #require(record.stories.first?.claims)
        let loads = record.consignmentRows.count { $0.seller == "Mine" && $0.arrived != nil }
        #expect(told.claims == loads && loads > 3 && record.consignmentRows.contains { $0.buyer == "Mill" })
        #expect(told.matched == (relation == .equivalent ? loads : 0) && told.partial == loads - told.matched)
    }
}
