import Records

enum BreakdownsSection {
    static func view(of record: RunRecord) -> View {
        guard !record.breakdowns.isEmpty else { return .none }
        let scopes = Breakdowns.Scope.allCases.filter { !record.breakdowns.shown($0).parts.isEmpty }
        return [
            "tables": .list(scopes.map { table(for: $0, of: record) }),
            "causes": causes(by: record.breakdowns.months, of: record),
            "materials": materials(of: record),
        ]
    }

    private static func table(for scope: Breakdowns.Scope, of record: RunRecord) -> View {
        let (parts, remark) = record.breakdowns.shown(scope)
        return [
            "title": .text(scope.title),
            "remark": .optional(remark),
            "counts": .texts(["judged"] + Breakdowns.counts.map { $0.title.lowercased() }),
            "shares": .texts(Breakdowns.shares.map(\.title)),
            "rows": .list(
                parts.map { part in
                    [
                        "key": .text(part.key), "label": .text(part.label),
                        "numbers": .list(
                            ([part.judged] + Breakdowns.counts.map { Int(part.value(of: $0.id) ?? 0) }).map {
                                .number($0)
                            }),
                        "shares": .list(
                            Breakdowns.shares.map { .share(part.count(ofShare: $0.id), of: part.judged) }),
                    ]
                }),
        ]
    }

    private static func causes(by months: [BreakdownPart], of record: RunRecord) -> View {
        let months = months.filter { !$0.causes.isEmpty }
        guard !months.isEmpty else { return .none }
        return [
            "months": .list(
                months.map { month in
                    [
                        "label": .text(month.label),
                        "rows": .list(
                            month.causes.map { cause in
                                [
                                    "title": .text(record.title(ofFailure: cause.of)),
                                    "count": .number(cause.count), "share": .share(cause.count, of: month.judged),
                                ]
                            }),
                    ]
                })
        ]
    }

    private static func materials(of record: RunRecord) -> View {
        guard !record.materials.isEmpty else { return .none }
        func quantity(_ quantity: Double?, _ unit: String) -> View {
            [
                "text": .text(quantity.map { Figures.quantity($0, unit: unit) } ?? "\u{2013}"),
                "value": .text(quantity?.description ?? ""),
            ]
        }
        return [
            "rows": .list(
                record.materials.map { material in
                    let input = material.input
                    return [
                        "stage": .text(record.stageName(material.stage)), "product": .text(material.product),
                        "made": quantity(material.made, material.unit),
                        "input": .text(input?.product ?? ""),
                        "consumed": quantity(input?.consumed, input?.unit ?? ""),
                        "meanYield": .text(input?.meanYieldText ?? "\u{2013}"),
                        "declared": .text(input?.declaredText ?? "\u{2013}"),
                    ]
                })
        ]
    }
}
