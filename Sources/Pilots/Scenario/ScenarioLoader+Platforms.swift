import FoundationEssentials
import Networking
import Platforms
import UNTP

extension ScenarioLoader {
    mutating func platforms(_ pilot: ScenarioNode) -> [PlatformSpec] {
        let nodes = pilot["platforms"]?.elements ?? []
        if nodes.isEmpty {
            report(pilot, "the pilot has no platform", expected: "'platforms' with a name and a profile")
        }
        var names: Set<String> = []
        return nodes.map { node in
            let name = node["name"]?.text ?? ""
            if !names.insert(name).inserted {
                report(node["name"] ?? node, "the platform '\(name)' stands twice", expected: "a name of its own")
            }
            if World.hasRegister(name) {
                report(
                    node["name"] ?? node, "'\(name)' is what a register or an accreditation body is called",
                    expected: "a name that begins otherwise")
            }
            if name != Slug.make(name) {
                report(
                    node["name"] ?? node, "'\(name)' can't be part of a host name",
                    expected: "lower-case letters, digits and hyphens")
            }
            let file = node["profile"].flatMap { library(.platform, $0) }
            var profile = file.map { self.profile(of: $0) } ?? BehaviourProfile()
            set(node["set"], on: &profile)
            return PlatformSpec(
                name: name, title: node["title"]?.text ?? file?["title"]?.text ?? name, kind: file?["kind"]?.text ?? "",
                country: countryCode(node["country"]), profile: profile, adapter: adapter(of: node),
                marks: file.map { marks($0, of: profile, overridden: node["set"]) } ?? [])
        }
    }

    /// How the knobs of a profile were come by, where its file says so; what a pilot sets itself is declared there.
    mutating func marks(
        _ file: ScenarioNode, of profile: BehaviourProfile, overridden: ScenarioNode? = nil
    ) -> [KnobMark] {
        guard let section = file["marks"] else { return [] }
        let own = Set(overridden?.members.compactMap(\.key.text) ?? [])
        return section.members.compactMap { key, mark in
            guard let knob = Knobs[key.text ?? ""] else {
                report(
                    key, "there is no knob '\(key.text ?? "")'",
                    expected: "a knob as 'untp-sim scenario schema' lists them", among: Knobs.all.map(\.path))
                return nil
            }
            let value = knob.read(profile)
            if own.contains(knob.path) {
                return KnobMark(knob.path, value, .declared, sources: ["the pilot's scenario"])
            }
            return KnobMark(
                knob.path, value, mark["mark"]?.text.flatMap(KnobMark.Origin.init(rawValue:)) ?? .default,
                sources: mark["from"]?.elements.compactMap(\.text) ?? [], note: mark["note"]?.text)
        }
    }

    /// A path as it is written in a file, relative to that file.
    func beside(_ node: ScenarioNode, _ path: String) -> String {
        guard !path.hasPrefix("/"), let slash = node.file.lastIndex(of: "/") else { return path }
        return node.file[...slash] + path
    }

    /// What a profile's file says.
    mutating func profile(of file: ScenarioNode) -> BehaviourProfile {
        var profile = BehaviourProfile()
        inherit(file, on: &profile, depth: 0)
        return profile
    }

    /// Sets the knobs of a profile's file, on top of those of the profile that it extends.
    private mutating func inherit(_ file: ScenarioNode, on profile: inout BehaviourProfile, depth: Int) {
        if let base = file["extends"] {
            guard depth < 8 else {
                report(base, "profiles extend each other in a circle", expected: "a profile of its own")
                return
            }
            if let below = library(.platform, base) {
                inherit(below, on: &profile, depth: depth + 1)
            }
        }
        set(file["set"], on: &profile)
    }

    mutating func set(_ settings: ScenarioNode?, on profile: inout BehaviourProfile) {
        for (key, value) in settings?.members ?? [] {
            do throws(KnobError) {
                try profile.set(key.text ?? "", to: value.text ?? "")
            } catch {
                switch error {
                case .unknownKnob(let path):
                    report(
                        key, "there is no knob '\(path)'", expected: "a knob as 'untp-sim scenario schema' lists them",
                        among: Knobs.all.map(\.path))
                case .unknownValue(let knob, let text):
                    report(
                        value, "'\(text)' is no value of \(knob.path)", expected: knob.expectation,
                        among: knob.choices.map(\.name))
                }
            }
        }
    }

    mutating func registerBehaviour(_ pilot: ScenarioNode) -> [String: BehaviourProfile] {
        var behaviour: [String: BehaviourProfile] = [:]
        for (key, value) in pilot["registers"]?.members ?? [] {
            guard let code = key.text else { continue }
            var profile = BehaviourProfile()
            set(value, on: &profile)
            behaviour[code == "all" ? code : countryCode(key)] = profile
        }
        return behaviour
    }
}
