import Records

enum ChainsSection {
    static func view(of record: RunRecord) -> View {
        record.chains.isEmpty ? .none : ["chains": .list(record.chains.map { view(of: $0, record) })]
    }

    private static func view(of chain: ChainRecord, _ record: RunRecord) -> View {
        let picture = ChainPicture(chain)
        return [
            "name": .text(chain.name),
            "sentence": .text(sentence(of: chain, record)),
            "width": .text(Coordinate.text(picture.width)),
            "height": .text(Coordinate.text(picture.height)),
            "least": .text(Coordinate.text(picture.width * 0.7)),
            "flows": .list(
                picture.bands.map { band in
                    [
                        "title": .text(title(of: band.flow, in: chain, record)),
                        "strands": .list(
                            band.strands.map { strand in
                                [
                                    "kind": .text(strand.kind), "path": .text(strand.path),
                                    "width": .text(Coordinate.text(strand.width)),
                                ]
                            }),
                    ]
                }),
            "labels": .list(
                picture.bands.map { band in
                    [
                        "x": .text(Coordinate.text(band.labelPlace.x)), "y": .text(Coordinate.text(band.labelPlace.y)),
                        "text": .text(Figures.share(band.flow.outcomes.transparent, of: band.flow.outcomes.total)),
                    ]
                }),
            "stages": .list(picture.cards.map(card)),
            "table": chain.flows.isEmpty
                ? .none
                : ["name": .text(chain.name), "rows": .list(chain.flows.map { row(of: $0, in: chain, record) })],
        ]
    }

    /// Where the chain loses most, in words.
    private static func sentence(of chain: ChainRecord, _ record: RunRecord) -> String {
        let flows = chain.flows.filter { $0.outcomes.total > 0 }
        let worst = flows.min { left, right in
            left.outcomes.transparent * right.outcomes.total < right.outcomes.transparent * left.outcomes.total
        }
        guard let worst else { return "Nothing moved." }
        if worst.outcomes.transparent == worst.outcomes.total { return "All that moved had transparent evidence." }
        let share = Figures.share(worst.outcomes.transparent, of: worst.outcomes.total)
        return
            "Evidence is thinnest from \(record.stageName(worst.from, in: chain)) to \(record.stageName(worst.to, in: chain)), "
            + "where \(share) of \(Phrases.counted(worst.outcomes.total, "consignment")) "
            + "\(worst.outcomes.total == 1 ? "was" : "were") transparent."
    }

    private static func title(of flow: ChainFlow, in chain: ChainRecord, _ record: RunRecord) -> String {
        let outcomes = flow.outcomes
        return "\(record.stageName(flow.from, in: chain)) to \(record.stageName(flow.to, in: chain)): "
            + "\(Phrases.counted(outcomes.total, "consignment")), \(Figures.count(outcomes.transparent)) transparent, "
            + "\(Figures.count(outcomes.partial)) partial, \(Figures.count(outcomes.opaque)) opaque"
    }

    private static func card(_ card: ChainPicture.Card) -> View {
        let stage = card.stage
        let names = TerminalText.wrapped(Visible.line(stage.name), columns: 17, limit: 2)
        let facilities = Phrases.counted(stage.facilities, "facility", plural: "facilities")
        let meta = [facilities, stage.countries.prefix(5).joined(separator: " ")].filter { !$0.isEmpty }
        let lines = names.map { (kind: "name", text: $0) } + meta.map { (kind: "meta", text: $0) }
        let first = card.y + (ChainPicture.cardHeight - Double(lines.count) * 14.5) / 2 + 11.5
        return [
            "title": .text(Phrases.sentence("\(stage.name): \(stage.process), which gives \(stage.output)")),
            "x": .text(Coordinate.text(card.x)), "y": .text(Coordinate.text(card.y)),
            "width": .text(Coordinate.text(ChainPicture.cardWidth)),
            "height": .text(Coordinate.text(ChainPicture.cardHeight)),
            "lines": .list(
                lines.enumerated().map { place, line in
                    [
                        "kind": .text(line.kind), "text": .text(line.text),
                        "x": .text(Coordinate.text(card.x + 9)),
                        "y": .text(Coordinate.text(first + Double(place) * 14.5)),
                    ]
                }),
        ]
    }

    private static func row(of flow: ChainFlow, in chain: ChainRecord, _ record: RunRecord) -> View {
        let outcomes = flow.outcomes
        let quantity: View = [
            "text": .text(Figures.quantity(flow.quantity, unit: flow.unit)),
            "value": .text(flow.quantity.description),
        ]
        let counts = [outcomes.total, outcomes.transparent, outcomes.partial, outcomes.opaque]
        return [
            "from": .text(record.stageName(flow.from, in: chain)), "to": .text(record.stageName(flow.to, in: chain)),
            "numbers": .list(counts.map { .number($0) } + [quantity]),
        ]
    }
}
