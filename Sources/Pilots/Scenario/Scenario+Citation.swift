import UNTP

// What certifiers cite, and what they are accredited for, in the same terms.
extension Scenario {
    /// A criterion as a certifier cites it, in certificates and in what it is accredited for; nil where its scheme has none
    /// and it cites no other.
    func cited(_ id: String, by certifier: CertifierSpec) -> CriterionFacts? {
        guard let harmonised = HarmonisedCriteria[id] else { return nil }
        guard certifier.cites != .harmonised else { return harmonised.facts }
        guard let row = mapping.closest(to: id, in: certifier.scheme) else {
            return certifier.cites == .both ? harmonised.facts : nil
        }
        return CriterionFacts(
            id: CriteriaMapping.iri(of: row.id, in: certifier.scheme), name: row.name,
            description: "\(certifier.scheme) \(row.id): \(row.name)", topic: harmonised.topic)
    }

    /// The IRIs of the criteria that a certifier is accredited for.
    func scope(of certifier: CertifierSpec) -> [String] {
        var scope: [String] = []
        for id in certifier.accreditedFor ?? certifier.criteria {
            guard let iri = cited(id, by: certifier)?.id, !scope.contains(iri) else { continue }
            scope.append(iri)
        }
        return scope
    }

    /// The criteria that a certifier assesses and is not accredited for.
    func unaccredited(of certifier: CertifierSpec) -> [String] {
        let scope = scope(of: certifier)
        return certifier.criteria.filter { id in cited(id, by: certifier).map { !scope.contains($0.id) } ?? false }
    }
}
