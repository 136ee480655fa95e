import UNTP

// What a pilot says of the schemes by which its certifiers assess.
extension ScenarioLoader {
    /// Whether it takes the mapping to know what a certifier may cite: it cites its scheme's criteria, or goes by a scheme
    /// and doesn't say whose it cites.
    func citesScheme(_ certifier: ScenarioNode) -> Bool {
        guard let cites = certifier["cites"]?.text else {
            return ScenarioLibrary.names(in: "criteria", root: root).contains("mapping")
                && !(certifier["scheme"]?.text ?? "").isEmpty
        }
        return cites != Citation.harmonised.rawValue
    }

    /// Reports certifiers that are to cite criteria which their scheme does not have, or the shared vocabulary's in the name of
    /// such a scheme.
    mutating func checkSchemes(of pilot: ScenarioNode, _ mapping: CriteriaMapping) {
        for node in pilot["certifiers"]?.elements ?? [] {
            checkName(ofScheme: node["scheme"], mapping)
            checkCriteria(of: node, mapping)
        }
    }

    private mutating func checkCriteria(of node: ScenarioNode, _ mapping: CriteriaMapping) {
        let citation = node["cites"]?.text.flatMap(Citation.init)
        guard citation != .harmonised else { return }
        let (scheme, known) = (node["scheme"]?.text ?? "", mapping.rows.keys.sorted())
        guard mapping.rows[scheme] != nil else {
            guard citation != nil else { return }
            report(
                node["scheme"] ?? node, "the mapping has no scheme '\(scheme)' whose criteria could be cited",
                expected: Self.oneOf(known, else: "a scheme of the mapping"), among: known)
            return
        }
        guard citation != .both else { return }
        let covered = HarmonisedCriteria.all.map(\.id).filter { mapping.closest(to: $0, in: scheme) != nil }
        let others =
            citation == nil ? "; or 'cites: both' or 'cites: harmonised', where it assesses that beyond the scheme" : ""
        for criterion in node["criteria"]?.elements ?? [] where !covered.contains(criterion.text ?? "") {
            report(
                criterion, "\(scheme) has no criterion that stands for \(criterion.text ?? "")",
                expected: "one of \(covered.joined(separator: ", "))\(others)")
        }
    }

    /// Reports what looks like the code of a scheme and is none that is known.
    mutating func checkName(ofScheme node: ScenarioNode?, _ mapping: CriteriaMapping) {
        guard let node, let name = node.text else { return }
        let known =
            ScenarioLibrary.names(in: "schemes", root: root) + ScenarioLibrary.names(in: "regulations", root: root)
            + mapping.rows.keys
        let isCode = name.count > 3 && name.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" }
        guard isCode, !known.contains(name), let nearest = Nearest.name(to: name, in: known.sorted()) else { return }
        report(
            node, "there is no scheme '\(name)'", expected: "the name of a file under schemes/, or a name in words",
            among: [nearest])
    }
}
