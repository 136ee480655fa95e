import UNTP

// What chains say that others issue about a stage, and who in the pilot does.
extension Scenario {
    /// What others issue, or could, in words.
    var attestationText: String {
        let lines = chains.flatMap(\.stages).flatMap { stage in
            stage.issuedByOthers.filter { $0.type == .dcc }.compactMap { line(on: $0, at: stage) }
        }
        return lines.isEmpty ? "" : (["What others attest, as the chains have it"] + lines).joined(separator: "\n")
    }

    private func line(on attestation: Stage.Attestation, at stage: Stage) -> String? {
        let members = parties.filter { $0.stage == stage.id }
        guard !members.isEmpty else { return nil }
        let able = members.filter { party in
            certifiers.contains { attestation.canBeIssued(by: $0, in: party.country) }
        }
        let issued = able.filter { isClaimed(attestation, by: $0, at: stage) }
        let what = [attestation.scheme, attestation.criterion].compactMap(\.self).joined(separator: ", ")
        let outcome =
            if able.isEmpty {
                "nobody in the pilot issues it"
            } else if issued.isEmpty {
                "somebody could issue it, but no passport claims what it attests"
            } else {
                issued.count == members.count ? "issued to all" : "issued to \(issued.count) of \(members.count)"
            }
        return Lines.wrapped(
            "\(stage.id): \(attestation.about), by a \(attestation.by) (\(what)): \(outcome)", indent: "  ",
            hanging: "    ")
    }

    /// Whether a party's passports claim it: only then there is a certificate for it.
    private func isClaimed(_ attestation: Stage.Attestation, by party: PartySpec, at stage: Stage) -> Bool {
        let claimed = stage.claims.map(\.criterion) + party.answers
        if let criterion = attestation.criterion {
            return claimed.contains(criterion)
                || criterion == CustodyClaim.criterion && custodyCertifier(of: party, at: stage) != nil
        }
        return certifiers.contains { $0.scheme == attestation.scheme && $0.assesses(party, at: stage) }
    }
}

extension Stage.Attestation {
    /// Whether a certifier could issue it in a country.
    func canBeIssued(by certifier: CertifierSpec, in country: String) -> Bool {
        (certifier.countries.isEmpty || certifier.countries.contains(country))
            && scheme.map { $0 == certifier.scheme } ?? true
            && criterion.map(certifier.criteria.contains) ?? true
    }
}
