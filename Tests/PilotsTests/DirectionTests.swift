import Platforms
import Records
import Testing
import UNTP

@testable import Pilots

/// Two platforms that sell to each other: one reads strictly, the other writes loosely.
struct Encounter: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let strict: BehaviourProfile
    let loose: BehaviourProfile
    /// The failure that is documented.
    var failure = ""

    /// Profiles as they are shipped, by the loose one's name; each meets the strict verifier.
    static let shipped = ["spreadsheet-exporter", "legacy-securing", "gs1-resolver"]

    /// Every setting of a writer that does harm only to a reader with one setting of its own.
    static let ofKnobs: [Encounter] = Knobs.issuing.flatMap { knob in
        knob.choices.filter { $0.name != knob.defaultValue }.flatMap { choice in
            choice.causes.compactMap { cause -> Encounter? in
                guard cause.when == .always, cause.meets.count == 1, let reader = cause.meets.first,
                    Knobs.consuming.contains(where: { $0.path == reader.path })
                else { return nil }
                var (strict, loose) = (BehaviourProfile(), BehaviourProfile())
                guard (try? loose.set(knob.path, to: choice.name)) != nil,
                    (try? strict.set(reader.path, to: reader.value)) != nil
                else { return nil }
                return Encounter(
                    testDescription: "\(knob.path)=\(choice.name) meets \(reader.path)=\(reader.value)",
                    strict: strict, loose: loose, failure: cause.mode)
            }
        }
    }

    init(testDescription: String, strict: BehaviourProfile, loose: BehaviourProfile, failure: String = "") {
        self.testDescription = testDescription
        self.strict = strict
        self.loose = loose
        self.failure = failure
    }

    init(shipped loose: String) throws {
        let scenario = try Scenario.load(
            path: "Scenarios/pilots/two-platforms.yaml",
            overrides: ["platforms.receiver.profile=strict-verifier", "platforms.sender.profile=\(loose)"])
        self.init(
            testDescription: loose, strict: scenario.platforms[1].profile, loose: scenario.platforms[0].profile)
    }

    /// A mine, a smelter and a certifier on each of two platforms; each mine sells to the other platform's smelter.
    static func run(west: BehaviourProfile, east: BehaviourProfile) throws -> RunRecord {
        try ProbeWorld.run(
            ProbeWorld.scenario(issuer: west, verifier: east) { scenario in
                // Three batches each; what was issued before the reader was upgraded is read after it too.
                scenario.days = 27
                for (index, name) in ["west", "east"].enumerated() { scenario.platforms[index].name = name }
                func party(_ name: String, like other: PartySpec, on platform: PlatformSpec, customers: [String])
                    -> PartySpec
                {
                    var party = other
                    (party.name, party.slug, party.customers) = (name, Slug.make(name), customers)
                    (party.country, party.platform) = (platform.country, platform.name)
                    return party
                }
                var (mine, smelter, certifier) = (scenario.parties[0], scenario.parties[1], scenario.certifiers[0])
                (scenario.parties, scenario.certifiers) = ([], [])
                mine.everyHours = 288
                for (here, there) in [(0, 1), (1, 0)].map({ (scenario.platforms[$0], scenario.platforms[$1]) }) {
                    scenario.parties += [
                        party("Mine \(here.name)", like: mine, on: here, customers: ["Smelter \(there.name)"]),
                        party("Smelter \(here.name)", like: smelter, on: here, customers: []),
                    ]
                    var local = certifier
                    (local.name, local.slug) = ("Certifier \(here.name)", "certifier-\(here.name)")
                    (local.country, local.platform, local.countries) = (here.country, here.name, [here.country])
                    scenario.certifiers.append(local)
                }
            })
    }
}

/// That one platform reads another says nothing about the other way.
@Suite struct DirectionTests {
    @Test(
        "A strict reader and a loose writer fail one way only, and so they do the other way round when they change places",
        arguments: Encounter.ofKnobs)
    func failsOneWay(encounter: Encounter) throws {
        let shows = try expectOneWay(encounter)
        #expect(shows != Self.aboutLinks.contains(encounter.failure), "\(encounter.failure)")
    }

    /// What is about links, or about a credential that is not there, and so about no credential that was read.
    private static let aboutLinks: Set = ["default-link-not-followed", "link-header-truncated", "event-out-of-order"]

    @Test("So it is with profiles as they are shipped", arguments: Encounter.shipped)
    func failsOneWayAsShipped(profile: String) throws {
        #expect(try expectOneWay(Encounter(shipped: profile)))
    }

    /// Whether the matrix shows the failure in one direction; that it shows none in the other, and that there is one, is
    /// expected of all.
    private func expectOneWay(_ encounter: Encounter) throws -> Bool {
        let record = try Encounter.run(west: encounter.strict, east: encounter.loose)
        let matrix = cells(record)
        let (there, back) = (matrix["west to east"] ?? [], matrix["east to west"] ?? [])
        #expect(Set(there.map(\.credentialType)).isSuperset(of: ["dpp", "dcc", "dte", "dfr"]))
        for cell in there {
            #expect(cell.attempts > 0 && cell.passed == cell.attempts && cell.failures.isEmpty, "\(cell)")
        }
        #expect(record.findings.contains { $0.issuer == "east" && $0.verifier == "west" })
        #expect(!record.findings.contains { $0.issuer == "west" })
        #expect(back.allSatisfy { $0.passed == $0.attempts || !$0.failures.isEmpty }, "\(back)")
        #expect(Set(back.map(\.credentialType)).isSubset(of: there.map(\.credentialType)))

        let mirrored = cells(try Encounter.run(west: encounter.loose, east: encounter.strict))
        #expect(mirrored["east to west"]?.map(Fare.init) == there.map(Fare.init))
        #expect(mirrored["west to east"]?.map(Fare.init) == back.map(Fare.init))
        return back.contains { !$0.failures.isEmpty }
    }

    /// The cells between the two platforms, by direction.
    private func cells(_ record: RunRecord) -> [String: [MatrixCell]] {
        let cells = record.matrix.filter { $0.issuer != $0.verifier && $0.issuer != "registers" }
        return Dictionary(grouping: cells) { "\($0.issuer) to \($0.verifier)" }
    }

    /// How a type of credential fared, whoever issued and read it.
    private struct Fare: Equatable {
        let type: String
        let states: [Int]
        let failures: [Tally]

        init(_ cell: MatrixCell) {
            type = cell.credentialType
            states = [
                cell.attempts, cell.passed, cell.passedWithLoss, cell.failed, cell.notSupported, cell.notReached,
                cell.environment,
            ]
            failures = cell.failures
        }
    }
}
