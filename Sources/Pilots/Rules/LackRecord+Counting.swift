import Platforms
import Records
import UNTP

extension LackRecord {
    /// What rules looked for, by consignment: for those that hold goods or take a default value, and for those that only
    /// take note.
    static func all(of rows: [Ledger.JudgedRow], under regulations: [Regulation]) -> [LackRecord] {
        let terms = Dictionary(regulations.map { ($0.id, $0.terms) }, uniquingKeysWith: { first, _ in first })
        let noting = Set(regulations.filter { $0.action == .note }.map(\.id))
        let names = terms.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: min) }
        return [false, true].flatMap { onlyNoted in
            var counts: [String: (consignments: Int, lacking: Int)] = [:]
            for row in rows {
                let outcomes = row.rules.filter { noting.contains($0.regulation) == onlyNoted }
                let lacking = Set(outcomes.flatMap(\.lacking))
                for id in Set(outcomes.flatMap { terms[$0.regulation].map { Array($0.keys) } ?? [] }) {
                    counts[id, default: (0, 0)].consignments += 1
                    if lacking.contains(id) { counts[id, default: (0, 0)].lacking += 1 }
                }
            }
            return counts.sorted { $0.key < $1.key }.map { id, count in
                LackRecord(
                    id: id, name: names[id] ?? id, onlyNoted: onlyNoted, consignments: count.consignments,
                    lacking: count.lacking)
            }
        }
    }
}

extension Regulation {
    /// What it looks for, by id, in words.
    var terms: [String: String] {
        Dictionary(
            demands.map { ($0.id, $0.name) } + requirements.map { ($0.id, $0.text) },
            uniquingKeysWith: { first, _ in first })
    }
}
