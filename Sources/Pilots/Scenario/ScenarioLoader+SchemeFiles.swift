import UNTP

// What the files of certificate schemes say of those who assess by them.
extension ScenarioLoader {
    /// The schemes by which certifiers assess, as far as there are files on them.
    mutating func schemes(_ pilot: ScenarioNode) -> [String: Scheme] {
        let known = Set(ScenarioLibrary.names(in: "schemes", root: root))
        var schemes: [String: Scheme] = [:]
        for node in pilot["certifiers"]?.elements ?? [] {
            guard let reference = node["scheme"], let name = reference.text, known.contains(name), schemes[name] == nil,
                let file = library(.scheme, reference)
            else { continue }
            schemes[name] = scheme(file)
        }
        return schemes
    }

    /// The schemes that stages name, as far as there are files on them.
    mutating func draftedSchemes(of stages: [Stage]) -> [String: Scheme] {
        let known = Set(ScenarioLibrary.names(in: "schemes", root: root))
        var schemes: [String: Scheme] = [:]
        for name in Set(stages.flatMap(\.schemes)).intersection(known).sorted() {
            do {
                let file = try Self.read("\(root)/schemes/\(name).yaml")
                check.check(file, ScenarioForm.scheme)
                schemes[name] = scheme(file)
            } catch {
                problems += error.diagnostics
            }
        }
        return schemes
    }

    /// A scheme as its file has it.
    mutating func scheme(_ file: ScenarioNode) -> Scheme {
        let (validity, interval) = (file["validityMonths"]?.number, file["surveillanceMonths"]?.number)
        if let node = file["surveillanceMonths"], let interval {
            if let validity, interval > validity {
                report(
                    node, "a look every \(Lines.number(interval)) months would come after the certificate ran out",
                    expected: "at most its validity, \(Lines.number(validity)) months")
            } else if validity == nil {
                report(node, "a certificate that doesn't run out has no time in between", expected: "'validityMonths'")
            }
        }
        return Scheme(
            id: file["id"]?.text ?? "", name: file["name"]?.text ?? "", owner: file["owner"]?.text ?? "",
            commodities: (file["commodities"]?.elements ?? []).compactMap(\.text),
            stages: (file["stages"]?.elements ?? []).compactMap(\.text),
            countries: (file["countries"]?.elements ?? []).map { countryCode($0) }, subject: file["subject"]?.text,
            attestation: file["attestation"]?.text,
            levels: (file["levels"]?.elements ?? []).compactMap(\.text), validityMonths: validity,
            surveillanceMonths: interval,
            custody: (file["custody"]?.elements ?? []).compactMap { $0.text.flatMap(CustodyModel.init) })
    }

    /// Reports certifiers that certify chains of custody of a model that their scheme does not know.
    mutating func checkCustody(_ pilot: ScenarioNode, of scenario: Scenario) {
        let nodes = pilot["certifiers"]?.elements ?? []
        for (certifier, node) in zip(scenario.certifiers, nodes) {
            guard let scheme = scenario.scheme(of: certifier) else { continue }
            let stages = scenario.chains.flatMap(\.stages).filter { stage in
                !scheme.certifies(stage.custody)
                    && scenario.parties.contains { party in
                        party.stage == stage.id
                            && scenario.custodyCertifier(of: party, at: stage)?.slug == certifier.slug
                    }
            }
            guard let stage = stages.first else { continue }
            let offered = scheme.custody.map(\.rawValue).joined(separator: ", ")
            report(
                node["scheme"] ?? node,
                "\(scheme.id) certifies no chain of custody by '\(stage.custody.rawValue)', as \(stage.id) has it, and \(certifier.name) would by \(CustodyClaim.criterion)",
                expected: offered.isEmpty
                    ? "another certifier for \(CustodyClaim.criterion): \(scheme.id) certifies no chain of custody"
                    : "a stage that goes by \(offered) or keeps more apart, or another scheme")
        }
    }
}
