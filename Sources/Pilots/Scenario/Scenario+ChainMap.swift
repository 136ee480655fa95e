import UNTP

extension Scenario {
    /// The chains as a picture in text: a box for each stage, what leaves it below, and where that goes.
    var chainMap: String {
        let legend = """
            The way of the goods: a box is a stage, what it makes goes down to the next box
              <==  comes in from elsewhere           +  is made along with it
              ==>  goes to another stage, as chain/stage where that is in another chain
            """
        let idle = chains.filter(\.stages.isEmpty).map { Lines.wrapped("\($0.title): nobody takes part", indent: "") }
        return ([legend] + chains.filter { !$0.stages.isEmpty }.map(map) + idle).joined(separator: "\n\n")
    }

    private func map(of chain: ValueChain) -> String {
        let stages = downward(chain.stages)
        var lines = [chain.title.uppercased(), ""]
        for (position, stage) in stages.enumerated() {
            let before = position > 0 ? stages[position - 1] : nil
            let after = position + 1 < stages.count ? stages[position + 1] : nil
            lines += box(stage, below: before)
            lines += ways(from: stage, above: after)
        }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// Stages in an order in which as many as can be stand below the one that they buy from.
    private func downward(_ stages: [Stage]) -> [Stage] {
        var rest = stages.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map(\.element)
        var placed: [Stage] = []
        while !rest.isEmpty {
            let buyers = placed.last.map { last in self.stages(buying: last.id, of: last).map(\.id) } ?? []
            let next = rest.firstIndex { buyers.contains($0.id) } ?? 0
            placed.append(rest.remove(at: next))
        }
        return placed
    }

    // MARK: Boxes

    private func box(_ stage: Stage, below before: Stage?) -> [String] {
        let members = parties.filter { $0.stage == stage.id }
        let places = Set(members.map(\.country)).sorted().joined(separator: ", ")
        var inner = wrapped("\(stage.name): \(members.count) \(members.count == 1 ? "party" : "parties") in \(places)")
        let custody = stage.handsOn ? "sells on what it buys; \(stage.custody.rawValue)" : stage.custody.rawValue
        inner += wrapped(custody + (stage.schemes.isEmpty ? "" : "; " + stage.schemes.joined(separator: ", ")))
        for need in stage.needs {
            for source in need.sources where before?.outputs.contains(source) != true {
                inner += wrapped("<== \(productName(source)) from \(origin(of: source, for: stage))")
            }
        }
        let head = "+-- \(stage.localID) "
        let rule = { (text: String) in
            text + String(repeating: "-", count: max(0, Self.boxWidth - 1 - text.count)) + "+"
        }
        for need in stage.outsideNeeds {
            let what = need.name.isEmpty ? need.sources.joined(separator: " or ") : need.name
            let end = stage.beginsMidway ? "; here all traces end" : ""
            inner += wrapped("<== \(what) from outside of the pilot\(end)")
        }
        return [rule(head)]
            + inner.map { "| " + $0 + String(repeating: " ", count: max(0, Self.boxWidth - 3 - $0.count)) + "|" }
            + [rule("+")]
    }

    private static let boxWidth = 78

    private func wrapped(_ text: String) -> [String] {
        Lines.wrapped(text, indent: "", hanging: "    ", width: Self.boxWidth - 4).split(separator: "\n").map(
            String.init)
    }

    // MARK: What leaves a stage

    private func ways(from stage: Stage, above after: Stage?) -> [String] {
        var ways: [(text: String, isDown: Bool)] = []
        for output in stage.handsOn ? [stage.id] : stage.outputs {
            let buyers = stages(buying: output, of: stage)
            let isDown = buyers.contains { $0.id == after?.id }
            let others = buyers.filter { $0.id != after?.id || !isDown }
            let isMain = output == stage.id
            guard isMain || !buyers.isEmpty else { continue }
            let text = isMain ? productText(stage) : "+ " + productName(output)
            let elsewhere =
                others.isEmpty ? "" : "==> " + others.map { destination($0, from: stage) }.joined(separator: ", ")
            if isDown {
                ways.append((text, true))
                if !elsewhere.isEmpty { ways.append(("also " + elsewhere, true)) }
            } else {
                ways.append((buyers.isEmpty ? text + "; here the pilot ends" : text + " " + elsewhere, false))
            }
        }
        let isJoined = ways.contains(where: \.isDown)
        let rail = isJoined ? "    |  " : "       "
        let lines = ways.flatMap { way in
            Lines.wrapped(way.text, indent: rail, hanging: rail + "  ").split(separator: "\n").map(String.init)
        }
        return lines + (isJoined ? ["    v"] : [""])
    }

    /// The stages with parties that take a product from a stage.
    private func stages(buying output: String, of seller: Stage) -> [Stage] {
        let sold = seller.handsOn ? Set(seller.needs.flatMap(\.sources) + [seller.id]) : [output]
        return chains.flatMap(\.stages).filter { stage in
            stage.id != seller.id && stage.needs.contains { !sold.isDisjoint(with: $0.sources) }
                && !(seller.handsOn && stage.handsOn)
        }
    }

    private func productText(_ stage: Stage) -> String {
        let product = stage.product
        let name = Rec20.units.first { $0.code == product.unit }?.name ?? product.unit
        let unit = stage.shipment == 1 ? name : Lines.plural(name)
        return "\(product.name), \(Lines.number(stage.shipment)) \(unit) at a time"
    }

    func productName(_ output: String) -> String {
        chains.lazy.flatMap(\.stages).first { $0.outputs.contains(output) }?.output(output).name ?? output
    }

    /// The stage that a product comes from, as somebody at another stage would say it.
    private func origin(of output: String, for stage: Stage) -> String {
        guard let maker = chains.lazy.flatMap(\.stages).first(where: { $0.outputs.contains(output) }) else {
            return output
        }
        return name(of: maker, seenFrom: stage) + (closesLoop(from: maker, to: stage) ? Self.loop : "")
    }

    /// The stage that a product goes to, as somebody at another stage would say it.
    private func destination(_ buyer: Stage, from stage: Stage) -> String {
        name(of: buyer, seenFrom: stage) + (closesLoop(from: stage, to: buyer) ? Self.loop : "")
    }

    private static let loop = " (a loop)"

    private func name(of other: Stage, seenFrom stage: Stage) -> String {
        chain(of: other.id)?.id == chain(of: stage.id)?.id ? String(other.localID) : other.id
    }

    /// Whether goods that go from one stage to another go back to where they have been.
    private func closesLoop(from seller: Stage, to buyer: Stage) -> Bool {
        guard buyer.order <= seller.order else { return false }
        var seen: Set<String> = [buyer.id]
        var pending = [buyer]
        while let stage = pending.popLast() {
            guard stage.id != seller.id else { return true }
            for next in stage.outputs.flatMap({ stages(buying: $0, of: stage) }) where seen.insert(next.id).inserted {
                pending.append(next)
            }
        }
        return false
    }
}
