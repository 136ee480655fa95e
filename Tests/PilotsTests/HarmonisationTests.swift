import Testing
import UNTP

@testable import Pilots

/// What holds of the shipped vocabulary and mapping table.
@Suite struct HarmonisationTests {
    private static let mapping: CriteriaMapping? = try? Scenario.load(path: "Scenarios/pilots/crm.yaml").mapping

    /// The mean, over criteria that are asked for, of the best relation that a scheme has to each: 1, a half, or 0.
    private static func coverage(of criteria: [String], by scheme: String) throws -> Double {
        let mapping = try #require(mapping)
        let rows = try #require(mapping.rows[scheme])
        let weights = criteria.map { id in
            rows.filter { $0.harmonised == id }.map(\.relation.weight).max() ?? 0
        }
        return weights.reduce(0, +) / Double(criteria.count)
    }

    private static let batteries = ["H20", "H25", "H14", "H15", "H03", "H09"]
    private static let companies = ["H20", "H14", "H15", "H09", "H28"]
    private static let forests = ["H07", "H08", "H24", "H26", "H27"]
    private static let carbon = ["H01", "H26"]

    @Test(
        "Schemes cover laws as far as was worked out by hand",
        arguments: [
            ("IRMA", batteries, 0.92), ("COPPERMARK", batteries, 0.83), ("GBA", batteries, 0.75),
            ("ASI", batteries, 0.75), ("ASI", companies, 0.9), ("COPPERMARK", companies, 0.8),
            ("GBA", companies, 0.8), ("RAINFOREST", forests, 0.7), ("FSC", forests, 0.5),
            ("COPPERMARK", forests, 0.1), ("GBA", carbon, 0.5), ("RESPSTEEL", carbon, 0.5),
        ])
    func coversLaws(scheme: String, criteria: [String], expected: Double) throws {
        #expect(try abs(Self.coverage(of: criteria, by: scheme) - expected) < 0.005)
    }

    @Test("Each criterion belongs to a topic of UNTP, and no topic is left out")
    func usesAllTopics() {
        let topics: Set = [
            "environment.energy", "environment.emissions", "environment.water", "environment.waste",
            "environment.deforestation", "environment.biodiversity", "circularity.content", "circularity.design",
            "social.labour", "social.rights", "social.community", "social.safety", "governance.ethics",
            "governance.compliance", "governance.transparency",
        ]
        #expect(Set(HarmonisedCriteria.all.map(\.topic)) == topics)
        #expect(HarmonisedCriteria.all.map(\.id) == (1...28).map { ($0 < 10 ? "H0" : "H") + String($0) })
    }

    @Test(
        "No criterion of a scheme is mapped to criteria of different topics, and every mapped one is in the vocabulary")
    func mapsCoherently() throws {
        let mapping = try #require(Self.mapping)
        #expect(!mapping.version.isEmpty && mapping.rows.count > 20)
        for (source, rows) in mapping.rows {
            for (id, entries) in Dictionary(grouping: rows, by: \.id) {
                let topics = entries.compactMap(\.harmonised).map { HarmonisedCriteria[$0]?.topic }
                #expect(!topics.contains(nil), "\(source) \(id)")
                #expect(Set(topics).count <= 1, "\(source) \(id)")
            }
        }
    }

    private static func vocabulary() throws -> [ScenarioNode] {
        try ScenarioLoader.read("\(TestLibrary.root)/criteria/vocabulary.yaml")["criteria"]?.elements ?? []
    }

    @Test("What is said of a product itself, which nobody upstream can say, is what the vocabulary has on products")
    func knowsWhatIsOfProducts() throws {
        let products = try Self.vocabulary().filter { $0["level"]?.text == "product" }
        #expect(Set(products.compactMap { $0["id"]?.text }) == HarmonisedCriteria.ofProducts)
    }

    @Test("What is claimed where nothing is known of a value has the unit that the vocabulary gives the criterion")
    func usualValuesHaveTheirUnit() throws {
        for node in try Self.vocabulary() {
            let criterion = try #require(HarmonisedCriteria[node["id"]?.text ?? ""])
            let usual = criterion.usualValue(for: "TNE")
            #expect(usual.unit == node["unit"]?.text, "\(criterion.id)")
            #expect(criterion.id == "H20" ? usual.value == 3 : usual.unit != "C62" || usual.value == 1)
        }
    }

    @Test("Claims of the library's chains have values of the kind that their criterion has")
    func claimsFitTheirCriteria() throws {
        let kinds = Dictionary(
            try Self.vocabulary().map { ($0["id"]?.text ?? "", $0["valueType"]?.text ?? "") },
            uniquingKeysWith: { first, _ in first })
        for name in ScenarioLibrary.names(in: "value-chains", root: TestLibrary.root) {
            let chain = try ScenarioLoader.read("\(TestLibrary.root)/value-chains/\(name).yaml")
            for claim in (chain["stages"]?.elements ?? []).flatMap({ $0["claims"]?.elements ?? [] }) {
                let criterion = claim["criterion"]?.text ?? ""
                let values = ["low", "typical", "high"].compactMap { claim[$0]?.number }
                let (unit, isOne) = (claim["unit"]?.text ?? "", Set(values).count == 1)
                let fits =
                    switch kinds[criterion] {
                    case "boolean", "geometry": unit == "C62" && values == [1, 1, 1]
                    case "ordinal":
                        unit == "C62" && isOne && (0...3).contains(values[0]) && values[0].rounded() == values[0]
                    case "ratio", "code": unit == "P1" && values.allSatisfy((0...100).contains)
                    default: unit != "C62"
                    }
                #expect(fits, "\(criterion) of \(name), \(values) \(unit)")
            }
        }
    }
}
