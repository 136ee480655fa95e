/// How much each stage of a draft has to make, at typical yields, so that every party gets enough for some batches.
struct DraftFlow {
    let trade: DraftTrade
    private var stages: [Stage] { trade.stages }
    /// In units of each stage's product, over the whole run.
    private(set) var quantities: [String: Double] = [:]
    /// What comes of each product of that.
    private var made: [String: Double] = [:]

    /// Batches for each party, of last takers and of all others, if those who buy need no more.
    private static let leastBatches = (last: 8.0, other: 5.0)
    /// Consignments of a product for each customer, so that chance leaves none of several out.
    private static let leastConsignments = 6.0
    /// Consignments of the whole draft.
    private static let usualConsignments = 60.0

    init(_ trade: DraftTrade) {
        self.trade = trade
        let least = stages.map { leastQuantity(of: $0) }
        quantities = Dictionary(zip(stages.map(\.id), least), uniquingKeysWith: { one, _ in one })
        // As many rounds as there are stages: what the last one needs gets to the first, and a loop comes to an end.
        for _ in stages {
            let demand = demand
            for (stage, least) in zip(stages, least) {
                let own = demand[stage.id] ?? 0
                let alongside =
                    stage.coproducts.filter { $0.perUnit.typical > 0 }
                    .map { (demand[$0.id] ?? 0) / $0.perUnit.typical }.max() ?? 0
                quantities[stage.id] = max(least, own, alongside)
            }
        }
        made = yields()
        let more = max(1, Self.usualConsignments / max(1, consignments))
        quantities = quantities.mapValues { $0 * more }
        made = yields()
    }

    /// What a stage makes, whoever needs it: some batches for each party, and consignments for each customer.
    private func leastQuantity(of stage: Stage) -> Double {
        let needed = Set(stages.flatMap(\.needs).flatMap(\.sources))
        let isLast = !stage.outputs.contains(where: needed.contains)
        // What comes from outside is made as it is needed.
        let batches = stage.isOrigin ? 1 : isLast ? Self.leastBatches.last : Self.leastBatches.other
        let sold = stage.outputs.map { output in
            let customers = Double(trade.mostCustomers(of: output, from: stage))
            return size(of: output, from: stage) * (customers > 1 ? Self.leastConsignments * customers : customers)
        }
        return Double(trade.members(of: stage)) * max(batches * stage.batch, sold.max() ?? 0)
    }

    /// How much of its product a stage makes for each consignment of it or of a coproduct, which leaves with the batch.
    private func size(of output: String, from stage: Stage) -> Double {
        output == stage.id ? min(stage.shipment, stage.batch) : stage.batch
    }

    /// How much of each product is needed. Needs are shared out evenly among the stages that make for them; what comes along
    /// with something else counts where there is nothing better.
    private var demand: [String: Double] {
        var demand: [String: Double] = [:]
        for stage in stages where !stage.handsOn {
            for need in stage.needs {
                let makers = need.sources.compactMap { source in trade.maker(of: source).map { (source, $0) } }
                let mains = makers.filter { $0 == $1.id }
                let sources = mains.isEmpty ? makers : mains
                let quantity = (quantities[stage.id] ?? 0) / stage.yield(of: need).typical
                for (source, maker) in sources {
                    let part = quantity / Double(sources.count)
                    let made = part * trade.unevenness(of: source, from: maker, for: stage)
                    demand[source] = max(demand[source] ?? 0, made)
                }
            }
        }
        return demand
    }

    /// What comes of each product if origins make whole batches, and all goes on to those who need it.
    private func yields() -> [String: Double] {
        var made: [String: Double] = [:]
        for stage in stages where stage.isOrigin {
            let batches = batchesOfEach(at: stage) * Double(trade.members(of: stage))
            for output in stage.outputs { made[output] = batches * stage.batch * stage.perUnit(of: output) }
        }
        for _ in stages {
            for stage in stages where !stage.isOrigin && !stage.handsOn {
                let parts = stage.needs.map { need in
                    stage.yield(of: need).typical
                        * need.sources.reduce(0) { $0 + (made[$1] ?? 0) * trade.share(of: $1, for: stage) }
                }
                for output in stage.outputs { made[output] = (parts.min() ?? 0) * stage.perUnit(of: output) }
            }
        }
        return made
    }

    /// How many consignments of a product its makers send, over the whole run, about.
    func consignments(of output: String) -> Double {
        guard let maker = trade.maker(of: output), let made = made[maker.id] else { return 0 }
        return made / size(of: output, from: maker)
    }

    /// How many consignments there are in all.
    var consignments: Double {
        stages.flatMap { stage in
            trade.outputs(of: stage).filter { trade.mostCustomers(of: $0, from: stage) > 0 }
        }.reduce(0) { $0 + consignments(of: $1) }
    }

    /// Hours between two batches of each party at an origin: no fewer than a line is busy with one.
    func hoursBetweenBatches(of stage: Stage, days: Int) -> Int {
        Int(max(1, stage.lineHours, Double(days * 24) / batchesOfEach(at: stage)).rounded(.down))
    }

    private func batchesOfEach(at stage: Stage) -> Double {
        max(1, ((quantities[stage.id] ?? 0) / stage.batch / Double(trade.members(of: stage))).rounded(.up))
    }
}

extension Stage {
    /// Units of the product or a coproduct for one of the product.
    fileprivate func perUnit(of output: String) -> Double {
        coproducts.first { $0.id == output }?.perUnit.typical ?? 1
    }
}
