import UNTP

// The forms of those who take part in a pilot.
extension ScenarioForm {
    static let party: Form = .object([
        .required("name", .text, "The party's legal name."), .required("stage", .text, "Its stage of the chain."),
        .required("country", .text, "Where its facility is."),
        .optional("platform", .text, "Its software platform; that of 'issuedBy' where it has none."),
        .optional(
            "site", .choice(["urban", "remote"]),
            "How its facility is connected: a remote one as its country has it, unless 'syncHours' says how often; urban."
        ),
        .optional(
            "sellsTo", .list(.text), "Its customers, none in []; all parties of the next stages where nothing is said."),
        .optional("every", .number(0.01...100_000), "Hours between two batches, for an origin."),
        .optional(
            "certificate", .choice(["valid", "expired", "revoked", "suspended", "wrong-scope"]),
            "The state of its certificate: expired, revoked and suspended from certificateDay on."),
        .optional(
            "certificateDay", .integer(0...3660),
            "The day on which the certificate expires, or is revoked or suspended; \(ScenarioLoader.usualCertificateDay) where nothing is said."
        ),
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
            "carrier", .choice(Carrier.allCases.map(\.rawValue)),
            "What carries the identifier of its goods. qr-code: a link, which has room for the key of a sealed passport as well. data-matrix: element strings. barcode: the GTIN alone, and somebody types the lot from the papers. rfid: an EPC; qr-code."
        ),
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
                    .optional(
                        "share", .number(0...1),
                        "The share of its batches; the pattern's base rate where nothing is said."),
                    .optional("fromDay", .number(0...3660), "When it begins."),
                ])), "What it does that it ought not to."),
    ])

    static let certifier: Form = .object([
        .required("name", .text, "The certifier's legal name."), .required("country", .text, "Where it is accredited."),
        .required("platform", .text, "Its software platform."),
        .required("criteria", .list(.text), "The criteria that it assesses."),
        .optional(
            "accreditedFor", .list(.text),
            "The harmonised criteria that it is accredited for, whichever its certificates cite; all of them where nothing is said."
        ),
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
}
