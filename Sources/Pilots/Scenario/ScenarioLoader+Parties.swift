import FoundationEssentials
import Networking
import Platforms
import UNTP

extension ScenarioLoader {
    private mutating func platformName(_ node: ScenarioNode?, _ platforms: [PlatformSpec]) -> String {
        guard let node, let name = node.text else { return "" }
        let names = platforms.map(\.name)
        // That there are none was reported.
        if !names.isEmpty, !names.contains(name) {
            report(node, "there is no platform '\(name)'", expected: Self.oneOf(names, else: ""), among: names)
        }
        return name
    }

    mutating func parties(
        _ pilot: ScenarioNode, chains: [ValueChain], platforms: [PlatformSpec]
    ) -> [PartySpec] {
        let stages = chains.flatMap(\.stages)
        let nodes = pilot["parties"]?.elements ?? []
        let names = nodes.map { $0["name"]?.text ?? "" }
        if nodes.isEmpty {
            report(pilot, "the pilot has no party", expected: "'parties' with those who make, ship and buy")
        }
        checkNames(of: nodes + (pilot["certifiers"]?.elements ?? []))
        return nodes.map { node -> PartySpec in
            let name = node["name"]?.text ?? ""
            let stage = node["stage"].map { stageID($0, stages) } ?? ""
            for customer in node["sellsTo"]?.elements ?? [] where !names.contains(customer.text ?? "") {
                report(
                    customer, "there is no party '\(customer.text ?? "")'", expected: "the name of a party",
                    among: names)
            }
            let day = node["certificateDay"]?.integer ?? Self.usualCertificateDay
            let certificate: CertificateState =
                switch node["certificate"]?.text {
                case "expired": .expires(day: day)
                case "revoked": .revoked(day: day)
                case "suspended": .suspended(day: day)
                case "wrong-scope": .wrongScope
                default: .valid
                }
            return PartySpec(
                name: name, slug: Slug.make(name), stage: stage, country: countryCode(node["country"]),
                platform: platform(of: node, among: nodes, platforms),
                connectivity: node["site"]?.text == "remote" ? .remote : .urban,
                customers: node["sellsTo"]?.elements.compactMap(\.text) ?? [],
                everyHours: node["every"]?.number ?? 168, certificate: certificate,
                unevidencedClaims: (node["unevidencedClaims"]?.elements ?? []).compactMap { criterion($0) },
                alteredShare: node["alteredShare"]?.number ?? 0,
                fraud: fraud(node, at: stages.first { $0.id == stage }),
                mixes: node["mixes"]?.text == "true",
                balances: node["balances"]?.text.flatMap(CustodyBasis.init) ?? .batch,
                certifiesAll: node["certifiesAll"]?.text == "true",
                carrier: node["carrier"]?.text.flatMap(Carrier.init) ?? .qrCode,
                syncHours: node["syncHours"]?.number ?? (node["issuedBy"] == nil ? nil : 24),
                invitedDay: node["invited"]?.number, setUpDays: node["setUp"]?.number ?? Self.usualSetUpDays,
                issuedBy: node["issuedBy"]?.text, isIssuedUnderDelegate: isIssuedUnderDelegate(node),
                correctsAfterHours: node["correctsAfterHours"]?.number, isSmall: node["size"]?.text == "small")
        }
    }

    /// Reports parties and certifiers that can't be told apart: by their names, or by what those come to in URLs.
    private mutating func checkNames(of nodes: [ScenarioNode]) {
        var owners: [String: ScenarioNode] = [:]
        for node in nodes {
            guard let reference = node["name"], let name = reference.text else { continue }
            if name.allSatisfy(\.isWhitespace) || name.contains(where: \.isNewline) || name.count > 200 {
                report(reference, "this is no name", expected: "a line of text, of 200 characters at most")
                continue
            }
            let slug = Slug.make(name)
            if slug == Platform.ownSlug {
                report(
                    reference, "'\(name)' is what a platform is called that acts for itself", expected: "another name")
            }
            guard let former = owners.updateValue(reference, forKey: slug), let other = former.text else { continue }
            let problem =
                name == other
                ? "the name '\(name)' stands twice, first at line \(former.line)"
                : "'\(name)' and '\(other)' at line \(former.line) both come to '\(slug)' in identifiers"
            report(reference, problem, expected: "a name of its own")
        }
    }

    /// Four weeks of six hours each, as implementers are asked for: an assumption.
    private static let usualSetUpDays = 28.0

    /// The day on which a certificate ends of which only that is said: an assumption.
    static let usualCertificateDay = 60

