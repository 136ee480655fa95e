import Records

/// A value chain as a picture: stages as cards from upstream to downstream, and between them bands as wide as their
/// number of consignments. A flow that passes over a stage, or back, runs in a lane below the cards.
struct ChainPicture {
    struct Card {
        let stage: ChainStage
        let x: Double
        let y: Double
    }

    /// A flow's place: where it leaves and arrives, and how wide it is.
    struct Band {
        let flow: ChainFlow
        let width: Double
        /// The middle of the band where it starts and ends.
        let start: (x: Double, y: Double)
        let end: (x: Double, y: Double)
        /// The height of its lane below the cards; `nil` for a flow to the next column.
        let lane: Double?
    }

    static let cardWidth = 124.0
    static let cardHeight = 72.0
    private static let gap = 64.0
    private static let rowGap = 30.0
    private static let top = 20.0
    /// Room at both sides for bands that run back.
    private static let margin = 40.0
    /// The most that the bands on one side of a card take of its height.
    private static let mostOfCard = 52.0

    let cards: [Card]
    let bands: [Band]
    let width: Double
    let height: Double

    init(_ chain: ChainRecord) {
        let orders = Set(chain.stages.map(\.order)).sorted()
        let columns = orders.map { order in chain.stages.filter { $0.order == order } }
        let rows = columns.map(\.count).max() ?? 0
        let orderOfStage = Dictionary(chain.stages.map { ($0.id, $0.order) }, uniquingKeysWith: { first, _ in first })
        let runsBack = chain.flows.contains { orderOfStage[$0.from, default: 0] >= orderOfStage[$0.to, default: 0] }
        let margin = runsBack ? Self.margin : 1
        var cards: [Card] = []
        for (column, stages) in columns.enumerated() {
            // A column with fewer stages than the tallest stands in its middle.
            let inset = Double(rows - stages.count) * (Self.cardHeight + Self.rowGap) / 2
            for (row, stage) in stages.enumerated() {
                let x = Double(column) * (Self.cardWidth + Self.gap) + margin
                let y = Self.top + inset + Double(row) * (Self.cardHeight + Self.rowGap)
                cards.append(Card(stage: stage, x: x, y: y))
            }
        }
        self.cards = cards
        width = Double(columns.count) * (Self.cardWidth + Self.gap) - Self.gap + 2 * margin
        let floor = Self.top + Double(rows) * (Self.cardHeight + Self.rowGap) - Self.rowGap
        bands = Self.bands(of: chain, cards: cards, floor: floor)
        height = (bands.compactMap { band in band.lane.map { $0 + band.width / 2 } }.max() ?? floor) + 8
    }

    private static func bands(of chain: ChainRecord, cards: [Card], floor: Double) -> [Band] {
        let flows = chain.flows.filter { flow in
            flow.outcomes.total > 0 && [flow.from, flow.to].allSatisfy { id in cards.contains { $0.stage.id == id } }
        }
        let busiest = cards.map { card in
            max(total(flows.filter { $0.from == card.stage.id }), total(flows.filter { $0.to == card.stage.id }))
        }.max()
        let scale = mostOfCard / Double(max(1, busiest ?? 1))
        func width(_ flow: ChainFlow) -> Double { max(2, Double(flow.outcomes.total) * scale) }
        var lane = floor + 20
        return flows.compactMap { flow in
            guard let from = cards.first(where: { $0.stage.id == flow.from }),
                let to = cards.first(where: { $0.stage.id == flow.to })
            else { return nil }
            // Bands on one side of a card lie in the order of the cards at their other ends.
            let leaving = flows.filter { $0.from == flow.from }
                .sorted { height(of: $0.to, cards) < height(of: $1.to, cards) }
            let arriving = flows.filter { $0.to == flow.to }
                .sorted { height(of: $0.from, cards) < height(of: $1.from, cards) }
            let start = (x: from.x + cardWidth, y: middle(of: flow, in: leaving, card: from, width: width))
            let end = (x: to.x, y: middle(of: flow, in: arriving, card: to, width: width))
            guard abs(end.x - start.x - gap) < 1 else {
                let place = lane + width(flow) / 2
                lane += width(flow) + 22
                return Band(flow: flow, width: width(flow), start: start, end: end, lane: place)
            }
            return Band(flow: flow, width: width(flow), start: start, end: end, lane: nil)
        }
    }

    private static func total(_ flows: [ChainFlow]) -> Int { flows.reduce(0) { $0 + $1.outcomes.total } }

    private static func height(of stage: String, _ cards: [Card]) -> Double {
        cards.first { $0.stage.id == stage }?.y ?? 0
    }

    private static func middle(
        of flow: ChainFlow, in side: [ChainFlow], card: Card, width: (ChainFlow) -> Double
    ) -> Double {
        let all = side.reduce(0) { $0 + width($1) }
        var top = card.y + (cardHeight - all) / 2
        for other in side {
            if other == flow { break }
            top += width(other)
        }
        return top + width(flow) / 2
    }
}

extension ChainPicture.Band {
    /// The strands of the band from top to bottom: its evidence, what is under way counted as opaque.
    var strands: [(kind: String, width: Double, path: String)] {
        let outcomes = flow.outcomes
        let rest = outcomes.total - outcomes.transparent - outcomes.partial
        var offset = -width / 2
        var strands: [(kind: String, width: Double, path: String)] = []
        for (kind, count) in [("transparent", outcomes.transparent), ("partial", outcomes.partial), ("opaque", rest)]
        where count > 0 {
            let share = width * Double(count) / Double(outcomes.total)
            strands.append((kind, share, path(shiftedBy: offset + share / 2)))
            offset += share
        }
        return strands
    }

    /// Where the share of the flow is written.
    var labelPlace: (x: Double, y: Double) {
        if let lane { return ((start.x + end.x) / 2, lane - width / 2 - 4) }
        return ((start.x + end.x) / 2, min(start.y, end.y) - width / 2 - 5)
    }

    private func path(shiftedBy shift: Double) -> String {
        func point(_ x: Double, _ y: Double) -> String { Coordinate.text(x) + " " + Coordinate.text(y + shift) }
        guard let lane else {
            let half = (start.x + end.x) / 2
            return "M\(point(start.x, start.y))C\(point(half, start.y)) \(point(half, end.y)) \(point(end.x, end.y))"
        }
        let turn = 34.0
        let isForward = end.x > start.x
        let down = isForward ? start.x + 2 * turn : start.x
        let up = isForward ? end.x - 2 * turn : end.x
        return "M\(point(start.x, start.y))C\(point(start.x + turn, start.y)) \(point(start.x + turn, lane)) "
            + "\(point(down, lane))L\(point(up, lane))C\(point(end.x - turn, lane)) \(point(end.x - turn, end.y)) "
            + point(end.x, end.y)
    }
}
