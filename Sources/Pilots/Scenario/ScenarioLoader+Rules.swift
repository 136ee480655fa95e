import Credentials
import FoundationEssentials
import UNTP

extension ScenarioLoader {
    /// The files of the rules that hold in a pilot.
    mutating func regulationFiles(_ pilot: ScenarioNode) -> [ScenarioNode] {
        let references =
            pilot["regulations"]?.elements
            ?? ScenarioLibrary.names(in: "regulations", root: root).map { ScenarioNode.text($0, at: pilot) }
        checkOnce(references, "the rule")
        return references.compactMap { library(.regulation, $0) }
    }

    /// The rules that hold in a pilot.
    mutating func regulations(
        _ pilot: ScenarioNode, _ files: [ScenarioNode], _ mapping: CriteriaMapping
    ) -> [Regulation] {
        let dates = pilot["ruleDates"]?.members ?? []
        var rules: [Regulation] = []
        for file in files {
            var rule = regulation(file, mapping)
            if let chosen = dates.first(where: { $0.key.text == rule.id })?.value {
                let named = (file["dates"]?.elements ?? []).first { $0["name"]?.text == chosen.text }
                if let date = named?["date"]?.date ?? chosen.date {
                    rule.appliesFrom = date
                    if let end = rule.appliesUntil, end < date {
                        report(
                            chosen, "\(rule.id) ends before that, on \(DateTimeStamp.day(unixSeconds: end))",
                            expected: "that day or an earlier one, or 'regulations' without the rule")
                    }
                } else {
                    let names = (file["dates"]?.elements ?? []).compactMap { $0["name"]?.text }
                    report(
                        chosen, "\(rule.id) has no date '\(chosen.text ?? "")'",
                        expected: Self.oneOf(names + ["a day"], else: ""), among: names)
                }
            }
            rules.append(rule)
        }
        for (key, _) in dates where !rules.contains(where: { $0.id == key.text }) { reportNoRule(key, among: rules) }
        list(pilot["listedEntities"], in: &rules)
        return rules
    }

    mutating func reportNoRule(_ key: ScenarioNode, among rules: [Regulation]) {
        report(
            key, "there is no rule '\(key.text ?? "")' in the pilot", expected: "the name of a rule",
            among: rules.map(\.id))
    }

    mutating func regulation(_ file: ScenarioNode, _ mapping: CriteriaMapping) -> Regulation {
        let lack = file["onLack"]
        if let until = file["appliesUntil"], let end = until.date, let from = file["appliesFrom"],
            end < from.date ?? end
        {
            report(until, "the rule ends before it begins, on \(from.text ?? "")", expected: "that day or a later one")
        }
        if let market = file["market"], market.elements.isEmpty {
            report(market, "the rule holds nowhere", expected: "countries or unions, as [EU]")
        }
        for prefix in file["products"]?.elements ?? [] { checkHS(prefix, digits: [1, 2, 4, 6, 8, 10]) }
        let days =
            lack.flatMap { $0["low"] == nil ? nil : triangle($0) } ?? Triangle(low: 0, typical: 0, high: 0)
        return Regulation(
            id: file["id"]?.text ?? "", title: file["title"]?.text ?? "", instrument: file["instrument"]?.text ?? "",
            market: market(file["market"]),
            direction: file["direction"]?.text.flatMap(Regulation.Direction.init) ?? .any,
            appliesFrom: file["appliesFrom"]?.date ?? 0, appliesUntil: file["appliesUntil"]?.date,
            isDisputed: file["disputed"]?.text == "true",
            products: (file["products"]?.elements ?? []).compactMap(\.text),
            demands: (file["demands"]?.elements ?? []).compactMap { demanded($0, mapping) },
            requirements: requirements(file), isBan: file["ban"]?.text == "true",
            operators: file["operators"]?.text.flatMap(Regulation.Operators.init),
            check: file["check"]?.text ?? "", perImporterTonnes: file["perImporterTonnes"]?.number,
            perHolderTonnes: file["quota"]?["perHolderTonnes"]?.number,
            action: lack?["action"]?.text.flatMap(Regulation.Action.init) ?? .note, days: days,
            releasedShare: lack?["releasedShare"]?.number ?? 1)
    }

    /// A criterion that somebody asks for: of the shared vocabulary, or of a scheme or law in the mapping.
    private mutating func demanded(_ node: ScenarioNode, _ mapping: CriteriaMapping) -> DemandedCriterion? {
        guard let text = node.text, text.contains("/") else {
            return criterion(node).flatMap { HarmonisedCriteria[$0] }.map(DemandedCriterion.init)
        }
        if let demanded = DemandedCriterion(text, in: mapping) { return demanded }
        let known = mapping.rows.sorted { $0.key < $1.key }.flatMap { source, rows in
            rows.filter { $0.relation != .none }.map { "\(source)/\($0.id)" }
        }
        report(
            node, "the mapping has no criterion '\(text)' that stands for a harmonised one",
            expected: "H01 to H28, or a scheme or law with one of its criteria, as COPPERMARK/CM05", among: known)
        return nil
    }

    /// Whether something is asked for in another vocabulary than the shared one.
    private static func asksInOthersTerms(_ criteria: [ScenarioNode]) -> Bool {
        criteria.contains { $0.text?.contains("/") ?? false }
    }

