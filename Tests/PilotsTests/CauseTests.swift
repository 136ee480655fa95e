import Platforms
import Records
import Testing
import UNTP

@testable import Pilots

/// Whatever keeps a consignment from being transparent is named.
@Suite struct CauseTests {
    private static func world(_ number: Int, both settings: [String: String], one: [String: String] = [:]) throws
        -> Scenario
    {
        var profiles = [BehaviourProfile(), BehaviourProfile()]
        for (setting, value) in settings {
            for index in profiles.indices { try profiles[index].set(setting, to: value) }
        }
        for (setting, value) in one { try profiles[number % 2].set(setting, to: value) }
        let set = profiles
        return GeneratedChains.certified(number) { scenario in
            for index in set.indices { scenario.platforms[index].profile = set[index] }
            scenario.evidenceTiers = 0
        }
    }

    private static func unexplained(_ record: RunRecord) -> [String] {
        record.consignmentRows.filter { $0.judged != nil && $0.outcome != .transparent && $0.causes.isEmpty }.map(\.id)
    }

    @Test(
        "Goods whose passports are sealed are transparent to who has them in hand, though they were out of reach further down the chain before",
        arguments: 1...16)
    func opensWhatIsInHand(number: Int) throws {
        let record = try ProbeWorld.run(Self.world(number, both: ["access.passports": "aes-256-gcm"]))
        #expect(Self.unexplained(record).isEmpty)
        #expect(record.consignments.transparent == record.consignments.total, "seed \(number)")
    }

    @Test("Passports that are sealed for others count as such, and never as failures")
    func countsSealed() throws {
        let sealed = ["access.passports": "aes-256-gcm"]
        let cells = try (1...8).flatMap { try ProbeWorld.run(Self.world($0, both: sealed)).matrix }
        #expect(cells.contains { $0.sealed > 0 })
        #expect(cells.allSatisfy { $0.sealed == $0.notReached && $0.failures.isEmpty })
        let open = try ProbeWorld.run(Self.world(1, both: [:], one: ["hosting.links": "internal"]))
        #expect(open.matrix.allSatisfy { $0.sealed == 0 })
    }

    @Test(
        "A consignment that is not transparent names what stands in its way, whatever a platform does",
        arguments: 1...24)
    func namesCauses(number: Int) throws {
        let oddities = [
            ["status.bitOrder": "rightmost-first"], ["status.encoding": "bare-base64url"],
            ["hosting.links": "internal"],
            ["evidence.digestNotation": "multibase"], ["verifying.status": "skipped"], ["securing.algorithm": "ES256"],
        ]
        let record = try ProbeWorld.run(
            Self.world(number, both: [:], one: oddities[number % oddities.count]))
        #expect(Self.unexplained(record).isEmpty, "seed \(number)")
    }

    @Test("Who found a passport wanting has overlooked nothing where it was corrected meanwhile")
    func expectsNoSecondLook() throws {
        func codes(_ change: (inout PartySpec) -> Void) throws -> Set<String> {
            try ProbeWorld.codes(
                ProbeWorld.scenario(circumstance: .passportCorrected) { change(&$0.parties[0]) })
        }
        #expect(try codes { _ in }.isEmpty)
        #expect(try codes { $0.unevidencedClaims = ["H15"] } == ["claim-without-certificate"])
        #expect(try codes { $0.certificate = .expires(day: 0) } == ["certificate-expired"])
    }

    @Test("Buyers of two countries on one platform find what a passport was corrected to, whatever each recognises")
    func findsCorrections() throws {
        let record = try ProbeWorld.run(
            ProbeWorld.scenario(circumstance: .passportCorrected) { scenario in
                guard var buyer = scenario.parties.last else { return }
                (buyer.name, buyer.slug, buyer.country) = ("Home smelter", "home-smelter", "CL")
                scenario.parties.append(buyer)
                scenario.parties[0].customers.append(buyer.name)
                scenario.recognition = ["CL": ["SEAL"], "DE": []]
            })
        #expect(record.findings.isEmpty, "\(record.findings.map(\.code))")
        #expect(record.consignments.transparent == record.consignments.total && record.truth.rejectedWrongly == 0)
    }

    @Test(
        "Each cause is among the findings of who judged, though it turned up on evidence that was on file",
        arguments: 1...24)
    func findsCauses(number: Int) throws {
        var scenario = GroundTruthTests.dishonest(number, but: [])
        // A withdrawal that comes later is nobody's finding, and a quota manager's objection is made to the goods in hand.
        for index in scenario.parties.indices { scenario.parties[index].certificate = .valid }
        (scenario.evidenceTiers, scenario.hasQuotaManager) = (1 + number % 3, false)
        let record = try ProbeWorld.run(scenario)
        let platforms = Dictionary(uniqueKeysWithValues: scenario.parties.map { ($0.name, $0.platform) })
        let found = Set(record.findings.map { "\($0.code) for \($0.verifier)" })
        let causes = record.consignmentRows.filter { $0.outcome != .transparent }.flatMap { row in
            row.causes.map { "\($0) for \(platforms[row.buyer] ?? "")" }
        }
        #expect(Set(causes).isSubset(of: found), "seed \(number)")
    }

    @Test("A credential that is taken for revoked and isn't holds consignments back under the name of the failure")
    func namesWrongRevocations() throws {
        var scenario = try Self.world(2, both: ["status.bitOrder": "rightmost-first"])
        scenario.days = 60
        for index in scenario.parties.indices where index % 2 == 0 {
            scenario.parties[index].certificate = .revoked(day: 5)
        }
        let record = try ProbeWorld.run(scenario)
        #expect(Self.unexplained(record).isEmpty)
        let wrong = record.findings.filter { $0.code == "bit-order" }
        #expect(wrong.contains { $0.consignments > 0 }, "\(record.findings.map(\.code))")
        #expect(record.truth.byCause.contains { $0.code == "bit-order" && $0.direction == .rejectedWrongly })
    }
}
