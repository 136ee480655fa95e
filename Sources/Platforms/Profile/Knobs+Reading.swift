extension Knobs {
    static let fetching: [Knob] = [
        .choice(
            "fetching.redirects", \.fetching.redirects,
            "What is done with redirects.",
            clause: "UNTP Identity Resolver, Defaults; RFC 9110, section 15.4",
            [
                (.follow, "up to five are followed", []),
                (.refuse, "they are refused", [.init("redirect-refused")]),
            ]),
        .choice(
            "fetching.contexts", \.fetching.contexts,
            "Where JSON-LD contexts are taken from.",
            clause: "VCDM 2.0, Contexts and vocabularies",
            [
                (.bundled, "a bundle whose digests are known", []),
                (
                    .live, "their host, anew for each check",
                    [.init("context-host-throttled", when: .contextHostBusy)]
                ),
            ]),
    ]

    static let discovery: [Knob] = [
        .choice(
            "discovery.linkTypes", \.discovery.linkTypes,
            "Which spellings of a link type are understood.",
            clause: "UNTP Identity Resolver, Link types",
            [
                (.everySpelling, "all in circulation", []),
                (
                    .currentOnly, "the current ones only",
                    [.init("link-type-name-drift", meets: [.init("resolver.linkTypes", "gs1")])]
                ),
            ]),
        .choice(
            "discovery.linksetWord", \.discovery.linksetWord,
            "The query word with which the whole linkset is asked for.",
            clause: "UNTP Identity Resolver, Query",
            [
                (
                    .linkset, "linkset",
                    [.init("linkset-query-word", meets: [.init("resolver.linksetWord", "all-only")])]
                ),
                (
                    .all, "all, as in older pages",
                    [.init("linkset-query-word", meets: [.init("resolver.linksetWord", "linkset-only")])]
                ),
            ]),
        .choice(
            "discovery.variants", \.discovery.variants,
            "Which variant of a link target is taken.",
            clause: "UNTP Identity Resolver, Links; RFC 8288",
            [
                (.byNeed, "the machine-readable one", []),
                (.htmlOnly, "only that for people", [.init("only-html-variant-read")]),
            ]),
    ]

    static let reading: [Knob] = [
        .choice(
            "reading.parser", \.reading.parser,
            "What decides how a body is parsed.",
            clause: "VC-JOSE-COSE, Media types",
            [
                (.byContent, "its content", []),
                (
                    .byContentType, "the Content-Type: JSON only under application/json",
                    [.init("content-type-picks-parser")]
                ),
            ]),
        .choice(
            "reading.mediaTypes", \.reading.mediaTypes,
            "Which media types are accepted.",
            clause: "VC-JOSE-COSE, Media types",
            [
                (.any, "any", []),
                (
                    .registeredOnly, "the registered ones",
                    [.init("token-media-type-refused", meets: [.init("hosting.contentType", "legacy")])]
                ),
                (
                    .jsonOnly, "JSON only",
                    [.init("token-media-type-refused", meets: [.init("securing.carrier", "token")])]
                ),
            ]),
        .choice(
            "reading.envelopeType", \.reading.envelopeType,
            "How the type of an envelope is compared.",
            clause: "VCDM 2.0, Types",
            [
                (.stringOrArray, "as a string or an array", []),
                (
                    .stringOnly, "as a string",
                    [.init("envelope-type-array", meets: [.init("securing.envelopeType", "array")])]
                ),
            ]),
        .choice(
            "reading.dataMediaTypes", \.reading.dataMediaTypes,
            "Which media types are read in an envelope's data URL.",
            clause: "VCDM 2.0, Enveloped Verifiable Credentials",
            [
                (.anyToken, "the registered one and those of drafts", []),
                (
                    .registeredOnly, "the registered one",
                    [
                        .init(
                            "data-url-media-type", meets: [.init("securing.dataMediaType", "application/vc-ld+jwt")])
                    ]
                ),
            ]),
        .choice(
            "reading.payload", \.reading.payload,
            "Where the credential is looked for in a token.",
            clause: "VC-JOSE-COSE, Securing JSON-LD Verifiable Credentials with JOSE",
            [
                (.credentialOnly, "in the payload itself", []),
                (.unwrapsClaim, "in a vc claim too", []),
            ]),
        .choice(
            "events.counting", \.events.counting,
            "How events that arrive twice are counted.",
            clause: "EPCIS 2.0, Event identity",
            [
                (.deduplicated, "once", []),
                (
                    .asReceived, "as often as they arrive",
                    [.init("duplicate-event", meets: [.init("events.sending", "resent")])]
                ),
            ]),
    ]

    static let verifying: [Knob] = [
        .choice(
            "verifying.typ", \.verifying.typ,
            "Which typ headers are accepted.",
            clause: "VC-JOSE-COSE, Media types",
            [
                (.anyKnown, "vc+jwt and what came before it", []),
                (
                    .registeredOnly, "vc+jwt",
                    [.init("typ-header-drift", meets: [.init("securing.typ", "JWT")])]
                ),
            ]),
        .choice(
            "verifying.algorithms", \.verifying.algorithms,
            "Which signature algorithms are accepted.",
            clause: "UNTP VC profile",
            [
                (.all, "EdDSA under both names, and ES256", []),
                (
                    .edDSAFamily, "EdDSA under both names",
                    [.init("alg-family-differs", meets: [.init("securing.algorithm", "ES256")])]
                ),
                (
                    .edDSANameOnly, "EdDSA under that name",
                    [.init("alg-name-differs", meets: [.init("securing.algorithm", "Ed25519")])]
                ),
            ]),
        .choice(
            "verifying.kid", \.verifying.kid,
            "Which forms of key identifiers are accepted.",
            clause: "VC-JOSE-COSE, Using Controlled Identifier Documents",
            [
                (.anyForm, "any that names one key of the issuer", []),
                (.absoluteOnly, "absolute DID URLs", [.init("kid-form", meets: [.init("securing.kid", "fragment")])]),
            ]),
        .choice(
            "verifying.keyEncodings", \.verifying.keyEncodings,
            "Which forms of public keys are understood.",
            clause: "Controlled Identifiers 1.0, Verification methods",
            [
                (.all, "JWK and Multikey", []),
                (
                    .jwkOnly, "JWK",
                    [.init("key-encoding-unsupported", meets: [.init("identity.keyEncoding", "multikey")])]
                ),
                (.multikeyOnly, "Multikey", [.init("key-encoding-unsupported")]),
            ]),
        .choice(
            "verifying.identifiers", \.verifying.identifiers,
            "How product identifiers are compared.",
            clause: "GS1 Digital Link URI Syntax, Canonical form",
            [
                (.canonical, "in their canonical form", []),
                (
                    .exact, "character by character",
                    [.init("product-id-form-differs", meets: [.init("identifiers.form", "epc-urn")])]
                ),
            ]),
        .choice(
            "verifying.undefinedTerms", \.verifying.undefinedTerms,
            "What is done with a property that no context defines.",
            clause: "VCDM 2.0, Type-specific processing",
            [
                (.refused, "the credential is refused, as in safe mode", []),
                (
                    .dropped, "the property is dropped",
                    [.init("undefined-term-dropped", meets: [.init("credential.terms", "undefined")])]
                ),
            ]),
        .choice(
            "verifying.schema", \.verifying.schema,
            "How strictly the schema is applied.",
            clause: "UNTP schemas",
            [
                (.strict, "in full, formats asserted", []),
                (.toleratesExtra, "but for additional properties and formats", []),
                (.off, "not at all", []),
            ]),
        .choice(
            "verifying.status", \.verifying.status,
            "Whether the status of credentials is checked.",
            clause: "Bitstring Status List 1.0, Validate algorithm",
            [
                (.checked, "yes", []),
                (.skipped, "no", [.init("status-never-checked", when: .certificateRevoked)]),
            ]),
        .choice(
            "verifying.statusFamilies", \.verifying.statusFamilies,
            "Which families of status entries and lists are read.",
            clause: "Bitstring Status List 1.0, BitstringStatusListEntry",
            [
                (.current, "the current one", []),
                (.since2021, "that and Status List 2021", []),
                (.since2020, "these and Revocation List 2020", []),
            ]),
        .choice(
            "verifying.statusEncoding", \.verifying.statusEncoding,
            "Which encodings of status lists are read.",
            clause: "Bitstring Status List 1.0, Bitstring expansion",
            [
                (.strict, "the standard's", []),
                (.tolerant, "those without prefix and zlib too", []),
            ]),
        .choice(
            "verifying.statusFailure", \.verifying.statusFailure,
            "What a status list that can't be loaded is taken for.",
            clause: "Bitstring Status List 1.0, Processing errors",
            [
                (.unknown, "an unknown status", []),
                (.revoked, "a revocation", [.init("unreachable-shown-as-revoked", when: .statusHostDown)]),
            ]),
        .choice(
            "verifying.statusIssuer", \.verifying.statusIssuer,
            "Who may sign the status list of a credential.",
            clause: "Bitstring Status List 1.0, BitstringStatusListCredential",
            [
                (.any, "whoever the credential's link leads to", []),
                (
                    .sameOnly, "only the credential's issuer",
                    [.init("status-issuer-differs", meets: [.init("status.signer", "platform")])]
                ),
            ]),
        .integer(
            "verifying.leewaySeconds", \.verifying.leewaySeconds, 0...86_400, unit: "seconds",
            "By how much clocks may disagree before a credential counts as not yet valid.",
            clause: "VCDM 2.0, Validity period",
            [
                (300, "five minutes", []),
                (
                    0, "none",
                    [
                        .init(
                            "not-yet-valid-by-clock",
                            meets: [.init("clock.offsetSeconds", "120"), .init("status.signing", "on-request")])
                    ]
                ),
            ]),
    ]

    static let trust: [Knob] = [
        .choice(
            "trust.roots", \.trust.roots,
            "Which registers are trusted.",
            clause: "UNTP Trust Graphs",
            [
                (.sharedList, "those on the shared list", []),
                (
                    .ownCountry, "those of the platform's own country",
                    [.init("trust-anchor-unknown", when: .foreignIssuer)]
                ),
            ]),
        .integer(
            "trust.depth", \.trust.depth, 1...16, unit: "anchors",
            "How many anchors are followed towards a trusted one.",
            clause: "UNTP Trust Graphs",
            [
                (4, "four", []),
                (1, "one", [.init("chain-depth-limit")]),
            ]),
        .integer(
            "caching.statusSeconds", \.caching.statusSeconds, 0...31_536_000, unit: "seconds",
            "How long a status list is used again without asking, where it does not ask for less.",
            clause: "Bitstring Status List 1.0, ttl",
            [
                (300, "five minutes", []),
                (2_592_000, "thirty days", [.init("stale-status-cache", when: .certificateRevoked)]),
            ]),
        .integer(
            "caching.documentSeconds", \.caching.documentSeconds, 0...31_536_000, unit: "seconds",
            "How long linksets, DID documents and credentials are used again without asking.",
            clause: "RFC 9111, Freshness",
            [(86_400, "a day", [])]),
        .integer(
            "caching.evidenceSeconds", \.caching.evidenceSeconds, 0...31_536_000, unit: "seconds",
            "How long accepted evidence of a product stays on file; meanwhile only its dates and statuses are looked at.",
            clause: "VCDM 2.0, Validation",
            [(2_592_000, "thirty days", [])]),
    ]
}
