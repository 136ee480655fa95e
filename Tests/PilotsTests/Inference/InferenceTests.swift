import Foundation
import Testing

@testable import Pilots
@testable import Platforms

/// A profile drawn from what a platform wrote says how that platform writes, and claims no more.
@Suite struct InferenceTests {
    /// Values that leave nothing in samples, or the same as another: why.
    private static let unshown: [String: String] = [
        "resolver.variants=collapsed": "what the resolver dropped can't be seen",
        "credential.extending=careless": "an extension that says nothing can't be held to anything",
    ]

    /// What it takes besides for a value to be seen.
    private static let besides: [String: [Knob.Setting]] = [
        "access.announcing=on-the-link": [.init("access.passports", "aes-256-gcm")],
        "access.announcing=nowhere": [.init("access.passports", "aes-256-gcm")],
    ]

    /// All values of the knobs that samples can show.
    static let shown: [Knob.Setting] = Knobs.all.filter { InferenceRules.paths.contains($0.path) }.flatMap { knob in
        knob.choices.map { Knob.Setting(knob.path, $0.name) }
    }.filter { unshown["\($0.path)=\($0.value)"] == nil }

    private func inferred(_ settings: [Knob.Setting]) throws -> InferredProfile {
        var behaviour = BehaviourProfile()
        for setting in settings { try behaviour.set(setting.path, to: setting.value) }
        return InferredProfile(try PlatformSamples.samples(of: behaviour))
    }

