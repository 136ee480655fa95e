import Records
import UNTP

extension CriteriaBook {
    /// What became of demands, by criterion.
    var records: [CriterionRecord] {
        entries.sorted { $0.key < $1.key }.map { iri, entry in
            let id = iri.hasPrefix(HarmonisedCriteria.base) ? String(iri.dropFirst(HarmonisedCriteria.base.count)) : iri
            return CriterionRecord(
                id: id, name: HarmonisedCriteria[id]?.name ?? id, demanded: entry.demanded, direct: entry.direct,
                mapped: entry.mapped, partial: entry.partial, unmet: entry.unmet)
        }
    }

    /// What recognising a scheme would gain, the most first.
    var recognition: [RecognitionGain] {
        gains.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { recognition, consignments in
            RecognitionGain(country: recognition.country, scheme: recognition.scheme, consignments: consignments)
        }
    }
}
