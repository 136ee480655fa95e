import Platforms
import Records
import SimulationKernel
import Testing

@testable import Pilots

/// Promises of whole runs, on worlds that chance has drawn up.
@Suite struct RunTests {
    /// A small world with faults, drawn up from a number.
    private func world(_ number: Int) throws -> Scenario {
        let issuing = Knobs.issuing[number % Knobs.issuing.count]
        let consuming = Knobs.consuming[number % Knobs.consuming.count]
        var (issuer, verifier) = (BehaviourProfile(), BehaviourProfile())
        try issuer.set(issuing.path, to: issuing.choices[number % issuing.choices.count].name)
        try verifier.set(consuming.path, to: consuming.choices[number % consuming.choices.count].name)
        return ProbeWorld.scenario(issuer: issuer, verifier: verifier) { scenario in
            scenario.seed = UInt64(number)
            scenario.days = 20
            scenario.network.lossPerMillion = number * 1000
            scenario.parties[0].everyHours = 36
            scenario.parties[0].alteredShare = number.isMultiple(of: 3) ? 0.3 : 0
            scenario.parties[0].certificate = number.isMultiple(of: 4) ? .expires(day: 10) : .valid
        }
    }

    @Test("Every consignment ends in exactly one outcome, and all counts add up", arguments: 1...24)
    func conserves(number: Int) throws {
        let record = try ProbeWorld.run(try world(number))
        let totals = record.consignments
        #expect(totals.total == record.consignmentRows.count)
        #expect(
            totals.transparent + totals.partial + totals.opaque + totals.inTransit + totals.keptBack == totals.total)
        #expect(totals.inTransit == 0)
        let levels = totals.levels
        #expect(levels.e0 + levels.e1 + levels.e2 + levels.e3 + levels.e4 == totals.total)
        #expect(record.credentials.issued.reduce(0) { $0 + $1.count } == record.credentials.totalIssued)
        #expect(record.credentials.failed <= record.credentials.verified)
        for cell in record.matrix {
            let states =
                cell.passed + cell.passedWithLoss + cell.failed + cell.notSupported + cell.notReached + cell.environment
            #expect(states == cell.attempts)
        }
        for row in record.consignmentRows { #expect((row.outcome == .transparent) == (row.level == .e4)) }
        let flows = record.chains.flatMap(\.flows).reduce(0) { $0 + $1.outcomes.total }
        #expect(flows == totals.total)
    }

    @Test(
        "The digest and the record hang on the seed, not on threads, sharing or the order of equal instants",
        arguments: [3, 8, 17])
    func isDeterministic(number: Int) throws {
        let scenario = try world(number)
        let reference = try ProbeWorld.run(scenario)
        for (threads, shares) in [(1, true), (2, true), (4, true), (1, false), (2, false)] {
            var options = PilotRun.Options()
            options.threads = threads
            options.sharesChecks = shares
            let record = try ProbeWorld.run(scenario, options: options)
            #expect(record.digest == reference.digest)
            var comparable = record
            comparable.artefacts = reference.artefacts
            #expect(comparable == reference)
        }
        var other = scenario
        other.seed += 1
        #expect(try ProbeWorld.run(other).digest != reference.digest)
    }

    @Test(
        "What goes wrong by conduct is found: altered passports, certificates expired, revoked, suspended or for another site, claims without evidence"
    )
    func findsConduct() throws {
        func codes(_ change: (inout PartySpec) -> Void) throws -> Set<String> {
            try ProbeWorld.codes(ProbeWorld.scenario { change(&$0.parties[0]) })
        }
        #expect(try codes { $0.alteredShare = 1 } == ["credential-altered"])
        #expect(try codes { $0.certificate = .expires(day: 20) } == ["certificate-expired"])
        #expect(try codes { $0.certificate = .revoked(day: 20) } == ["certificate-revoked"])
        #expect(try codes { $0.certificate = .suspended(day: 20) } == ["certificate-suspended"])
        #expect(try codes { $0.certificate = .wrongScope } == ["certificate-scope-mismatch"])
        #expect(try codes { $0.unevidencedClaims = ["H15"] } == ["claim-without-certificate"])
        let unaccredited = ProbeWorld.scenario { $0.certifiers[0].accreditedFor = ["H10"] }
        #expect(try ProbeWorld.codes(unaccredited) == ["accreditation-missing"])
    }

    @Test("What is accepted wrongly and rejected wrongly is counted against the truth")
    func comparesWithTheTruth() throws {
        var blind = BehaviourProfile()
        try blind.set("verifying.status", to: "skipped")
        let fooled = try ProbeWorld.run(ProbeWorld.scenario(verifier: blind, circumstance: .certificateRevoked))
        #expect(fooled.truth.acceptedWrongly > 0)
        #expect(fooled.truth.rejectedWrongly == 0)
        var strict = BehaviourProfile()
        try strict.set("verifying.keyEncodings", to: "multikey-only")
        let refusing = try ProbeWorld.run(ProbeWorld.scenario(verifier: strict))
        #expect(refusing.truth.rejectedWrongly == refusing.consignments.total)
        #expect(refusing.truth.acceptedWrongly == 0)
    }

    @Test("Who cuts off a country cuts off nobody else, wherever its platform stands in the list", arguments: [0, 2])
    func cutsOffNobodyElse(position: Int) throws {
        /// What became of each consignment where a platform in Peru that nobody uses is cut off, or not.
        func rows(isCut: Bool) throws -> [ConsignmentRow] {
            let scenario = ProbeWorld.scenario { scenario in
                var (country, platform) = (scenario.countries[0], scenario.platforms[0])
                country.code = "PE"
                (platform.name, platform.title, platform.country) = ("idle", "Idle", country.code)
                scenario.countries.append(country)
                scenario.platforms.insert(platform, at: position)
                if isCut { scenario.network.partitions = [.init(countries: [country.code], day: 5, hours: 2000)] }
            }
            return try ProbeWorld.run(scenario).consignmentRows
        }
        let cut = try rows(isCut: true)
        #expect(cut.count > 3 && cut.allSatisfy { $0.outcome == .transparent })
        #expect(try cut == rows(isCut: false))
    }

    @Test("A cancelled run reports what was measured so far, and says so")
    func cancels() throws {
        let run = PilotRun(ProbeWorld.scenario())
        let record = try run.run { progress in if progress.judged == 3 { run.cancel() } }
        #expect(!record.completion.complete)
        #expect(record.consignmentRows.count { $0.level != nil } == 3)
    }
}
