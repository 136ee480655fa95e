import Platforms
import UNTP

/// What a part of a scenario file may hold.
///
/// The forms are the one declaration of the file format: checking a file, naming unknown keys and printing the JSON
/// Schema for editors are derived from them.
indirect enum Form: Sendable {
    case text
    case number(ClosedRange<Double>?)
    case integer(ClosedRange<Int>)
    /// A calendar day, as 2026-01-05.
    case date
    case choice([String])
    case list(Form)
    /// Names of the user's choosing, each with a value of one form.
    case map(Form)
    case object([FormField])
}

/// A key of an object in a scenario file.
struct FormField: Sendable {
    let name: String
    let form: Form
    let isRequired: Bool
    let summary: String
    /// The group of values whose provenance is that of this one, where the object names provenance by group.
    let group: String?

    static func required(_ name: String, _ form: Form, _ summary: String, group: String? = nil) -> FormField {
        FormField(name: name, form: form, isRequired: true, summary: summary, group: group)
    }

    static func optional(_ name: String, _ form: Form, _ summary: String, group: String? = nil) -> FormField {
        FormField(name: name, form: form, isRequired: false, summary: summary, group: group)
    }
}

/// The forms of all scenario files.
enum ScenarioForm {
    static let provenance: Form = .choice(["read", "recalled", "assumption", "judgement"])

    static let status: FormField = .optional(
        "status", provenance,
        "Where the numbers here come from: read in a source, recalled, assumed, or judged by an analyst.")

    static func triangle(_ range: ClosedRange<Double>? = nil) -> [FormField] {
        [
            .required("low", .number(range), "The smallest value."),
            .required("typical", .number(range), "The most likely value."),
            .required("high", .number(range), "The largest value."), status,
        ]
    }

    /// How much of one thing goes with a unit of another.
    private static let ratio: ClosedRange<Double> = 0...1e9

    /// A file under `value-chains/`.
    static let valueChain: Form = .object([
        .required("id", .text, "The name by which pilots refer to the chain."),
        .required("title", .text, "The name for people."),
        .optional("commodity", .text, "What counts as one chain, where there are several routes; the id otherwise."),
        .required("stages", .list(stage), "The steps from origin to the last taker."), status,
    ])

    private static let product: [FormField] = [
        .required("name", .text, "The product."), .required("hs", .text, "Harmonized System code."),
        .optional("cpc", .text, "Central Product Classification code."),
        .required("unit", .text, "UN/ECE Recommendation 20 code."),
    ]

    private static let credentialTypes: Form = .list(.choice(["DPP", "DTE", "DFR", "DCC", "DIA"]))

    private static let stage: Form = .object([
        .required("id", .text, "The name by which parties refer to the stage."),
        .required("name", .text, "The name for people."),
        .required("process", .text, "What is done to the material."),
        .required("role", .text, "Who does it."), .required("facility", .text, "Where it is done."),
        .optional(
            "inputs", .list(.text),
            "The stages or coproducts that serve as its one input, one as well as the other; of another chain as chain/stage."
        ),
        .optional(
            "needs",
            .list(
                .object(
                    [
                        .required("name", .text, "What goes in."),
                        .required("from", .list(.text), "The stages or coproducts that serve as it."),
                        .optional("unit", .text, "UN/ECE Recommendation 20 code."),
                    ] + triangle(ratio))),
            "Several inputs that go in together: units of each for one unit of the output."),
        .required("output", .object(product), "What is made."),
        .optional(
            "yield", .object(triangle(ratio) + [.required("kind", .text, "What the ratio relates.")]),
            "Output for each unit of input."),
        .optional(
            "coproducts",
            .list(
                .object([.required("id", .text, "The name by which stages refer to it.")] + product + triangle(ratio))),
            "What is made along with it: units of it for one unit of the output."),
        .required("batch", .number(0.001...1e12), "The size of a batch, in units of the output."),
        .required("shipment", .number(0.001...1e12), "The size of a consignment, in units of the output."),
        .required("lineHours", .number(0...100_000), "How long the line is busy with a batch."),
        .optional(
            "custody", .choice(CustodyModel.allCases.map(\.rawValue)),
            "The chain-of-custody model. "
                + CustodyModel.allCases.map { "\($0.rawValue): \($0.rule)." }.joined(separator: " ")),
        .optional(
            "custodyPeriod",
            .object([
                .required("months", .integer(1...12), "Calendar months, counted from January on."),
                .optional(
                    "carriesOver", .choice(["true", "false"]),
                    "Whether what a period earned and did not sell may be sold in the next; false."), status,
            ]), "The period over which a mass balance has to add up; three months where nothing is said."),
        .optional("schemes", .list(.text), "Certificate schemes that apply, by the names of their files."),
        .optional("issues", credentialTypes, "What its actors issue; DPP, DTE and DFR where nothing is said."),
        .optional(
            "issuedByOthers",
            .list(
                .object([
                    .required("type", .choice(["DCC", "DIA"]), "The credential."),
                    .required("by", .text, "Who issues it."), .required("about", .text, "What it is about."),
                    .optional("criterion", .text, "The criterion that it attests, H01 to H28."),
                    .optional("scheme", .text, "The scheme by which it is issued."),
                ])),
            "What others issue about it: where a certifier of the pilot does, passports claim it. 'scenario explain' says which of it nobody issues."
        ),
        .optional("countries", .list(.text), "Where it typically stands."),
        .optional("claims", .list(claim), "What passports of the output claim."), status,
    ])

