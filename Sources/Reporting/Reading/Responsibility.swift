import Records

extension RunRecord {
    /// The name of a platform that people read.
    func title(ofPlatform name: String) -> String {
        platforms.first { $0.name == name }?.title ?? name
    }

    /// The name of a country that people read.
    func name(ofCountry code: String) -> String {
        countries.first { $0.code == code }?.name ?? code
    }

    /// Who has to fix a failure, as a phrase: the platforms that depart from the specification, or what stands
    /// between them.
    func mustFix(_ failure: RankedFailure) -> String { Phrases.list(menders(of: failure), limit: 4) }

    /// Who has to fix a failure, those first who are part of what it cost most.
    func menders(of failure: RankedFailure) -> [String] {
        var names: [String] = []
        for finding in failure.findings {
            for name in culprits(of: finding) where !names.contains(name) { names.append(name) }
        }
        return names
    }

    private func culprits(of finding: FindingRecord) -> [String] {
        guard finding.parties.isEmpty else { return finding.parties }
        return switch finding.responsible {
        case "issuer": [title(ofPlatform: finding.issuer)]
        case "verifier": [title(ofPlatform: finding.verifier)]
        case "ambiguous": [title(ofPlatform: finding.issuer), title(ofPlatform: finding.verifier)]
        default: ["the " + finding.responsible]
        }
    }
}
