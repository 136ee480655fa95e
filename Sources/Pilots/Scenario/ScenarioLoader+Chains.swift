import Platforms
import UNTP

extension ScenarioLoader {
    /// The value chains that a pilot names.
    mutating func chains(_ pilot: ScenarioNode) -> [ValueChain] {
        guard let references = pilot["chains"]?.elements, !references.isEmpty else {
            report(pilot, "the pilot has no value chain", expected: "'chains' with a name under value-chains/")
            lacksChains = true
            return []
        }
        checkOnce(references, "the chain")
        let files = references.compactMap { library(.valueChain, $0) }
        lacksChains = files.count < references.count
        let chains = files.map { valueChain($0) }
        let stages = chains.flatMap(\.stages)
        for (file, chain) in zip(files, chains) {
            checkUnits(file["stages"]?.elements ?? [], of: chain.id, among: stages)
        }
        return chains
    }

    mutating func valueChain(_ file: ScenarioNode) -> ValueChain {
        let id = file["id"]?.text ?? ""
        let nodes = file["stages"]?.elements ?? []
        if nodes.isEmpty {
            report(
                file["stages"] ?? file, "the chain has no stage", expected: "at least an origin: a stage without inputs"
            )
        }
        let stages = nodes.compactMap { stage($0, of: id) }
        checkStages(stages, nodes, of: id)
        return ValueChain(
            id: id, title: file["title"]?.text ?? "", commodity: file["commodity"]?.text ?? id, stages: stages)
    }

    private mutating func stage(_ node: ScenarioNode, of chain: String) -> Stage? {
        guard let output = node["output"].map({ product($0) }) else { return nil }
        func qualified(_ node: ScenarioNode?) -> String {
            let id = node?.text ?? ""
            return id.contains("/") ? id : "\(chain)/\(id)"
        }
        var yield = Triangle(low: 1, typical: 1, high: 1)
        if let node = node["yield"], let range = triangle(node) {
            if range.low <= 0 { report(node, "a yield of \(range.low) is not possible", expected: "more than 0") }
            yield = range
        }
        var needs: [Stage.Need] = []
        if let inputs = node["inputs"]?.elements, !inputs.isEmpty {
            needs = [Stage.Need(name: "", sources: inputs.map(qualified))]
            if node["yield"] == nil {
                report(node, "nothing says what is made of the input", expected: "'yield' beside it")
            }
        }
        if let recipe = node["needs"]?.elements {
            if !needs.isEmpty {
                report(node["needs"] ?? node, "a stage has either 'inputs' or 'needs'", expected: "one of the two")
            }
            needs = recipe.compactMap { need in
                checkUnit(need["unit"])
                guard let perUnit = triangle(need) else { return nil }
                if perUnit.low <= 0 {
                    report(need, "\(perUnit.low) of an input is nothing", expected: "more than 0")
                }
                return Stage.Need(
                    name: need["name"]?.text ?? "", sources: (need["from"]?.elements ?? []).map(qualified),
                    perUnit: perUnit)
            }
        }
        let claims = (node["claims"]?.elements ?? []).compactMap { claim -> Stage.ClaimTemplate? in
            checkUnit(claim["unit"])
            guard let criterion = criterion(claim["criterion"]), let range = triangle(claim) else { return nil }
            return .init(
                criterion: criterion, metric: claim["metric"]?.text ?? "", unit: claim["unit"]?.text ?? "",
                range: range)
        }
        let coproducts = (node["coproducts"]?.elements ?? []).compactMap { coproduct -> Stage.Coproduct? in
            guard let perUnit = triangle(coproduct) else { return nil }
            if perUnit.high <= 0 {
                report(coproduct, "\(perUnit.high) of a coproduct is nothing", expected: "more than 0")
            }
            return .init(id: qualified(coproduct["id"]), product: product(coproduct), perUnit: perUnit)
        }
        if coproducts.count > Stage.mostCoproducts {
            report(
                node["coproducts"] ?? node, "\(coproducts.count) coproducts have no numbers of their own",
                expected: "\(Stage.mostCoproducts) at most")
        }
        if let batch = node["batch"]?.number, let shipment = node["shipment"]?.number,
            batch / shipment > Double(Stage.mostShipments)
        {
            report(
                node["shipment"] ?? node,
                "a batch of \(batch) would be \(batch / shipment) consignments of \(shipment)",
                expected: "\(Stage.mostShipments) at most")
        }
        checkHS(node["output"]?["hs"], digits: [4, 6, 8, 10])
        for coproduct in node["coproducts"]?.elements ?? [] { checkHS(coproduct["hs"], digits: [4, 6, 8, 10]) }
        for scheme in node["schemes"]?.elements ?? [] { checkName(ofScheme: scheme, .none) }
        for country in node["countries"]?.elements ?? [] { checkCode(ofCountry: country) }
        let issues = (node["issues"]?.elements ?? []).compactMap { $0.text.flatMap(Self.credentialType) }
        return Stage(
            id: qualified(node["id"]), name: node["name"]?.text ?? "", process: node["process"]?.text ?? "",
            role: node["role"]?.text ?? "", facility: node["facility"]?.text ?? "", needs: needs, product: output,
            coproducts: coproducts, yield: yield, batch: node["batch"]?.number ?? 1,
            shipment: node["shipment"]?.number ?? 1, lineHours: node["lineHours"]?.number ?? 0,
            custody: node["custody"]?.text.flatMap(CustodyModel.init) ?? .massBalance,
            custodyMonths: node["custodyPeriod"]?["months"]?.integer ?? Stage.usualCustodyMonths,
            carriesCustodyOver: node["custodyPeriod"]?["carriesOver"]?.text == "true",
            schemes: node["schemes"]?.elements.compactMap(\.text) ?? [],
            issues: issues.isEmpty ? [.dpp, .dte, .dfr] : Set(issues),
            issuedByOthers: (node["issuedByOthers"]?.elements ?? []).compactMap { attestation($0) },
            countries: node["countries"]?.elements.compactMap(\.text) ?? [], claims: claims)
    }

    private mutating func attestation(_ node: ScenarioNode) -> Stage.Attestation? {
        guard let type = node["type"]?.text.flatMap(Self.credentialType) else { return nil }
        if type == .dcc, node["criterion"] == nil, node["scheme"] == nil {
            report(node, "nothing says what it attests", expected: "'criterion', 'scheme' or both")
        }
        checkName(ofScheme: node["scheme"], .none)
        return .init(
            type: type, by: node["by"]?.text ?? "", about: node["about"]?.text ?? "",
            criterion: criterion(node["criterion"]), scheme: node["scheme"]?.text)
    }

    private static func credentialType(_ text: String) -> CredentialType? {
        CredentialType(rawValue: text.lowercased())
    }

    private mutating func product(_ node: ScenarioNode) -> Stage.Product {
        checkUnit(node["unit"])
        checkCPC(node["cpc"])
        return Stage.Product(
            name: node["name"]?.text ?? "", hs: node["hs"]?.text ?? "", cpc: node["cpc"]?.text,
            unit: node["unit"]?.text ?? "")
    }
}
