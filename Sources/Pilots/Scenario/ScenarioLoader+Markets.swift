// Where rules hold.
extension ScenarioLoader {
    /// The countries of a rule's market: those that it names, and the members of the unions that it names.
    mutating func market(_ node: ScenarioNode?) -> Set<String> {
        let known = ScenarioLibrary.names(in: FileKind.country.folder, root: root)
        var market: Set<String> = []
        for reference in node?.elements ?? [] {
            guard let name = reference.text else { continue }
            if known.contains(name) {
                market.insert(name)
            } else if let members = members(among: known)[name] {
                market.formUnion(members)
            } else {
                let unions = members(among: known).keys.sorted()
                report(
                    reference, "there is no country or union '\(name)'",
                    expected: Self.oneOf(unions + known, else: "a file under countries/"), among: unions + known)
            }
        }
        return market
    }

    /// Reports rules that a country's file says hold there, and that say otherwise themselves, and unions that no rule and no
    /// other country knows.
    ///
    /// - Parameter rules: The files of the rules that are looked at.
    mutating func checkRules(of country: ScenarioNode, _ rules: [ScenarioNode]) {
        guard let code = country["code"]?.text else { return }
        for reference in country["regulations"]?.elements ?? [] {
            guard let rule = rules.first(where: { $0["id"]?.text == reference.text }),
                !market(rule["market"]).contains(code)
            else { continue }
            report(
                reference, "\(reference.text ?? "") does not hold there",
                expected: "a rule whose market names \(code), or a union that it is a member of")
        }
        // Without rules, nothing comes of belonging to a union.
        for union in country["unions"]?.elements ?? [] where !rules.isEmpty {
            let name = union.text ?? ""
            guard !Self.markets(of: rules).contains(name) else { continue }
            let countries = ScenarioLibrary.names(in: FileKind.country.folder, root: root)
            let others = members(among: countries).filter { !$0.value.subtracting([code]).isEmpty }.keys
            let known = Self.markets(of: allRegulationFiles()).subtracting(countries).union(others).sorted()
            guard !known.contains(name) else { continue }
            report(
                union, "there is no union '\(name)'",
                expected: Self.oneOf(known, else: "a union") + ", or one that a rule's market names", among: known)
        }
    }

    private static func markets(of rules: [ScenarioNode]) -> Set<String> {
        Set(rules.flatMap { $0["market"]?.elements ?? [] }.compactMap(\.text))
    }

    /// The files of all rules of the library, as far as they can be read.
    func allRegulationFiles() -> [ScenarioNode] {
        let folder = FileKind.regulation.folder
        return ScenarioLibrary.names(in: folder, root: root).compactMap {
            try? Self.read("\(root)/\(folder)/\($0).yaml")
        }
    }

    /// The members of each union, as the files of countries have it. What is wrong in one of these is reported where a
    /// pilot has to do with that country.
    private mutating func members(among countries: [String]) -> [String: Set<String>] {
        if let unions { return unions }
        var members: [String: Set<String>] = [:]
        for code in countries {
            let file = try? Self.read("\(root)/\(FileKind.country.folder)/\(code).yaml")
            for union in file?["unions"]?.elements ?? [] { members[union.text ?? "", default: []].insert(code) }
        }
        unions = members
        return members
    }
}
