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

    /// Reports rules that a country's file says hold there, and that say otherwise themselves.
    mutating func checkRules(of country: ScenarioNode) {
        let folder = FileKind.regulation.folder
        let known = ScenarioLibrary.names(in: folder, root: root)
        for reference in country["regulations"]?.elements ?? [] {
            guard let name = reference.text, known.contains(name),
                let rule = try? Self.read("\(root)/\(folder)/\(name).yaml"), let code = country["code"]?.text,
                !market(rule["market"]).contains(code)
            else { continue }
            report(
                reference, "\(name) does not hold there",
                expected: "a rule whose market names \(code), or a union that it is a member of")
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
