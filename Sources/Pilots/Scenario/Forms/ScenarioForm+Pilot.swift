// The form of pilots.
extension ScenarioForm {
    /// For how many days goods may be made.
    static let days = 1...3660

    /// A file under `pilots/` or any other that can be run.
    static let pilot: Form = .object([
        .optional("extends", .text, "A pilot whose settings hold where this one says nothing."),
        .optional("title", .text, "The name for people."),
        .optional("description", .text, "What is rehearsed, and why."),
        .optional("seed", .integer(0...Int.max), "The seed of all chance."),
        .optional("start", .date, "The first day."),
        .optional("days", .integer(days), "For how many days goods are made and sent."),
        .optional("chains", .list(.text), "Value chains, by the names of their files."),
        .optional("extensions", .list(.text), "Industry extensions, by the names of their files."),
        .optional(
            "evidenceTiers", .integer(0...16), "How many tiers upstream must be evidenced; 0 is the product alone."),
        .optional("platforms", .list(platformUse), "The software platforms."),
        .optional(
            "publishedAt", .text,
            "Where all others are published while a service takes part; \(Scenario.usualOrigin) where nothing is said."),
        .optional("parties", .list(party), "Who makes, ships and buys."),
        .optional("certifiers", .list(certifier), "Who assesses facilities."),
        .optional("transit", transit, "How long goods are under way."),
        .optional("network", network, "What befalls the network."),
        .optional(
            "remoteSites", .choice(RemoteSites.allCases.map(\.rawValue)),
            "How remote sites are connected. as-countries-have-it: without a connection for as long as their countries' files say, so that what they record gets out later and what they ask is answered later. connected: at all times; as-countries-have-it."
        ),
        .optional("registers", .map(.map(.text)), "Knobs of registers, by country code; 'all' for each."),
        .optional(
            "regulations", .list(.text),
            "The rules that hold, by the names of their files; all of the library where nothing is said."),
        .optional("ruleDates", .map(.text), "Other dates for rules: one that the rule's file names, or a day."),
        .optional(
            "listedEntities", .map(.list(.text)),
            "Names that the pilot puts on the list of a rule, or of all parts of a law, as US-UFLPA; of its own invention."
        ),
        .optional(
            "answersRules", .choice(["true", "false"]),
            "Whether parties also claim what rules where they sell ask for, those included that only take note, as far as a certifier assesses it, with a usual value in the criterion's unit; false."
        ),
        .optional(
            "buyersAsk", .map(.list(.text)),
            "What buyers in a country ask for themselves, H01 to H28 or a scheme's or law's own, as COPPERMARK/CM05."),
        .optional(
            "mapping", .text, "The mapping of criteria in use, by its file under criteria/; 'mapping' otherwise."),
        .optional(
            "recognition", .map(.list(.text)),
            "The schemes that a country recognises besides those whose criteria its buyers and rules ask for and its own "
                + "laws; all of the mapping where nothing is said."),
        .optional(
            "tests",
            .object([
                .required("share", .number(0...1), "The share of arriving consignments of which a sample is tested.")
            ]), "Tests of origin by a laboratory."),
        .optional(
            "typing",
            .object([
                .required(
                    "share", .number(0...1),
                    "The share of arriving consignments whose lot is typed wrongly; \(Scenario.usualMistypedShare) where nothing is said, an assumption."
                ), status,
            ]), "How well lots are typed from the papers, where goods bear a barcode that has the GTIN alone."),
        .optional(
            "quotaManager", .choice(["true", "false"]),
            "Whether somebody adds up for all platforms what events use of each input; false."),
        .optional(
            "stories",
            .list(
                .object([
                    .required("story", .text, "What somebody who takes part wants to know."),
                    .required("measures", .list(.text), "The measures that answer it, by their ids."),
                    .optional("criterion", .text, "The criterion whose claims answer it, H01 to H28."),
                    .optional("stage", .text, "The stage whose claims these are; all where nothing is said."),
                ])), "What those who take part want to know."),
        .optional("targets", .map(.number(0...1e12)), "Targets, by measure; 0 for none."),
        .optional("shows", demonstration, "The failure that the file is there to show."),
    ])

    private static let demonstration: Form = .object([
        .required("failure", .text, "The code of the failure mode."),
        .required("remedy", .list(.text), "Settings, as --set takes them, with which it does not occur."),
    ])

    private static let platformUse: Form = .object([
        .required("name", .text, "The name by which parties refer to it; also part of its host names."),
        .optional("title", .text, "The name for people."),
        .optional(
            "profile", .text,
            "A behaviour profile, by the name of its file; of a platform with an adapter, what it doesn't do itself."),
        .required("country", .text, "Where it is hosted."),
        .optional("set", .map(.text), "Knobs that differ from the profile."),
        .optional(
            "adapter",
            .object([
                .optional("command", .list(.text), "A program and its arguments, spoken to over its standard streams."),
                .optional(
                    "http", .text, "The base URL of a service that speaks the W3C VC API, as http://127.0.0.1:8080."),
                .optional("config", .text, "A file that says how the service is spoken to, as 'try http' takes it."),
                .optional("folder", .text, "A folder with what the platform issued; paths are relative to this file."),
            ]), "Where the platform is, if it is a vendor's own: one of command, http and folder."),
    ])

    private static let transitDays: ClosedRange<Double> = 0...3660

    private static let transit: Form = .object([
        .optional("domestic", .object(triangle(transitDays)), "Days within a country."),
        .optional("abroad", .object(triangle(transitDays)), "Days between countries."),
        .optional(
            "routes",
            .list(.object([.required("between", .list(.text), "Two countries.")] + triangle(transitDays))),
            "Days between two countries in particular."),
    ])

    private static let network: Form = .object([
        .optional("lossPerMillion", .integer(0...1_000_000), "Messages lost in a million."),
        .optional(
            "outages",
            .list(
                .object([
                    .required("platform", .text, "A platform, or a register as register-xx."),
                    .required("service", .choice(["resolver", "storage", "status", "did", "api"]), "What is down."),
                    .required("day", .number(0...3660), "When it begins, in days from the start."),
                    .required("hours", .number(0.01...100_000), "How long it lasts."),
                    .optional("everyDays", .number(0.1...3660), "After how many days it comes again."),
                ])), "When hosts are down."),
        .optional(
            "partitions",
            .list(
                .object([
                    .required(
                        "countries", .list(.text),
                        "The countries that are cut off from all others, and from the root resolver, the root registers and the context hosts, which stand outside of all countries."
                    ),
                    .required("day", .number(0...3660), "When it begins, in days from the start."),
                    .required("hours", .number(0.01...100_000), "How long it lasts."),
                ])), "When countries can't be reached."),
        .optional("contextSeconds", .number(0...3600), "How long the context host takes for an answer."),
        .optional(
            "contextRequestsPerHour", .integer(1...1_000_000_000), "How often the context host answers in an hour."),
    ])
}
