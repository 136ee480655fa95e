// What is written beyond the core and how much of it is taken.
extension Knobs {
    private static func harms(_ mode: String, _ path: String, _ value: String) -> Knob.Cause {
        .init(mode, meets: [.init(path, value)])
    }

    static let extending: [Knob] = [
        .choice(
            "credential.extending", \.credential.extending,
            "Whether credentials follow an industry's extension.",
            clause: "UNTP, Extensions",
            [
                (.none, "no", []),
                (
                    .additive, "one that adds a type, a context and a property",
                    [
                        harms("context-not-bundled", "verifying.extensions", "known-contexts-only"),
                        harms("extension-type-not-understood", "verifying.extensions", "known-types-only"),
                        harms("shared-context-cache-corrupt", "verifying.contextCache", "shared"),
                    ]
                ),
                (
                    .careless, "one whose own schema is not kept to",
                    [harms("schema-violation", "verifying.extensions", "understood")]
                ),
                (.replacing, "one that takes away what the core requires", [.init("extension-breaks-core")]),
            ]),
        .choice(
            "credential.redefines", \.credential.redefines,
            "What an inline context of the platform's own redefines.",
            clause: "JSON-LD 1.1, Protected term definitions",
            [
                (.nothing, "there is no such context", []),
                (.protectedTerm, "a term that the core protects", [.init("protected-term-redefined")]),
            ]),
        .choice(
            "credential.spelling", \.credential.spelling,
            "How the property is spelt that describes a certificate.",
            clause: "JSON-LD 1.1, Default vocabulary",
            [
                (.right, "as it is defined", []),
                (
                    .misspelt, "with a slip",
                    [
                        .init("undefined-term-dropped"),
                        .init("scoped-vocab-hides-typos", meets: [.init("credential.release", "0.7.0")]),
                        .init(
                            "same-version-context-changed",
                            meets: [
                                .init("credential.release", "0.7.0"), .init("verifying.contextSnapshot", "older"),
                            ]),
                    ]
                ),
            ]),
        .choice(
            "credential.types", \.credential.types,
            "Which types credentials have.",
            clause: "JSON-LD 1.1 API, Expansion",
            [
                (.mapped, "those that their contexts map", []),
                (.extra, "another one that no context maps", [.init("unmapped-type")]),
            ]),
        .choice(
            "credential.ids", \.credential.ids,
            "How parts of a credential are identified.",
            clause: "VCDM 2.0, Identifiers",
            [
                (.absolute, "by absolute URLs", []),
                (.relative, "by fragments alone", [.init("relative-id-dropped")]),
            ]),
        .choice(
            "credential.embeds", \.credential.embeds,
            "What credentials carry beside their data.",
            clause: "UNTP VC profile",
            [
                (.nothing, "nothing", []),
                (.evidence, "their evidence itself", [harms("payload-over-limit", "fetching.maximumKibibytes", "64")]),
            ]),
        .choice(
            "status.family", \.status.family,
            "Which family the status entries and lists are of, the latter packed as the family asks.",
            clause: "Bitstring Status List 1.0, BitstringStatusListEntry",
            [
                (.bitstring, "BitstringStatusListEntry", []),
                (.statusList2021, "StatusList2021Entry", [.init("status-family-differs")]),
                (.revocationList2020, "RevocationList2020Status", [.init("status-family-differs")]),
            ]),
        .choice(
            "status.listPurpose", \.status.listPurpose,
            "Which purpose status lists name.",
            clause: "Bitstring Status List 1.0, statusPurpose",
            [
                (.ofEntries, "that of the entries that lead to them", []),
                (.alwaysSuspension, "suspension, whatever they are for", [.init("status-purpose-differs")]),
            ]),
        .integer(
            "status.timeToLiveSeconds", \.status.timeToLiveSeconds, 0...31_536_000, unit: "seconds",
            "How long readers may keep a status list, as it says.",
            clause: "Bitstring Status List 1.0, ttl",
            [
                (0, "the list does not say", []),
                (300, "five minutes", []),
            ]),
        .choice(
            "status.indexes", \.status.indexes,
            "Which indexes are given out.",
            clause: "Bitstring Status List 1.0, Validate algorithm",
            [
                (.withinList, "those of the published list", []),
                (.beyondList, "others beyond its end", [.init("index-out-of-range")]),
            ]),
    ]

    static let accepting: [Knob] = [
        .choice(
            "verifying.extensions", \.verifying.extensions,
            "What is made of an industry's extension.",
            clause: "UNTP, Extensions",
            [
                (.readAsCore, "its core is read", []),
                (
                    .understood, "it is read and held to its own schema",
                    [harms("schema-violation", "credential.extending", "careless")]
                ),
                (
                    .knownTypesOnly, "it is refused for its type",
                    [harms("extension-type-not-understood", "credential.extending", "additive")]
                ),
                (
                    .knownContextsOnly, "it is refused for its context",
                    [harms("context-not-bundled", "credential.extending", "additive")]
                ),
            ]),
        .choice(
            "verifying.contextSnapshot", \.verifying.contextSnapshot,
            "Which copy of a release's context is in use, where one was changed under its URL.",
            clause: "VCDM 2.0, Contexts and vocabularies",
            [
                (.current, "today's, which maps everything", []),
                (
                    .older, "an older one, which does not",
                    [
                        .init(
                            "same-version-context-changed",
                            meets: [
                                .init("credential.spelling", "misspelt"), .init("credential.release", "0.7.0"),
                            ])
                    ]
                ),
            ]),
        .choice(
            "verifying.contextCache", \.verifying.contextCache,
            "Where terms are kept that a context defined.",
            clause: "JSON-LD 1.1 API, Context processing",
            [
                (.ofDocument, "with each document", []),
                (
                    .shared, "in one place for all, until the service restarts at night",
                    [harms("shared-context-cache-corrupt", "credential.extending", "additive")]
                ),
            ]),
        .choice(
            "reading.proofs", \.reading.proofs,
            "Which forms of proof are read.",
            clause: "UNTP VC profile; Data Integrity EdDSA Cryptosuites 1.0",
            [
                (.both, "enveloping and embedded ones", []),
                (
                    .envelopedOnly, "enveloping ones",
                    [harms("embedded-not-enveloped", "securing.carrier", "embedded")]
                ),
            ]),
        .integer(
            "fetching.maximumKibibytes", \.fetching.maximumKibibytes, 16...65_536, unit: "kibibytes",
            "The largest document that is taken.",
            clause: "UNTP VC profile",
            [
                (4096, "four mebibytes", []),
                (64, "64 kibibytes", [harms("payload-over-limit", "credential.embeds", "evidence")]),
            ]),
    ]
}