    /// Whether somebody else's DID stands as the issuer of what a party's credentials say.
    private mutating func isIssuedUnderDelegate(_ node: ScenarioNode) -> Bool {
        guard let delegate = node["issuedBy"] else {
            if let under = node["issuedUnder"] {
                report(under, "nobody issues for the party", expected: "'issuedBy' with the name of a party as well")
            }
            return false
        }
        if node["platform"] != nil {
            report(
                delegate, "the party has a platform of its own, on which it issues for itself",
                expected: "either 'platform' or 'issuedBy'")
        }
        return node["issuedUnder"]?.text == "delegate"
    }

    /// The platform of a party: its own, or that of the party that issues for it.
    private mutating func platform(
        of node: ScenarioNode, among nodes: [ScenarioNode], _ platforms: [PlatformSpec]
    ) -> String {
        if let own = node["platform"] { return platformName(own, platforms) }
        let names = nodes.compactMap { $0["platform"] == nil ? nil : $0["name"]?.text }
        guard let delegate = node["issuedBy"] else {
            report(node, "the party has no platform", expected: "'platform', or 'issuedBy' with the name of a party")
            return ""
        }
        guard let other = nodes.first(where: { $0["name"]?.text == delegate.text }), let platform = other["platform"]
        else {
            report(
                delegate, "there is no party '\(delegate.text ?? "")' with a platform",
                expected: "the name of a party that has one", among: names)
            return ""
        }
        return platformName(platform, platforms)
    }

    /// Reports customers that need nothing of what a party sells.
    mutating func checkCustomers(_ pilot: ScenarioNode, of parties: [PartySpec], in chains: [ValueChain]) {
        let stages = Dictionary(
            chains.flatMap(\.stages).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (party, node) in zip(parties, pilot["parties"]?.elements ?? []) {
            guard let stage = stages[party.stage] else { continue }
            let able = parties.filter { stages[$0.stage]?.buys(from: stage) ?? false }.map(\.name)
            for customer in node["sellsTo"]?.elements ?? [] {
                guard let other = parties.first(where: { $0.name == customer.text }), stages[other.stage] != nil,
                    !able.contains(other.name)
                else { continue }
                report(
                    customer, "'\(other.name)' needs nothing that '\(party.name)' sells",
                    expected: Self.oneOf(able, else: "no customer, as nobody in the pilot needs it"))
            }
        }
    }

    /// Lets parties that don't say to whom they sell do so to all who need what they make.
    func findCustomers(of parties: inout [PartySpec], in chains: [ValueChain], _ pilot: ScenarioNode) {
        let stages = chains.flatMap(\.stages)
        let nodes = pilot["parties"]?.elements ?? []
        for (index, node) in zip(parties.indices, nodes) where node["sellsTo"] == nil {
            guard let stage = stages.first(where: { $0.id == parties[index].stage }) else { continue }
            let next = Set(stages.next(after: stage).map(\.id))
            parties[index].customers = parties.filter { next.contains($0.stage) }.map(\.name)
        }
    }

    /// The stage that a party names: by its id in its chain where no other chain has the same, or with the chain's.
    mutating func stageID(_ reference: ScenarioNode, _ stages: [Stage]) -> String {
        let name = reference.text ?? ""
        let matches = stages.filter { $0.id == name || $0.localID == name }.map(\.id)
        let ids = stages.map { stage in
            stages.count { $0.localID == stage.localID } == 1 ? String(stage.localID) : stage.id
        }
        if matches.isEmpty {
            // It may be one of a chain that was reported.
            guard !lacksChains else { return name }
            report(
                reference, "there is no stage '\(name)'", expected: Self.oneOf(ids, else: "a stage of the chains"),
                among: ids + stages.map(\.id))
        } else if matches.count > 1 {
            report(
                reference, "several chains have a stage '\(name)'",
                expected: "one of \(matches.joined(separator: ", "))")
        }
        return matches.first ?? name
    }

    mutating func certifiers(_ pilot: ScenarioNode, platforms: [PlatformSpec]) -> [CertifierSpec] {
        (pilot["certifiers"]?.elements ?? []).map { node in
            CertifierSpec(
                name: node["name"]?.text ?? "", slug: Slug.make(node["name"]?.text ?? ""),
                country: countryCode(node["country"]), platform: platformName(node["platform"], platforms),
                criteria: (node["criteria"]?.elements ?? []).compactMap { criterion($0) },
                accreditedFor: node["accreditedFor"].map { $0.elements.compactMap { criterion($0) } },
                scheme: node["scheme"]?.text ?? "", cites: node["cites"]?.text.flatMap(Citation.init) ?? .harmonised,
                digitisedAfterDays: node["digitisedAfterDays"]?.number,
                renewsEvery: node["renewsEvery"]?.integer,
                countries: (node["countries"]?.elements ?? []).map { countryCode($0) })
        }
    }
}