    private static let claim: Form = .object(
        [
            .required("criterion", .text, "The harmonised criterion, H01 to H28."),
            .required("metric", .text, "What is measured."), .required("unit", .text, "The unit of the value."),
        ] + triangle())

    /// A file under `countries/`.
    static let country: Form = .object([
        .required("code", .text, "ISO 3166-1 alpha-2."), .required("name", .text, "The country's name."),
        .required("register", .text, "The business register."),
        .optional("identifier", .text, "What the register calls its number, for people."),
        .optional("example", .text, "A valid number."),
        .optional(
            "identifierForm",
            .object([
                .required("digits", .integer(2...30), "How many there are, with the check digit where there is one."),
                .optional(
                    "weights", .list(.integer(0...1000)),
                    "What the digits are weighed with, from the first on; none where there is no check digit."),
                .optional(
                    "modulus", .integer(2...11),
                    "What the sum and the check digit, which comes last, make a multiple of; 10."),
            ]), "How the numbers are made, for a country whose numbers the simulator does not know.",
            group: "identifier"),
        .required("accreditation", .text, "The accreditation body."),
        .optional("permits", .text, "What a facility needs leave for, for people: certifiers issue it."),
        .optional(
            "requirement", .text,
            "What the country itself asks, or the platform that it runs, for people: what decides on goods is a rule under 'regulations'."
        ),
        .required("latitude", .number(-90...90), "Where its facilities are, about.", group: "location"),
        .required("longitude", .number(-180...180), "Where its facilities are, about.", group: "location"),
        .optional(
            "onlinePercent", .number(0...100), "The share of people who are online, for people.", group: "online"),
        .optional("onlineYear", .integer(1990...2100), "The year of that share.", group: "online"),
        .required(
            "urbanMilliseconds", .integer(1...10_000),
            "Round trip of a facility in a city to the nearest exchange: part of what its party waits for an answer of its platform.",
            group: "connectivity"),
        .required(
            "remoteMilliseconds", .integer(1...10_000), "The same of a remote site.", group: "connectivity"),
        .optional(
            "offlineShare", .number(0...0.95),
            "The share of each day for which a remote site is without a connection: what it records gets out later, and what it asks is answered later.",
            group: "connectivity"),
        .optional(
            "outageHoursPerMonth", .number(0...600), "How long its connection is down once a month besides.",
            group: "connectivity"),
        .optional(
            "regulations", .list(.text),
            "The rules that hold there, for people, by the names of their files: each rule says itself where it holds."),
        .optional(
            "provenance", .map(provenance), "Where a group of values comes from; the status where it isn't named."),
        status,
    ])

    /// A file under `platforms/`.
    static let platform: Form = .object([
        .required("name", .text, "The name by which pilots refer to the profile."),
        .optional("extends", .text, "A profile whose knobs hold where this one says nothing."),
        .required("title", .text, "The name for people."),
        .required("kind", .text, "What kind of platform behaves like this."),
        .optional("description", .text, "How it came to behave so."),
        .optional("set", .map(.text), "The knobs that depart from the conforming value."),
        .optional(
            "marks", .map(.object(mark)),
            "How each knob was come by, where the profile was drawn from samples ('untp-sim profile infer')."),
    ])

