// How documents and links are put where others find them, and how others look for them.
extension Knobs {
    /// An issuing side's setting that does harm to a reader with a setting of its own.
    private static func harms(_ mode: String, _ path: String, _ value: String) -> [Knob.Cause] {
        [.init(mode, meets: [.init(path, value)])]
    }

    static let publishing: [Knob] = [
        .choice(
            "hosting.crossOrigin", \.hosting.crossOrigin,
            "Whether answers allow scripts of other sites to read them.",
            clause: "WHATWG Fetch, CORS protocol",
            [
                (.allowed, "Access-Control-Allow-Origin: *", []),
                (.silent, "no header", harms("cors-missing-on-host", "fetching.runtime", "browser")),
            ]),
        .integer(
            "hosting.upgradeDay", \.hosting.upgradeDay, 1...3660, unit: "days",
            "The day of the run on which the platform is upgraded, where it is at all.",
            clause: "UNTP, Releases",
            [(25, "the twenty-fifth", [])]),
        .choice(
            "hosting.paths", \.hosting.paths,
            "Whether published paths outlive an upgrade.",
            clause: "UNTP Identity Resolver, Links",
            [
                (.stable, "yes", []),
                (
                    .movedByUpgrade, "no: documents are served under new paths only",
                    [.init("service-path-version-skew")]
                ),
            ]),
        .choice(
            "hosting.versions", \.hosting.versions,
            "What a link to a document leads to once the document was issued anew.",
            clause: "UNTP Identity Resolver, Versions",
            [
                (.kept, "the version that was linked", []),
                (
                    .latestOnly, "the newest version",
                    [.init("latest-instead-of-pinned", when: .certificateRenewed)]
                ),
            ]),
        .choice(
            "resolver.relationEncoding", \.resolver.relationEncoding,
            "How link relations are written in linksets.",
            clause: "RFC 9264, section 4.2; RFC 3986, section 2",
            [
                (.plain, "as they are registered", []),
                (.percent, "percent-encoded", harms("linktype-encoding", "discovery.relations", "as-written")),
            ]),
        .choice(
            "resolver.linkHeader", \.resolver.linkHeader,
            "How many links the Link header holds.",
            clause: "RFC 8288, section 3",
            [
                (.complete, "all", []),
                (
                    .limited, "as many as 250 bytes bear",
                    harms("link-header-truncated", "discovery.source", "header")
                ),
            ]),
        .choice(
            "resolver.defaultLink", \.resolver.defaultLink,
            "What an identifier leads to when nothing particular is asked for.",
            clause: "UNTP Identity Resolver, Defaults",
            [
                (.page, "a page for people", []),
                (
                    .linkset, "the linkset",
                    harms("default-link-not-followed", "discovery.entry", "default-link")
                ),
            ]),
        .choice(
            "resolver.languageAttribute", \.resolver.languageAttribute,
            "The attribute that says in which language a link's target is.",
            clause: "RFC 9264, section 4.2.4.1",
            [
                (.hreflang, "hreflang, a list", []),
                (.lang, "lang, a single value", harms("language-attribute-skew", "discovery.language", "matched")),
            ]),
        .choice(
            "resolver.anchors", \.resolver.anchors,
            "The identifier that links are filed under.",
            clause: "RFC 9264, section 4.2.2",
            [
                (.current, "the one that was asked for", []),
                (
                    .formerDomain, "the one under the resolver's former domain",
                    harms("stale-linkset-after-upgrade", "discovery.anchors", "checked")
                ),
            ]),
        .choice(
            "resolver.variants", \.resolver.variants,
            "Which variants of a passport are registered.",
            clause: "UNTP Identity Resolver, Links; RFC 8288",
            [
                (.machine, "the machine-readable one", []),
                (.machineAndPage, "that and a page for people", []),
                (
                    .collapsed, "both, of which the resolver keeps the first",
                    harms("duplicate-variant-collapsed", "discovery.variants", "html-only")
                ),
            ]),
        .choice(
            "resolver.vocabulary", \.resolver.vocabulary,
            "Which link relations the resolver takes.",
            clause: "UNTP Identity Resolver, Link types",
            [
                (.open, "any", []),
                (
                    .closed, "those registered by UNTP and GS1",
                    harms("unregistered-link-type-rejected", "resolver.linkTypes", "long-name")
                ),
            ]),
        .choice(
            "resolver.mediaTypes", \.resolver.mediaTypes,
            "Which media types of link targets the resolver takes.",
            clause: "RFC 9264, section 4.2.4.1",
            [
                (.any, "any", []),
                (
                    .curated, "those on a list without tokens",
                    harms("media-type-list-closed", "securing.carrier", "token")
                ),
            ]),
        .choice(
            "resolver.walksUp", \.resolver.walksUp,
            "Whether an item or a batch is answered with its model's links too.",
            clause: "UNTP Identity Resolver, Granularity",
            [
                (.toParents, "yes", []),
                (.no, "no", harms("granularity-mismatch", "identifiers.granularity", "model")),
            ]),
        .choice(
            "identifiers.granularity", \.identifiers.granularity,
            "What a passport is issued for.",
            clause: "UNTP Digital Product Passport, Granularity",
            [
                (.batch, "each batch", []),
                (.model, "the model, for all its batches", [.init("granularity-mismatch")]),
            ]),
        .choice(
            "identifiers.numbers", \.identifiers.numbers,
            "Which numbers products have.",
            clause: "GS1 General Specifications, Restricted circulation numbers",
            [
                (.allocated, "numbers allocated by GS1", []),
                (
                    .restricted, "numbers for use within a company",
                    harms("check-digit-policy", "verifying.numbers", "allocated-only")
                ),
            ]),
        .choice(
            "identity.dids", \.identity.dids,
            "Under which DIDs a customer issues.",
            clause: "UNTP Digital Identity Anchor",
            [
                (.one, "one, which its identity anchor names", []),
                (.oneForEvents, "another for events, which no anchor names", [.init("several-dids-one-party")]),
            ]),
    ]

