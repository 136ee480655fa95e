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

    /// The models of the chains in words, with the stages that go by them and who is certified there.
    var custodyText: String {
        let stages = chains.flatMap(\.stages).filter { !$0.handsOn }
        let blocks = CustodyModel.allCases.compactMap { model -> String? in
            let own = stages.filter { $0.custody == model }
            guard !own.isEmpty else { return nil }
            let head = Lines.wrapped("\(model.rawValue): \(model.rule)", indent: "  ", hanging: "    ")
            return ([head] + own.map(custodyLine)).joined(separator: "\n")
        }
        return (["Chains of custody"] + blocks).joined(separator: "\n")
    }

    private func custodyLine(_ stage: Stage) -> String {
        let members = parties.filter { $0.stage == stage.id }
        let schemes = members.compactMap { custodyCertifier(of: $0, at: stage)?.scheme }
        let period = stage.custody == .massBalance && !stage.isOrigin ? ", balanced over \(months(of: stage))" : ""
        let certified =
            schemes.isEmpty
            ? "nobody certified"
            : "\(schemes.count) of \(members.count) certified by \(Set(schemes).sorted().joined(separator: ", "))"
        return Lines.wrapped("\(stage.id): \(certified)\(period)", indent: "    ", hanging: "      ")
    }

    private func months(of stage: Stage) -> String {
        let months = stage.custodyMonths == 1 ? "a month" : "\(stage.custodyMonths) months"
        return stage.carriesCustodyOver ? months + ", what is left may be sold in the next" : months
    }
}