    private static let mark: [FormField] = [
        .required(
            "mark", .choice(KnobMark.Origin.allCases.map(\.rawValue)),
            "Whether the platform declares it, samples show it, or nothing does."),
        .optional("from", .list(.text), "The documents that show it, or state it."),
        .optional("note", .text, "What speaks against it."),
    ]

    /// The file `criteria/vocabulary`.
    static let vocabulary: Form = .object([
        .required("version", .text, "The version of the vocabulary."), .required("date", .date, "Its date."),
        .required(
            "criteria",
            .list(
                .object([
                    .required("id", .text, "H01 to H28."), .required("name", .text, "The name for people."),
                    .required("topic", .text, "The UNTP topic."),
                    .required("leaf", .text, "The leaf of UNTP's taxonomy."),
                    .required("level", .text, "What it is about."), .required("valueType", .text, "What its value is."),
                    .required("metric", .text, "What is measured."), .required("unit", .text, "The unit of the value."),
                    .required("direction", .text, "What is better."),
                    .required("evidence", .text, "Where the evidence stands."),
                    .required("threshold", .text, "What some law or scheme sets, as an example."), status,
                ])), "The criteria."),
    ])

    /// The file `criteria/mapping`.
    static let mapping: Form = .object([
        .required("version", .text, "The version of the mapping."), .required("date", .date, "Its date."),
        .required(
            "sources",
            .map(
                .list(
                    .object([
                        .required("id", .text, "The criterion in its scheme or law."),
                        .required("name", .text, "Its name."),
                        .optional("harmonised", .text, "The criterion that it is mapped to, H01 to H28."),
                        .required(
                            "relation", .choice(CriteriaMapping.Relation.allCases.map(\.rawValue)), "How they relate."),
                        .optional("note", .text, "Why."), status,
                    ]))), "Criteria by scheme or law."),
    ])

