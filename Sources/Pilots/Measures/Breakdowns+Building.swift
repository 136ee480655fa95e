import Credentials
import Records

extension MeasureBuilder {
    /// The measures of the run's value chains, pairs of countries and months.
    var breakdowns: Breakdowns {
        let seen = books.rows.filter { $0.level != nil }
        let names = Dictionary(
            world.scenario.countries.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let titles = Dictionary(grouping: world.scenario.chains, by: \.commodity).mapValues { chains in
            chains.map(\.title).joined(separator: "; ")
        }
        func parts(
            by key: (Ledger.JudgedRow) -> String, label: (String) -> String
        ) -> [BreakdownPart] {
            Dictionary(grouping: seen, by: key).sorted { $0.key < $1.key }.map { key, rows in
                part(key, label: label(key), rows)
            }
        }
        return Breakdowns(
            chains: parts(by: { commodity(of: $0.consignment.stage) }, label: { titles[$0] ?? $0 }),
            countryPairs: parts(
                by: { row in
                    [row.consignment.seller, row.consignment.buyer].map { parties[$0]?.country ?? "" }
                        .joined(separator: "-")
                },
                label: { pair in
                    pair.split(separator: "-").map { names[String($0)] ?? String($0) }.joined(separator: " to ")
                }),
            months: parts(
                by: \.month, label: { $0 }))
    }

    private func part(_ key: String, label: String, _ rows: [Ledger.JudgedRow]) -> BreakdownPart {
        let builder = MeasureBuilder(self, only: rows)
        let ranked = rows.causes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
        return BreakdownPart(
            key: key, label: label, judged: builder.judged.count,
            measures: MeasureDefinition.all.compactMap { definition in
                builder.figure(of: definition.id).map {
                    PartMeasure(
                        id: definition.id, value: $0.value, median: $0.median, p95: $0.p95, unit: definition.unit)
                }
            }, causes: ranked.map { Tally(of: $0.key, count: $0.value) })
    }
}

extension Ledger.JudgedRow {
    /// The month in which it was judged, as `2026-03`.
    var month: String { String(DateTimeStamp.day(unixSeconds: self.judged ?? 0).prefix(7)) }
}

extension [Ledger.JudgedRow] {
    /// How many of them each failure kept from being transparent.
    var causes: [String: Int] {
        reduce(into: [:]) { causes, row in
            for code in row.causes { causes[code, default: 0] += 1 }
        }
    }
}
