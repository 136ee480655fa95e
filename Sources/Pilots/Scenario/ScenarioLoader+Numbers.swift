import Platforms
import UNTP

/// A file of the library that a pilot has read.
struct LibraryFile {
    let kind: FileKind
    let name: String
    let node: ScenarioNode
}

extension ScenarioLoader {
    /// The numbers that a pilot's verdict rests on, each once: those of the pilot itself, of the stages at which somebody
    /// works, of the countries in which somebody or something is, of the schemes by which somebody is certified, of the rules
    /// that concern something which is sold, what the schemes' criteria are taken for, the share of lots that are typed wrongly where
    /// some are typed, and the model of costs where costs have a target.
    mutating func numbers(behind scenario: Scenario, _ pilot: ScenarioNode) -> NumberCount {
        var count =
            scenario.targets.keys.contains(where: CostModel.measures.contains) ? CostModel.numbers : NumberCount()
        let schemes = scenario.usedSchemes
        count.add(pilot, ScenarioForm.pilot, .others)
        let trades = scenario.trades
        let read = files
        for file in read {
            let status = file.node["status"]?.text ?? NumberCount.usual
            switch file.kind.name {
            case FileKind.valueChain.name:
                guard let form = ScenarioForm.valueChain.element(of: "stages") else { continue }
                for node in file.node["stages"]?.elements ?? [] {
                    let id = "\(file.node["id"]?.text ?? "")/\(node["id"]?.text ?? "")"
                    guard let stage = scenario.stage(id) else { continue }
                    count.add(stage.handsOn ? Self.handedOn(node) : node, form, .others, status: status)
                }
            case FileKind.country.name where scenario.inhabited.contains(file.name):
                count.add(file.node, ScenarioForm.country, .others)
            case FileKind.regulation.name
            where scenario.regulations.contains { $0.id == file.name && trades.contains(where: $0.concerns) }:
                add(file.node, on: pilot["ruleDates"]?[file.name], to: &count)
            case FileKind.mapping.name:
                let rows = (file.node["sources"]?.members ?? []).filter { schemes.contains($0.key.text ?? "") }
                for row in rows.flatMap(\.value.elements) where scenario.turns(on: row["harmonised"]?.text ?? "") {
                    count.add(1, .relations, row["status"]?.text ?? NumberCount.usual)
                }
            default: break
            }
        }
        for pattern in Self.patternsAtBaseRate(pilot) { count.add(1, .rates, pattern.baseRate.status) }
        if pilot["typing"] == nil, scenario.hasLotsToType { count.add(1, .rates, NumberCount.usual) }
        let known = ScenarioLibrary.names(in: "schemes", root: root)
        for scheme in schemes where known.contains(scheme) {
            guard let file = library(.scheme, .text(scheme, at: pilot)) else { continue }
            count.add(file, ScenarioForm.scheme, .others)
        }
        return count
    }

    /// What counts of a stage that makes nothing and claims nothing: how long goods stay there, and in what sizes they go on.
    private static func handedOn(_ stage: ScenarioNode) -> ScenarioNode {
        var stage = stage
        stage.content = .mapping(
            stage.members.filter { ["shipment", "lineHours", "status"].contains($0.key.text ?? "") })
        return stage
    }

    /// What parties do that they ought not to, where the pilot doesn't say how often.
    private static func patternsAtBaseRate(_ pilot: ScenarioNode) -> [FraudPattern] {
        (pilot["parties"]?.elements ?? []).flatMap { $0["fraud"]?.elements ?? [] }
            .filter { $0["share"] == nil }.compactMap { $0["pattern"]?.text.flatMap(FraudPattern.init) }
    }

    /// Adds the numbers of a rule, with the date on which it applies in the pilot.
    ///
    /// - Parameter chosen: The date that the pilot has it apply from instead of the file's own, a day or by its name.
    private func add(_ rule: ScenarioNode, on chosen: ScenarioNode?, to count: inout NumberCount) {
        guard let chosen else { return count.add(rule, ScenarioForm.regulation, .others) }
        var others = rule
        others.content = .mapping(rule.members.filter { $0.key.text != "appliesFrom" })
        count.add(others, ScenarioForm.regulation, .others)
        let named = (rule["dates"]?.elements ?? []).first { $0["name"]?.text == chosen.text }
        count.add(
            1, .dates,
            named.map { $0["status"]?.text ?? rule["status"]?.text ?? NumberCount.usual } ?? NumberCount.usual)
    }
}

extension Scenario {
    /// The countries in which a party, a platform or a certifier is.
    fileprivate var inhabited: Set<String> {
        Set(parties.map(\.country) + platforms.map(\.country) + certifiers.map(\.country))
    }

    /// The schemes by which a certifier assesses something that somebody claims.
    fileprivate var usedSchemes: [String] {
        let used = certifiers.filter { certifier in
            parties.contains { party in
                guard let stage = stage(party.stage) else { return false }
                return certifier.assesses(party, at: stage)
                    || custodyCertifier(of: party, at: stage)?.slug == certifier.slug
            }
        }
        return Set(used.map(\.scheme)).sorted()
    }

    /// Whether somebody claims a shared criterion, or asks for it.
    fileprivate func turns(on criterion: String) -> Bool {
        chains.flatMap(\.stages).flatMap(\.claims).contains { $0.criterion == criterion }
            || demandedCriteria.contains { $0.harmonised.id == criterion }
    }
}
