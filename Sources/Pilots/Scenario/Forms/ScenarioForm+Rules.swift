import UNTP

// The forms of what laws and certificate schemes say.
extension ScenarioForm {
    /// A file under `regulations/`.
    static let regulation: Form = .object([
        .required("id", .text, "The name by which pilots refer to the rule."),
        .required("title", .text, "The name for people."),
        .required("instrument", .text, "The law, as it is cited."),
        .required(
            "market", .list(.text),
            "The countries in whose territory it holds, by their codes, or unions that countries' files say they belong to."
        ),
        .required(
            "direction", .choice(Regulation.Direction.allCases.map(\.rawValue)),
            "Which consignments it looks at; those placed on the market come in from elsewhere, or from their maker in it. What leaves its market is judged as it does so, on the seller's side, and all else as it arrives."
        ),
        .required("appliesFrom", .date, "The first day on which it applies.", group: "dates"),
        .optional(
            "dates",
            .list(
                .object([
                    .required("name", .text, "The name by which pilots choose it."),
                    .required("date", .date, "The first day by this source."), status,
                ])), "Other dates that sources state, or that were law before."),
        .optional("appliesUntil", .date, "The last day on which it applies, where there is one.", group: "dates"),
        .optional("disputed", .choice(["true", "false"]), "Whether sources disagree on the date."),
        .required(
            "products", .list(.text),
            "Prefixes of HS codes; none where it concerns organisations. Goods whose code has fewer digits are not looked at."
        ),
        .required(
            "demands", .list(.text),
            "The criteria that evidence has to answer, H01 to H28 or a scheme's or law's own, as COPPERMARK/CM05."),
        .optional("ban", .choice(["true", "false"]), "Whether such goods may not pass, whatever the evidence; false."),
        .optional(
            "operators", .choice(Regulation.Operators.allCases.map(\.rawValue)),
            "Whose goods it looks at, by the size of who places them on the market; all where nothing is said."),
        .optional(
            "requires", .list(.object(requirement)),
            "What evidence has to hold for besides, as far as credentials tell: one thing in each."),
        .optional(
            "entities", .list(.text),
            "The names of those who may not have made anything on the way, where noneOf is required; a pilot adds its own."
        ),
        .optional("check", .text, "What is checked, in words, and what of it is not simulated."),
        .optional(
            "perImporterTonnes", .number(0...1e9), "The mass for each importer and year from which on it applies."),
        .optional(
            "quota",
            .object([
                .required("perHolderTonnes", .number(0...1e12), "What a seller may send in a calendar month."), status,
            ]),
            "A quota: what is more waits for the next month, or until the rule ends, and is exported when it leaves."),
        .required(
            "onLack",
            .object([
                .required("action", .choice(Regulation.Action.allCases.map(\.rawValue)), "What then happens."),
                .optional("low", .number(0...3660), "The least days that goods are held."),
                .optional("typical", .number(0...3660), "The usual days."),
                .optional("high", .number(0...3660), "The most days."),
                .optional("releasedShare", .number(0...1), "The share that is released in the end."), status,
            ]), "What becomes of a consignment that lacks evidence."),
        .optional("note", .text, "What else there is to know."),
        .optional(
            "provenance", provenance(of: ["dates"]),
            "Where the dates come from, as 'dates'; the status where nothing is said."),
        status,
    ])

    private static let requirement: [FormField] = [
        .optional("criterion", .text, "A proven claim of the product on a criterion, H01 to H28, has a value."),
        .optional("trace", .choice(["origin"]), "All that it was made from is traced to its extraction or harvest."),
        .optional("mass", .choice(["closed"]), "At each step no more was made or used than there was."),
        .optional("noneOf", .choice(["entities"]), "None of the rule's entities made anything on the way."),
        .optional("origin", .list(.text), "Its materials are from these countries."),
        .optional("atLeast", .number(0...1e9), "The least value, or the least percentage of the mass."),
        .optional("atMost", .number(0...1e9), "The largest value."),
        .optional("unit", .text, "The unit of the value, as claims have it."),
    ]

    /// A file under `schemes/`.
    static let scheme: Form = .object([
        .required("id", .text, "The name by which chains and certifiers refer to the scheme."),
        .required("name", .text, "The name for people."), .required("owner", .text, "Who owns it."),
        .required("country", .text, "Where its owner is."),
        .optional("commodities", .list(.text), "What it is about, for people."),
        .optional("stages", .list(.text), "Where along a chain it applies, for people: chains name their schemes."),
        .optional(
            "countries", .list(.text),
            "Where it can be had, by ISO codes: permits and national schemes are for one country's sites. Everywhere where nothing is said."
        ),
        .optional("subject", .text, "What is assessed, for people."),
        .optional("attestation", .text, "How it is attested, for people."),
        .optional("levels", .list(.text), "The levels that it gives, for people."),
        .optional(
            "validityMonths", .number(1...1200),
            "For how long a certificate is valid: its holder has it renewed in time. For good where nothing is said."),
        .optional(
            "surveillanceMonths", .number(1...1200),
            "How often its holder is looked at in between: the certificate is then issued anew, valid for as long as before."
        ),
        .optional(
            "custody", .list(.choice(CustodyModel.allCases.map(\.rawValue))),
            "The models of chain of custody that it certifies: a stage that goes by another can't be certified by it."),
        .optional("untp", .text, "What is known of its use of UNTP."),
        .optional("note", .text, "What else there is to know."), status,
    ])
}
