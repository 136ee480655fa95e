import Platforms
import UNTP

/// A pilot drawn up from value chains, countries and profiles of the library, as a beginning to be changed.
///
/// The same request and library give the same draft.
package struct ScenarioDraft: Sendable {
    let request: DraftRequest
    /// The chains with a party at each stage.
    let chains: [ValueChain]
    let countries: [String]
    let days: Int
    /// For how many days goods have to be made to get to the end of the longest way.
    let usualDays: Int
    /// How many consignments are to be expected, about.
    let consignments: Double
    /// What a stage could be made of besides and isn't here, as its chain is not in the draft, by the stage's id.
    let outsideSources: [String: [String]]
    package let platforms: [DraftPlatform]
    package let parties: [DraftParty]
    package let certifiers: [DraftCertifier]

    package struct DraftPlatform: Sendable {
        let name: String
        /// A title of its own, where another platform has the same profile: under one title they would be one product.
        let title: String?
        let profile: String
        let country: String
        let kind: String
        let isConforming: Bool
    }

    package struct DraftParty: Sendable {
        let name: String
        let stage: Stage
        var country: String
        let platform: String
        /// Hours between two batches, for an origin.
        let everyHours: Int?
        /// Whom it sells to; none where it sells to all who need what it makes.
        var customers: [String] = []
    }

    package struct DraftCertifier: Sendable {
        let name: String
        let country: String
        let platform: String
        let criteria: [String]
        let scheme: String?
        /// Whether its certificates cite the scheme's own criteria.
        let citesScheme: Bool
    }

    /// What certifiers go by.
    struct Library {
        /// The schemes that stages name, as far as there are files on them.
        let schemes: [String: Scheme]
        let rules: [Regulation]
        let mapping: CriteriaMapping
    }

    /// The first day of a draft, a Monday.
    static let start: Int64 = 1_799_020_800

    /// The most parties that a draft has.
    package static let mostParties = 500
    /// The parties of a draft for which no number was given, if the stages leave a choice.
    private static let usualParties = 24

    /// Draws up a pilot.
    ///
    /// - Parameters:
    ///   - request: What it should hold.
    ///   - root: The folder of the library.
    /// - Throws: What of it there is not, each under the option that named it.
    package init(_ request: DraftRequest, root: String) throws(ScenarioError) {
        var loader = ScenarioLoader(root: root)
        let known = loader.draftedChains(request)
        let stages = known.flatMap(\.stages)
        chains = ScenarioLoader.staffed(known, with: Set(stages.map(\.id)))
        let countries = loader.draftedCountries(request, stages: stages)
        let files = loader.draftedProfiles(request)
        let number =
            request.parties
            ?? max(stages.count, countries.count, files.count, min(2 * stages.count, Self.usualParties))
        loader.checkDays(request.days)
        // What is not there was reported by name; nothing is to be said about the rest before it is.
        try loader.stopIfWrong()
        loader.checkDraft(
            parties: number, stages: stages.count, countries: countries.count, profiles: files.count)
        try loader.stopIfWrong()
        self.request = request
        usualDays = Self.days(for: chains)
        days = request.days ?? usualDays
        let made = Set(stages.flatMap(\.outputs))
        outsideSources = Dictionary(
            stages.map { ($0.id, $0.needs.flatMap(\.sources).filter { !made.contains($0) }) },
            uniquingKeysWith: { one, _ in one }
        ).filter { !$0.value.isEmpty }
        let library = ScenarioDraft.Library(
            schemes: loader.draftedSchemes(of: stages), rules: loader.draftedRules(days: days),
            mapping: loader.draftedMapping())
        try loader.stopIfWrong()
        let flow = DraftFlow(DraftTrade(chains.flatMap(\.stages), parties: number))
        consignments = flow.consignments
        let names = Self.platforms(files, countries: countries).map(\.name)
        var parties = Self.parties(flow, countries: countries, platforms: names, days: days, library.rules)
        // Where nobody asked for a country, none of a party's that stands elsewhere is taken to fill it: what is not
        // usual may be forbidden, as ore is in places that may not leave the country.
        if request.countries.isEmpty {
            self.countries = countries.filter { code in parties.contains { $0.country == code } }
        } else {
            Self.spread(&parties, over: countries)
            self.countries = countries
        }
        self.parties = parties
        platforms = Self.platforms(files, countries: self.countries)
        certifiers = Self.certifiers(of: parties, countries: self.countries, platforms: platforms, library)
    }

    /// Six weeks for each step of the longest way, under way and until there is enough for a batch, and three times as much in
    /// which goods arrive at its end.
    private static func days(for chains: [ValueChain]) -> Int {
        min(ScenarioForm.days.upperBound, 45 * ((chains.flatMap(\.stages).map(\.order).max() ?? 0) + 3))
    }

    /// The files of its chains, each once.
    var chainNames: [String] {
        request.chains.enumerated().filter { !request.chains[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// The commodities of which goods can go from one stage to a second and from that to a third, as the measure asks.
    var evidencedCommodities: Set<String> {
        let stages = chains.flatMap(\.stages)
        return Set(
            chains.filter { chain in
                chain.stages.contains { first in
                    stages.next(after: first).contains { second in
                        chains.contains { $0.commodity == chain.commodity && $0.stages.contains { $0.id == second.id } }
                            && stages.next(after: second).contains { $0.id != first.id }
                    }
                }
            }.map(\.commodity))
    }

    /// What it holds, in a few words.
    package var summary: String {
        func counted(_ number: Int, _ word: String) -> String { Lines.counted(Double(number), word) }
        let places = "\(counted(chains.flatMap(\.stages).count, "stage")) in \(counted(countries.count, "country"))"
        return
            "\(counted(parties.count, "party")) at \(places) on \(counted(platforms.count, "platform")), \(counted(days, "day"))"
    }

    /// What to expect of fewer days than goods need to the end; nil where there are enough.
    package var shortfall: String? {
        days < usualDays
            ? "Goods need about \(usualDays) days to the end of the longest way: with \(days), targets are missed for that alone."
            : nil
    }

    // MARK: Platforms

    private static func platforms(
        _ files: [ScenarioLoader.DraftedProfile], countries: [String]
    ) -> [DraftPlatform] {
        var uses: [String: Int] = [:]
        return files.enumerated().map { position, file in
            uses[file.name, default: 0] += 1
            let use = uses[file.name] ?? 1
            return DraftPlatform(
                name: Slug.make(file.name) + (use > 1 ? "-\(use)" : ""),
                title: use > 1 ? "\(file.title) \(use)" : nil, profile: file.name,
                country: countries[position % countries.count], kind: file.kind, isConforming: file.isConforming)
        }
    }
}
