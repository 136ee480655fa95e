import UNTP

// The form of value chains.
extension ScenarioForm {
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
        .required("id", .text, "The name by which parties refer to the stage: letters, digits and hyphens."),
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
        .optional(
            "issues", credentialTypes,
            "What its actors issue; DPP, DTE and DFR where nothing is said. Without a DPP they sell on what they buy under its own passports, as traders do, and the events that they might issue are not simulated."
        ),
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
        .optional("countries", .list(.text), "Where it typically stands, by ISO codes."),
        .optional("claims", .list(claim), "What passports of the output claim."), status,
    ])

    private static let claim: Form = .object(
        [
            .required("criterion", .text, "The harmonised criterion, H01 to H28."),
            .required("metric", .text, "What is measured."),
            .required("unit", .text, "The unit of the value, a UN/ECE Recommendation 20 code."),
        ] + triangle())
}
