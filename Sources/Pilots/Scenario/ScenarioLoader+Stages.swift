import UNTP

// Whether the stages of a chain fit together, and to those of others.
extension ScenarioLoader {
    /// Checks what the stages of a chain are called, and that all that they take is made, here or in another chain.
    mutating func checkStages(_ stages: [Stage], _ nodes: [ScenarioNode], of chain: String) {
        let outputs = stages.flatMap(\.outputs)
        let local = outputs.map { String($0.dropFirst(chain.count + 1)) }
        for id in nodes.flatMap({ [$0["id"]] + ($0["coproducts"]?.elements ?? []).map { $0["id"] } }) {
            guard let id, let text = id.text, !Self.isID(text) else { continue }
            report(id, "'\(text)' is no id", expected: "letters, digits and hyphens, as dry-milling")
        }
        for (stage, node) in zip(stages, nodes) {
            let references = Self.inputs(of: node)
            checkOnce(references, "the input")
            for reference in references { checkInput(reference, of: chain, making: local) }
            for id in stage.outputs where outputs.count(where: { $0 == id }) > 1 {
                report(
                    node["id"] ?? node, "the id '\(id.dropFirst(chain.count + 1))' stands twice",
                    expected: "an id of its own")
            }
        }
        checkUnits(nodes, of: chain, among: stages)
        let reached = Self.reached(stages)
        for (stage, node) in zip(stages, nodes) where !reached.contains(stage.id) {
            report(
                node["inputs"] ?? node["needs"] ?? node,
                "the chain runs in a circle through '\(stage.localID)' that nothing gets into",
                expected: "inputs that lead back to an origin")
        }
        if !stages.isEmpty, !stages.contains(where: \.isOrigin),
            !stages.contains(where: { $0.needs.flatMap(\.sources).contains { !$0.hasPrefix(chain + "/") } }),
            let first = nodes.first
        {
            report(first, "no stage is an origin", expected: "a stage without inputs")
        }
    }

    /// Whether a text can stand for a stage or a coproduct behind the name of its chain.
    private static func isID(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { $0 == "-" || $0.properties.isAlphabetic || "0"..."9" ~= $0 }
    }

    /// Reports an input that no stage makes: none of the chain's own, or of the chain of the library that it names.
    private mutating func checkInput(_ reference: ScenarioNode, of chain: String, making local: [String]) {
        let name = reference.text ?? ""
        guard let slash = name.firstIndex(of: "/") else {
            guard !local.contains(name) else { return }
            return report(
                reference, "there is no stage '\(name)'", expected: Self.oneOf(local, else: "a stage of the chain"),
                among: local)
        }
        let other = String(name[..<slash])
        let chains = ScenarioLibrary.names(in: FileKind.valueChain.folder, root: root)
        guard other == chain || chains.contains(other) else {
            let all = chains.flatMap { outputs(of: $0) }
            return report(
                reference, "there is no value chain '\(other)' that '\(name)' could come from",
                expected: Self.oneOf(chains, else: "a file under value-chains/") + ", and a stage of it",
                among: all)
        }
        let made = other == chain ? local.map { "\(chain)/\($0)" } : outputs(of: other)
        guard !made.contains(name) else { return }
        report(
            reference, "the chain '\(other)' has no stage '\(name[slash...].dropFirst())'",
            expected: Self.oneOf(made, else: "a stage of that chain"), among: made)
    }

    /// The ids of all that a chain of the library makes. What is wrong in its file is reported where a pilot names it.
    private mutating func outputs(of chain: String) -> [String] {
        if let known = outputsOfChains[chain] { return known }
        let file = try? Self.read("\(root)/\(FileKind.valueChain.folder)/\(chain).yaml")
        let ids = (file?["stages"]?.elements ?? []).flatMap { stage in
            ([stage] + (stage["coproducts"]?.elements ?? [])).compactMap { $0["id"]?.text }
        }
        let outputs = ids.map { "\(chain)/\($0)" }
        outputsOfChains[chain] = outputs
        return outputs
    }

    /// The stages that material reaches, from origins and from other chains.
    private static func reached(_ stages: [Stage]) -> Set<String> {
        let own = Set(stages.flatMap(\.outputs))
        var outputs: Set<String> = []
        var reached: Set<String> = []
        var isChanged = true
        while isChanged {
            isChanged = false
            for stage in stages where !reached.contains(stage.id) {
                let isFed = stage.needs.allSatisfy { need in
                    need.sources.contains { !own.contains($0) || outputs.contains($0) }
                }
                guard isFed else { continue }
                reached.insert(stage.id)
                outputs.formUnion(stage.outputs)
                isChanged = true
            }
        }
        return reached
    }
}
