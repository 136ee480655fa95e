package import UNTP

/// A value chain.
package struct ValueChain: Sendable {
    package var id: String
    package var title: String
    /// What counts as one chain: several routes to the same metal are one.
    package var commodity: String
    package var stages: [Stage]

    package init(id: String, title: String, commodity: String? = nil, stages: [Stage]) {
        self.id = id
        self.title = title
        self.commodity = commodity ?? id
        self.stages = stages
    }
}

/// A step of a value chain, whose output goes from one party to another.
package struct Stage: Sendable {
    /// The chain's id and the stage's own, as `copper/smelter`.
    package var id: String
    package var name: String
    package var process: String
    package var role: String
    package var facility: String
    /// What goes into a batch, each of them; none for an origin.
    package var needs: [Need]
    package var product: Product
    /// What else goes in that nobody in the pilot makes: it comes from outside, and nothing is known of it.
    package var outsideNeeds: [Need] = []
    /// What is made along with it.
    package var coproducts: [Coproduct]
    /// Output for each unit of input, for an origin or a stage with one input.
    package var yield: Triangle
    /// In units of the product.
    package var batch: Double
    package var shipment: Double
    package var lineHours: Double
    package var custody: CustodyModel
    /// For how many calendar months a mass balance has to add up.
    package var custodyMonths = usualCustodyMonths
    /// Whether what such a period leaves may be sold as certified in the next.
    package var carriesCustodyOver = false
    package var schemes: [String]
    /// What its actors issue.
    package var issues: Set<CredentialType>
    /// What others issue about it.
    package var issuedByOthers: [Attestation]
    /// Where it typically stands, by ISO codes.
    package var countries: [String]
    package var claims: [ClaimTemplate]
    /// How many steps lie before it at least.
    package var order = 0

    /// The period of a mass balance where nothing is said: an assumption.
    static let usualCustodyMonths = 3

    /// How many consignments can be made of one batch.
    static let mostShipments = 100_000

    /// How many coproducts have a digit in their trade item numbers, beside the product.
    static let mostCoproducts = 9

    /// Whether it takes nothing from other parties of the pilot.
    package var isOrigin: Bool { needs.isEmpty }
    /// Whether it takes something, and all of that from outside of the pilot: what it makes is no extraction or harvest.
    package var beginsMidway: Bool { needs.isEmpty && !outsideNeeds.isEmpty }
    /// Whether its actors pass on what they bought under the passport that it came with, as traders do.
    package var handsOn: Bool { !isOrigin && !issues.contains(.dpp) }
    /// The ids of its product and of what is made along with it.
    package var outputs: [String] { [id] + coproducts.map(\.id) }
    /// The ids of what it sells: what it makes, or what it bought where it hands that on.
    package var sold: Set<String> { Set(handsOn ? needs.flatMap(\.sources) + outputs : outputs) }

    /// Whether it needs something that another stage sells.
    package func buys(from other: Stage) -> Bool {
        let sold = other.sold
        return needs.contains { !sold.isDisjoint(with: $0.sources) }
    }

    /// The id within its chain.
    package var localID: Substring { id.split(separator: "/").last ?? id[...] }

    /// Units of the product for one unit of a need, by the value chain.
    package func yield(of need: Need) -> Triangle {
        guard let perUnit = need.perUnit else { return yield }
        return Triangle(low: 1 / perUnit.high, typical: 1 / perUnit.typical, high: 1 / perUnit.low)
    }

    /// Which of the needs a product meets, by its id; nil for none.
    package func need(metBy output: String) -> Int? { needs.firstIndex { $0.sources.contains(output) } }

    /// The most of the product or a coproduct, by its id, that a unit of each need gives.
    package func bestYields(of output: String) -> [Double] {
        let perUnit = coproducts.first { $0.id == output }?.perUnit.high ?? 1
        return needs.map { yield(of: $0).high * perUnit }
    }

    /// The product or coproduct with an id.
    package func output(_ id: String) -> Product {
        coproducts.first { $0.id == id }?.product ?? product
    }

    /// Something that goes into a batch.
    package struct Need: Sendable {
        package var name: String
        /// The ids of the products that serve, one as well as the other.
        package var sources: [String]
        /// Units of it for one unit of output; nil where the stage's yield says it.
        package var perUnit: Triangle?

        package init(name: String, sources: [String], perUnit: Triangle? = nil) {
            self.name = name
            self.sources = sources
            self.perUnit = perUnit
        }
    }

    package struct Product: Sendable {
        package var name: String
        package var hs: String
        package var cpc: String?
        /// UN/ECE Recommendation 20.
        package var unit: String
    }

    package struct Coproduct: Sendable {
        /// As that of a stage.
        package var id: String
        package var product: Product
        /// Units of it for one unit of the product.
        package var perUnit: Triangle
    }

    package struct ClaimTemplate: Sendable {
        /// `H01` to `H28`.
        package var criterion: String
        package var metric: String
        package var unit: String
        package var range: Triangle
    }

    /// A credential that somebody else issues about a stage.
    package struct Attestation: Sendable {
        package var type: CredentialType
        package var by: String
        package var about: String
        /// The criterion that it attests, `H01` to `H28`; nil where its scheme says.
        package var criterion: String?
        /// The scheme by which it is issued; nil for any.
        package var scheme: String?
    }
}

extension [Stage] {
    /// The stages that take what a stage makes, or hands on; traders of one kind don't sell to each other.
    func next(after stage: Stage) -> [Stage] {
        let outputs = Set(stage.handsOn ? stage.needs.flatMap(\.sources) : stage.outputs)
        return filter { other in
            other.id != stage.id && other.needs.contains { !outputs.isDisjoint(with: $0.sources) }
        }
    }
}
