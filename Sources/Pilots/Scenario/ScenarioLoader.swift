import FoundationEssentials
import Networking
import Platforms
import UNTP

extension Scenario {
    /// Reads a pilot with all library files that it names.
    ///
    /// - Parameters:
    ///   - path: The pilot's file; its library stands in the folder above it.
    ///   - overrides: Settings as `key=value`, keys with dots, as on the command line.
    /// - Throws: All that is wrong, with file, line and column.
    package static func load(path: String, overrides: [String] = []) throws(ScenarioError) -> Scenario {
        var loader = ScenarioLoader(root: ScenarioLibrary.root(for: path))
        return try loader.load(path, overrides: overrides)
    }
}

/// Turns scenario files into a scenario, collecting what is wrong on the way.
struct ScenarioLoader {
    let root: String
    private var check = FormCheck()
    private var problems: [ScenarioDiagnostic] = []

    init(root: String) {
        self.root = root
    }

    mutating func load(_ path: String, overrides: [String]) throws(ScenarioError) -> Scenario {
        var pilot = try Self.merged(path, depth: 0)
        guard ScenarioLibrary.isLibrary(root) else {
            throw ScenarioError([
                pilot.diagnostic(
                    "no library of value chains, countries and platforms is found",
                    expected: "a folder 'Scenarios' with them in the folder where the command is given, or above it")
            ])
        }
        for override in overrides { pilot = try Self.applying(override, to: pilot) }
        check.check(pilot, ScenarioForm.pilot)
        // What is of the wrong form can't be asked what it means.
        try stopIfWrong()
        let known = chains(pilot)
        let platforms = platforms(pilot)
        var parties = parties(pilot, chains: known, platforms: platforms)
        let chains = Self.staffed(known, with: Set(parties.map(\.stage)))
        findCustomers(of: &parties, in: chains)
        let certifiers = certifiers(pilot, platforms: platforms)
        var codes = Set(parties.map(\.country)).union(platforms.map(\.country)).union(certifiers.map(\.country))
        for certifier in certifiers { codes.formUnion(certifier.countries) }
        // What is no country was reported where it stands.
        codes.remove("")
        let countries = codes.sorted().compactMap { country($0, at: pilot) }
        let registers = registerBehaviour(pilot)
        let network = network(pilot, platforms: platforms)
        let targets = targets(pilot)
        let shows = demonstration(pilot)
        let extensions = extensions(pilot)
        let regulations = regulations(pilot)
        let mapping = mapping(pilot)
        let recognition = recognition(pilot, mapping)
        let buyersAsk = buyersAsk(pilot)
        let stories = stories(pilot, chains.flatMap(\.stages))
        if pilot["answersRules"]?.text == "true" {
            let end = (pilot["start"]?.date ?? 0) + Int64(pilot["days"]?.integer ?? 30) * 86_400
            Self.answer(regulations.filter { $0.appliesFrom < end }, by: &parties, in: chains, assessedBy: certifiers)
        }
        let transit = transit(pilot)
        let origin = origin(pilot)
        checkServices(pilot, platforms)
        try stopIfWrong()
        return Scenario(
            name: ScenarioLibrary.name(of: path), title: pilot["title"]?.text ?? ScenarioLibrary.name(of: path),
            description: pilot["description"]?.text ?? "", seed: UInt64(pilot["seed"]?.integer ?? 1),
            startUnixSeconds: pilot["start"]?.date ?? 1_767_571_200, days: pilot["days"]?.integer ?? 30,
            chains: chains, extensions: extensions, countries: countries, platforms: platforms, parties: parties,
            certifiers: certifiers,
            transit: transit,
            network: network, registerBehaviour: registers, evidenceTiers: pilot["evidenceTiers"]?.integer ?? 0,
            regulations: regulations, buyersAsk: buyersAsk, mapping: mapping, recognition: recognition,
            testedShare: pilot["tests"]?["share"]?.number ?? 0, hasQuotaManager: pilot["quotaManager"]?.text == "true",
            stories: stories, targets: targets, publishedAt: origin, shows: shows, overrides: overrides,
            provenance: check.provenance)
    }

