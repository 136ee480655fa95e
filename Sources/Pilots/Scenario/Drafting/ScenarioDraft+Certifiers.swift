import UNTP

extension ScenarioDraft {
    /// Certifiers in each country for all that passports of its parties claim and that others attest about them, and for what
    /// rules ask where they sell: one by the scheme that most of its stages know, for what that wholly covers, and one for
    /// the rest.
    static func certifiers(
        of parties: [DraftParty], countries: [String], platforms: [DraftPlatform], _ library: Library
    ) -> [DraftCertifier] {
        let homes = platforms.filter(\.isConforming).isEmpty ? platforms : platforms.filter(\.isConforming)
        var names = DraftNames(startingAt: parties.count)
        var certifiers: [DraftCertifier] = []
        for (position, country) in countries.enumerated() {
            let stages = parties.filter { $0.country == country }.map(\.stage)
            let asked = stages.flatMap { Self.asked(of: $0, in: country, sellingTo: countries, library.rules) }
            let attested = stages.flatMap(\.issuedByOthers).compactMap(\.criterion)
            let criteria = Set(stages.flatMap(\.claims).map(\.criterion) + attested + asked).sorted()
            guard !criteria.isEmpty else { continue }
            let scheme = usualScheme(of: stages, library)
            let covered = criteria.filter { library.covers($0, by: scheme, at: stages) }
            for (criteria, scheme) in [(covered, scheme), (criteria.filter { !covered.contains($0) }, nil)]
            where !criteria.isEmpty {
                certifiers.append(
                    DraftCertifier(
                        name: names.next(doing: scheme == nil ? "Verification" : "Assurance"), country: country,
                        platform: homes[position % homes.count].name, criteria: criteria, scheme: scheme,
                        citesScheme: scheme.map { library.mapping.rows[$0] != nil } ?? false))
            }
        }
        return certifiers
    }

    /// The criteria that rules ask of what a stage makes where it may be sold.
    private static func asked(
        of stage: Stage, in country: String, sellingTo markets: [String], _ rules: [Regulation]
    ) -> [String] {
        let codes = stage.outputs.map { stage.output($0).hs }
        return rules.filter { rule in
            markets.contains { market in
                codes.contains { rule.concerns(hs: $0, from: country, to: market, at: rule.appliesFrom) }
            }
        }.flatMap(\.demands).map(\.harmonised.id)
    }

    /// The scheme of the library that most stages know, the first by name of several.
    private static func usualScheme(of stages: [Stage], _ library: Library) -> String? {
        var uses: [String: Int] = [:]
        for scheme in stages.flatMap(\.schemes) where library.schemes[scheme] != nil { uses[scheme, default: 0] += 1 }
        return uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
    }
}

extension ScenarioDraft.Library {
    /// Whether a scheme may vouch for a criterion: it has one that is equivalent, or nothing is known of its criteria; and
    /// for chains of custody, whether it certifies those of all stages.
    func covers(_ criterion: String, by scheme: String?, at stages: [Stage]) -> Bool {
        guard let scheme else { return false }
        if criterion == CustodyClaim.criterion, let file = schemes[scheme],
            !stages.allSatisfy({ file.certifies($0.custody) })
        {
            return false
        }
        return mapping.rows[scheme] == nil || mapping.closest(to: criterion, in: scheme)?.relation == .equivalent
    }
}
