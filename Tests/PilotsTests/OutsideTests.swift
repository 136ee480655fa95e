import Credentials
import Foundation
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

    @Test(arguments: [
        ("adapter: {command: [a], folder: b}", "the adapter says 2 places"),
        ("adapter: {command: [a], http: 'http://127.0.0.1:1'}", "one of command, http and folder"),
        ("adapter: {config: b.json}", "the adapter says 0 places"),
        ("adapter: {command: [a], config: b.json}", "expected 'http' beside it"),
        ("adapter: {http: 127.0.0.1}", "'127.0.0.1' is no base URL of a service"),
        ("adapter: {http: 'ftp://127.0.0.1'}", "as http://127.0.0.1:8080"),
        ("adapter: {htpt: a}", "did you mean 'http'?"),
        ("adapter: {http: 'http://127.0.0.1:1'}}\npublishedAt: {a: b", "expected text"),
        (
            "adapter: {http: 'http://127.0.0.1:1'}}\npublishedAt: 'http://127.0.0.1/x'\nnetwork: {",
            "no place to publish at"
        ),
        (
            "adapter: {http: 'http://127.0.0.1:1'}}\nparties:\n"
                + "  - {name: Status, stage: ore, country: CL, platform: sender",
            "'Status' is the name of a service"
        ),
        (
            "adapter: {http: 'http://127.0.0.1:1'}}\nparties:\n"
                + "  - {name: Mine, stage: ore, country: CL, platform: sender, alteredShare: 0.5",
            "what a service serves itself can't be changed"
        ),
    ])
    func `What is wrong with an adapter is told with its place`(adapter: String, says: String) throws {
        try TestLibrary.withCopy { library in
            let pilots = "\(library)/pilots/two-platforms.yaml"
            try FileManager.default.copyItem(atPath: "\(TestLibrary.root)/pilots/two-platforms.yaml", toPath: pilots)
            let text = "extends: two-platforms\nplatforms:\n  - {name: sender, country: CL, \(adapter)}\n"
            let error = #expect(throws: ScenarioError.self) { try TestLibrary.pilot(text, in: library) }
            let message = error?.description.replacing(library + "/", with: "") ?? ""
            #expect(message.contains("pilots/pilot.yaml:") && message.contains(says), "\(message)")
        }
    }

    @Test func `a service is explained, with where others are published for it`() throws {
        var scenario = ProbeWorld.scenario()
        #expect(!scenario.explanation.contains("published at"))
        scenario.platforms[0].adapter = .http(base: "http://127.0.0.1:8080", configuration: nil)
        #expect(scenario.explanation.contains("a vendor's own: the service at http://127.0.0.1:8080\n"))
        let text = scenario.explanation.replacing("\n  ", with: " ")
        #expect(text.contains("published at http://127.0.0.1:8790/"), "\(text)")
    }

    // MARK: Origins of its own

    @Test func `what a platform outside writes under an origin of its own is found there`() throws {
        let record = try run(OutsideDouble(origin: "http://127.0.0.1:8123"))
        #expect(record.findings.map(\.code) == [])
        #expect(record.consignments.transparent == record.consignments.total)
        let double = OutsideDouble(origin: "http://127.0.0.1:8123", declares: false)
        #expect(try run(double).findings.contains { $0.code == "did-unresolvable" && $0.issuer == "issuing" })
    }

    @Test func `what one platform outside reads of another leaves no trace`() throws {
        func pilot(reading url: String?) throws -> (record: RunRecord, reader: ReadingDouble) {
            var scenario = ProbeWorld.scenario()
            for index in 0...1 { scenario.platforms[index].adapter = .command(["double"]) }
            let reader = ReadingDouble(url: url.flatMap { WebURL($0) })
            var options = PilotRun.Options()
            options.outside = try scenario.connect(["issuing": OutsideDouble(), "verifying": reader])
            return (try ProbeWorld.run(scenario, options: options), reader)
        }
        let read = try pilot(reading: "https://did.issuing.example/mine/did.json")
        let unread = try pilot(reading: nil)
        #expect(Set(read.reader.seen) == [.ok] && read.reader.seen.count > 5)
        #expect(read.record.digest == unread.record.digest)
        #expect(read.record.platforms.map(\.outside) == unread.record.platforms.map(\.outside))
    }

    @Test func `two platforms outside can't have the same origin, nor that of somebody else`() throws {
        var scenario = ProbeWorld.scenario()
        for index in 0...1 { scenario.platforms[index].adapter = .command(["double"]) }
        let one = OutsideDouble(origin: "http://127.0.0.1:8123")
        let error = #expect(throws: OutsideConnectionError.self) {
            try scenario.connect(["issuing": one, "verifying": OutsideDouble(origin: "http://127.0.0.1:8123")])
        }
        #expect(error?.platform == "verifying")
        for taken in ["https://id.gs1.org", "https://did.verifying.example"] {
            #expect(throws: OutsideConnectionError.self, "\(taken)") {
                try scenario.connect(["issuing": OutsideDouble(origin: taken)])
            }
        }
    }

    @Test func `published on one port, a pilot comes to the same results`() throws {
        var scenario = ProbeWorld.scenario()
        let names = try ProbeWorld.run(scenario)
        scenario.platforms[0].adapter = .http(base: "http://127.0.0.1:8080", configuration: nil)
        let port = try ProbeWorld.run(scenario)
        #expect(port.findings.map(\.code) == [] && port.consignments == names.consignments)
        #expect(port.credentials == names.credentials)
    }
}