    private mutating func demonstration(_ pilot: ScenarioNode) -> Demonstration? {
        guard let node = pilot["shows"], let failure = node["failure"] else { return nil }
        if FailureCatalogue[failure.text ?? ""] == nil {
            report(
                failure, "there is no failure mode '\(failure.text ?? "")'",
                expected: "a code as 'untp-sim failures' lists them", among: FailureCatalogue.all.map(\.code))
        }
        return Demonstration(
            failure: failure.text ?? "", remedy: (node["remedy"]?.elements ?? []).compactMap(\.text))
    }

    func stopIfWrong() throws(ScenarioError) {
        let all = check.diagnostics + problems
        guard all.isEmpty else { throw ScenarioError(all) }
    }

    mutating func report(_ node: ScenarioNode, _ problem: String, expected: String, among names: [String] = []) {
        problems.append(
            node.diagnostic(
                problem, expected: expected, nearest: node.text.flatMap { Nearest.name(to: $0, in: names) }))
    }

    // MARK: Files

    static func read(_ path: String) throws(ScenarioError) -> ScenarioNode {
        func fail(_ problem: String) -> ScenarioError {
            ScenarioError([
                ScenarioDiagnostic(
                    file: path, line: 1, column: 1, problem: problem, expected: "a scenario file", nearest: nil)
            ])
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw fail("the file can't be read") }
        guard let text = String(validating: data, as: UTF8.self) else { throw fail("the file is not UTF-8") }
        return try ScenarioNode.parse(text, file: path)
    }

    /// A pilot on top of the one that it extends.
    private static func merged(_ path: String, depth: Int) throws(ScenarioError) -> ScenarioNode {
        let pilot = try read(path)
        guard let base = pilot["extends"], let name = base.text else { return pilot }
        guard depth < 8 else {
            throw ScenarioError([
                base.diagnostic("pilots extend each other in a circle", expected: "a pilot of its own")
            ])
        }
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        // Checked on its own, so that what is wrong in it is reported under its own name.
        var formCheck = FormCheck()
        formCheck.check(pilot, ScenarioForm.pilot)
        guard formCheck.diagnostics.isEmpty else { throw ScenarioError(formCheck.diagnostics) }
        let file = name.hasSuffix(".yaml") ? name : name + ".yaml"
        let beside = (folder.isEmpty ? "" : folder + "/") + file
        let ofLibrary = "\(ScenarioLibrary.root(for: path))/pilots/\(file)"
        let isBeside =
            FileManager.default.fileExists(atPath: beside) || !FileManager.default.fileExists(atPath: ofLibrary)
        return pilot.merging(over: try merged(isBeside ? beside : ofLibrary, depth: depth + 1))
    }

    /// A pilot with a setting from the command line.
    private static func applying(_ override: String, to pilot: ScenarioNode) throws(ScenarioError) -> ScenarioNode {
        let parts = override.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else {
            throw ScenarioError([
                ScenarioDiagnostic(
                    file: ScenarioDiagnostic.commandLinePrefix + override, line: 1, column: 1,
                    problem: "there is no '='", expected: "key=value",
                    nearest: nil)
            ])
        }
        let value = try ScenarioNode.parseValue(String(parts[1]), file: ScenarioDiagnostic.commandLinePrefix + override)
        let path = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let changed = pilot.setting(path[...], to: value) else {
            throw ScenarioError([
                ScenarioDiagnostic(
                    file: ScenarioDiagnostic.commandLinePrefix + override, line: 1, column: 1,
                    problem: "there is nothing at '\(parts[0])'",
                    expected: "a path as platforms.NAME.set.KNOB or parties.0.country", nearest: nil)
            ])
        }
        return changed
    }

    mutating func library(_ folder: String, _ reference: ScenarioNode, form: Form) -> ScenarioNode? {
        let names = ScenarioLibrary.names(in: folder, root: root)
        guard let name = reference.text, names.contains(name) else {
            report(
                reference, "there is no '\(reference.text ?? "")' under \(folder)/",
                expected: "one of \(names.joined(separator: ", "))", among: names)
            return nil
        }
        do {
            let node = try Self.read("\(root)/\(folder)/\(name).yaml")
            let before = check.diagnostics.count
            check.check(node, form)
            return check.diagnostics.count == before ? node : nil
        } catch {
            problems += error.diagnostics
            return nil
        }
    }

