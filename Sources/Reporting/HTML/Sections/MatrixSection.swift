import Records

enum MatrixSection {
    static func view(of record: RunRecord, failures: [RankedFailure]) -> View {
        let matrix = PairMatrix(record)
        guard !matrix.issuers.isEmpty else { return .none }
        let issuers = matrix.issuers.map { record.title(ofPlatform: $0) }
        let verifiers = matrix.verifiers.map { record.title(ofPlatform: $0) }
        let worst = matrix.worst
        var pairs: [View] = []
        var rows: [View] = []
        for (row, pairsOfRow) in matrix.rows.enumerated() {
            var cells: [View] = []
            for (column, pair) in pairsOfRow.enumerated() {
                let anchor = "pair-\(row)-\(column)"
                let names = (issuers[row], verifiers[column])
                cells.append(cell(pair, names: names, anchor: anchor))
                guard pair.attempts > 0 else { continue }
                let isWorst = pair.issuer == worst?.issuer && pair.verifier == worst?.verifier
                pairs.append(
                    details(of: pair, names: names, anchor: anchor, failures: failures, isFirst: isWorst, record))
            }
            rows.append(["name": .text(issuers[row]), "cells": .list(cells)])
        }
        return [
            "summary": .text(sentence(of: matrix)),
            "columns": .texts(verifiers),
            "rows": .list(rows),
            "pairs": .list(pairs),
            "states": .texts(PairState.allCases.map(\.label)),
            "meanings": .terms(PairState.allCases.map { ($0.label, $0.meaning) }),
            "sealedInAll": .optional(PairMatrix.sentence(onSealed: matrix.sealed)),
            "legend": .list(bins.map { ["bin": .text($0.name), "label": .text($0.label)] }),
        ]
    }

    private static func sentence(of matrix: PairMatrix) -> String {
        let (pairs, clean) = matrix.summary
        guard pairs > 0 else { return "No credential went from one platform to another." }
        return Phrases.sentence(
            "\(Phrases.word(clean)) of the \(Phrases.word(pairs)) directions between two platforms worked every time")
    }

    private static func cell(_ pair: PairMatrix.Pair, names: (String, String), anchor: String) -> View {
        [
            "tried": .flag(pair.attempts > 0),
            "bin": .text(bin(pair.count(of: .passed), of: pair.attempts)),
            "anchor": .text(anchor),
            "issuer": .text(names.0),
            "verifier": .text(names.1),
            "share": .text(Figures.share(pair.count(of: .passed), of: pair.attempts)),
            "attempts": .text(Figures.count(pair.attempts)),
        ]
    }

    private static func details(
        of pair: PairMatrix.Pair, names: (String, String), anchor: String, failures: [RankedFailure], isFirst: Bool,
        _ record: RunRecord
    ) -> View {
        let seen = pair.failures
        return [
            "anchor": .text(anchor),
            "first": .flag(isFirst),
            "issuer": .text(names.0),
            "verifier": .text(names.1),
            "totals": .list(
                [.number(pair.attempts)] + PairState.allCases.map { .number(pair.count(of: $0)) }),
            "worst": .optional(seen.first.map { record.title(ofFailure: $0.of) }),
            "sealed": .optional(PairMatrix.sentence(onSealed: pair.sealed)),
            "types": .list(
                pair.cells.map { cell in
                    let counts = [cell.attempts] + PairState.allCases.map { cell.count(of: $0) }
                    return [
                        "type": .text(CredentialName.label(of: cell.credentialType)),
                        "counts": .texts(counts.map(Figures.count)),
                    ]
                }),
            "failed": .flag(!seen.isEmpty),
            "failures": .list(
                seen.map { tally in
                    let place = failures.firstIndex { $0.code == tally.of }
                    return [
                        "code": .text(tally.of),
                        "count": .text(Figures.count(tally.count)),
                        "title": .text(place.map { failures[$0].lead.title } ?? ""),
                        "target": .optional(place.map(FailuresSection.anchor)),
                    ]
                }),
        ]
    }

    /// Classes of the heat map, from the lowest share to the highest.
    private static let bins: [(name: String, label: String)] = [
        ("b0", "none"), ("b1", "below 25%"), ("b2", "below 50%"), ("b3", "below 75%"), ("b4", "below 95%"),
        ("b5", "below 100%"), ("b6", "all passed"),
    ]

    private static func bin(_ passed: Int, of attempts: Int) -> String {
        if passed == 0 { return "b0" }
        if passed == attempts { return "b6" }
        for (place, bound) in [25, 50, 75, 95].enumerated() where passed * 100 < bound * attempts {
            return bins[place + 1].name
        }
        return "b5"
    }
}
