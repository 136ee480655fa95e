/// The forms of all scenario files.
enum ScenarioForm {
    static let provenance: Form = .choice(["read", "recalled", "assumption", "judgement"])

    /// Where groups of values come from that are named by their own words.
    static func provenance(of groups: [String]) -> Form {
        .object(groups.map { .optional($0, provenance, "Where what is said of it comes from.") })
    }

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
}
