import Platforms
import Records
import Testing

@testable import Pilots

/// A knob moved from its first value to another, in surroundings in which that makes a difference.
struct Turn: Sendable, CustomTestStringConvertible {
    let knob: Knob
    let value: String
    /// Settings of both sides that stay as they are.
    let beside: [Knob.Setting]
    let when: Knob.Circumstance

    var testDescription: String { "\(knob.path)=\(value)" }

    /// Every documented value of every knob but the first.
    static let all: [Turn] = Knobs.all.flatMap { knob in
        let documented = knob.choices.filter { $0.name != knob.defaultValue }
        let values = documented.map(\.name) + (undocumented[knob.path].map { [$0] } ?? [])
        return values.map { value in
            let cause = documented.first { $0.name == value }?.causes.first
            let setting = Knob.Setting(knob.path, value)
            return Turn(
                knob: knob, value: value, beside: cause?.meets ?? surroundings[setting] ?? [],
                when: cause?.when ?? .always)
        }
    }

    /// Values to try of knobs whose documentation has the first one only.
    private static let undocumented = [
        "hosting.upgradeDay": "10",
        "caching.documentSeconds": "0",
        "caching.evidenceSeconds": "0",
    ]

    /// What it takes for values that cause no failure by themselves; those that are not here take nothing.
    static let surroundings: [Knob.Setting: [Knob.Setting]] = [
        // Nobody refuses 0.6.0; it shows in which contexts are asked for.
        .init("credential.release", "0.6.0"): [.init("fetching.contexts", "live")],
        .init("hosting.upgradeDay", "10"): [.init("hosting.paths", "moved-by-upgrade")],
        .init("access.keys", "by-role"): [.init("access.passports", "aes-256-gcm")],
        .init("access.protocolsSpoken", "did-authentication-only"): [
            .init("access.passports", "aes-256-gcm"), .init("access.keys", "by-role"),
            .init("access.protocolOffered", "openid4vp"),
        ],
        .init("reading.payload", "unwraps-vc-claim"): [.init("securing.payload", "vc-claim")],
        .init("verifying.schema", "tolerates-extra"): [.init("credential.closedObjects", "extra-properties")],
        .init("verifying.schema", "off"): [.init("credential.codes", "of-0.7.0")],
        .init("verifying.statusFamilies", "since-2021"): [.init("status.family", "status-list-2021")],
        .init("verifying.statusFamilies", "since-2020"): [.init("status.family", "revocation-list-2020")],
        .init("status.signing", "on-request"): [
            .init("clock.offsetSeconds", "120"), .init("verifying.leewaySeconds", "0"),
        ],
        .init("verifying.statusEncoding", "tolerant"): [.init("status.encoding", "bare-base64url")],
    ]

    /// A run of three consignments, a fortnight apart: before a revocation, after it, and after a change of keys.
    func digest(_ settings: [Knob.Setting]) throws -> DigestRecord {
        try ProbeWorld.run(
            ProbeWorld.scenario(beside + settings, circumstance: when) { scenario in
                scenario.days = 32
                scenario.parties[0].everyHours = 360
            }
        ).digest
    }
}

/// No knob is without effect.
@Suite struct KnobEffectTests {
    @Test("Each value of each knob changes what is exchanged or found", arguments: Turn.all)
    func makesADifference(turn: Turn) throws {
        let turned = try turn.digest([.init(turn.knob.path, turn.value)])
        let unturned = try turn.digest([])
        #expect(turned.overall != unturned.overall)
    }

    @Test("Surroundings are stated for values only that there are and that cause no failure by themselves")
    func surroundingsAreNeeded() throws {
        for (setting, beside) in Turn.surroundings {
            let turn = try #require(Turn.all.first { $0.knob.path == setting.path && $0.value == setting.value })
            #expect(turn.beside == beside, "\(turn.testDescription)")
        }
    }
}
