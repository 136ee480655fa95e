import Records
import UNTP

extension CriteriaBook {
    /// What became of demands, by criterion.
    ///
    /// - Parameter demands: All that is demanded in the pilot.
    func records(of demands: [DemandedCriterion]) -> [CriterionRecord] {
        let demanded = Dictionary(
            demands.map { ($0.iri, $0) }, uniquingKeysWith: { first, _ in first })
        return entries.sorted { $0.key < $1.key }.map { iri, entry in
            CriterionRecord(
                id: demanded[iri]?.id ?? iri, name: demanded[iri]?.name ?? iri, demanded: entry.demanded,
                direct: entry.direct,
                mapped: entry.mapped, partial: entry.partial, unmet: entry.unmet)
        }
    }

    /// What recognising a scheme would gain, as evidence stands at a time; the most first.
    func recognition(of schemes: [Scheme], at time: Int64) -> [RecognitionGain] {
        let names = Dictionary(schemes.map { ($0.id, $0.name) }, uniquingKeysWith: min)
        return
            gains.mapValues { $0.standing(at: time) }.filter { $0.value > 0 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { recognition, consignments in
                RecognitionGain(
                    country: recognition.country, scheme: recognition.scheme,
                    title: names[recognition.scheme] ?? recognition.scheme, consignments: consignments)
            }
    }
}
