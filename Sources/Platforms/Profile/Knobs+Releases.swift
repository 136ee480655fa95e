// Which releases of UNTP are written and read.
extension Knobs {
    private static func harms(
        _ mode: String, _ path: String, _ value: String, when: Knob.Circumstance = .always
    ) -> Knob.Cause {
        .init(mode, meets: [.init(path, value)], when: when)
    }

    static let writingReleases: [Knob] = [
        .choice(
            "credential.release", \.credential.release,
            "The release in which credentials are issued; types whose shape it does not settle stay at 0.6.1.",
            clause: "UNTP, Releases",
            [
                (.v0_6_1, "0.6.1", []),
                (.v0_6_0, "0.6.0", []),
                (.v0_5_0, "0.5.0", [harms("schema-skew-0-5-to-0-6", "verifying.releases", "0.6-only")]),
                (
                    .v0_7_0, "0.7.0",
                    [
                        harms("schema-skew-0-6-to-0-7", "verifying.releases", "0.6-only"),
                        harms("schema-not-found-by-url", "verifying.schemaLookup", "url-pattern"),
                        harms("topic-code-vs-topic-object", "verifying.topics", "as-written"),
                    ]
                ),
                (
                    .upgrades, "0.6.1, and 0.7.0 from the day of the upgrade on",
                    [
                        harms(
                            "schema-skew-0-6-to-0-7", "verifying.releases", "0.6-only", when: .certificateRenewed),
                        harms(
                            "schema-not-found-by-url", "verifying.schemaLookup", "url-pattern",
                            when: .certificateRenewed),
                        harms(
                            "topic-code-vs-topic-object", "verifying.topics", "as-written", when: .certificateRenewed),
                    ]
                ),
            ]),
        .choice(
            "credential.codes", \.credential.codes,
            "Whose codes are written for the level of an assessment.",
            clause: "UNTP Digital Conformity Credential, assessmentLevel",
            [
                (.ofRelease, "those of the release", []),
                (.ofNext, "those of the next release", [.init("enum-code-changed")]),
            ]),
        .choice(
            "credential.claimFlag", \.credential.claimFlag,
            "Whether a claim says that it is one of conformance.",
            clause: "UNTP Digital Product Passport, Claim",
            [
                (.stated, "yes, as 0.6.1 asks", []),
                (.omitted, "no, as what comes after it has it", [.init("claim-flag-removed")]),
            ]),
        .choice(
            "status.index", \.status.index,
            "How the index of a status entry is written.",
            clause: "Bitstring Status List 1.0, statusListIndex",
            [
                (
                    .text, "as text, as W3C has it",
                    [harms("schema-contradicts-standard", "verifying.statusIndex", "number")]
                ),
                (
                    .number, "as a number, as the schemas of 0.7.0 have it",
                    [harms("schema-contradicts-standard", "verifying.statusIndex", "text")]
                ),
            ]),
    ]

    static let readingReleases: [Knob] = [
        .choice(
            "verifying.releases", \.verifying.releases,
            "Which releases are read.",
            clause: "UNTP, Releases",
            [
                (.all, "all whose shape is known", []),
                (
                    .sixthOnly, "0.6.0 and 0.6.1",
                    [
                        harms("schema-skew-0-5-to-0-6", "credential.release", "0.5.0"),
                        harms("schema-skew-0-6-to-0-7", "credential.release", "0.7.0"),
                    ]
                ),
            ]),
        .choice(
            "verifying.schemaLookup", \.verifying.schemaLookup,
            "How the schema of a credential is found.",
            clause: "VCDM 2.0, Data schemas",
            [
                (.table, "by type and release", []),
                (
                    .urlPattern, "by a pattern of the context's URL",
                    [harms("schema-not-found-by-url", "credential.release", "0.7.0")]
                ),
            ]),
        .choice(
            "verifying.requiredFields", \.verifying.requiredFields,
            "Which fields must be there.",
            clause: "UNTP, Releases",
            [
                (.ofRelease, "those that the credential's release requires", []),
                (.ofNext, "those that 0.7.0 requires", [.init("required-field-added")]),
            ]),
        .choice(
            "verifying.statusIndex", \.verifying.statusIndex,
            "Which forms of a status index are read.",
            clause: "Bitstring Status List 1.0, statusListIndex",
            [
                (.either, "text and numbers", []),
                (.text, "text", [harms("schema-contradicts-standard", "status.index", "number")]),
                (.number, "numbers", [.init("schema-contradicts-standard")]),
            ]),
        .choice(
            "verifying.topics", \.verifying.topics,
            "How topics of different releases are compared.",
            clause: "UNTP Conformity Topics",
            [
                (.mapped, "by a mapping", []),
                (
                    .asWritten, "as they are written",
                    [harms("topic-code-vs-topic-object", "credential.release", "0.7.0")]
                ),
            ]),
    ]
}
