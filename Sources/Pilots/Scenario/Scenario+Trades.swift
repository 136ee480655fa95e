/// Goods of a kind that one sells to another, as far as rules tell sellers and buyers apart.
struct Trade: Hashable {
    /// The goods' code of the Harmonized System.
    var hs: String
    let seller: Trader
    let buyer: Trader
    /// Whether the seller made them.
    let isOfMaker: Bool

    struct Trader: Hashable {
        let country: String
        let isSmall: Bool

        init(_ party: PartySpec) {
            country = party.country
            isSmall = party.isSmall
        }
    }

    init(hs: String, from seller: PartySpec, to buyer: PartySpec, isOfMaker: Bool) {
        self.hs = hs
        self.seller = Trader(seller)
        self.buyer = Trader(buyer)
        self.isOfMaker = isOfMaker
    }

    init(_ consignment: Consignment) {
        self.init(
            hs: consignment.batch.product.hs, from: consignment.seller, to: consignment.buyer,
            isOfMaker: consignment.batch.producer.name == consignment.seller.name)
    }
}

extension Scenario {
    /// What goes from whom to whom if all make what they can.
    var trades: Set<Trade> {
        let stages = Dictionary(
            chains.flatMap(\.stages).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let codes = Dictionary(
            stages.values.flatMap { stage in stage.outputs.map { ($0, stage.output($0).hs) } },
            uniquingKeysWith: { first, _ in first })
        let buyers = Dictionary(parties.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var trades: Set<Trade> = []
        for seller in parties {
            guard let stage = stages[seller.stage] else { continue }
            let outputs = stage.handsOn ? stage.needs.flatMap(\.sources) : stage.outputs
            for buyer in seller.customers.compactMap({ buyers[$0] }) {
                for output in outputs where stages[buyer.stage]?.need(metBy: output) != nil {
                    guard let hs = codes[output] else { continue }
                    trades.insert(Trade(hs: hs, from: seller, to: buyer, isOfMaker: !stage.handsOn))
                }
            }
        }
        return trades
    }

    /// The rules that look at something which is sold, while it is sent or as it arrives.
    var rulesAtWork: [Regulation] {
        let trades = trades
        return regulations.filter { rule in
            trades.contains { rule.concerns($0) && rule.isInForce(during: times(of: $0, under: rule)) }
        }
    }

    /// Goods at which rules would look if their code had the digits of the rules': their code, the rules', and who has it.
    var coarseCodes: [(hs: String, finer: String, rules: [String])] {
        struct Pair: Hashable {
            let hs, finer: String
        }
        var rules: [Pair: Set<String>] = [:]
        for trade in trades {
            for rule in regulations where !rule.concerns(trade) {
                for finer in rule.products where finer.hasPrefix(trade.hs) {
                    var known = trade
                    known.hs = finer
                    guard rule.concerns(known), rule.isInForce(during: times(of: trade, under: rule)) else { continue }
                    rules[Pair(hs: trade.hs, finer: finer), default: []].insert(rule.id)
                }
            }
        }
        return rules.sorted { ($0.key.hs, $0.key.finer) < ($1.key.hs, $1.key.finer) }
            .map { ($0.key.hs, $0.key.finer, $0.value.sorted()) }
    }

    /// When a rule can look at goods: as they leave its market, else as they arrive.
    private func times(of trade: Trade, under rule: Regulation) -> ClosedRange<Int64> {
        let line = chains.flatMap(\.stages).filter { !$0.isOrigin }.map(\.lineHours).max() ?? 0
        let last = startUnixSeconds + Int64(days) * 86_400 + Int64(line * 3600)
        guard !rule.isExport(trade) else { return startUnixSeconds...last }
        let transit = transit.days(from: trade.seller.country, to: trade.buyer.country)
        return startUnixSeconds + Int64(transit.low * 86_400)...last + Int64(transit.high * 86_400)
    }
}
