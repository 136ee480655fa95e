import Platforms
import Records
import Testing

@testable import Pilots

/// A platform of the copper pilot moves to 0.7.0 half-way, and its partners read 0.6 only.
@Suite struct UpgradeTests {
    private static let release = Knob.Setting("credential.release", "0.6.1-then-0.7.0")
    private static let readers = Knob.Setting("verifying.releases", "0.6-only")

    /// The copper pilot, shortened; certificates are issued anew every few days, and the platform reads its own.
    private static let overrides: [String] = {
        let upgraded = "platforms.openkit.set"
        return [
            "days=62", "certifiers.*.renewsEvery=11", "\(upgraded).hosting.upgradeDay=55",
            "\(upgraded).\(release.path)=\(release.value)", "platforms.*.set.\(readers.path)=\(readers.value)",
            "\(upgraded).\(readers.path)=all",
        ]
    }()

    /// The run begins on 5 January; this is the fifty-fifth day after it, and the first of a month.
    private static let upgrade = "2026-03-01"

    @Test("An upgrade shows as a burst of the failures that the knob's documentation names, and nothing of it before")
    func bursts() throws {
        let record = try ProbeWorld.run(
            Scenario.load(path: "Scenarios/pilots/copper-conforming.yaml", overrides: Self.overrides))
        let causes = try #require(Knobs[Self.release.path]?.choices.first { $0.name == Self.release.value }?.causes)
        let documented = Set(causes.filter { $0.meets == [Self.readers] }.map(\.mode))
        #expect(!documented.isEmpty)

        let before = record.timeline.filter { $0.periodStart < Self.upgrade }
        let after = record.timeline.filter { $0.periodStart >= Self.upgrade }
        let (judgedBefore, judgedAfter) = (Self.judged(before), Self.judged(after))
        #expect(judgedBefore > 50 && judgedAfter > 50, "\(judgedBefore), \(judgedAfter)")
        let known = Self.counts(before)
        #expect(documented.isDisjoint(with: known.keys))
        // A burst: what was not there before, and now stands in the way of a tenth and more.
        let burst = Self.counts(after).filter { known[$0.key] == nil && $0.value * 10 > judgedAfter }
        #expect(Set(burst.keys) == documented)

        // It begins within days, with all who read but the upgraded platform itself, and for certificates alone: 0.7.0
        // settles the shape of anchors too, but these were issued before the run.
        let findings = record.findings.filter { documented.contains($0.code) }
        #expect(findings.contains { $0.firstSeen < "2026-03-08" })
        #expect(findings.allSatisfy { $0.firstSeen > Self.upgrade && $0.issuer == "openkit" })
        #expect(Set(findings.map(\.verifier)).count > 4)
        #expect(!findings.contains { $0.verifier == "openkit" })
        #expect(Set(findings.map(\.credentialType)) == ["dcc"])
    }

    private static func judged(_ periods: [TimelinePeriod]) -> Int { periods.reduce(0) { $0 + $1.outcomes.total } }

    /// How many consignments each failure stood in the way of.
    private static func counts(_ periods: [TimelinePeriod]) -> [String: Int] {
        periods.flatMap(\.findings).reduce(into: [:]) { $0[$1.of, default: 0] += $1.count }
    }
}
