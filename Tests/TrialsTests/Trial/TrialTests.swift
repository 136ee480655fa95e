import Networking
import Platforms
import Records
import Reporting
import Synchronization
import Testing
import Trials
import UNTP

@Suite("A trial")
struct TrialTests {
    static let now = CasePlanTests.now

    static func peer(_ name: String, _ settings: [String: String] = [:]) throws -> PeerProfile {
        var behaviour = BehaviourProfile()
        for (path, value) in settings { try behaviour.set(path, to: value) }
        return PeerProfile(name: name, title: name, behaviour: behaviour)
    }

    static func options(_ peers: [PeerProfile], only: [String] = []) -> Trial.Options {
        var options = Trial.Options(peers: peers, now: now)
        options.selection = CaseSelection(only: only, skip: [])
        options.command = { "untp-sim try command --only \($0)" }
        return options
    }

    static func subject(_ adapter: any Adapter, offered: [OfferedCredential] = []) -> TrialSubject {
        TrialSubject(adapter: adapter, kind: "command", location: "./adapter", offered: offered)
    }

    static let issuing = AdapterDescription.Capability(
        types: [.dpp, .dcc], releases: [.v0_6_1], securing: [.enveloped, .token, .embedded], algorithms: ["EdDSA"])

    @Test func `a conforming platform has nothing to mend, in either direction`() throws {
        let adapter = VirtualAdapter(issues: Self.issuing)
        let record = Trial(Self.subject(adapter), options: Self.options([try Self.peer("conforming")])).run()
        #expect(record.results.filter { $0.outcome != .passed }.map { "\($0.id): \($0.found)" } == [])
        #expect(record.isPassed)
        #expect(record.results.contains { $0.id == "issued/dpp/0.6.1/token/conforming" })
        #expect(record.results.contains { $0.id == "revoked/dpp/conforming" })
        #expect(record.results.contains { $0.id == "peer/conforming/dte" })
        #expect(record.shown.contains { $0.contains("product passport (1 of 1)") })
        #expect(adapter.isClosed)
    }

    @Test func `the same trial gives the same report`() throws {
        let peers = [try Self.peer("conforming"), try Self.peer("skipping", ["verifying.status": "skipped"])]
        func report() -> [UInt8] {
            TrialJSON.bytes(
                of: Trial(
                    Self.subject(VirtualAdapter(issues: Self.issuing)),
                    options: Self.options(peers, only: ["peer", "issued", "revoked", "clocks"])
                ).run())
        }
        #expect(report() == report())
    }

    @Test func `a platform that checks no statuses raises the alarm`() throws {
        var careless = BehaviourProfile()
        try careless.set("verifying.status", to: "skipped")
        let record = Trial(
            Self.subject(VirtualAdapter(careless)),
            options: Self.options([try Self.peer("conforming")], only: ["revoked", "negative/altered"])
        ).run()
        let alarms = record.results.filter(\.isAcceptedWrongly)
        #expect(!alarms.isEmpty && alarms.allSatisfy { $0.id.hasPrefix("negative/revoked/") })
        #expect(!record.isPassed)
        let first = try #require(alarms.first)
        #expect(first.expected == "invalid" && first.found == "valid")
        #expect(first.reproduce == "untp-sim try command --only \(first.id)")
        #expect(!first.artefacts.isEmpty && !first.remedy.isEmpty && !first.clause.isEmpty)
        #expect(Set(first.artefacts).isSubset(of: record.artefacts.map(\.path)))
    }

    @Test func `what a platform does not claim is not counted against it`() throws {
        let tokens = AdapterDescription.Capability(
            types: [.dpp], releases: [.v0_6_1], securing: [.token], algorithms: ["ES256"])
        let record = Trial(
            Self.subject(VirtualAdapter(verifies: tokens)),
            options: Self.options([], only: ["positive", "negative"])
        ).run()
        #expect(record.isPassed)
        let outcomes = Set(record.results.map(\.outcome))
        #expect(outcomes == [.passed, .notSupported])
        #expect(record.results.contains { $0.id == "negative/altered/dpp/token-es256" && $0.outcome == .passed })
        // What stands for all is asked in the one way that the platform reads.
        #expect(record.results.contains { $0.id == "negative/expired/dpp" && $0.outcome == .passed })
    }

    @Test func `where a peer departs and is refused for it, it is the peer that has something to mend`() throws {
        let departing = try Self.peer("departing", ["credential.contexts": "untp-first"])
        let record = Trial(
            Self.subject(VirtualAdapter()), options: Self.options([departing], only: ["peer/departing/dpp"])
        ).run()
        let result = try #require(record.results.first)
        #expect(result.outcome == .failed && result.responsible == "issuer" && !result.isOwnFailure)
        #expect(result.code == "context-order")
        #expect(record.isPassed)
    }

