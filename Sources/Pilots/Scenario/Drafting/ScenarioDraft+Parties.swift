extension ScenarioDraft {
    /// Parties at each stage where it typically stands, in turn on each platform, with their customers.
    static func parties(
        _ flow: DraftFlow, countries: [String], platforms: [String], days: Int, _ rules: [Regulation]
    ) -> [DraftParty] {
        var names = DraftNames()
        var uses: [String: Int] = [:]
        var parties: [DraftParty] = []
        for stage in flow.trade.stages {
            let every = stage.isOrigin ? flow.hoursBetweenBatches(of: stage, days: days) : nil
            let candidates = Self.candidates(for: stage, among: countries, suppliedBy: parties, rules)
            for _ in 0..<flow.trade.members(of: stage) {
                let country = candidates.min { uses[$0] ?? 0 < uses[$1] ?? 0 } ?? ""
                uses[country, default: 0] += 1
                parties.append(
                    DraftParty(
                        name: names.next(at: stage), stage: stage, country: country,
                        platform: platforms[parties.count % platforms.count], everyHours: every))
            }
        }
        addCustomers(to: &parties, flow)
        return parties
    }

    /// Where a stage may stand: best where it typically does and what it needs may be brought to.
    private static func candidates(
        for stage: Stage, among countries: [String], suppliedBy parties: [DraftParty], _ rules: [Regulation]
    ) -> [String] {
        let goods = parties.flatMap { party in
            party.stage.outputs.filter { stage.need(metBy: $0) != nil }.map {
                (party.stage.output($0).hs, party.country)
            }
        }
        let open = countries.filter { country in
            !goods.contains { hs, seller in
                rules.contains { $0.isBan && $0.concerns(hs: hs, from: seller, to: country, at: $0.appliesFrom) }
            }
        }
        let typical = countries.filter(stage.countries.contains)
        return [typical.filter(open.contains), typical, open].first { !$0.isEmpty } ?? countries
    }

    /// Names the customers of those who send too few consignments to serve all.
    private static func addCustomers(to parties: inout [DraftParty], _ flow: DraftFlow) {
        let members = Dictionary(grouping: parties.indices) { parties[$0].stage.id }
        for stage in flow.trade.stages {
            for (place, index) in (members[stage.id] ?? []).enumerated() {
                let customers = flow.trade.customers(of: stage, at: place, consignments: flow.consignments) ?? []
                let places = Set(
                    customers.flatMap { stage, places in places.map { (members[stage.id] ?? [])[$0] } })
                parties[index].customers = places.sorted().map { parties[$0].name }
            }
        }
    }

    /// Moves parties to countries that have none, from those that have most of them.
    static func spread(_ parties: inout [DraftParty], over countries: [String]) {
        var uses = Dictionary(grouping: parties, by: \.country).mapValues(\.count)
        for country in countries where uses[country] == nil {
            let most = uses.values.max() ?? 0
            guard let index = parties.lastIndex(where: { uses[$0.country] == most }) else { return }
            uses[parties[index].country, default: 0] -= 1
            uses[country] = 1
            parties[index].country = country
        }
    }
}
