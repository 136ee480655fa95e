import Bridges
import Networking
import Platforms
import Records
import Testing

@testable import Pilots

/// A service over HTTP in a pilot; it shares no code with the simulator, and fetches by itself what it needs.
@Suite(
    "A service over HTTP in a pilot", .serialized,
    .enabled(if: PythonService.peer != nil, "no Python with cryptography and joserfc; 'make peers' sets it up"))
struct ServicePilotTests {
    @Test func `A service that conforms is read by all, reads all, and nothing is found`() throws {
        let pilot = try ServicePilot()
        #expect(pilot.record.findings.map(\.code) == [])
        #expect(pilot.record.consignments.total > 10)
        #expect(pilot.record.consignments.transparent == pilot.record.consignments.total)
        let outside = try #require(pilot.outside)
        #expect(outside.failed == 0, "\(outside.failures)")
        for method in ["enrol", "issue", "answer", "verify", "link"] {
            #expect(outside.asked.first { $0.of == method }?.count ?? 0 > 2, "\(method)")
        }
        for (issuer, verifier) in [("sender", "receiver"), ("receiver", "sender"), ("sender", "sender")] {
            let passed = pilot.record.matrix.filter { $0.issuer == issuer && $0.verifier == verifier }.map(\.passed)
            #expect(passed.reduce(0, +) > 3, "\(issuer) read by \(verifier)")
        }
        #expect(pilot.record.measures.first { $0.id == "software-platforms" }?.value == 2)
    }

    @Test func `It is as if all were published under their own names`() throws {
        // The same world with a virtual platform in the place of the service.
        var virtual = try ServicePilot.scenario(at: "http://127.0.0.1:1")
        virtual.platforms[0].adapter = nil
        let (record, pilot) = (try PilotRun(virtual).run(), try ServicePilot())
        #expect(pilot.record.consignments.transparent == record.consignments.transparent)
        #expect(pilot.record.credentials.issued == record.credentials.issued)
        // What is asked for on behalf of a platform outside takes its time.
        for (one, other) in zip(pilot.record.measures, record.measures) where one.id != "time-to-trace" {
            #expect(one.id == other.id && one.value == other.value)
        }
    }

    @Test(arguments: PythonFault.ofIssuing)
    func `What a service writes wrongly is found in what it issues, and in nothing else`(fault: PythonFault) throws {
        let pilot = try ServicePilot(faults: [fault.name])
        let found = pilot.findings(in: "sender", by: "receiver")
        #expect(!found.isDisjoint(with: fault.isRead), "\(fault.isRead) expected, \(found) found")
        #expect(pilot.findings(in: "receiver", by: "receiver") == [])
        for finding in pilot.record.findings where fault.isRead.contains(finding.code) {
            #expect(finding.issuer == "sender")
        }
    }

    @Test func `A service that takes what was altered for valid has accepted it wrongly`() throws {
        func pilot(_ faults: [String]) throws -> ServicePilot {
            try ServicePilot(faults: faults) { $0.parties[2].alteredShare = 1 }
        }
        let (sound, faulty) = (try pilot([]), try pilot(["ignores-signature"]))
        #expect(sound.findings(in: "receiver", by: "sender").contains("credential-altered"))
        #expect(sound.record.truth.acceptedWrongly == 0)
        #expect(faulty.record.truth.acceptedWrongly > 0)
    }

    @Test func `What others revoke the service sees at the present of the pilot`() throws {
        let pilot = try ServicePilot { scenario in
            scenario.certifiers[0].platform = "receiver"
            scenario.parties[2].certificate = .revoked(day: 14)
        }
        #expect(pilot.findings(in: "receiver", by: "sender").contains("certificate-revoked"))
        #expect(pilot.findings(in: "receiver", by: "receiver").contains("certificate-revoked"))
        #expect(pilot.record.truth.acceptedWrongly == 0 && pilot.record.truth.rejectedWrongly == 0)
    }

    @Test func `A host that is down is down for the service too`() throws {
        let pilot = try ServicePilot { scenario in
            scenario.network.outages = [
                .init(platform: "receiver", service: .status, day: 0.5, hours: 2000, everyDays: nil)
            ]
        }
        #expect(!pilot.findings(in: "receiver", by: "sender").isEmpty)
        #expect(pilot.outside?.failed == 0)
    }

    // MARK: Services that break

    @Test func `A service that is killed ends no run, and the others trade on`() throws {
        let pilot = try ServicePilot(after: 5) { $0.kill() }
        let outside = try #require(pilot.outside)
        #expect(outside.failed > 0)
        #expect(outside.failures.contains { $0.text.contains("nothing listens there") }, "\(outside.failures)")
        #expect(pilot.record.consignments.transparent >= 5)
        #expect(pilot.record.consignments.transparent < pilot.record.consignments.total)
        #expect(pilot.findings(in: "receiver", by: "receiver").isSubset(of: Self.ofItsCertifier))
        #expect(!pilot.findings(in: "sender").isEmpty)
    }

    @Test(arguments: [("dying", "closed"), ("garbage", "no HTTP"), ("silence", "no answer within 1.0 s")])
    func `A service that breaks ends no run`(way: String, says: String) throws {
        let pilot = try ServicePilot(
            arguments: ["--breaks-after", "60", "--by", way], seconds: way == "silence" ? 1 : 10)
        let outside = try #require(pilot.outside)
        #expect(outside.failures.first?.text.contains(says) ?? false, "\(outside.failures.first?.text ?? "none")")
        #expect(pilot.record.consignments.total > pilot.record.consignments.transparent)
        #expect(!pilot.findings(in: "sender").isEmpty)
        if way == "silence" {
            #expect(outside.failures.contains { $0.text.contains("it is asked no more") })
        }
    }

    @Test func `A service that is not there keeps the pilot from beginning`() throws {
        let scenario = try ServicePilot.scenario(at: "http://127.0.0.1:9")
        let base = try #require(WebURL("http://127.0.0.1:9"))
        let adapter = HTTPAdapter(
            base: base, configuration: HTTPConfiguration(), hosts: try ContactableHosts(base: base))
        defer { adapter.close() }
        let error = #expect(throws: OutsideConnectionError.self) { try scenario.connect(["sender": adapter]) }
        #expect(error?.description.contains("is the service running?") ?? false)
        #expect(error?.description.contains("W3C VC API") ?? false)
    }

    /// What follows for others from the certifier's documents being gone with the service.
    private static let ofItsCertifier: Set<String> = [
        "partner-offline", "host-unreachable", "did-unresolvable", "status-unreachable", "credential-missing",
    ]
}
