import Platforms
import UNTP

/// What is known of goods that arrive besides their credentials: by a laboratory, and by the quota manager of the pilot.
struct ArrivalWitness: Witness {
    let laboratory: LaboratoryTest?
    let market: Market

    func testimony(on products: [String]) async -> [String: [Testimony]] {
        var testimony = await market.quotaTestimony(on: products)
        if let result = laboratory?.result, let goods = products.first { testimony[goods, default: []].append(result) }
        return testimony
    }
}

/// A test of a sample of goods, which tells whether they are of the origin that they are said to be.
struct LaboratoryTest: Sendable {
    /// What it says against the goods; nil for nothing.
    let result: Testimony?

    /// - Parameter tiers: How far upstream evidence is asked for.
    init(of batch: Batch, tiers: Int) {
        // Goods in which others were blended on the way are of another origin, too.
        let isSubstituted = batch.upstream(tiers: tiers).contains { $0.deeds.contains(.substitution) }
        result =
            isSubstituted
            ? Testimony(
                "origin-test-contradicts", sent: "goods of another origin", expected: "goods as the passport has them",
                type: .dpp)
            : nil
    }
}