    @Test("Of a conforming platform's samples no knob is inferred to depart, and none that can't be shown is inferred")
    func infersNothingWrong() throws {
        let profile = try inferred([])
        #expect(profile.profile.deviations == [])
        #expect(profile.marks.map(\.path) == Knobs.all.map(\.path))
        for mark in profile.marks {
            #expect(mark.note == nil, "\(mark)")
            if !InferenceRules.paths.contains(mark.path) { #expect(mark.origin == .default, "\(mark)") }
        }
        #expect(profile.count(.inferred) > 35)
        #expect(profile.count(.declared) == 3)
    }

    @Test("Each value that samples can show is found in them, and no other knob is taken to depart", arguments: shown)
    func findsEachValue(_ setting: Knob.Setting) throws {
        let others = Self.besides["\(setting.path)=\(setting.value)"] ?? []
        let profile = try inferred([setting] + others)
        let mark = try #require(profile.marks.first { $0.path == setting.path })
        #expect(mark.value == setting.value, "\(mark)")
        let isVisibleDefault = mark.value == Knobs[setting.path]?.defaultValue
        #expect(mark.origin != .default || isVisibleDefault, "\(mark)")
        let allowed = Set([setting.path] + others.map(\.path))
        #expect(profile.profile.deviations.filter { !allowed.contains($0.path) } == [])
    }

    @Test("Of each shipped kind of platform, what samples show is what its profile says")
    func agreesWithShippedProfiles() throws {
        for name in ScenarioLibrary.names(in: "platforms", root: TestLibrary.root) {
            var loader = ScenarioLoader(root: TestLibrary.root)
            let file = try ScenarioLoader.read("\(TestLibrary.root)/platforms/\(name).yaml")
            let behaviour = loader.profile(of: file)
            let profile = InferredProfile(try PlatformSamples.samples(of: behaviour))
            for mark in profile.marks where mark.origin != .default {
                #expect(mark.value == Knobs[mark.path]?.read(behaviour), "\(name): \(mark)")
            }
            let missed = behaviour.deviations.filter { deviation in
                InferenceRules.paths.contains(deviation.path)
                    && Self.unshown["\(deviation.path)=\(deviation.value)"] == nil
                    && profile.marks.first { $0.path == deviation.path }?.origin == .default
            }
            // What a profile hides from samples: a passport that is encrypted, terms beside a context that nobody has.
            let isHidden =
                behaviour.access.passports != .open || behaviour.credential.extending != .none
                || behaviour.credential.dataModel == .version1_1 || behaviour.status.family == .statusList2021
                || behaviour.securing.carrier == .embedded || behaviour.securing.carrier == .embeddedFormerSuite
            #expect(missed.isEmpty || isHidden, "\(name): \(missed)")
        }
    }

    @Test("What a platform declares goes before what its samples show; where they disagree, the majority counts")
    func weighs() throws {
        let samples = try PlatformSamples.samples(of: .init())
        let declared = InferredProfile(samples, declared: [.init("securing.typ", "JWT")], in: "manifest.json")
        let mark = try #require(declared.marks.first { $0.path == "securing.typ" })
        #expect(mark == KnobMark("securing.typ", "JWT", .declared, sources: ["manifest.json"]))
        var draft = BehaviourProfile()
        try draft.set("securing.typ", to: "JWT")
        let mixed = Samples(samples: samples, adding: try PlatformSamples.samples(of: draft).credentials.prefix(1))
        let judged = try #require(InferredProfile(mixed).marks.first { $0.path == "securing.typ" })
        #expect(judged.value == "vc+jwt")
        #expect(judged.note?.contains("JWT in dcc") ?? false, "\(judged)")
    }

    @Test("Nothing is inferred of nothing")
    func infersNothingOfNothing() {
        #expect(InferredProfile(Samples([])).count(.default) == Knobs.all.count)
    }

    @Test("A drawn profile is a file of the library, and its marks reach the record of a run that uses it")
    func isUsed() throws {
        var behaviour = BehaviourProfile()
        try behaviour.set("securing.typ", to: "JWT")
        let inferred = InferredProfile(try PlatformSamples.samples(of: behaviour))
        let draft = ProfileDraft(
            name: "theirs", title: "Their \"platform\"", folder: "samples \u{7}", inferred: inferred)
        try TestLibrary.withCopy { root in
            let file = "\(root)/platforms/theirs.yaml"
            try Data(draft.text.utf8).write(to: URL(filePath: file))
            try ScenarioLibrary.validate(file)
            let text = """
                title: A test
                start: 2026-01-05
                days: 3
                chains: [copper]
                platforms:
                  - {name: north, profile: theirs, country: DE, set: {securing.kid: fragment}}
                parties:
                  - {name: Mine, stage: mine, country: CL, platform: north}
                  - {name: Smelter, stage: smelter, country: DE, platform: north}
                """
            let scenario = try TestLibrary.pilot(text, in: root)
            let platform = try #require(scenario.platforms.first)
            #expect(platform.profile.securing.typ == .plainJWT)
            #expect(platform.marks.count == Knobs.all.count)
            let typ = platform.marks.first { $0.path == "securing.typ" }
            #expect(typ?.origin == .inferred && typ?.value == "JWT")
            let kid = platform.marks.first { $0.path == "securing.kid" }
            #expect(kid?.origin == .declared && kid?.value == "fragment")
            #expect(platform.marks.first { $0.path == "verifying.status" }?.origin == .default)
        }
    }

    @Test("A mark of a knob that there is not is named with the nearest")
    func namesWrongMarks() throws {
        try TestLibrary.withCopy { root in
            let file = "\(root)/platforms/wrong.yaml"
            let text = "name: wrong\ntitle: W\nkind: W\nmarks:\n  securing.tip: {mark: inferred}\n"
            try Data(text.utf8).write(to: URL(filePath: file))
            #expect {
                try ScenarioLibrary.validate(file)
            } throws: { error in
                "\(error)".contains("wrong.yaml:5:3: there is no knob 'securing.tip'")
                    && "\(error)".contains("securing.typ")
            }
        }
    }
}

extension Samples {
    /// Some samples with credentials of others among them.
    fileprivate init(samples: Samples, adding others: some Sequence<Samples.Credential>) {
        self.init(
            (samples.credentials + others).flatMap { credential in
                FileContent(of: credential.bytes).parts.map { Samples.Document(name: credential.name, part: $0) }
            })
    }
}