    /// What is wrong in a library file beyond its form.
    mutating func problems(in file: ScenarioNode, of folder: String) -> [ScenarioDiagnostic] {
        switch folder {
        case "value-chains": _ = valueChain(file)
        case "regulations": _ = regulation(file)
        case "criteria":
            _ = mapping(of: file)
            for row in file["criteria"]?.elements ?? [] { _ = criterion(row["id"]) }
        case "extensions": _ = industryExtension(file)
        case "platforms":
            var profile = BehaviourProfile()
            set(file["set"], on: &profile)
            _ = marks(file, of: profile)
        default: break
        }
        return problems
    }

    // MARK: Chains and countries

    mutating func triangle(_ node: ScenarioNode) -> Triangle? {
        guard let low = node["low"]?.number, let typical = node["typical"]?.number, let high = node["high"]?.number
        else { return nil }
        if low > typical || typical > high {
            report(
                node, "\(low), \(typical), \(high) is no range with a typical value",
                expected: "low <= typical <= high")
        }
        return Triangle(low: low, typical: typical, high: high)
    }

    private mutating func transit(_ pilot: ScenarioNode) -> Transit {
        let node = pilot["transit"]
        var routes: [(countries: Set<String>, days: Triangle)] = []
        for route in node?["routes"]?.elements ?? [] {
            guard let days = triangle(route) else { continue }
            routes.append((Set(route["between"]?.elements.compactMap(\.text) ?? []), days))
        }
        return Transit(
            domestic: node?["domestic"].flatMap { triangle($0) } ?? Triangle(low: 1, typical: 2, high: 4),
            abroad: node?["abroad"].flatMap { triangle($0) } ?? Triangle(low: 14, typical: 25, high: 45),
            routes: routes)
    }

    mutating func criterion(_ node: ScenarioNode?) -> String? {
        guard let node, let id = node.text else { return nil }
        guard HarmonisedCriteria[id] != nil else {
            report(
                node, "there is no criterion '\(id)'", expected: "H01 to H28", among: HarmonisedCriteria.all.map(\.id))
            return nil
        }
        return id
    }

    private mutating func country(_ code: String, at pilot: ScenarioNode) -> Country? {
        let reference = ScenarioNode.text(code, at: pilot)
        guard let file = library("countries", reference, form: ScenarioForm.country) else { return nil }
        return Country(
            code: code, name: file["name"]?.text ?? code, register: file["register"]?.text ?? "",
            accreditation: file["accreditation"]?.text ?? "", latitude: file["latitude"]?.number ?? 0,
            longitude: file["longitude"]?.number ?? 0,
            access: .init(
                urbanMilliseconds: file["urbanMilliseconds"]?.integer ?? 50,
                remoteMilliseconds: file["remoteMilliseconds"]?.integer ?? 150))
    }

    /// Checks that a country is in the library, where it is named.
    mutating func countryCode(_ node: ScenarioNode?) -> String {
        guard let node, let code = node.text else { return "" }
        let known = ScenarioLibrary.names(in: "countries", root: root)
        if !known.contains(code) {
            report(
                node, "there is no country '\(code)'", expected: "one of \(known.joined(separator: ", "))", among: known
            )
        }
        return known.contains(code) ? code : ""
    }

    // MARK: Platforms

    private mutating func platforms(_ pilot: ScenarioNode) -> [PlatformSpec] {
        let nodes = pilot["platforms"]?.elements ?? []
        if nodes.isEmpty {
            report(pilot, "the pilot has no platform", expected: "'platforms' with a name and a profile")
        }
        var names: Set<String> = []
        return nodes.map { node in
            let name = node["name"]?.text ?? ""
            if !names.insert(name).inserted {
                report(node["name"] ?? node, "the platform '\(name)' stands twice", expected: "a name of its own")
            }
            if name != Slug.make(name) {
                report(
                    node["name"] ?? node, "'\(name)' can't be part of a host name",
                    expected: "lower-case letters, digits and hyphens")
            }
            let file = node["profile"].flatMap { library("platforms", $0, form: ScenarioForm.platform) }
            var profile = file.map { self.profile(of: $0) } ?? BehaviourProfile()
            set(node["set"], on: &profile)
            return PlatformSpec(
                name: name, title: node["title"]?.text ?? file?["title"]?.text ?? name, kind: file?["kind"]?.text ?? "",
                country: countryCode(node["country"]), profile: profile, adapter: adapter(of: node),
                marks: file.map { marks($0, of: profile, overridden: node["set"]) } ?? [])
        }
    }

