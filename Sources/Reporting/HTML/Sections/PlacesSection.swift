import Records

enum PlacesSection {
    /// The most corridors in the table; a pilot of many countries has hundreds.
    private static let corridorLimit = 20

    static func view(of record: RunRecord) -> View {
        guard !record.countries.isEmpty else { return .none }
        let corridors = record.corridors.sorted { left, right in
            left.total == right.total
                ? [left.from, left.to].lexicographicallyPrecedes([right.from, right.to])
                : left.total > right.total
        }
        return [
            "countries": .list(record.countries.map(country)),
            "corridors": corridors.isEmpty
                ? .none
                : [
                    "cut": .optional(
                        corridors.count > corridorLimit
                            ? "the \(corridorLimit) busiest of \(corridors.count); all are in report.json" : nil),
                    "rows": .list(corridors.prefix(corridorLimit).map { row($0, record: record) }),
                ],
        ]
    }

    private static func country(_ country: CountryRecord) -> View {
        [
            "name": .text(country.name),
            "parties": .number(country.parties),
            "sides": .list(
                [country.asSeller, country.asBuyer].map { side in
                    ["total": .number(side.total), "share": .share(side.transparent, of: side.total)]
                }),
        ]
    }

    private static func row(_ corridor: Corridor, record: RunRecord) -> View {
        [
            "from": .text(record.name(ofCountry: corridor.from)),
            "to": .text(record.name(ofCountry: corridor.to)),
            "total": .number(corridor.total),
            "share": .share(corridor.transparent, of: corridor.total),
            "days": [
                "text": .text(corridor.medianTransitDays.map { Figures.decimal($0, places: 1) } ?? "\u{2013}"),
                "value": .text(corridor.medianTransitDays?.description ?? ""),
            ],
        ]
    }
}