/// A platform outside that runs inside the test: it signs with keys of its own and hosts its DID documents.
private final class OutsideDouble: Adapter {
    private let verdict: OutsideVerdict.Verdict?
    private let failsFrom: Int
    private let origin: String?
    private let declares: Bool
    private let state = Mutex(State())

    private struct State {
        var asked = 0
        var services: [String: [DIDService]] = [:]
    }

    /// - Parameters:
    ///   - verdict: What it makes of any credential; nil if it leaves verifying to the virtual platform.
    ///   - failsFrom: The number of the question from which on it no longer answers.
    ///   - origin: Where its DID documents are, if not at the host that it is given.
    ///   - declares: Whether it says so.
    init(
        verdict: OutsideVerdict.Verdict? = nil, failsFrom: Int = .max, origin: String? = nil, declares: Bool = true
    ) {
        self.origin = origin
        self.declares = declares
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

    private func did(of slug: String) -> String {
        let place = origin.map { $0.split(separator: "/").last?.replacing(":", with: "%3A") ?? "" }
        return "did:web:\(place ?? "did.issuing.example"):\(slug)"
    }

    func describe(_ setting: AdapterSetting) throws(AdapterFailure) -> AdapterDescription {
        try count("describe")
        let all = AdapterDescription.Capability(
            types: Set(CredentialType.allCases), releases: [.v0_6_1], securing: [.token], algorithms: ["EdDSA"])
        guard verdict == nil else { return AdapterDescription(name: "Double", verifies: all) }
        return AdapterDescription(
            name: "Double", version: "1", issues: all, serves: ["did"], enrolsParties: true, takesLinks: true,
            origins: declares ? [origin].compactMap(\.self) : [])
    }

    func enrol(_ party: OutsideParty) throws(AdapterFailure) -> String {
        try count("enrol")
        return did(of: party.slug)
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
        let did = did(of: slug)
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

/// A platform outside that takes everything for valid once it has read something.
private final class ReadingDouble: Adapter {
    private let double = OutsideDouble(verdict: .valid)
    private let url: WebURL?
    private let state = Mutex<(network: PublishedNetwork?, seen: [HTTPResponse.Status])>((nil, []))

    init(url: WebURL?) { self.url = url }

    var seen: [HTTPResponse.Status] { state.withLock(\.seen) }

    func read(_ network: PublishedNetwork) { state.withLock { $0.network = network } }

    func verify(_ question: VerifyQuestion) throws(AdapterFailure) -> OutsideVerdict {
        if let url, let answer = state.withLock(\.network)?.read(WebRequest(url: url)) {
            state.withLock { $0.seen.append(answer.status) }
        }
        return try double.verify(question)
    }

    func describe(_ setting: AdapterSetting) throws(AdapterFailure) -> AdapterDescription {
        try double.describe(setting)
    }

    func enrol(_ party: OutsideParty) throws(AdapterFailure) -> String { try double.enrol(party) }

    func issue(_ order: IssueOrder) throws(AdapterFailure) -> OutsideDocument { try double.issue(order) }

    func answer(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse {
        try double.answer(request, now: now)
    }

    func setStatus(_ change: StatusChange) throws(AdapterFailure) { try double.setStatus(change) }

    func close() {}
}
