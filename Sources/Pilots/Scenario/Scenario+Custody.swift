import UNTP

extension Scenario {
    /// Who certifies a party's chain of custody: who assesses it in its country by a scheme of its stage, or whoever
    /// assesses it where its passports claim it anyway. Nil for nobody.
    func custodyCertifier(of party: PartySpec, at stage: Stage) -> CertifierSpec? {
        let able = certifiers.filter { certifier in
            certifier.criteria.contains(CustodyClaim.criterion)
                && (certifier.countries.isEmpty || certifier.countries.contains(party.country))
        }
        // Who sells on what others made has no passports to claim it in.
        if !stage.handsOn, let own = able.first(where: { stage.schemes.contains($0.scheme) }) { return own }
        let claimed = stage.claims.map(\.criterion) + party.answers
        return claimed.contains(CustodyClaim.criterion) ? able.first : nil
    }

    /// Whether somebody certifies anything of a party: what its passports claim, or its chain of custody.
    func isCertified(_ party: PartySpec, at stage: Stage) -> Bool {
        certifiers.contains { $0.assesses(party, at: stage) } || custodyCertifier(of: party, at: stage) != nil
    }

    /// The models of the chains in words, with the stages that go by them and who is certified there.
    var custodyText: String {
        let stages = chains.flatMap(\.stages).filter { !$0.handsOn }
        let models = bestModels
        let blocks = CustodyModel.allCases.compactMap { model -> String? in
            let own = stages.filter { $0.custody == model }
            guard !own.isEmpty else { return nil }
            let head = Lines.wrapped("\(model.rawValue): \(model.rule)", indent: "  ", hanging: "    ")
            return ([head] + own.map { custodyLine($0, models) }).joined(separator: "\n")
        }
        let manager = hasQuotaManager ? ["  A quota manager adds up for all platforms what is used of each input"] : []
        return (["Chains of custody"] + blocks + manager).joined(separator: "\n")
    }

    private func custodyLine(_ stage: Stage, _ models: [String: [String: CustodyModel]]) -> String {
        let members = parties.filter { $0.stage == stage.id }
        let own = members.compactMap { custodyCertifier(of: $0, at: stage) }
        let period = stage.custody == .massBalance && !stage.isOrigin ? ", balanced over \(months(of: stage))" : ""
        let certified =
            own.isEmpty
            ? "nobody certified"
            : "\(own.count) of \(members.count) certified by \(Set(own.map(\.custodyLabel)).sorted().joined(separator: ", "))"
        return Lines.wrapped(
            "\(stage.id): \(certified)\(period)\(Self.limits(of: stage, own, models))", indent: "    ",
            hanging: "      ")
    }

    /// What the inputs of a stage leave of what its own model would allow, by each scheme that certifies it.
    private static func limits(
        of stage: Stage, _ certifiers: [CertifierSpec], _ models: [String: [String: CustodyModel]]
    ) -> String {
        Set(certifiers.map(\.scheme)).sorted().compactMap { scheme in
            let labels = Set(certifiers.filter { $0.scheme == scheme }.map(\.custodyLabel)).sorted()
            let label = labels.joined(separator: ", ")
            guard let model = models[scheme]?[stage.id] else {
                return "; nothing by \(label), for want of certified inputs"
            }
            return model < stage.custody ? "; by \(label) at best under \(model.rawValue), as on the way before" : nil
        }.joined()
    }

    /// The best model under which a stage's goods can be certified, by scheme and by the stage's id: the weakest on the best
    /// of ways. Stages are missing that need something of which nobody certified makes any.
    private var bestModels: [String: [String: CustodyModel]] {
        let stages = chains.flatMap(\.stages)
        let makers = Dictionary(
            stages.flatMap { stage in stage.outputs.map { ($0, stage.id) } }, uniquingKeysWith: { first, _ in first })
        var certified: [String: Set<String>] = [:]
        for party in parties {
            guard let stage = stage(party.stage), !stage.handsOn,
                let scheme = custodyCertifier(of: party, at: stage)?.scheme
            else { continue }
            certified[scheme, default: []].insert(stage.id)
        }
        // Where no scheme is named, nothing tells it apart from others.
        let (all, unnamed) = (certified.values.reduce(into: Set()) { $0.formUnion($1) }, certified[""] ?? [])
        for scheme in certified.keys { certified[scheme]?.formUnion(scheme.isEmpty ? all : unnamed) }
        return certified.mapValues { certified in
            var models: [String: CustodyModel] = [:]
            var isSettled = false
            // From the origins on; what goes in circles is settled when nothing gets better any more.
            while !isSettled {
                isSettled = true
                for stage in stages where certified.contains(stage.id) {
                    let model = stage.bestModel { models[makers[$0] ?? ""] }
                    guard model != models[stage.id] else { continue }
                    (models[stage.id], isSettled) = (model, false)
                }
            }
            return models
        }
    }

    private func months(of stage: Stage) -> String {
        let months = stage.custodyMonths == 1 ? "a month" : "\(stage.custodyMonths) months"
        return stage.carriesCustodyOver ? months + ", what is left may be sold in the next" : months
    }
}

extension CertifierSpec {
    /// What people know its certificates of custody by: its scheme, or its own name where it goes by none.
    fileprivate var custodyLabel: String { scheme.isEmpty ? name : scheme }
}

extension Stage {
    /// The best model under which its goods can be certified; nil where they can't.
    ///
    /// - Parameter supplied: The best model under which there is certified material of a product, by its id.
    fileprivate func bestModel(_ supplied: (String) -> CustodyModel?) -> CustodyModel? {
        guard !isOrigin, custody != .bookAndClaim else { return custody }
        let models = needs.map { need in need.sources.compactMap(supplied).compactMap(custody.carrying).max() }
        return models.contains(nil) ? nil : models.compactMap(\.self).min()
    }
}