    /// A file under `extensions/`.
    static let industryExtension: Form = .object([
        .required("name", .text, "The name by which pilots refer to the extension."),
        .required("title", .text, "The name for people."),
        .required("type", .text, "The type that its credentials have beside those of the core."),
        .required("extends", .list(.choice(["dpp", "dcc", "dfr", "dte", "dia"])), "The credentials that it extends."),
        .required("context", .text, "The IRI of its JSON-LD context."),
        .required("contextFile", .text, "The context itself: a JSON file beside this one."),
        .optional("schemaFile", .text, "A JSON Schema that its credentials satisfy besides: a file beside this one."),
        .optional("members", .map(.text), "What its issuers write at the top of a credential."),
    ])

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
            "Names that the pilot puts on the list of a rule, by the rule; of its own invention."),
        .optional(
            "answersRules", .choice(["true", "false"]),
            "Whether parties also claim what rules where they sell ask for, those included that only take note, as far as a certifier assesses it; false."
        ),
        .optional(
            "buyersAsk", .map(.list(.text)),
            "What buyers in a country ask for themselves, H01 to H28 or a scheme's or law's own, as COPPERMARK/CM05."),
        .optional(
            "mapping", .text, "The mapping of criteria in use, by its file under criteria/; 'mapping' otherwise."),
        .optional(
            "recognition", .map(.list(.text)),
            "The schemes that a country recognises; all of the mapping where nothing is said."),
        .optional(
            "tests",
            .object([
                .required("share", .number(0...1), "The share of arriving consignments of which a sample is tested.")
            ]), "Tests of origin by a laboratory."),
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
        .optional("targets", .map(.number(0...1e12)), "Targets, by measure."),
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

    private static let party: Form = .object([
        .required("name", .text, "The party's legal name."), .required("stage", .text, "Its stage of the chain."),
        .required("country", .text, "Where its facility is."),
        .optional("platform", .text, "Its software platform; that of 'issuedBy' where it has none."),
        .optional(
            "site", .choice(["urban", "remote"]),
            "How its facility is connected: a remote one as its country has it, unless 'syncHours' says how often; urban."
        ),
        .optional("sellsTo", .list(.text), "Its customers; all parties of the next stages where nothing is said."),
        .optional("every", .number(0.01...100_000), "Hours between two batches, for an origin."),
        .optional(
            "certificate", .choice(["valid", "expired", "revoked", "suspended", "wrong-scope"]),
            "The state of its certificate."),
        .optional("certificateDay", .integer(0...3660), "The day on which the certificate expires or is revoked."),
        .optional("unevidencedClaims", .list(.text), "Criteria that it claims without any evidence."),
        .optional(
            "size", .choice(Regulation.Operators.allCases.map(\.rawValue)),
            "Small for a micro or small enterprise, to which some rules apply from another day; large where nothing is said."
        ),
        .optional("correctsAfterHours", .number(0.1...10_000), "Hours after which it corrects its passports."),
        .optional("alteredShare", .number(0...1), "The share of its passports that are changed after signing."),
        .optional(
            "mixes", .choice(["true", "false"]),
            "Whether it mixes what its stage's chain of custody keeps apart; false."),
        .optional(
            "balances", .choice(CustodyBasis.allCases.map(\.rawValue)),
            "What it certifies under a mass balance. batch: of each batch the part that its own inputs earned. account: whole batches, for as long as what all of them earned in the period covers them; batch."
        ),
        .optional(
            "certifiesAll", .choice(["true", "false"]),
            "Whether it certifies all that it makes, whatever its mass balance or its credits allow; false."),
        .optional(
            "carrier", .choice(Carrier.allCases.map(\.rawValue)), "What carries the identifier of its goods; qr-code."),
        .optional(
            "invited", .number(0...3660), "The day on which it is invited to take part; from the first otherwise."),
        .optional(
            "setUp", .number(0...3660), "Days from its invitation until which it makes nothing, as it sets up; 28."),
        .optional(
            "syncHours", .number(0.1...10_000),
            "Hours between two times at which what it recorded offline gets out."),
        .optional(
            "issuedBy", .text,
            "A party on whose software its credentials are issued, once a day, as it has none of its own."),
        .optional(
            "issuedUnder", .choice(["own", "delegate"]),
            "Whose DID stands as the issuer where another party issues: its own, which the other keeps for it, or the other's; own."
        ),
        .optional(
            "fraud",
            .list(
                .object([
                    .required("pattern", .choice(FraudPattern.allCases.map(\.rawValue)), "F01 to F15."),
                    .required("share", .number(0...1), "The share of its batches."),
                    .optional("fromDay", .number(0...3660), "When it begins."),
                ])), "What it does that it ought not to."),
    ])

    private static let certifier: Form = .object([
        .required("name", .text, "The certifier's legal name."), .required("country", .text, "Where it is accredited."),
        .required("platform", .text, "Its software platform."),
        .required("criteria", .list(.text), "The criteria that it assesses."),
        .optional(
            "accreditedFor", .list(.text), "The criteria that it is accredited for; all of them where nothing is said."),
        .optional("scheme", .text, "The scheme by which it assesses."),
        .optional(
            "cites", .choice(Citation.allCases.map(\.rawValue)),
            "Whose criteria its certificates cite. harmonised: the shared vocabulary's; has to be said where the mapping has none of the scheme's for a criterion. scheme: the scheme's own. both: the scheme's own where it has one, and the shared vocabulary's for what it assesses beyond the scheme. harmonised where nothing is said."
        ),
        .optional(
            "digitisedAfterDays", .number(0...3660),
            "Days for which its certificates are on paper, until they are credentials."
        ),
        .optional("renewsEvery", .integer(1...3660), "Days after which it issues its certificates anew."),
        .optional("countries", .list(.text), "Whose facilities it assesses; all where nothing is said."),
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
                    .required("countries", .list(.text), "The countries that are cut off from all others."),
                    .required("day", .number(0...3660), "When it begins, in days from the start."),
                    .required("hours", .number(0.01...100_000), "How long it lasts."),
                ])), "When countries can't be reached."),
        .optional("contextSeconds", .number(0...3600), "How long the context host takes for an answer."),
        .optional(
            "contextRequestsPerHour", .integer(1...1_000_000_000), "How often the context host answers in an hour."),
    ])
}
