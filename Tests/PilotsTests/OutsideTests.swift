import Credentials
import HTTPTypes
import JSON
import Networking
import Platforms
import Records
import Synchronization
import Testing
import UNTP

@testable import Pilots

/// Platforms of a pilot that stand outside of the simulator.
@Suite struct OutsideTests {
    private func run(
        _ adapter: OutsideDouble, on platform: String = "issuing", change: (inout Scenario) -> Void = { _ in }
    ) throws -> RunRecord {
        var scenario = ProbeWorld.scenario(change: change)
        let position = try #require(scenario.platforms.firstIndex { $0.name == platform })
        scenario.platforms[position].adapter = .command(["double"])
        var options = PilotRun.Options()
        options.outside = try scenario.connect([platform: adapter])
        return try ProbeWorld.run(scenario, options: options)
    }

    @Test func `a platform outside that does all well leaves the pilot without findings`() throws {
        let record = try run(OutsideDouble())
        #expect(record.findings.map(\.code) == [])
        #expect(record.consignments.transparent == record.consignments.total)
        #expect(record.consignments.total > 5)
        let outside = try #require(record.platforms.first { $0.name == "issuing" }?.outside)
        #expect(outside.failed == 0)
        #expect(outside.asked.first { $0.of == "issue" }?.count ?? 0 > 10)
        #expect(outside.asked.contains { $0.of == "answer" })
    }

    @Test func `what a platform outside refuses without saying why is its own failure`() throws {
        let record = try run(OutsideDouble(verdict: .invalid), on: "verifying")
        #expect(record.consignments.transparent == 0)
        #expect(Set(record.findings.map(\.code)) == ["error-text-hides-cause"])
        #expect(record.truth.rejectedWrongly > 0)
    }

    @Test func `what a platform outside takes for valid in spite of its being altered is accepted wrongly`() throws {
        let record = try run(OutsideDouble(verdict: .valid), on: "verifying") { $0.parties[0].alteredShare = 1 }
        #expect(record.truth.acceptedWrongly > 0)
    }

    @Test func `a credential from outside that is altered afterwards is found out`() throws {
        let record = try run(OutsideDouble()) { $0.parties[0].alteredShare = 1 }
        #expect(record.findings.contains { $0.code == "credential-altered" })
        #expect(record.consignments.transparent == 0)
    }

    @Test func `a platform outside that fails at everything loses its credentials and ends no run`() throws {
        let record = try run(OutsideDouble(failsFrom: 3))
        #expect(record.consignments.total > 5)
        #expect(record.consignments.transparent == 0)
        let outside = try #require(record.platforms.first { $0.name == "issuing" }?.outside)
        #expect(outside.failed > 0)
        #expect(outside.failures.first?.text.contains("no answer") ?? false)
    }

    @Test func `a platform that can't describe itself keeps the pilot from beginning`() {
        #expect(throws: OutsideConnectionError.self) { try run(OutsideDouble(failsFrom: 0)) }
    }

    @Test func `an adapter stands in one place`() throws {
        try TestLibrary.withCopy { library in
            let text = """
                extends: two-platforms
                platforms:
                  - {name: sender, country: CL, adapter: {command: [a], folder: b}}
                """
            #expect(throws: ScenarioError.self) { try TestLibrary.pilot(text, in: library) }
        }
    }
}

/// A platform outside that runs inside the test: it signs with keys of its own and hosts its DID documents.
private final class OutsideDouble: Adapter {
    private let verdict: OutsideVerdict.Verdict?
    private let failsFrom: Int
    private let state = Mutex(State())

    private struct State {
        var asked = 0
        var services: [String: [DIDService]] = [:]
    }

    /// - Parameters:
    ///   - verdict: What it makes of any credential; nil if it leaves verifying to the virtual platform.
    ///   - failsFrom: The number of the question from which on it no longer answers.
    init(verdict: OutsideVerdict.Verdict? = nil, failsFrom: Int = .max) {
        self.verdict = verdict
        self.failsFrom = failsFrom
    }

    private func count(_ method: String) throws(AdapterFailure) {
        let number = state.withLock { state in
            state.asked += 1
            return state.asked
        }
        guard number <= failsFrom else { throw AdapterFailure(.timedOut(seconds: 1), method: method) }
    }

    private static func key(of slug: String) -> SigningKey? {
        try? SigningKey(.EdDSA, seed: Array((slug + String(repeating: "-", count: 32)).utf8.prefix(32)))
    }

    private static func did(of slug: String) -> String { "did:web:did.issuing.example:\(slug)" }

    func describe(_ setting: AdapterSetting) throws(AdapterFailure) -> AdapterDescription {
        try count("describe")
        let all = AdapterDescription.Capability(
            types: Set(CredentialType.allCases), releases: [.v0_6_1], securing: [.token], algorithms: ["EdDSA"])
        guard verdict == nil else { return AdapterDescription(name: "Double", verifies: all) }
        return AdapterDescription(
            name: "Double", version: "1", issues: all, serves: ["did"], enrolsParties: true, takesLinks: true)
    }

    func enrol(_ party: OutsideParty) throws(AdapterFailure) -> String {
        try count("enrol")
        return Self.did(of: party.slug)
    }

    func issue(_ order: IssueOrder) throws(AdapterFailure) -> OutsideDocument {
        try count("issue")
        let did = order.credential["issuer"]?["id"]?.string ?? ""
        guard let key = Self.key(of: did.split(separator: ":").last.map(String.init) ?? "") else {
            throw AdapterFailure(.refused(code: -32002, message: "unknown issuer"), method: "issue")
        }
        let token = CompactJWS.sign(
            order.credential.serialised(), header: JOSEHeader(alg: "EdDSA", kid: did + "#key", typ: "vc+jwt"),
            with: key)
        return OutsideDocument(url: "", contentType: "application/vc+jwt", body: token)
    }

    func answer(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse {
        try count("answer")
        let slug = request.url.path.split(separator: "/").first.map(String.init) ?? ""
        guard let key = Self.key(of: slug) else { return .problem(.notFound, "no such party") }
        let did = Self.did(of: slug)
        let document = DIDDocument.json(
            id: did, keys: [("key", key.publicKey)], form: .jwk, listsAssertions: true,
            services: state.withLock { $0.services[did] ?? [] })
        return WebResponse(document.serialised(), as: "application/did+json")
    }

    func link(_ link: OutsideLink) throws(AdapterFailure) {
        try count("link")
        guard link.subject.hasPrefix("did:") else { return }
        state.withLock {
            $0.services[link.subject] = [
                DIDService(id: link.subject + "#anchor", type: link.relation, endpoint: .string(link.target))
            ]
        }
    }

    func verify(_ question: VerifyQuestion) throws(AdapterFailure) -> OutsideVerdict {
        try count("verify")
        guard let verdict else { throw AdapterFailure(.notSupported("verifying"), method: "verify") }
        return OutsideVerdict(verdict, reasons: [.init(code: "own-code", message: "no")])
    }

    func setStatus(_ change: StatusChange) throws(AdapterFailure) {
        throw AdapterFailure(.notSupported("statuses"), method: "setStatus")
    }

    func close() {}
}
