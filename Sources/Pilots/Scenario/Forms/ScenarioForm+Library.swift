import Platforms
import UNTP

// The forms of the library's other files.
extension ScenarioForm {
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
        .required("accreditation", .text, "The accreditation body, which anchors the country's certifiers."),
        .optional("otherAccreditation", .list(.text), "Other accreditation bodies, and for what, for people."),
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
            "unions", .list(.text), "The unions that it belongs to, as EU: rules whose market is a union hold there."),
        .optional(
            "regulations", .list(.text),
            "The rules that hold there, for people, by the names of their files: each rule says itself where it holds."),
        .optional(
            "provenance", provenance(of: ["identifier", "register", "permits", "location", "online", "connectivity"]),
            "Where a group of values comes from; the status where it isn't named."),
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
}
