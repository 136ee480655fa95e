import Platforms
import UNTP

// What rules ask of evidence besides criteria.
extension ScenarioLoader {
    mutating func requirements(_ file: ScenarioNode) -> [EvidenceRequirement] {
        (file["requires"]?.elements ?? []).compactMap { requirement($0, of: file) }
    }

    private mutating func requirement(_ node: ScenarioNode, of file: ScenarioNode) -> EvidenceRequirement? {
        let kinds = ["criterion", "trace", "mass", "noneOf", "origin"].filter { node[$0] != nil }
        guard kinds.count == 1, let kind = kinds.first else {
            report(
                node, kinds.isEmpty ? "nothing is required" : "'\(kinds.joined(separator: "', '"))' stand together",
                expected: "one of criterion, trace, mass, noneOf and origin")
            return nil
        }
        let (least, most, unit) = (node["atLeast"]?.number, node["atMost"]?.number, node["unit"]?.text)
        let bounds: Set<String> =
            switch kind {
            case "criterion": ["atLeast", "atMost", "unit"]
            case "origin": ["atLeast"]
            default: []
            }
        for (key, _) in node.members where key.text != kind && !bounds.contains(key.text ?? "") {
            report(key, "'\(key.text ?? "")' says nothing beside '\(kind)'", expected: "'\(kind)' without it")
        }
        switch kind {
        case "trace": return .traceToOrigin
        case "mass": return .massClosed
        case "noneOf": return .noneListed(Set((file["entities"]?.elements ?? []).compactMap(\.text)))
        case "origin":
            guard let least else {
                report(node, "nothing says how much", expected: "'atLeast' with a percentage of the mass")
                return nil
            }
            if least > 100 {
                report(
                    node["atLeast"] ?? node, "\(Lines.number(least)) % of the mass is more than all of it",
                    expected: "at most 100")
            }
            return .origin(countries: Set((node["origin"]?.elements ?? []).map { countryCode($0) }), atLeast: least)
        default: return value(node, unit: unit, atLeast: least, atMost: most)
        }
    }

    private mutating func value(
        _ node: ScenarioNode, unit: String?, atLeast least: Double?, atMost most: Double?
    ) -> EvidenceRequirement? {
        checkUnit(node["unit"])
        guard let criterion = criterion(node["criterion"]).flatMap({ HarmonisedCriteria[$0] }) else { return nil }
        guard let unit, least != nil || most != nil else {
            report(node, "nothing says which value", expected: "'unit' with 'atLeast', 'atMost' or both")
            return nil
        }
        if let least, let most, least > most {
            report(node, "no value is at least \(least) and at most \(most)", expected: "atLeast <= atMost")
        }
        return .value(criterion: criterion, unit: unit, atLeast: least, atMost: most)
    }

    /// Adds to the lists of rules those that a pilot lists under them, or under the law that they are parts of.
    mutating func list(_ lists: ScenarioNode?, in rules: inout [Regulation]) {
        for (key, names) in lists?.members ?? [] {
            let parts = rules.indices.filter { rules[$0].isPart(of: key.text ?? "") }
            if parts.isEmpty { reportNoRule(key, among: rules) }
            let asking = parts.filter { rules[$0].list(names.elements.compactMap(\.text)) }
            if asking.isEmpty && !parts.isEmpty {
                report(
                    key, "\(key.text ?? "") asks after no list of entities",
                    expected: "a rule that requires {noneOf: entities}")
            }
        }
    }
}

extension Regulation {
    /// Adds names to those who may not have made anything on the way; false where it asks after none.
    fileprivate mutating func list(_ names: [String]) -> Bool {
        var isAsking = false
        for index in requirements.indices {
            guard case .noneListed(let known) = requirements[index] else { continue }
            requirements[index] = .noneListed(known.union(names))
            isAsking = true
        }
        return isAsking
    }
}
