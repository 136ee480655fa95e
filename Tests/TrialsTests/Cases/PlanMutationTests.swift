import Credentials
import Platforms
import Testing
import Trials
import UNTP

/// The plan is tested by readers that do one thing otherwise: exactly the cases that this concerns notice it.
@Suite("Mutations of the test plan")
struct PlanMutationTests {
    /// A knob at another value, with the rules whose cases must come out wrong for it.
    struct Mutation: Sendable, CustomTestStringConvertible {
        let settings: [String: String]
        let rules: Set<String>

        init(_ path: String, _ value: String, _ rules: Set<String>) {
            settings = [path: value]
            self.rules = rules
        }

        var testDescription: String { settings.map { "\($0): \($1)" }.joined() }
    }

    private static let everyStatus: Set<String> = [
        "revoked", "suspended", "list-altered", "list-unsigned", "list-signed-by-another", "list-of-stranger",
        "list-for-another-purpose",
        "list-too-short-for-index", "list-unreadable", "status-host-503", "status-host-404", "status-host-504",
        "anchor-revoked", "evidence-revoked",
    ]

    static let mutations: [Mutation] = [
        Mutation("verifying.status", "skipped", everyStatus),
        Mutation("verifying.statusFailure", "revoked", ["status-host-503", "status-host-404", "status-host-504"]),
        Mutation("verifying.statusPurposes", "any-bit", ["to-be-refreshed", "list-for-another-purpose"]),
        Mutation("verifying.keyEncodings", "jwk-only", ["key-as-multikey"]),
        Mutation("verifying.undefinedTerms", "dropped", ["property-undefined"]),
        Mutation("verifying.schema", "off", ["issuer-without-name", "number-as-text"]),
        Mutation(
            "reading.mediaTypes", "registered-only",
            ["served-as-ld-json", "served-as-former-type", "served-without-type"]
        ),
        Mutation("verifying.leewaySeconds", "7200", ["begins-in-an-hour"]),
        Mutation("fetching.contexts", "live", []),
    ]

    @Test("A reader that departs in one thing fails exactly the cases about that", arguments: mutations)
    func departure(_ mutation: Mutation) throws {
        var behaviour = BehaviourProfile()
        for (path, value) in mutation.settings { try behaviour.set(path, to: value) }
        let plan = CasePlan(now: CasePlanTests.now)
        let reader = ReferenceReader(behaviour)
        var failed: Set<String> = []
        for entry in plan.entries where entry.variant == .common {
            guard let trial = plan.make(entry) else { continue }
            let verdict = reader.read(trial.question).verdict.verdict
            if !trial.allowed.contains(verdict) { failed.insert(Self.rule(of: entry)) }
        }
        #expect(failed == mutation.rules)
    }

    @Test func `a reader that reads tokens with one algorithm only fails the others' sound cases`() throws {
        var behaviour = BehaviourProfile()
        try behaviour.set("verifying.algorithms", to: "eddsa-family")
        let plan = CasePlan(now: CasePlanTests.now)
        let reader = ReferenceReader(behaviour)
        for entry in plan.entries where Self.rule(of: entry) == "sound" && entry.variant.release == .v0_6_1 {
            let trial = try #require(plan.make(entry))
            #expect((reader.read(trial.question).verdict.verdict == .valid) == (entry.variant.algorithm == .EdDSA))
        }
    }

    static func rule(of entry: CaseEntry) -> String {
        let parts = entry.id.split(separator: "/")
        return String(parts[1])
    }
}
