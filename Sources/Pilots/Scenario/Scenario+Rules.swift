import Credentials
import Platforms
import UNTP

// Which rules hold where the pilot's goods go.
extension Scenario {
    /// What is asked for where goods go: by buyers, and by the rules in force.
    var rulesText: String {
        func listed(_ criteria: [DemandedCriterion]) -> String {
            criteria.map { "\($0.name) (\($0.id))" }.joined(separator: "; ")
        }
        let markets = Set(trades.map(\.buyer.country))
        let asks = buyersAsk.filter { !$0.value.isEmpty && markets.contains($0.key) }.sorted { $0.key < $1.key }
            .map { code, criteria in
                Lines.wrapped(
                    "Buyers in \(country(code)?.name ?? code) ask for: \(listed(criteria))", indent: "  ",
                    hanging: "    ")
            }
        let atWork = rulesAtWork
        let rules = atWork.map { rule in
            let demands =
                if rule.isBan {
                    "; such goods may not pass"
                } else if rule.demands.isEmpty && rule.requirements.isEmpty {
                    ""
                } else {
                    "; asks for "
                        + ([listed(rule.demands)] + rule.requirements.map(\.text)).filter { !$0.isEmpty }
                        .joined(separator: "; ") + "; \(Self.consequence(of: rule.action))"
                }
            let check = rule.check.isEmpty ? "" : ". \(rule.check)"
            let stop = check.hasSuffix(".") ? "" : "."
            let listed = rule.listed.isEmpty ? "" : "\(stop) On its list: \(rule.listed.joined(separator: "; "))"
            return Lines.wrapped(
                "\(rule.id) from \(DateTimeStamp.day(unixSeconds: rule.appliesFrom)): \(rule.title)\(demands)\(check)\(listed)",
                indent: "  ", hanging: "    ")
        }
        let lines = asks + rules + answersText + untracedText(under: atWork)
        return lines.isEmpty ? "" : (["Under which rules"] + lines).joined(separator: "\n")
    }

    /// What is made of goods from outside, where rules ask for a trace.
    private func untracedText(under rules: [Regulation]) -> [String] {
        let stages = chains.flatMap(\.stages).filter(\.beginsMidway).map(\.id)
        let asking = rules.filter { $0.requirements.contains(.traceToOrigin) || $0.requirements.contains(.massClosed) }
        guard !stages.isEmpty, !asking.isEmpty else { return [] }
        return [
            Lines.wrapped(
                "What goes into the goods of \(stages.joined(separator: ", ")) is from outside of the pilot: no trace reaches behind that, nor do quantities close there, as \(asking.map(\.id).joined(separator: ", ")) would have it",
                indent: "  ", hanging: "    ")
        ]
    }

    private static func consequence(of action: Regulation.Action) -> String {
        switch action {
        case .hold: "goods without it are held"
        case .defaultValue: "without it a default value counts"
        case .note: "where it is lacking, that is noted"
        }
    }

    private var answersText: [String] {
        guard answersRules else { return [] }
        return [
            Lines.wrapped(
                "Parties also claim what rules where they sell ask for, as far as a certifier assesses it",
                indent: "  ",
                hanging: "    ")
        ]
    }
}

extension Regulation {
    /// The names of those who may not have made anything on the way.
    fileprivate var listed: [String] {
        requirements.flatMap { requirement -> [String] in
            guard case .noneListed(let names) = requirement else { return [] }
            return names.sorted()
        }
    }
}
