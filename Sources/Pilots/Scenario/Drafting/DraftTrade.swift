/// Who sells to whom in a draft.
///
/// Parties pick a customer anew for each consignment. Where they send but a few, as mines do that fill ships, one customer or
/// another would be left out: there each has customers of its own, so that everybody sells and everybody is served.
struct DraftTrade {
    let stages: [Stage]
    /// Parties by the id of their stage.
    private let counts: [String: Int]

    /// Consignments for each customer from which on chance leaves none of them out.
    private static let manyConsignments = 8.0

    /// - Parameter number: How many parties there are in all, one for each stage at least.
    init(_ stages: [Stage], parties number: Int) {
        self.stages = stages
        counts = Dictionary(
            stages.enumerated().map { ($1.id, (number - $0 + stages.count - 1) / stages.count) },
            uniquingKeysWith: { one, _ in one })
    }

    func members(of stage: Stage) -> Int { max(1, counts[stage.id] ?? 1) }

    /// The products that a stage sells: what it makes, or what it bought where it hands that on.
    func outputs(of stage: Stage) -> [String] { stage.handsOn ? stage.needs.flatMap(\.sources) : stage.outputs }

    /// Who makes a product.
    func maker(of output: String) -> Stage? { stages.first { !$0.handsOn && $0.outputs.contains(output) } }

    /// The part of a product that goes to a stage, directly or through traders.
    func share(of output: String, for taker: Stage) -> Double {
        let takers = stages.filter { !$0.handsOn && $0.need(metBy: output) != nil }
        return Double(members(of: taker)) / Double(max(1, takers.reduce(0) { $0 + members(of: $1) }))
    }

    /// The stages that buy a product of a seller who sends few consignments: traders where there are any, who bring it to
    /// all others.
    func fewBuyers(of output: String, from seller: Stage) -> [Stage] {
        let all = buyers(of: output, from: seller)
        let traders = all.filter(\.handsOn)
        return seller.handsOn || traders.isEmpty ? all : traders
    }

    private func buyers(of output: String, from seller: Stage) -> [Stage] {
        stages.next(after: seller).filter { $0.need(metBy: output) != nil }
    }

    /// The most customers that one of the sellers of a product has who send few consignments.
    func mostCustomers(of output: String, from seller: Stage) -> Int {
        let sellers = members(of: seller)
        return fewBuyers(of: output, from: seller).reduce(0) { $0 + (members(of: $1) + sellers - 1) / sellers }
    }

    /// How many times its need has to be made for a stage, so that those of its parties have enough who are served least.
    func unevenness(of output: String, from seller: Stage, for taker: Stage) -> Double {
        let (sellers, takers) = (members(of: seller), members(of: taker))
        let share = max(1, mostCustomers(of: output, from: seller))
        return Double(sellers * share) / Double(max(1, sellers / takers) * takers)
    }

    /// The customers of one of a stage's parties, as places among the parties of their stages; nil where it may sell to all.
    ///
    /// - Parameters:
    ///   - place: Its place among the parties of its stage.
    ///   - consignments: How many of a product the stage's parties send in all.
    func customers(
        of seller: Stage, at place: Int, consignments: (String) -> Double
    ) -> [(stage: Stage, places: [Int])]? {
        let sellers = members(of: seller)
        var customers: [(stage: Stage, places: [Int])] = []
        var isAny = true
        for output in outputs(of: seller) {
            let all = buyers(of: output, from: seller)
            let few = Double(sellers * all.reduce(0) { $0 + members(of: $1) }) * Self.manyConsignments
            if consignments(output) >= few {
                customers += all.map { ($0, Array(0..<members(of: $0))) }
            } else {
                isAny = false
                customers += fewBuyers(of: output, from: seller).map { stage in
                    let takers = members(of: stage)
                    let pairs = (0..<max(sellers, takers)).filter { $0 % sellers == place }
                    return (stage, pairs.map { $0 % takers })
                }
            }
        }
        return isAny ? nil : customers
    }
}
