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
        let file = ScenarioLibrary.path(ofScenario: path) ?? path
        var loader = ScenarioLoader(root: ScenarioLibrary.root(for: file))
        return try loader.load(file, overrides: overrides)
    }
}

/// Turns scenario files into a scenario, collecting what is wrong on the way.
struct ScenarioLoader {
    let root: String
    var check = FormCheck()
    var problems: [ScenarioDiagnostic] = []
    /// What has no effect, or costs much: worth saying, and no reason not to run.
    var notes: [ScenarioDiagnostic] = []
    /// Whether a chain that the pilot names could not be read, so that its stages aren't known.
    var lacksChains = false
    /// The members of each union, once a rule has asked for them.
    var unions: [String: Set<String>]?
    /// What each chain of the library makes, once another has named it.
    var outputsOfChains: [String: [String]] = [:]
    /// The files of the library that were read and are of the right form, each once.
    var files: [LibraryFile] = []

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
        guard check.faults.isEmpty else { throw ScenarioError(check.diagnostics) }
        let known = chains(pilot)
        let platforms = platforms(pilot)
        var parties = parties(pilot, chains: known, platforms: platforms)
        let chains = Self.staffed(known, with: Set(parties.map(\.stage)))
        checkCustomers(pilot, of: parties, in: chains)
        checkTraders(pilot, of: parties, in: chains)
        findCustomers(of: &parties, in: chains, pilot)
        let certifiers = certifiers(pilot, platforms: platforms)
        let schemes = schemes(pilot)
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
        let ruleFiles = regulationFiles(pilot)
        for file in files where file.kind.name == FileKind.country.name { checkRules(of: file.node, ruleFiles) }
        let mapping = mapping(pilot, ruleFiles)
        let regulations = regulations(pilot, ruleFiles, mapping)
        let recognition = recognition(pilot, mapping)
        let buyersAsk = buyersAsk(pilot, mapping)
        checkSchemes(of: pilot, mapping)
        let stories = stories(pilot, chains.flatMap(\.stages))
        if let start = pilot["start"], let date = start.date, !Self.starts.contains(date) {
            report(start, "no pilot begins in that year", expected: "a day from 2000-01-01 to 2199-12-31")
        }
        if pilot["answersRules"]?.text == "true" {
            let end = (pilot["start"]?.date ?? 0) + Int64(pilot["days"]?.integer ?? 30) * 86_400
            Self.answer(regulations.filter { $0.appliesFrom < end }, by: &parties, in: chains, assessedBy: certifiers)
        }
        Self.claimAttested(by: &parties, in: chains, assessedBy: certifiers)
        let transit = transit(pilot)
        let origin = origin(pilot)
        checkServices(pilot, platforms)
        try stopIfWrong()
        var scenario = Scenario(
            name: ScenarioLibrary.name(of: path), title: pilot["title"]?.text ?? ScenarioLibrary.name(of: path),
            description: pilot["description"]?.text ?? "", seed: UInt64(pilot["seed"]?.integer ?? 1),
            startUnixSeconds: pilot["start"]?.date ?? 1_767_571_200, days: pilot["days"]?.integer ?? 30,
            chains: chains, extensions: extensions, countries: countries, platforms: platforms, parties: parties,
            certifiers: certifiers, schemes: schemes, transit: transit, network: network, registerBehaviour: registers,
            evidenceTiers: pilot["evidenceTiers"]?.integer ?? 0,
            answersRules: pilot["answersRules"]?.text == "true",
            regulations: regulations, buyersAsk: buyersAsk, mapping: mapping, recognition: recognition,
            testedShare: pilot["tests"]?["share"]?.number ?? 0,
            mistypedShare: pilot["typing"]?["share"]?.number ?? Scenario.usualMistypedShare,
            hasQuotaManager: pilot["quotaManager"]?.text == "true",
            remoteSites: pilot["remoteSites"]?.text.flatMap(RemoteSites.init) ?? .asCountriesHaveIt,
            stories: stories, targets: targets, publishedAt: origin, shows: shows, overrides: overrides)
        checkCustody(pilot, of: scenario)
        checkVolume(pilot, of: scenario)
        try stopIfWrong()
        noteIdleSettings(pilot, for: scenario)
        noteWhatComesTooLate(pilot, for: scenario)
        noteIdleDeeds(pilot, for: scenario)
        noteCoarseCodes(pilot, for: scenario)
        scenario.notes = notes.inOrder
        scenario.numbers = numbers(behind: scenario, pilot)
        return scenario
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
        // What is missing beside a misspelt key may be what was meant by it.
        let all = check.diagnostics + problems.filter { !check.misspelt.contains($0.position) }
        guard all.isEmpty else { throw ScenarioError(all) }
    }

    /// The days on which a pilot may begin, in Unix seconds: credentials of other times are no matter of this protocol.
    private static let starts: Range<Int64> = 946_684_800..<7_258_118_400

    mutating func report(_ node: ScenarioNode, _ problem: String, expected: String, among names: [String] = []) {
        problems.append(
            node.diagnostic(
                problem, expected: expected, nearest: node.text.flatMap { Nearest.name(to: $0, in: names) }))
    }

    mutating func note(_ node: ScenarioNode, _ text: String, expected: String) {
        var note = node.diagnostic(text, expected: expected)
        note.isNote = true
        notes.append(note)
    }

    /// What is expected where there are names to choose from.
    static func oneOf(_ names: [String], else other: String) -> String {
        names.isEmpty ? other : "one of \(names.joined(separator: ", "))"
    }

    /// Reports what stands twice in a list.
    mutating func checkOnce(_ nodes: [ScenarioNode], _ what: String) {
        var seen: Set<String> = []
        for node in nodes where !seen.insert(node.text ?? "").inserted {
            report(node, "\(what) '\(node.text ?? "")' stands twice", expected: "each once")
        }
    }
}
