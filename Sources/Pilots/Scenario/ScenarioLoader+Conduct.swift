import UNTP

// What parties are said to do wrong.
extension ScenarioLoader {
    /// What a party does that it ought not to, as far as it can do it where it stands.
    mutating func fraud(_ party: ScenarioNode, at stage: Stage?) -> [Fraud] {
        let nodes = party["fraud"]?.elements ?? []
        checkOnce(nodes.compactMap { $0["pattern"] }, "the pattern")
        return nodes.compactMap { node in
            guard let pattern = node["pattern"]?.text.flatMap(FraudPattern.init) else { return nil }
            let share = node["share"]?.number ?? pattern.baseRate.usual
            if let stage, stage.isOrigin, pattern.takesInputs {
                report(
                    node["pattern"] ?? node,
                    "\(pattern.rawValue) (\(pattern.name)) takes inputs, which \(stage.id) has none of",
                    expected: "another pattern, or a party that makes something of what it buys")
            }
            if pattern == .fakeFacility, share != 1 {
                report(
                    node["share"] ?? node, "a facility that no register knows is so for all of its batches",
                    expected: "a share of 1")
            }
            if pattern == .fakeFacility, let day = node["fromDay"], day.number != 0 {
                report(
                    day, "a facility that no register knows is so from the first day on",
                    expected: "no 'fromDay', or 0")
            }
            return Fraud(
                pattern: pattern, share: share, fromDay: node["fromDay"]?.number ?? 0,
                isAtBaseRate: node["share"] == nil)
        }
    }

    /// Reports what parties are said to do with batches where they make none, as traders.
    mutating func checkTraders(_ pilot: ScenarioNode, of parties: [PartySpec], in chains: [ValueChain]) {
        let stages = Dictionary(
            chains.flatMap(\.stages).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (party, node) in zip(parties, pilot["parties"]?.elements ?? []) {
            guard let stage = stages[party.stage], stage.handsOn else { continue }
            let sources = stage.needs.flatMap(\.sources)
            let maker = parties.first { maker in
                stages[maker.stage].map { !$0.handsOn && sources.contains(where: $0.outputs.contains) } ?? false
            }
            for key in party.conductOfMakers {
                report(
                    node[key] ?? node,
                    "'\(party.name)' makes nothing, and sells on what others made under their passports: '\(key)' can't be simulated there",
                    expected: "it at who makes the goods\(maker.map { ", as '\($0.name)'" } ?? "")")
            }
        }
    }
}

extension PartySpec {
    /// The keys that say of it what only who makes batches can do.
    fileprivate var conductOfMakers: [String] {
        [
            ("fraud", !fraud.isEmpty), ("certificate", certificate != .valid),
            ("unevidencedClaims", !unevidencedClaims.isEmpty), ("alteredShare", alteredShare > 0), ("mixes", mixes),
            ("balances", balances != .batch), ("certifiesAll", certifiesAll),
            ("correctsAfterHours", correctsAfterHours != nil), ("carrier", carrier != .qrCode),
            ("issuedUnder", isIssuedUnderDelegate),
        ].filter(\.1).map(\.0)
    }
}