    /// The mapping of criteria that a pilot goes by.
    mutating func mapping(_ pilot: ScenarioNode, _ regulations: [ScenarioNode]) -> CriteriaMapping {
        // Nothing has to be mapped where nobody cites anything but the shared vocabulary.
        let isNeeded =
            pilot["mapping"] != nil || pilot["recognition"] != nil
            || (pilot["certifiers"]?.elements ?? []).contains { citesScheme($0) }
            || Self.asksInOthersTerms((pilot["buyersAsk"]?.members ?? []).flatMap(\.value.elements))
            || Self.asksInOthersTerms(regulations.flatMap { $0["demands"]?.elements ?? [] })
        let reference = pilot["mapping"] ?? ScenarioNode.text("mapping", at: pilot)
        guard isNeeded, let file = library(.mapping, reference) else { return .none }
        return mapping(of: file)
    }

    mutating func mapping(of file: ScenarioNode) -> CriteriaMapping {
        var rows: [String: [CriteriaMapping.Row]] = [:]
        for (source, list) in file["sources"]?.members ?? [] {
            checkOnce(list.elements.compactMap { $0["id"] }, "the criterion")
            rows[source.text ?? ""] = list.elements.map { row in
                CriteriaMapping.Row(
                    id: row["id"]?.text ?? "", name: row["name"]?.text ?? "",
                    harmonised: row["harmonised"].flatMap { criterion($0) },
                    relation: row["relation"]?.text.flatMap(CriteriaMapping.Relation.init) ?? .none)
            }
        }
        return CriteriaMapping(version: file["version"]?.text ?? "", rows: rows)
    }

    /// Checks the shared vocabulary: each criterion is one that the simulator knows, once.
    mutating func checkVocabulary(_ file: ScenarioNode) {
        let ids = (file["criteria"]?.elements ?? []).compactMap { $0["id"] }
        for id in ids { _ = criterion(id) }
        checkOnce(ids, "the criterion")
    }

    /// What those who take part want to know, with the measures that answer it.
    mutating func stories(_ pilot: ScenarioNode, _ stages: [Stage]) -> [Story] {
        (pilot["stories"]?.elements ?? []).map { node in
            let ids = node["measures"]?.elements ?? []
            let known = MeasureDefinition.all.map(\.id)
            for id in ids where !known.contains(id.text ?? "") {
                report(
                    id, "there is no measure '\(id.text ?? "")'", expected: Self.oneOf(known, else: ""),
                    among: known)
            }
            return Story(
                story: node["story"]?.text ?? "", measures: ids.compactMap(\.text),
                criterion: node["criterion"].flatMap { criterion($0) },
                stage: node["stage"].map { stageID($0, stages) })
        }
    }

    /// What buyers ask for themselves, by country.
    mutating func buyersAsk(_ pilot: ScenarioNode, _ mapping: CriteriaMapping) -> [String: [DemandedCriterion]] {
        var asks: [String: [DemandedCriterion]] = [:]
        for (country, criteria) in pilot["buyersAsk"]?.members ?? [] {
            asks[countryCode(country)] = criteria.elements.compactMap { demanded($0, mapping) }
        }
        return asks
    }

    /// The schemes that countries recognise.
    mutating func recognition(_ pilot: ScenarioNode, _ mapping: CriteriaMapping) -> [String: [String]] {
        var recognised: [String: [String]] = [:]
        let known = mapping.rows.keys.sorted()
        for (country, schemes) in pilot["recognition"]?.members ?? [] {
            for scheme in schemes.elements where !known.contains(scheme.text ?? "") {
                report(
                    scheme, "the mapping has no scheme '\(scheme.text ?? "")'",
                    expected: Self.oneOf(known, else: "a scheme of the mapping"), among: known)
            }
            recognised[countryCode(country)] = schemes.elements.compactMap(\.text)
        }
        return recognised
    }

    /// Lets parties claim what rules ask for where they sell, as far as somebody assesses it in their country.
    static func answer(
        _ rules: [Regulation], by parties: inout [PartySpec], in chains: [ValueChain],
        assessedBy certifiers: [CertifierSpec]
    ) {
        let stages = Dictionary(
            chains.flatMap(\.stages).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let countries = Dictionary(parties.map { ($0.name, $0.country) }, uniquingKeysWith: { first, _ in first })
        for index in parties.indices {
            let party = parties[index]
            guard let stage = stages[party.stage] else { continue }
            let codes = stage.outputs.map { stage.output($0).hs }
            let markets = Set(party.customers.compactMap { countries[$0] })
            let asked = rules.filter { rule in
                markets.contains { market in
                    codes.contains { rule.concerns(hs: $0, from: party.country, to: market, at: rule.appliesFrom) }
                }
            }.flatMap(\.demands).map(\.harmonised.id)
            let known = Set(stage.claims.map(\.criterion))
            for criterion in asked where !known.contains(criterion) && !parties[index].answers.contains(criterion) {
                if certifiers.contains(where: { $0.couldAssess(criterion, in: party.country) }) {
                    parties[index].answers.append(criterion)
                }
            }
        }
    }

    /// Lets parties claim what others attest about their stage, as permits are, as far as somebody in the pilot does.
    static func claimAttested(
        by parties: inout [PartySpec], in chains: [ValueChain], assessedBy certifiers: [CertifierSpec]
    ) {
        let stages = Dictionary(
            chains.flatMap(\.stages).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for index in parties.indices {
            guard let stage = stages[parties[index].stage], !stage.handsOn else { continue }
            for attestation in stage.issuedByOthers where attestation.type == .dcc {
                let claimed = stage.claims.map(\.criterion) + parties[index].answers
                guard let criterion = attestation.criterion, !claimed.contains(criterion),
                    certifiers.contains(where: { attestation.canBeIssued(by: $0, in: parties[index].country) })
                else { continue }
                parties[index].answers.append(criterion)
            }
        }
    }
}
