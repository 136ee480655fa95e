import Credentials
import Records
import SimulationKernel
import Testing
import UNTP

@testable import Pilots

/// Certificates over time: how long they hold, when they are issued anew, and what they prove once they have run out.
@Suite struct CertificateTests {
    private static let start: Int64 = 1_767_571_200
    private static let day: Int64 = 86_400

    private static func scheme(validity: Double? = 2, surveillance: Double? = 1) -> Scheme {
        Scheme(
            id: "Scheme", name: "Scheme", owner: "", commodities: [], stages: [], levels: [],
            validityMonths: validity, surveillanceMonths: surveillance, custody: [])
    }

    /// A mine whose certificates hold for two months, for two hundred days.
    private static func world(
        _ certificate: CertificateState = .valid, scheme: Scheme? = scheme(),
        change: (inout Scenario) -> Void = { _ in }
    ) -> Scenario {
        ProbeWorld.scenario { scenario in
            scenario.days = 200
            scenario.schemes = scheme.map { ["Scheme": $0] } ?? [:]
            scenario.parties[0].certificate = certificate
            change(&scenario)
        }
    }

    private static func issued(_ record: RunRecord) -> Int { record.credentials.issued.reduce(0) { $0 + $1.count } }

    @Test(
        "A term holds at its time, is looked at in between, and follows on without a gap", arguments: [0, 0.3, 0.999])
    func follows(age: Double) throws {
        var term = try #require(
            CertificateTerm(of: Self.scheme(validity: 12, surveillance: 3), at: Self.start, age: age))
        let year = 365 * Self.day
        #expect(term.begins <= Self.start && Self.start < term.renewal && term.renewal < term.ends)
        #expect(term.ends - term.begins == year)
        #expect(term.lastLook(at: Self.start) <= Self.start)
        if let look = term.nextLook(after: Self.start) {
            #expect(look > Self.start && look < term.renewal)
            #expect(look - term.lastLook(at: Self.start) == year / 4)
        } else {
            // Only where the next look is that of the renewal.
            #expect(term.renewal - term.lastLook(at: Self.start) <= year / 4)
        }
        let (renewal, end) = (term.renewal, term.ends)
        term.renew(at: renewal)
        #expect(term.begins == renewal && term.ends == end + year && renewal < end)
        #expect(CertificateTerm(of: Self.scheme(validity: nil, surveillance: nil), at: Self.start, age: age) == nil)
    }

    @Test("Audits are spread: certificates of one scheme run out at different times")
    func spreads() throws {
        var ends: Set<Int64> = []
        let simulation = Simulation(.init(seed: 1, epochUnixSeconds: Self.start))
        for name in ["one", "two", "three", "four", "five"] {
            var stream = simulation.stream("certificate/\(name)/certifier", "issue date")
            let term = CertificateTerm(of: Self.scheme(validity: 36), at: Self.start, age: stream.unit())
            ends.insert(try #require(term).ends / (30 * Self.day))
        }
        #expect(ends.count > 2)
    }

    @Test("Who is honest has certificates renewed in time: nothing is found, though the run outlasts them")
    func renewsInTime() throws {
        let record = try ProbeWorld.run(Self.world())
        #expect(record.findings.isEmpty, "\(record.findings.map(\.code))")
        #expect(record.consignments.total > 30 && record.consignments.transparent == record.consignments.total)
        let lasting = try ProbeWorld.run(Self.world(scheme: nil))
        #expect(Self.issued(record) > Self.issued(lasting) + 3)
    }

    @Test("Old evidence still proves what was made while it was in force, however late it is looked at")
    func provesThePast() throws {
        let record = try ProbeWorld.run(
            Self.world { scenario in
                // Goods are on their way for longer than a certificate holds.
                scenario.days = 60
                scenario.transit.abroad = Triangle(low: 80, typical: 90, high: 100)
            })
        #expect(record.findings.isEmpty, "\(record.findings.map(\.code))")
        #expect(record.consignments.transparent == record.consignments.total && record.consignments.total > 5)
    }

    @Test("What was made after the end of a certificate that nobody renewed is found, and only that")
    func findsTheExpired() throws {
        let record = try ProbeWorld.run(Self.world(.expires(day: 100)))
        #expect(Set(record.findings.map(\.code)) == ["certificate-expired"])
        for row in record.consignmentRows where row.seller == "Mine" {
            let sent = try #require(DateTimeStamp(strict: row.dispatched)).unixSeconds
            #expect((row.outcome == .transparent) == (sent < Self.start + 100 * Self.day), "\(row.dispatched)")
        }
        #expect(record.truth.acceptedWrongly == 0 && record.truth.rejectedWrongly == 0)
    }

    @Test(
        "A withdrawal reaches all that was issued of a certificate, and nothing is issued in its place",
        arguments: [CertificateState.revoked(day: 110), .suspended(day: 110)])
    func withdrawsAllVersions(state: CertificateState) throws {
        let record = try ProbeWorld.run(
            Self.world(state) { scenario in
                scenario.transit.abroad = Triangle(low: 40, typical: 50, high: 60)
                scenario.certifiers[0].renewsEvery = 20
            })
        let code = state == .revoked(day: 110) ? "certificate-revoked" : "certificate-suspended"
        #expect(Set(record.findings.map(\.code)) == [code])
        let end = Self.start + 110 * Self.day
        for row in record.consignmentRows where row.seller == "Mine" {
            let judged = try #require(row.arrived.flatMap { DateTimeStamp(strict: $0) }).unixSeconds
            if judged > end { #expect(row.outcome != .transparent, "\(row.dispatched)") }
        }
        #expect(record.truth.acceptedWrongly == 0 && record.truth.rejectedWrongly == 0)
    }

    @Test(
        "A certifier is held to its accreditation, in whichever vocabulary it certifies", arguments: Citation.allCases)
    func holdsToAccreditation(cites: Citation) throws {
        func row(_ id: String, _ harmonised: String) -> CriteriaMapping.Row {
            .init(id: id, name: id, harmonised: harmonised, relation: .equivalent)
        }
        // Where it cites both, what goes beyond its scheme is the shared vocabulary's.
        let rows = [row("1", "H01")] + (cites == .scheme ? [row("2", "H10")] : [])
        func codes(accreditedFor criteria: [String]?) throws -> Set<String> {
            try ProbeWorld.codes(
                ProbeWorld.scenario { scenario in
                    scenario.mapping = CriteriaMapping(version: "1", rows: ["SEAL": rows])
                    for party in scenario.parties.indices { scenario.parties[party].answers = ["H10"] }
                    scenario.certifiers[0].criteria = ["H01", "H10"]
                    (scenario.certifiers[0].scheme, scenario.certifiers[0].cites) = ("SEAL", cites)
                    scenario.certifiers[0].accreditedFor = criteria
                })
        }
        #expect(try codes(accreditedFor: nil).isEmpty)
        #expect(try codes(accreditedFor: ["H10", "H01"]).isEmpty)
        for lacking in [[], ["H01"], ["H10"]] {
            #expect(try codes(accreditedFor: lacking) == ["accreditation-missing"], "\(lacking)")
        }
    }

    @Test("Models of custody are ordered by what they ask for, and credits stand apart")
    func ordersModels() {
        let strict: [CustodyModel] = [.identityPreserved, .segregated, .massBalance]
        for (position, model) in strict.enumerated() {
            for (other, offered) in strict.enumerated() { #expect(model.satisfies(offered) == (position <= other)) }
            #expect(!model.satisfies(.bookAndClaim) && !CustodyModel.bookAndClaim.satisfies(model))
        }
        #expect(CustodyModel.bookAndClaim.satisfies(.bookAndClaim))
    }
}
