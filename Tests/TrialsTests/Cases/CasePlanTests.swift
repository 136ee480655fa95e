import Credentials
import Platforms
import Testing
import Trials
import UNTP

@Suite("The test plan")
struct CasePlanTests {
    static let now: Int64 = 1_767_571_200

    /// Ways of issuing that may stand for all.
    static let leads: [Variant] = [
        .common, .init(.v0_6_1, .token, .ES256), .init(.v0_6_1, .embedded, .EdDSA), .init(.v0_6_0, .token, .ES384),
    ]

    @Test("A conforming reader answers every case rightly", arguments: leads)
    func conformingReader(lead: Variant) {
        let plan = CasePlan(now: Self.now, lead: lead)
        let reader = ReferenceReader()
        for entry in plan.entries where lead == .common || entry.variant == lead {
            guard let trial = plan.make(entry) else {
                Issue.record("\(entry.id) can't be made")
                continue
            }
            let reading = reader.read(trial.question)
            #expect(
                trial.allowed.contains(reading.verdict.verdict),
                "\(entry.id): \(reading.verdict.verdict), \(reading.findings.map { "\($0.code) \($0.pointer) \($0.sent)" })"
            )
        }
    }

    @Test func `ids are unique and every failure mode is in the catalogue`() {
        let entries = CasePlan(now: Self.now).entries
        #expect(Set(entries.map(\.id)).count == entries.count)
        for entry in entries {
            if let mode = entry.failureMode { #expect(FailureCatalogue[mode] != nil, "\(entry.id): \(mode)") }
        }
    }
}
