import Platforms
import UNTP

extension ScenarioLoader {
    /// A behaviour profile that a draft uses.
    struct DraftedProfile {
        let name: String
        let title: String
        let kind: String
        let isConforming: Bool
    }

    /// Profiles that differ in much, for drafts that name none.
    private static let usualProfiles = ["conforming", "reference-toolkit", "gs1-resolver", "provincial-publisher"]

    /// How many countries a draft has at least that names none.
    private static let leastCountries = 4

    mutating func draftedChains(_ request: DraftRequest) -> [ValueChain] {
        var chains: [ValueChain] = []
        for (position, name) in request.chains.enumerated() where !request.chains[..<position].contains(name) {
            let reference = DraftRequest.Option.chains.node(name, position: position)
            if let file = library(.valueChain, reference) {
                chains.append(valueChain(file))
            }
        }
        return chains
    }

    /// The countries of a draft; those where its stages typically stand if it names none.
    mutating func draftedCountries(_ request: DraftRequest, stages: [Stage]) -> [String] {
        let known = ScenarioLibrary.names(in: "countries", root: root)
        guard request.countries.isEmpty else {
            var countries: [String] = []
            for (position, code) in request.countries.enumerated() where !countries.contains(code) {
                let node = DraftRequest.Option.countries.node(code, position: position)
                let country = countryCode(node)
                if !country.isEmpty { countries.append(country) }
            }
            return countries
        }
        return Self.usualCountries(of: stages, among: known)
    }

    /// Countries of which each stage typically stands in one, and then those of most stages.
    private static func usualCountries(of stages: [Stage], among known: [String]) -> [String] {
        func usual(_ stages: [Stage]) -> [String] {
            var uses: [String: Int] = [:]
            for code in stages.flatMap(\.countries) where known.contains(code) { uses[code, default: 0] += 1 }
            return uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        }
        var countries: [String] = []
        var left = stages
        while let next = usual(left).first {
            countries.append(next)
            left.removeAll { $0.countries.contains(next) }
        }
        let others = (usual(stages) + known).filter { !countries.contains($0) }
        for code in others where countries.count < leastCountries && !countries.contains(code) {
            countries.append(code)
        }
        return countries
    }

    mutating func draftedProfiles(_ request: DraftRequest) -> [DraftedProfile] {
        let known = ScenarioLibrary.names(in: "platforms", root: root)
        let names = request.profiles.isEmpty ? Self.usualProfiles.filter(known.contains) : request.profiles
        return names.enumerated().compactMap { position, name in
            let reference = DraftRequest.Option.profiles.node(name, position: position)
            guard let file = library(.platform, reference) else { return nil }
            return DraftedProfile(
                name: name, title: file["title"]?.text ?? name, kind: file["kind"]?.text ?? "",
                isConforming: profile(of: file).deviations.isEmpty)
        }
    }

    /// The rules of the library that may hold while a draft's goods are made.
    mutating func draftedRules(days: Int) -> [Regulation] {
        let files = regulationFiles(Self.draft)
        let last = ScenarioDraft.start + Int64(days) * 86_400 - 1
        return regulations(Self.draft, files, draftedMapping()).filter {
            $0.isInForce(during: ScenarioDraft.start...max(ScenarioDraft.start, last))
        }
    }

    /// The library's mapping of criteria; none where the library has none.
    mutating func draftedMapping() -> CriteriaMapping {
        guard ScenarioLibrary.names(in: "criteria", root: root).contains("mapping"),
            let file = library(.mapping, .text("mapping", at: Self.draft))
        else { return .none }
        return mapping(of: file)
    }

    /// A pilot that says nothing: what the library has holds.
    private static let draft = ScenarioNode(content: .mapping([]), file: "draft", line: 1, column: 1)

    /// Checks that something can be made of what was found, where all of it was found.
    mutating func checkDraft(parties: Int, stages: Int, countries: Int, profiles: Int) {
        for (option, count) in [
            (DraftRequest.Option.chains, stages), (.countries, countries), (.profiles, profiles),
        ] where count == 0 {
            report(option.node(""), "there is nothing to draw a pilot from", expected: "at least one name")
        }
        let least = max(1, stages, countries, profiles)
        let most = max(least, ScenarioDraft.mostParties)
        if !(least...most).contains(parties) {
            report(
                DraftRequest.Option.parties.node("\(parties)"),
                "\(parties) parties don't do for \(stages) stages in \(countries) countries on \(profiles) platforms",
                expected: "\(least) to \(most): one for each stage, country and platform at least")
        }
    }

    /// Checks the days of a draft as those of any pilot.
    mutating func checkDays(_ days: Int?) {
        guard let days, !ScenarioForm.days.contains(days) else { return }
        report(
            DraftRequest.Option.days.node("\(days)"), "\(days) days can't be simulated",
            expected: "a number from \(ScenarioForm.days.lowerBound) to \(ScenarioForm.days.upperBound)")
    }
}
