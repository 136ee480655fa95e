import UNTP

extension Scenario {
    /// Who sells what to whom, on which platform: stage by stage, with what is particular to a party below its name.
    var trade: String {
        let stages = chains.flatMap(\.stages).sorted { ($0.order, $0.id) < ($1.order, $1.id) }
        let blocks = stages.compactMap { stage -> String? in
            let members = parties.filter { $0.stage == stage.id }
            guard let first = members.first else { return nil }
            // What all do is said once.
            let common = habits(of: first, at: stage).filter { habit in
                members.allSatisfy { habits(of: $0, at: stage).contains(habit) }
            }
            let people = members.count == 1 ? stage.role.lowercased() : Self.people(at: stage)
            let width = min(Self.widestName, members.map(\.name.count).max() ?? 0)
            var lines = ["  \(stage.id): \(members.count) \(people)"]
            lines += common.flatMap(\.self).map { Lines.wrapped($0, indent: "    ", hanging: "      ") }
            for party in members {
                let platform = platforms.first { $0.name == party.platform }?.title ?? party.platform
                let gap = String(repeating: " ", count: max(0, width - party.name.count))
                let line = "    - \(party.name)\(gap)  \(party.country)  \(platform)"
                lines.append(line.count <= 80 ? line : Lines.wrapped(line, indent: "    ", hanging: "      "))
                let own = habits(of: party, at: stage).filter { !common.contains($0) }
                let particular = own.flatMap(\.self) + conduct(of: party)
                lines += particular.map { Lines.wrapped($0, indent: "        ", hanging: "          ") }
            }
            return lines.joined(separator: "\n")
        }
        return (["Who sells to whom, and on which platform (country, platform)"] + blocks).joined(separator: "\n\n")
    }

    private static let widestName = 40

    /// What a party does time and again, in lines that belong together: how often it makes something, and what it sells.
    private func habits(of party: PartySpec, at stage: Stage) -> [[String]] {
        [rhythm(of: party, at: stage), sales(of: party, at: stage)]
    }

    /// How often something new is made at an origin; no line elsewhere, where that depends on what comes in.
    private func rhythm(of party: PartySpec, at stage: Stage) -> [String] {
        guard stage.isOrigin else { return [] }
        let unit = Rec20.units.first { $0.code == stage.product.unit }?.name ?? stage.product.unit
        let often = party.everyHours == 1 ? "hour" : Lines.counted(party.everyHours, "hour")
        return ["make a batch of \(Lines.counted(stage.batch, unit)) every \(often)"]
    }

    /// A line for each product of a party that somebody buys.
    private func sales(of party: PartySpec, at stage: Stage) -> [String] {
        guard !stage.handsOn else {
            let bought = Set(stage.needs.flatMap(\.sources) + [stage.id])
            let buyers = buyers(of: bought, from: party)
            return buyers.isEmpty ? ["sell nothing on"] : ["sell on what they buy to \(buyers)"]
        }
        let lines = stage.outputs.compactMap { output -> String? in
            let buyers = buyers(of: [output], from: party)
            return buyers.isEmpty ? nil : "sell \(productName(output)) to \(buyers)"
        }
        return lines.isEmpty ? ["sell to nobody in the pilot"] : lines
    }

    /// The customers of a party for some products: all of a stage as such, where there are many, and others by name.
    private func buyers(of outputs: Set<String>, from party: PartySpec) -> String {
        let customers = Set(party.customers)
        let ownChain = chain(of: party.stage)?.id
        return chains.flatMap(\.stages).filter { stage in
            stage.needs.contains { !outputs.isDisjoint(with: $0.sources) }
        }.compactMap { stage -> String? in
            let all = parties.filter { $0.stage == stage.id }
            let some = all.filter { customers.contains($0.name) }
            guard !some.isEmpty else { return nil }
            let chain = chain(of: stage.id)?.id
            let suffix = chain == ownChain ? "" : " (\(stage.id))"
            guard some.count > 2 else { return some.map(\.name).joined(separator: " and ") + suffix }
            let group = "\(some.count) \(Self.people(at: stage))"
            if some.count == all.count { return "all \(group)" + suffix }
            let shown = some.prefix(3).map(\.name).joined(separator: ", ")
            return "\(group) of \(all.count)\(suffix): \(shown)"
                + (some.count > 3 ? " and \(some.count - 3) more" : "")
        }.joined(separator: "; and to ")
    }

    /// Those who work at a stage, by their role where that is a single word or two.
    private static func people(at stage: Stage) -> String {
        let role = stage.role.lowercased()
        let isPlain = !role.isEmpty && role.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
        let isOne = !role.split(separator: " ").contains { ["and", "or"].contains($0) }
        return isPlain && isOne ? Lines.plural(role) : "parties at \(stage.localID)"
    }

    /// What a party does that others don't.
    private func conduct(of party: PartySpec) -> [String] {
        var lines: [String] = []
        switch party.certificate {
        case .valid: break
        case .expires(let day): lines.append("its certificate expires on day \(day)")
        case .revoked(let day): lines.append("its certificate is revoked on day \(day)")
        case .suspended(let day): lines.append("its certificate is suspended on day \(day)")
        case .wrongScope: lines.append("its certificate covers another site")
        }
        if !party.unevidencedClaims.isEmpty {
            lines.append("claims \(party.unevidencedClaims.joined(separator: ", ")) without evidence")
        }
        if party.alteredShare > 0 {
            lines.append("changes \(Lines.percent(party.alteredShare)) % of its passports")
        }
        for fraud in party.fraud where fraud.share > 0 {
            lines.append(
                "\(fraud.pattern.name.lowercased()) in \(Lines.percent(fraud.share)) % of its batches\(fraud.rateText)")
        }
        if let day = party.invitedDay {
            lines.append(
                "is invited on day \(Lines.number(day)) and sets up for \(Lines.counted(party.setUpDays, "day"))")
        }
        if let hours = party.syncHours {
            lines.append(
                "has a connection every \(hours == 1 ? "hour" : Lines.counted(hours, "hour")) alone, and sends then what it recorded"
            )
        }
        if party.isSmall { lines.append("is a micro or small enterprise") }
        if let other = party.issuedBy {
            lines.append(
                "\(other) issues for it, under \(party.isIssuedUnderDelegate ? "that company's" : "its own") DID")
        }
        if party.mixes { lines.append("mixes what its stage keeps apart") }
        if party.balances == .account { lines.append("certifies whole batches while its account covers them") }
        if party.certifiesAll { lines.append("certifies all that it makes, whatever went in") }
        if let hours = party.correctsAfterHours {
            lines.append("corrects its passports after \(Lines.number(hours)) h")
        }
        return lines
    }
}
