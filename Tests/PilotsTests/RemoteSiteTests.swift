import Networking
import Records
import SimulationKernel
import Testing

@testable import Pilots

/// Remote sites, whose connection has gaps, as the files of countries say.
@Suite struct RemoteSiteTests {
    private static func connection(_ share: Double, _ hours: Double) -> SiteConnection {
        let simulation = Simulation(.init(seed: 7, epochUnixSeconds: 0))
        return SiteConnection(.init(offlineShare: share, outageHoursPerMonth: hours)) {
            simulation.stream("party/mine", $0)
        }
    }

    @Test(
        "A site is offline for the share of each day and the hours of each month that are known of it",
        arguments: [(0.25, 0.0), (0.0, 30.0), (0.2, 36.0), (0.95, 600.0)])
    func isOffline(share: Double, hours: Double) {
        var connection = Self.connection(share, hours)
        let (months, steps) = (24, 10)
        var offline = 0
        for step in 0..<(months * 720 * steps) {
            let time = Double(step) / Double(steps)
            let wait = connection.wait(at: time)
            if wait > 0 { offline += 1 }
            // No more than an outage with the gaps of the days on both sides.
            #expect(wait >= 0 && (share > 0.5 || wait <= hours + 48 * share))
        }
        let part = Double(offline) / Double(months * 720 * steps)
        let (least, most) = (max(share, hours / 720), share + hours / 720)
        #expect(part >= least - 0.01 && part <= most + 0.01, "\(part)")
    }

    @Test("Who asks again while a site is offline waits for the same end, however far it was looked ahead for")
    func keepsItsWord() {
        var connection = Self.connection(0.25, 30)
        var end = 0.0
        for step in 0..<(24 * 720 * 4) {
            let time = Double(step) / 4
            let wait = connection.wait(at: time)
            if time < end { #expect(abs(time + wait - end) < 1e-6) }
            end = wait > 0 ? time + wait : 0
        }
    }

    @Test("Who has no gaps never waits, and the same site waits at the same times")
    func isTheSame() {
        var (sound, one, other) = (Self.connection(0, 0), Self.connection(0.3, 20), Self.connection(0.3, 20))
        for hour in 0..<1000 {
            #expect(sound.wait(at: Double(hour)) == 0)
            #expect(one.wait(at: Double(hour)) == other.wait(at: Double(hour)))
        }
    }

    private static func measure(_ id: String, change: (inout Scenario) -> Void) throws -> Measure? {
        let scenario = ProbeWorld.scenario { scenario in
            scenario.days = 120
            scenario.parties[0].everyHours = 20
            for index in scenario.countries.indices {
                scenario.countries[index].remoteLine = .init(offlineShare: 0.25, outageHoursPerMonth: 20)
            }
            change(&scenario)
        }
        return try ProbeWorld.run(scenario).measures.first { $0.id == id }
    }

    /// The share of consignments of a remote mine whose evidence came after the goods had left.
    private static func lateShare(change: (inout Scenario) -> Void) throws -> Double? {
        try measure("late-evidence-share") { scenario in
            scenario.parties[0].connectivity = .remote
            change(&scenario)
        }?.value
    }

    @Test("What a remote site records offline gets out later, and the latency of evidence shows it")
    func publishesLate() throws {
        let share = try #require(try Self.lateShare { _ in })
        #expect(share > 0.15 && share < 0.45)
        #expect(try Self.lateShare { $0.remoteSites = .connected } == 0)
        #expect(try Self.lateShare { $0.parties[0].connectivity = .urban } == 0)
        #expect(
            try Self.lateShare { scenario in
                for index in scenario.countries.indices { scenario.countries[index].remoteLine = nil }
            } == 0)
        // Who says how often it synchronises is taken at its word.
        #expect(try Self.lateShare { $0.parties[0].syncHours = 36 } ?? 0 > 0.9)
    }

    @Test("What a remote site asks without a connection is answered once it has one, and the time to trace shows it")
    func asksLate() throws {
        func seconds(_ connectivity: Connectivity, _ sites: RemoteSites) throws -> (median: Double, p95: Double) {
            let measure = try #require(
                try Self.measure("time-to-trace") { scenario in
                    scenario.parties[1].connectivity = connectivity
                    scenario.remoteSites = sites
                })
            return (try #require(measure.median), try #require(measure.p95))
        }
        let remote = try seconds(.remote, .asCountriesHaveIt)
        // Most goods come while there is a connection.
        #expect(remote.median < 60 && remote.p95 > 1800)
        #expect(try seconds(.remote, .connected).p95 < 60)
        #expect(try seconds(.urban, .asCountriesHaveIt).p95 < 60)
    }

    @Test("Countries are explained: permits, what they ask, their rules and how remote sites are connected")
    func explains() throws {
        let pilot = "\(TestLibrary.root)/pilots/crm.yaml"
        let text = try Scenario.load(path: pilot).explanation.replacing("\n      ", with: " ")
        #expect(text.contains("DR Congo (CD): RCCM, RCCM number; accreditation by SADCAS"))
        #expect(text.contains("accreditation by KAB, besides KOLAS"))
        #expect(text.contains("permits: Mining title of CAMI; SAEMAPE card for artisanal miners"))
        #expect(text.contains("within the ARECOMS quota (CD-QUOTA)"))
        #expect(text.contains("rules: CD-QUOTA"))
        #expect(text.contains("27.2 % of people are online (2022)"))
        #expect(text.contains("remote sites, offline for 23.8 % of each day and 31.1 h a month"))
        let sound = try Scenario.load(path: pilot, overrides: ["remoteSites=connected"]).explanation
        #expect(sound.contains("remote sites, connected at all times"))
    }

    @Test("Each rule that a country's file names holds in that country")
    func namesItsRules() throws {
        var loader = ScenarioLoader(root: TestLibrary.root)
        for code in ScenarioLibrary.names(in: "countries", root: loader.root) {
            let file = try ScenarioLoader.read("\(loader.root)/countries/\(code).yaml")
            for name in (file["regulations"]?.elements ?? []).compactMap(\.text) {
                let rule = try ScenarioLoader.read("\(loader.root)/regulations/\(name).yaml")
                #expect(loader.market(rule["market"]).contains(code), "\(name) in \(code)")
            }
        }
    }
}
