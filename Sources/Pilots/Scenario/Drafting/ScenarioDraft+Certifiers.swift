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
            let needs = parties.filter { $0.country == country }.map { party in
                CertificateNeed(
                    stage: party.stage,
                    criteria: Self.criteria(of: party.stage, in: country, sellingTo: countries, library.rules))
            }
            let criteria = Set(needs.flatMap(\.criteria)).sorted()
            guard !criteria.isEmpty else { continue }
            let (scheme, covered) = library.usualScheme(for: criteria, of: needs, in: country)
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

    /// What somebody at a stage has to have certified.
    fileprivate struct CertificateNeed {
        let stage: Stage
        let criteria: Set<String>
    }

    /// What passports of a stage claim, what others attest about it, and what rules ask of it.
    private static func criteria(
        of stage: Stage, in country: String, sellingTo markets: [String], _ rules: [Regulation]
    ) -> Set<String> {
        let attested = stage.issuedByOthers.compactMap(\.criterion)
        return Set(
            stage.claims.map(\.criterion) + attested + asked(of: stage, in: country, sellingTo: markets, rules))
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
}

extension ScenarioDraft.Library {
    /// The scheme that can be had in a country and that most of those who are there know from their chain, the first that is
    /// named of several, with the criteria for which it does; nil where none does for any.
    fileprivate func usualScheme(
        for criteria: [String], of needs: [ScenarioDraft.CertificateNeed], in country: String
    ) -> (scheme: String?, covered: [String]) {
        var known: [String] = []
        var uses: [String: Int] = [:]
        for name in needs.flatMap(\.stage.schemes) where schemes[name]?.holds(in: country) ?? false {
            if uses[name] == nil { known.append(name) }
            uses[name, default: 0] += 1
        }
        for name in known.enumerated().sorted(by: {
            (-(uses[$0.element] ?? 0), $0.offset) < (-(uses[$1.element] ?? 0), $1.offset)
        }).map(\.element) {
            let covered = criteria.filter { covers($0, by: name, of: needs) }
            if !covered.isEmpty { return (name, covered) }
        }
        return (nil, [])
    }

    /// Whether a scheme may vouch for a criterion: it is for all who have that certified in passports of theirs, and has an
    /// equivalent, or nothing is known of its criteria; and for chains of custody, whether it certifies those of all stages.
    private func covers(
        _ criterion: String, by scheme: String, of needs: [ScenarioDraft.CertificateNeed]
    ) -> Bool {
        let claimants = needs.filter { !$0.stage.handsOn && $0.criteria.contains(criterion) }
        guard claimants.allSatisfy({ $0.stage.schemes.contains(scheme) }) else { return false }
        if criterion == CustodyClaim.criterion, let file = schemes[scheme],
            !needs.allSatisfy({ file.certifies($0.stage.custody) })
        {
            return false
        }
        return mapping.rows[scheme] == nil || mapping.closest(to: criterion, in: scheme)?.relation == .equivalent
    }
}
