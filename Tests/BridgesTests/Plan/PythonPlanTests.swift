import Bridges
import JSON
import Networking
import Platforms
import Testing
import Trials
import UNTP

/// The platform in Python, held against the test plan in its conforming and its faulty forms.
@Suite(
    "The platform in Python and the test plan",
    .enabled(if: PythonService.peer != nil, "no Python with cryptography and joserfc; 'make peers' sets it up"))
struct PythonPlanTests {
    private static let now: Int64 = 1_767_225_600

    /// The ids of the cases that an adapter answers wrongly, of those that it claims.
    private func wrong(
        _ adapter: some Adapter, at origin: TrialOrigin, where isWanted: (CaseEntry) -> Bool = { _ in true }
    ) throws -> [String] {
        let claim = try #require(try adapter.describe(AdapterSetting(origins: Self.origins, now: Self.now)).verifies)
        let plan = CasePlan(origin: origin, now: Self.now)
        var wrong: [String] = []
        for entry in plan.entries where isWanted(entry) {
            guard claim.securing.contains(entry.variant.securing), claim.releases.contains(entry.variant.release),
                claim.types.contains(entry.type), let made = plan.make(entry)
            else { continue }
            let verdict = try adapter.verify(made.question).verdict
            if !made.allowed.contains(verdict) { wrong.append(made.id) }
        }
        return wrong
    }

    private static let origins = Dictionary(
        uniqueKeysWithValues: ["resolver", "storage", "status", "did"].map { ($0, "https://\($0).rod-trace.example") })

    @Test func `The conforming command answers every case rightly that it claims`() throws {
        let adapter = CommandAdapter(PythonService.command("adapter.py"))
        defer { adapter.close() }
        #expect(try wrong(adapter, at: .ownHosts) == [])
    }

    @Test func `The conforming service answers every case rightly that it claims`() throws {
        let service = try PythonService("service.py", ["--now", String(Self.now)])
        let base = try #require(WebURL(service.base))
        var configuration = HTTPConfiguration()
        configuration.options.names = [.time: "now", .trusted: "trusted", .expected: "expected"]
        let adapter = HTTPAdapter(
            base: base, configuration: configuration, hosts: try ContactableHosts(base: base),
            documents: try DocumentServer())
        defer { adapter.close() }
        let origin = try #require(adapter.documentOrigin.flatMap(TrialOrigin.init))
        #expect(try wrong(adapter, at: origin) == [])
    }

    @Test(arguments: PythonFault.ofReading)
    func `A faulty command fails just the cases that its fault concerns`(fault: PythonFault) throws {
        let adapter = CommandAdapter(PythonService.command("adapter.py", ["--fault", fault.name]))
        defer { adapter.close() }
        // One way of securing shows what the fault does.
        let wrong = try wrong(adapter, at: .ownHosts) { $0.variant == .common || $0.variant.securing == .token }
        #expect(Set(wrong.map { String($0.split(separator: "/")[1]) }) == fault.reads)
    }
}
