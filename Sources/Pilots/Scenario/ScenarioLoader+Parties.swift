import FoundationEssentials
import Networking
import Platforms
import UNTP

extension ScenarioLoader {
    private mutating func platformName(_ node: ScenarioNode?, _ platforms: [PlatformSpec]) -> String {
        guard let node, let name = node.text else { return "" }
        let names = platforms.map(\.name)
        if !names.contains(name) {
            report(
                node, "there is no platform '\(name)'", expected: "one of \(names.joined(separator: ", "))",
                among: names)
        }
        return name
    }

    mutating func parties(
        _ pilot: ScenarioNode, chains: [ValueChain], platforms: [PlatformSpec]
    ) -> [PartySpec] {
        let stages = chains.flatMap(\.stages)
        let nodes = pilot["parties"]?.elements ?? []
        let names = nodes.map { $0["name"]?.text ?? "" }
        checkNames(of: nodes + (pilot["certifiers"]?.elements ?? []))
        return nodes.map { node -> PartySpec in
            let name = node["name"]?.text ?? ""
            let stage = node["stage"].map { stageID($0, stages) } ?? ""
            for customer in node["sellsTo"]?.elements ?? [] where !names.contains(customer.text ?? "") {
                report(
                    customer, "there is no party '\(customer.text ?? "")'", expected: "the name of a party",
                    among: names)
            }
            let day = node["certificateDay"]?.integer ?? 60
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

    /// Lets parties that name no customers sell to all who need what they make.
    func findCustomers(of parties: inout [PartySpec], in chains: [ValueChain]) {
        let stages = chains.flatMap(\.stages)
        for index in parties.indices where parties[index].customers.isEmpty {
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
            report(
                reference, "there is no stage '\(name)'", expected: "one of \(ids.joined(separator: ", "))",
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