    @Test func `a peer that reads one thing only is not the platform's to mend`() throws {
        let picky = try Self.peer("picky", ["reading.proofs": "enveloped-only"])
        let record = Trial(
            Self.subject(VirtualAdapter(verifies: nil, issues: Self.issuing)),
            options: Self.options([picky], only: ["issued/dpp"])
        ).run()
        let outcomes = Dictionary(uniqueKeysWithValues: record.results.map { ($0.id, $0.outcome) })
        #expect(outcomes["issued/dpp/0.6.1/embedded/picky"] == .failed)
        #expect(outcomes["issued/dpp/0.6.1/token/picky"] == .passed)
        #expect(record.results.first { $0.outcome == .failed }?.code == "embedded-not-enveloped")
        #expect(record.isPassed)
    }

    @Test func `credentials that are there already are read, and what is missing around them is said`() throws {
        let origin = try #require(TrialOrigin(url: "https://files.vendor.example/samples"))
        let plan = CasePlan(origin: origin, now: Self.now)
        let sound = try #require(plan.entries.first { $0.id == "positive/sound/dpp/0.6.1/enveloped-eddsa" })
        let altered = try #require(plan.entries.first { $0.id == "negative/context-order/dpp" })
        let unsigned = try #require(plan.entries.first { $0.id == "negative/proof-removed/dcc/enveloped-eddsa" })
        let files = [("sound.json", sound), ("altered.json", altered), ("sample.json", unsigned)]
        let offered = try files.map { name, entry in
            OfferedCredential(name: name, document: try #require(plan.make(entry)).question.credential)
        }
        let record = Trial(
            TrialSubject(
                adapter: VirtualAdapter(verifies: nil), kind: "folder", location: "samples", offered: offered,
                hosts: ["files.vendor.example"]),
            options: Self.options([try Self.peer("conforming")])
        ).run()
        let results = Dictionary(uniqueKeysWithValues: record.results.map { ($0.id, $0) })
        #expect(results["offered/sound.json/conforming"]?.outcome == .passedWithLoss)
        #expect(results["offered/altered.json/conforming"]?.code == "context-order")
        let sample = try #require(results["offered/sample.json/conforming"])
        #expect(sample.outcome == .passedWithLoss && sample.found.hasSuffix("; it is not signed"))
        #expect(record.notes.contains { $0.contains("not signed") })
        #expect(record.missing.contains { $0.contains("files.vendor.example") })
    }

    // MARK: Platforms that give no usable answer

    @Test func `a platform that can't be started is a result`() {
        let record = Trial(Self.subject(MuteAdapter(describes: false)), options: Self.options([])).run()
        #expect(record.results.map(\.id) == ["describe"])
        #expect(!record.isPassed)
    }

    @Test func `after five failures in a row nothing more is asked, and the trial ends`() {
        let adapter = MuteAdapter(describes: true)
        let record = Trial(Self.subject(adapter), options: Self.options([], only: ["negative"])).run()
        #expect(adapter.asked == 5)
        #expect(record.results.filter { $0.outcome == .failed }.count == 5)
        #expect(record.results.contains { $0.outcome == .notReached })
        #expect(record.results.first?.found.contains("no answer within 10.0 s") == true)
    }
}

/// A platform that says what it is, at most, and then nothing.
private final class MuteAdapter: Adapter {
    private let describes: Bool
    private let count = Mutex(0)

    init(describes: Bool) { self.describes = describes }

    /// How often it was asked to verify.
    var asked: Int { count.withLock { $0 } }

    private func silence(_ method: String) -> AdapterFailure { AdapterFailure(.timedOut(seconds: 10), method: method) }

    func describe(_ setting: AdapterSetting) throws(AdapterFailure) -> AdapterDescription {
        guard describes else { throw AdapterFailure(.notReachable("no such file"), method: "describe") }
        return AdapterDescription(name: "Mute", verifies: VirtualAdapter.everything)
    }

    func enrol(_ party: OutsideParty) throws(AdapterFailure) -> String { throw silence("enrol") }
    func issue(_ order: IssueOrder) throws(AdapterFailure) -> OutsideDocument { throw silence("issue") }
    func answer(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse { throw silence("answer") }
    func verify(_ question: VerifyQuestion) throws(AdapterFailure) -> OutsideVerdict {
        count.withLock { $0 += 1 }
        throw silence("verify")
    }
    func setStatus(_ change: StatusChange) throws(AdapterFailure) { throw silence("setStatus") }
    func close() {}
}