    /// How the knobs of a profile were come by, where its file says so; what a pilot sets itself is declared there.
    private mutating func marks(
        _ file: ScenarioNode, of profile: BehaviourProfile, overridden: ScenarioNode? = nil
    ) -> [KnobMark] {
        guard let section = file["marks"] else { return [] }
        let own = Set(overridden?.members.compactMap(\.key.text) ?? [])
        return section.members.compactMap { key, mark in
            guard let knob = Knobs[key.text ?? ""] else {
                report(
                    key, "there is no knob '\(key.text ?? "")'",
                    expected: "a knob as 'untp-sim scenario schema' lists them", among: Knobs.all.map(\.path))
                return nil
            }
            let value = knob.read(profile)
            if own.contains(knob.path) {
                return KnobMark(knob.path, value, .declared, sources: ["the pilot's scenario"])
            }
            return KnobMark(
                knob.path, value, mark["mark"]?.text.flatMap(KnobMark.Origin.init(rawValue:)) ?? .default,
                sources: mark["from"]?.elements.compactMap(\.text) ?? [], note: mark["note"]?.text)
        }
    }

    /// A path as it is written in a file, relative to that file.
    func beside(_ node: ScenarioNode, _ path: String) -> String {
        guard !path.hasPrefix("/"), let slash = node.file.lastIndex(of: "/") else { return path }
        return node.file[...slash] + path
    }

    /// What a profile's file says.
    mutating func profile(of file: ScenarioNode) -> BehaviourProfile {
        var profile = BehaviourProfile()
        inherit(file, on: &profile, depth: 0)
        return profile
    }

    /// Sets the knobs of a profile's file, on top of those of the profile that it extends.
    private mutating func inherit(_ file: ScenarioNode, on profile: inout BehaviourProfile, depth: Int) {
        if let base = file["extends"] {
            guard depth < 8 else {
                report(base, "profiles extend each other in a circle", expected: "a profile of its own")
                return
            }
            if let below = library("platforms", base, form: ScenarioForm.platform) {
                inherit(below, on: &profile, depth: depth + 1)
            }
        }
        set(file["set"], on: &profile)
    }

    private mutating func set(_ settings: ScenarioNode?, on profile: inout BehaviourProfile) {
        for (key, value) in settings?.members ?? [] {
            do throws(KnobError) {
                try profile.set(key.text ?? "", to: value.text ?? "")
            } catch {
                switch error {
                case .unknownKnob(let path):
                    report(
                        key, "there is no knob '\(path)'", expected: "a knob as 'untp-sim scenario schema' lists them",
                        among: Knobs.all.map(\.path))
                case .unknownValue(let knob, let text):
                    report(
                        value, "'\(text)' is no value of \(knob.path)", expected: knob.expectation,
                        among: knob.choices.map(\.name))
                }
            }
        }
    }

    private mutating func registerBehaviour(_ pilot: ScenarioNode) -> [String: BehaviourProfile] {
        var behaviour: [String: BehaviourProfile] = [:]
        for (key, value) in pilot["registers"]?.members ?? [] {
            guard let code = key.text else { continue }
            var profile = BehaviourProfile()
            set(value, on: &profile)
            behaviour[code == "all" ? code : countryCode(key)] = profile
        }
        return behaviour
    }

    // MARK: Parties

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

