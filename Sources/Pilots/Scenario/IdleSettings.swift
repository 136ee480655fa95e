/// What a pilot sets that changes nothing in it.
struct IdleSettings {
    let scenario: Scenario
    private let trades: Set<Trade>
    private let stages: [String: Stage]

    init(of scenario: Scenario) {
        self.scenario = scenario
        trades = scenario.trades
        stages = Dictionary(
            scenario.chains.flatMap(\.stages).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is said of a setting, and where it stands.
    struct Remark {
        let node: ScenarioNode
        let text: String
        let expected: String
    }

    /// A kind of settings: where they stand below a part of the pilot, and what makes one of them idle.
    private struct Kind<Owner>: Sendable {
        let nodes: @Sendable (ScenarioNode) -> [ScenarioNode]
        /// What is to be said of one; nil where it has an effect.
        let remark: @Sendable (ScenarioNode, Owner, IdleSettings) -> String?
        let expected: String

        init(
            _ expected: String, at nodes: @escaping @Sendable (ScenarioNode) -> [ScenarioNode],
            _ remark: @escaping @Sendable (ScenarioNode, Owner, IdleSettings) -> String?
        ) {
            self.nodes = nodes
            self.remark = remark
            self.expected = expected
        }

        func remarks(on part: ScenarioNode, of owner: Owner, _ settings: IdleSettings) -> [Remark] {
            nodes(part).compactMap { node in
                remark(node, owner, settings).map { Remark(node: node, text: $0, expected: expected) }
            }
        }
    }

    func remarks(on pilot: ScenarioNode) -> [Remark] {
        let parties = zip(scenario.parties, pilot["parties"]?.elements ?? [])
        let certifiers = zip(scenario.certifiers, pilot["certifiers"]?.elements ?? [])
        return Self.ofPilots.flatMap { $0.remarks(on: pilot, of: (), self) }
            + parties.flatMap { party, node in Self.ofParties.flatMap { $0.remarks(on: node, of: party, self) } }
            + certifiers.flatMap { certifier, node in
                Self.ofCertifiers.flatMap { $0.remarks(on: node, of: certifier, self) }
            }
    }

    // MARK: Kinds

    private static let ofPilots: [Kind<Void>] = [
        Kind("a party at one of its stages, or the pilot without it", at: { $0["chains"]?.elements ?? [] }) {
            chain, _, settings in
            settings.scenario.chains.contains { $0.id == chain.text && $0.stages.isEmpty }
                ? "nobody takes part in the chain '\(chain.text ?? "")'" : nil
        },
        Kind("a country in which somebody buys", at: { ($0["buyersAsk"]?.members ?? []).map(\.key) }) {
            country, _, settings in
            settings.trades.contains { $0.buyer.country == country.text }
                ? nil : "nobody buys anything in \(country.text ?? ""), where this is asked for"
        },
        Kind("'all', or a country with a party or a certifier", at: { ($0["registers"]?.members ?? []).map(\.key) }) {
            country, _, settings in
            country.text == "all" || settings.registering.contains(country.text ?? "")
                ? nil : "nobody is registered in \(country.text ?? "")"
        },
        Kind("a rule on something that is sold here", at: { ($0["ruleDates"]?.members ?? []).map(\.key) }) {
            rule, _, settings in
            settings.scenario.regulations.contains { $0.id == rule.text && settings.isAboutSomething($0) }
                ? nil : "\(rule.text ?? "") looks at nothing that is sold here, whenever it applies"
        },
        Kind(
            "a rule on something that is sold here, [] for none, or all of the library where nothing is said",
            at: { [$0["regulations"]].compactMap(\.self) }
        ) { rules, _, settings in
            rules.elements.isEmpty || settings.scenario.regulations.contains(where: settings.isAboutSomething)
                ? nil : "none of these rules looks at anything that is sold here, and no others hold"
        },
        Kind(
            "a platform or a register that somebody here uses",
            at: { ($0["network"]?["outages"]?.elements ?? []).compactMap { $0["platform"] } }
        ) { platform, _, settings in
            settings.used.contains(platform.text ?? "")
                ? nil : "an outage of '\(platform.text ?? "")' has no effect: nobody here uses it"
        },
        Kind(
            "a country with a party, a platform or a certifier",
            at: { ($0["network"]?["partitions"]?.elements ?? []).flatMap { $0["countries"]?.elements ?? [] } }
        ) { country, _, settings in
            settings.scenario.country(country.text ?? "") == nil
                ? "nobody is in \(country.text ?? ""), which is cut off" : nil
        },
        Kind(
            "countries, as [CL]",
            at: { ($0["network"]?["partitions"]?.elements ?? []).compactMap { $0["countries"] } }
        ) { countries, _, _ in countries.elements.isEmpty ? "no country is cut off" : nil },
        Kind("a party that sells goods with 'carrier: barcode'", at: { [$0["typing"]].compactMap(\.self) }) {
            _, _, settings in
            settings.scenario.hasLotsToType ? nil : "nobody types lots: all goods bear a label that has theirs"
        },
    ]

    private static let ofParties: [Kind<PartySpec>] = [
        Kind("'invited' with a day as well", at: { [$0["setUp"]].compactMap(\.self) }) { _, party, _ in
            party.invitedDay == nil ? "who takes part from the first day sets up nothing" : nil
        },
        Kind("'every' where a stage takes nothing from others", at: { [$0["every"]].compactMap(\.self) }) {
            _, party, settings in
            settings.stages[party.stage]?.isOrigin == false
                ? "who makes something of inputs does so when enough has come in" : nil
        },
        Kind(
            "more than 0, or the pattern without a share for the usual one",
            at: { ($0["fraud"]?.elements ?? []).compactMap { $0["share"] } }
        ) { share, _, _ in share.number == 0 ? "what is done to no batch has no effect" : nil },
        // Double selling shows where the same inputs are used, be it by who sells nothing.
        Kind(
            "it at a party with customers",
            at: { party in
                let patterns = (party["fraud"]?.elements ?? []).compactMap { $0["pattern"] }
                return patterns.filter { $0.text != FraudPattern.doubleSelling.rawValue }
                    + ["certificate", "alteredShare", "unevidencedClaims"].compactMap { party[$0] }
            }
        ) { _, party, settings in
            guard let stage = settings.stages[party.stage], !stage.handsOn, party.customers.isEmpty else { return nil }
            return "nobody buys what '\(party.name)' makes, so that this shows nowhere"
        },
        Kind("a customer who needs it", at: { [$0["sellsTo"] ?? $0] }) { _, party, settings in
            guard let stage = settings.stages[party.stage], stage.isOrigin, party.customers.isEmpty else { return nil }
            return "nobody buys what '\(party.name)' makes"
        },
        Kind(
            "a party that makes such, or 'every' to say how often there is enough of it for a batch",
            at: { $0["every"] == nil ? [$0["stage"]].compactMap(\.self) : [] }
        ) { _, party, settings in
            guard let stage = settings.stages[party.stage], stage.beginsMidway else { return nil }
            let sources = stage.outsideNeeds.flatMap(\.sources).joined(separator: ", ")
            return "nobody here makes what '\(party.name)' needs (\(sources)): it has that from outside, untraced"
        },
    ]

    private static let ofCertifiers: [Kind<CertifierSpec>] = [
        Kind("these countries as well, or a certifier for them", at: { [$0["countries"]].compactMap(\.self) }) {
            _, certifier, settings in
            let gaps = settings.gaps(beside: certifier)
            return gaps.isEmpty
                ? nil : "nobody assesses what is claimed elsewhere: \(gaps.joined(separator: "; "))"
        }
    ]

    // MARK: What has an effect

    private func isAboutSomething(_ rule: Regulation) -> Bool { trades.contains(where: rule.concerns) }

    /// The countries in whose registers somebody is.
    private var registering: Set<String> { Set(scenario.parties.map(\.country) + scenario.certifiers.map(\.country)) }

    /// The platforms and registers that somebody uses.
    private var used: Set<String> {
        Set(
            scenario.parties.map(\.platform) + scenario.certifiers.map(\.platform)
                + registering.map { "register-" + $0.lowercased() })
    }

    /// What those claim who sell something, and a certifier assesses, and nobody where they are; a country each.
    private func gaps(beside certifier: CertifierSpec) -> [String] {
        var gaps: [String: Set<String>] = [:]
        for party in scenario.parties where !party.customers.isEmpty {
            let claimed = (stages[party.stage]?.claims ?? []).map(\.criterion)
            gaps[party.country, default: []].formUnion(
                claimed.filter { criterion in
                    certifier.criteria.contains(criterion)
                        && !scenario.certifiers.contains { $0.couldAssess(criterion, in: party.country) }
                })
        }
        return gaps.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { country, criteria in
            "\(criteria.sorted().joined(separator: ", ")) in \(country)"
        }
    }
}
