import Credentials
import UNTP

extension ScenarioDraft {
    /// The pilot as a scenario file, with comments that say what to change.
    package var text: String {
        [head, frame, targetLines, platformLines, certifierLines, partyLines, transitLines, networkLines]
            .map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var title: String {
        let titles = chains.map { Self.plain($0.title.lowercased()) }
        return "A pilot of " + (titles.count <= 3 ? titles.joined(separator: ", ") : "\(titles.count) value chains")
    }

    private var head: [String] {
        Self.comment(
            "\(title), drawn up by 'untp-sim scenario new' as a beginning: it runs as it is, and all of it is there to be changed. Look at it with 'scenario explain', check it with 'scenario validate', rehearse it with 'run'. Names that other lines use (platforms, parties, countries) have to be changed in all places; 'validate' names the line where one was forgotten."
        )
    }

    private var frame: [String] {
        [
            "title: \(Self.scalar(title))", "description: >-",
            "  What this pilot is to find out, in two or three sentences; and who has asked for it.",
        ]
            + Self.comment("Another seed is another course of events under the same conditions.") + ["seed: 1"]
            + Self.comment(
                "The first day, and for how many days goods are made; what is under way then still arrives. \(usualDays) are enough for goods to get to the end of the longest way; with less, targets are missed for that alone."
            )
            + ["start: \(DateTimeStamp.day(unixSeconds: Self.start))", "days: \(days)"]
            + Self.comment("Files under value-chains/ with stages, yields, batches and claims.")
            + ["chains: \(Self.list(chainNames))"]
            + Self.comment(
                "How many tiers upstream must be evidenced for a consignment to count as transparent; 0 is its own evidence alone."
            ) + ["evidenceTiers: 0"]
            + Self.comment(
                "The rules under regulations/ hold from their dates; name some to have only those hold, or none: []. What buyers of a country ask for besides, by criterion (Scenarios/criteria/vocabulary.yaml)."
            ) + ["# regulations: []", "# buyersAsk: {\(countries.last ?? "DE"): [H01]}"]
            + Self.comment(
                "Parties know what the rules ask for where they sell, and claim it as far as somebody assesses it."
            ) + ["answersRules: true"]
    }

    private var targetLines: [String] {
        let stages = chains.flatMap(\.stages)
        let sellers = parties.filter { !stages.next(after: $0.stage).isEmpty }
        func allButOne(_ count: Int, least: Int) -> Int { count < least ? 0 : max(least, count - 1) }
        let counted = allButOne(evidencedCommodities.count, least: 1)
        let short = counted > 0 ? "" : " A chain counts from three stages on, so 0 asks for none here."
        return Self.comment(
            "What the pilot promises; the report measures against it, and 0 asks for nothing. To begin with, half of the companies that sell and half of their countries; all of their platforms but one, though two at least, as an exchange takes two; all chains but one, though one at least; and a third of the consignments that are to be expected.\(short) Put in the numbers of your project's plan."
        )
            + [
                "targets:", "  supply-chain-actors: \((sellers.count + 1) / 2)",
                // It takes two for an exchange between products.
                "  software-platforms: \(allButOne(Set(sellers.map(\.platform)).count, least: 2))",
                "  value-chains: \(counted)",
                "  countries: \((Set(sellers.map(\.country)).count + 1) / 2)",
                "  transparent-consignments: \(max(1, Int(consignments / 3)))",
            ]
    }

    private var platformLines: [String] {
        Self.comment(
            "The software platforms, one for each product that takes part, and where it is hosted. Choose the profile that comes nearest (Scenarios/platforms/), and say under 'set' what differs, as {securing.typ: JWT}; 'scenario schema --knobs' lists all that can."
        ) + ["platforms:"]
            + platforms.flatMap { platform in
                Self.comment(platform.kind, indent: "  ") + [
                    "  - {name: \(platform.name),\(platform.title.map { " title: \(Self.scalar($0))," } ?? "") profile: \(Self.scalar(platform.profile)), country: \(Self.scalar(platform.country))}"
                ]
            }
    }

    private var certifierLines: [String] {
        guard !certifiers.isEmpty else {
            return Self.comment("No passport claims anything, so no certifier is needed.")
        }
        return Self.comment(
            "Who assesses facilities, and for which criteria (Scenarios/criteria/vocabulary.yaml). Each claim of a passport needs a certifier that assesses it in the party's country, and what rules ask for where it sells as well; take one away to see what that costs. Whose scheme has criteria of its own cites these; they count as far as the mapping takes them for the shared ones (Scenarios/criteria/mapping.yaml). The others verify what the scheme doesn't cover."
        ) + ["certifiers:"]
            + certifiers.flatMap { certifier in
                [
                    "  - name: \(Self.scalar(certifier.name))", "    country: \(Self.scalar(certifier.country))",
                    "    platform: \(certifier.platform)", "    criteria: \(Self.list(certifier.criteria))",
                ] + (certifier.scheme.map { ["    scheme: \(Self.scalar($0))"] } ?? [])
                    + (certifier.citesScheme ? ["    cites: scheme"] : []) + [
                        "    countries: \(Self.list([certifier.country]))"
                    ]
            }
    }

    private var partyLines: [String] {
        let stages = chains.flatMap(\.stages)
        var lines =
            Self.comment(
                "Who makes, ships and buys. Put in the companies of your pilot, each with its platform. A party sells to all who need what it makes, in whichever chain, unless it names its customers, as those do who send few consignments: sellsTo: [A, B]. Origins make a batch 'every' so many hours. What else a party can do: certificate: expired (or revoked, wrong-scope) with certificateDay: 60; unevidencedClaims: [H15]; alteredShare: 0.05; fraud."
            ) + ["parties:"]
        for chain in chains {
            for stage in chain.stages {
                let typical = stage.countries.isEmpty ? "" : "; typically in " + stage.countries.joined(separator: ", ")
                lines += Self.comment(
                    "\(chain.title), \(stage.name.lowercased()): \(stage.product.name)\(typical).", indent: "  ")
                lines += outsideComment(stage) + singleBatchComment(stage)
                let isAlone = stages.count { $0.localID == stage.localID } == 1
                lines += parties.filter { $0.stage.id == stage.id }.map { party in
                    line(party, stage: isAlone ? String(stage.localID) : stage.id)
                }
            }
        }
        return lines
    }

    /// What a stage takes from chains that are not in the draft, and what comes of it here.
    private func outsideComment(_ stage: Stage) -> [String] {
        guard let sources = outsideSources[stage.id], !sources.isEmpty else { return [] }
        let chains = Set(sources.map { String($0.prefix { $0 != "/" }) }).sorted().joined(separator: ", ")
        let means =
            stage.isOrigin
            ? "so its parties begin with what they have from outside of the pilot, of which nothing is evidenced"
            : "so here it does with the rest, or has them from outside of the pilot"
        return Self.comment(
            "It also takes \(sources.joined(separator: ", ")), which nobody here makes, \(means); draft with the chain \(chains) as well to have it evidenced.",
            indent: "  ")
    }

    /// What comes of batches that are so large that each party makes but one.
    private func singleBatchComment(_ stage: Stage) -> [String] {
        guard parties.contains(where: { $0.stage.id == stage.id && $0.everyHours ?? 0 >= days * 24 }) else { return [] }
        let unit = Rec20.units.first { $0.code == stage.product.unit }?.name ?? stage.product.unit
        return Self.comment(
            "One batch of each, of \(Lines.number(stage.batch)) \(stage.batch == 1 ? unit : Lines.plural(unit)), is enough for all that others need here: it comes in the first days, and when it is used up nothing more is made. With a shorter 'every' goods keep coming, and there is more to simulate.",
            indent: "  ")
    }

    private func line(_ party: DraftParty, stage: String) -> String {
        let parts =
            [
                "name: \(Self.scalar(party.name))", "stage: \(Self.scalar(stage))",
                "country: \(Self.scalar(party.country))", "platform: \(party.platform)",
            ] + (party.everyHours.map { ["site: remote", "every: \($0)"] } ?? [])
            + (party.customers.isEmpty ? [] : ["sellsTo: \(Self.list(party.customers))"])
        return "  - {\(parts.joined(separator: ", "))}"
    }

    private var transitLines: [String] {
        Self.comment(
            "Days that goods are under way: assumptions, to be replaced by those of your forwarders."
                + (countries.count > 1 ? " Routes between two countries go before the rest." : "")
        ) + [
            "transit:", "  domestic: {low: 1, typical: 2, high: 5, status: assumption}",
            "  abroad: {low: 18, typical: 30, high: 55, status: assumption}",
        ]
            + ifSeveralCountries([
                "  # routes:",
                "  #   - {between: \(Self.list(Array(countries.prefix(2)))), low: 10, typical: 14, high: 21, status: assumption}",
            ])
    }

    private var networkLines: [String] {
        let platform = platforms.last?.name ?? "north"
        let others = countries.count > 1 ? "take a platform down, or cut a country off" : "or take a platform down"
        return Self.comment(
            "What befalls the network: a sound one to begin with. Let remote sites be offline for as long as the files of their countries say (as-countries-have-it), lose messages, \(others)."
        ) + [
            "remoteSites: connected", "network:", "  lossPerMillion: 0", "  # outages:",
            "  #   - {platform: \(platform), service: resolver, day: 20, hours: 12, everyDays: 30}",
        ]
            + ifSeveralCountries([
                "  # partitions:", "  #   - {countries: \(Self.list(countries.suffix(1))), day: 40, hours: 36}",
            ])
    }

    /// Lines that mean something only where goods or requests can go from one country to another.
    private func ifSeveralCountries(_ lines: [String]) -> [String] { countries.count > 1 ? lines : [] }

    // MARK: Writing YAML

    /// A text as YAML, quoted unless it is plain in every place.
    private static func scalar(_ text: String) -> String {
        let text = plain(text)
        let isSimple =
            text.first?.isLetter ?? false
            && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "/" || $0 == "." || $0 == " " }
        guard !isSimple else { return text }
        return quoted(text)
    }

    private static func list(_ texts: [String]) -> String { "[" + texts.map(scalar).joined(separator: ", ") + "]" }

    /// A text as YAML, always in quotes; what can't be seen in it is replaced, since YAML has no place for all of that.
    static func quoted(_ text: String) -> String {
        let visible = plain(text).unicodeScalars.map { scalar -> Unicode.Scalar in
            [.control, .format, .unassigned, .privateUse].contains(scalar.properties.generalCategory)
                ? "\u{FFFD}" : scalar
        }
        let written = String(String.UnicodeScalarView(visible))
        return "\"" + written.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// A text in one line.
    private static func plain(_ text: String) -> String {
        text.split { $0.isWhitespace || $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } }.joined(
            separator: " ")
    }

    private static func comment(_ text: String, indent: String = "") -> [String] {
        Lines.wrapped(plain(text), indent: indent + "# ", width: 110).split(separator: "\n").map(String.init)
    }
}