    private mutating func parties(
        _ pilot: ScenarioNode, chains: [ValueChain], platforms: [PlatformSpec]
    ) -> [PartySpec] {
        let stages = chains.flatMap(\.stages)
        let nodes = pilot["parties"]?.elements ?? []
        let names = nodes.map { $0["name"]?.text ?? "" }
        return nodes.map { node -> PartySpec in
            let name = node["name"]?.text ?? ""
            if names.count(where: { $0 == name }) > 1 {
                report(node["name"] ?? node, "the party '\(name)' stands twice", expected: "a name of its own")
            }
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
                alteredShare: node["alteredShare"]?.number ?? 0, fraud: fraud(node),
                mixes: node["mixes"]?.text == "true",
                balances: node["balances"]?.text.flatMap(CustodyBasis.init) ?? .batch,
                certifiesAll: node["certifiesAll"]?.text == "true",
                carrier: node["carrier"]?.text.flatMap(Carrier.init) ?? .qrCode,
                syncHours: node["syncHours"]?.number ?? (node["issuedBy"] == nil ? nil : 24),
                invitedDay: node["invited"]?.number, setUpDays: node["setUp"]?.number ?? Self.usualSetUpDays,
                issuedBy: node["issuedBy"]?.text, isIssuedUnderDelegate: isIssuedUnderDelegate(node),
                correctsAfterHours: node["correctsAfterHours"]?.number)
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
    private func findCustomers(of parties: inout [PartySpec], in chains: [ValueChain]) {
        let stages = chains.flatMap(\.stages)
        for index in parties.indices where parties[index].customers.isEmpty {
            guard let stage = stages.first(where: { $0.id == parties[index].stage }) else { continue }
            let outputs = Set(stage.handsOn ? stage.needs.flatMap(\.sources) : stage.outputs)
            // Traders of one kind don't sell to each other.
            let next = Set(
                stages.filter { other in
                    other.id != stage.id && other.needs.contains { !outputs.isDisjoint(with: $0.sources) }
                }.map(\.id))
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

    private mutating func certifiers(_ pilot: ScenarioNode, platforms: [PlatformSpec]) -> [CertifierSpec] {
        (pilot["certifiers"]?.elements ?? []).map { node in
            CertifierSpec(
                name: node["name"]?.text ?? "", slug: Slug.make(node["name"]?.text ?? ""),
                country: countryCode(node["country"]), platform: platformName(node["platform"], platforms),
                criteria: (node["criteria"]?.elements ?? []).compactMap { criterion($0) },
                accreditedFor: node["accreditedFor"].map { $0.elements.compactMap { criterion($0) } },
                scheme: node["scheme"]?.text ?? "", citesScheme: node["cites"]?.text == "scheme",
                digitisedAfterDays: node["digitisedAfterDays"]?.number,
                renewsEvery: node["renewsEvery"]?.integer,
                countries: (node["countries"]?.elements ?? []).map { countryCode($0) })
        }
    }

    // MARK: Network and targets

    private mutating func network(_ pilot: ScenarioNode, platforms: [PlatformSpec]) -> NetworkSpec {
        let node = pilot["network"]
        var spec = NetworkSpec()
        spec.lossPerMillion = node?["lossPerMillion"]?.integer ?? 0
        spec.contextRequestsPerHour = node?["contextRequestsPerHour"]?.integer
        spec.contextSeconds = node?["contextSeconds"]?.number
        for outage in node?["outages"]?.elements ?? [] {
            let name = outage["platform"]?.text ?? ""
            let registers = ScenarioLibrary.names(in: "countries", root: root).map { "register-" + $0.lowercased() }
            let known = platforms.map(\.name) + registers
            if let reference = outage["platform"], !known.contains(name) {
                report(
                    reference, "there is no platform '\(name)'",
                    expected: "a platform of the pilot, or a register as register-cl", among: known)
            }
            guard let service = outage["service"]?.text.flatMap(PlatformHosts.Service.init) else { continue }
            spec.outages.append(
                .init(
                    platform: name, service: service, day: outage["day"]?.number ?? 0,
                    hours: outage["hours"]?.number ?? 1, everyDays: outage["everyDays"]?.number))
        }
        for partition in node?["partitions"]?.elements ?? [] {
            let countries = (partition["countries"]?.elements ?? []).map { countryCode($0) }
            spec.partitions.append(
                .init(
                    countries: Set(countries), day: partition["day"]?.number ?? 0,
                    hours: partition["hours"]?.number ?? 1))
        }
        return spec
    }

    private mutating func targets(_ pilot: ScenarioNode) -> [String: Double] {
        var targets: [String: Double] = [:]
        for (key, value) in pilot["targets"]?.members ?? [] {
            guard let id = key.text, let number = value.number else { continue }
            if !MeasureDefinition.all.contains(where: { $0.id == id }) {
                let ids = MeasureDefinition.all.map(\.id)
                report(
                    key, "there is no measure '\(id)'", expected: "one of \(ids.joined(separator: ", "))", among: ids)
            }
            targets[id] = number
        }
        return targets
    }
}