    static let looking: [Knob] = [
        .choice(
            "fetching.runtime", \.fetching.runtime,
            "Where the reader runs.",
            clause: "WHATWG Fetch, CORS protocol",
            [
                (.server, "on a server", []),
                (
                    .browser, "in a browser, which enforces the same-origin policy",
                    harms("cors-missing-on-host", "hosting.crossOrigin", "silent")
                ),
            ]),
        .choice(
            "fetching.hostGuard", \.fetching.hostGuard,
            "From which hosts documents are fetched.",
            clause: "did:web Method Specification, Security and privacy considerations",
            [
                (.open, "any that answers", []),
                (
                    .publicOnly, "hosts with public names",
                    harms("host-guard-blocks-partner", "hosting.links", "test")
                ),
            ]),
        .choice(
            "discovery.relations", \.discovery.relations,
            "How link relations are compared.",
            clause: "RFC 3986, section 6",
            [
                (.decoded, "with percent-encoding undone", []),
                (
                    .asWritten, "as they are written",
                    harms("linktype-encoding", "resolver.relationEncoding", "percent")
                ),
            ]),
        .choice(
            "discovery.linkKeys", \.discovery.linkKeys,
            "Under whose domain an absolute link relation may stand.",
            clause: "RFC 8288, section 2.1.2",
            [
                (.anyHost, "any", []),
                (
                    .queriedHost, "that of the resolver which was asked",
                    harms("link-key-tied-to-domain", "resolver.linkTypes", "own-domain")
                ),
            ]),
        .choice(
            "discovery.source", \.discovery.source,
            "Where links are read.",
            clause: "RFC 9264; RFC 8288",
            [
                (.body, "the linkset", []),
                (
                    .header, "the Link header alone",
                    harms("link-header-truncated", "resolver.linkHeader", "limited")
                ),
            ]),
        .choice(
            "discovery.entry", \.discovery.entry,
            "How a scanned identifier is entered.",
            clause: "UNTP Identity Resolver, Defaults",
            [
                (.linkset, "by asking for the linkset", []),
                (
                    .defaultLink, "by opening it first, as a phone's camera does",
                    harms("default-link-not-followed", "resolver.defaultLink", "linkset")
                ),
            ]),
        .choice(
            "discovery.language", \.discovery.language,
            "Which languages of link targets are taken.",
            clause: "RFC 9264, section 4.2.4.1",
            [
                (.any, "any", []),
                (
                    .matched, "those that name the reader's own under hreflang",
                    harms("language-attribute-skew", "resolver.languageAttribute", "lang")
                ),
            ]),
        .choice(
            "discovery.anchors", \.discovery.anchors,
            "Whether links must be about the identifier that was asked for.",
            clause: "RFC 9264, section 4.2.2",
            [
                (.ignored, "no", []),
                (
                    .checked, "yes",
                    harms("stale-linkset-after-upgrade", "resolver.anchors", "former-domain")
                ),
            ]),
        .choice(
            "verifying.numbers", \.verifying.numbers,
            "Which GTINs are taken for valid.",
            clause: "GS1 General Specifications, Check digit calculations",
            [
                (.checkDigit, "those with a right check digit", []),
                (
                    .allocatedOnly, "those outside the ranges for use within a company too",
                    harms("check-digit-policy", "identifiers.numbers", "restricted")
                ),
            ]),
    ]
}
