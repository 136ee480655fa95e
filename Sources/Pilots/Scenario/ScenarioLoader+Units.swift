import UNTP

// What numbers and codes of products must be for a ratio or a rule to mean something.
extension ScenarioLoader {
    /// What goes into a stage, need after need.
    static func inputs(of stage: ScenarioNode) -> [ScenarioNode] {
        (stage["inputs"]?.elements ?? []) + (stage["needs"]?.elements ?? []).flatMap { $0["from"]?.elements ?? [] }
    }

    /// Reports what is no unit that values and quantities can have.
    mutating func checkUnit(_ node: ScenarioNode?) {
        guard let node, let unit = node.text, !Rec20.isKnown(unit) else { return }
        report(
            node, "'\(unit)' is no unit of Recommendation 20 that is known here", expected: "a code as TNE, H87 or P1",
            among: Rec20.units.map(\.code))
    }

    /// Reports ratios between quantities that are not of one unit where they must be: nothing is converted.
    ///
    /// - Parameter known: The stages whose units are known, of other chains as well.
    mutating func checkUnits(_ nodes: [ScenarioNode], of chain: String, among known: [Stage]) {
        let units = Dictionary(
            known.flatMap { stage in stage.outputs.map { ($0, stage.output($0).unit) } },
            uniquingKeysWith: { first, _ in first })
        func unit(_ source: ScenarioNode) -> String? {
            source.text.flatMap { units[$0.contains("/") ? $0 : "\(chain)/\($0)"] }
        }
        for node in nodes {
            let (kind, own) = (node["yield"]?["kind"]?.text?.lowercased(), node["output"]?["unit"]?.text)
            for source in node["inputs"]?.elements ?? [] where kind == Self.massRatio && unit(source) ?? own != own {
                report(
                    source,
                    "a mass ratio relates \(own ?? "") to \(unit(source) ?? ""), of which \(source.text ?? "") is",
                    expected: "one unit for both, or a yield whose kind says what it relates")
            }
            for need in node["needs"]?.elements ?? [] {
                guard let stated = need["unit"]?.text else { continue }
                for source in need["from"]?.elements ?? [] where unit(source) ?? stated != stated {
                    report(
                        source, "\(source.text ?? "") is counted in \(unit(source) ?? ""), and the need in \(stated)",
                        expected: "the unit of what serves as it")
                }
            }
            let sources = Set((node["inputs"]?.elements ?? []).compactMap { unit($0) })
            if sources.count > 1 {
                report(
                    node["inputs"] ?? node, "one yield for inputs in \(sources.sorted().joined(separator: " and "))",
                    expected: "inputs in one unit, or 'needs'")
            }
        }
    }

    private static let massRatio = "mass ratio"

    /// Reports what is no code of the Harmonized System.
    ///
    /// - Parameter digits: How many it may have; chapters have two, and a rule may name all that begin with one.
    mutating func checkHS(_ node: ScenarioNode?, digits: [Int]) {
        check(node, digits: digits, "Harmonized System", as: "2603")
    }

    /// Reports what is no code of the Central Product Classification.
    mutating func checkCPC(_ node: ScenarioNode?) {
        check(node, digits: Array(1...5), "Central Product Classification", as: "14210")
    }

    private mutating func check(_ node: ScenarioNode?, digits: [Int], _ system: String, as example: String) {
        guard let node, let code = node.text else { return }
        guard !digits.contains(code.utf8.count) || !code.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return }
        report(
            node, "'\(code)' is no code of the \(system)",
            expected: "\(digits.map(String.init).joined(separator: ", ")) digits, as \"\(example)\"")
    }
}
