extension Knobs {
    static let hosting: [Knob] = [
        .choice(
            "hosting.contentType", \.hosting.contentType,
            "The media type under which credentials are served.",
            clause: "VC-JOSE-COSE, Media types",
            [
                (.registered, "application/vc for envelopes, application/vc+jwt for tokens", []),
                (
                    .legacy, "application/ld+json for envelopes, application/jwt for tokens",
                    [.init("token-media-type-refused", meets: [.init("reading.mediaTypes", "registered-only")])]
                ),
            ]),
        .choice(
            "hosting.links", \.hosting.links,
            "The host that the platform's links name.",
            clause: "UNTP Identity Resolver, Links",
            [
                (.publicHost, "the public host", []),
                (
                    .internalHost, "the host inside the platform's own network",
                    [.init("internal-url-leaked")]
                ),
                (
                    .testHost, "a host under the domain for tests",
                    [.init("host-guard-blocks-partner", meets: [.init("fetching.hostGuard", "public-only")])]
                ),
            ]),
    ]

    static let resolver: [Knob] = [
        .choice(
            "resolver.linkTypes", \.resolver.linkTypes,
            "The spelling of link types in linksets.",
            clause: "UNTP Identity Resolver, Link types",
            [
                (.current, "untp:dpp and its siblings", []),
                (.gs1, "the GS1 web vocabulary, gs1:sustainabilityInfo and others", [linkTypeDrift]),
                (.longName, "untp:digitalProductPassport and its siblings", [linkTypeDrift]),
                (.vocabularyURL, "absolute URLs of the vocabulary", [linkTypeDrift]),
                (
                    .ownDomain, "absolute URLs under the resolver's own domain",
                    [
                        linkTypeDrift,
                        .init("link-key-tied-to-domain", meets: [.init("discovery.linkKeys", "queried-host")]),
                    ]
                ),
            ]),
        .choice(
            "resolver.linksetWord", \.resolver.linksetWord,
            "The query word that gets the whole linkset.",
            clause: "UNTP Identity Resolver, Query; ISO/IEC 18975",
            [
                (.both, "linkset and all", []),
                (
                    .linksetOnly, "linkset only",
                    [.init("linkset-query-word", meets: [.init("discovery.linksetWord", "all")])]
                ),
                (.allOnly, "all only", [.init("linkset-query-word")]),
            ]),
        .choice(
            "resolver.linksetShape", \.resolver.linksetShape,
            "The shape of the linkset document.",
            clause: "RFC 9264, section 4.2",
            [
                (.rfc9264, "link context objects with an anchor and relations", []),
                (.flatList, "a flat list of links", [.init("linkset-shape-invalid")]),
            ]),
    ]

    private static let linkTypeDrift = Knob.Cause(
        "link-type-name-drift", meets: [.init("discovery.linkTypes", "current-only")])

    static let identity: [Knob] = [
        .choice(
            "identity.didPath", \.identity.didPath,
            "How the path of a did:web is written.",
            clause: "did:web Method Specification, Method-specific identifier",
            [
                (.colons, "with colons", []),
                (.slashes, "with slashes, as in the URL", [.init("did-web-slash-path")]),
            ]),
        .choice(
            "identity.port", \.identity.port,
            "The port of a did:web whose host listens on 8443.",
            clause: "did:web Method Specification, Method-specific identifier",
            [
                (.none, "the default port, so none is written", []),
                (.encoded, "percent-encoded once", []),
                (.raw, "as :8443", [.init("did-web-port-encoding")]),
            ]),
        .choice(
            "identity.keyEncoding", \.identity.keyEncoding,
            "The form of public keys in DID documents.",
            clause: "Controlled Identifiers 1.0, Verification methods",
            [
                (.jwk, "JsonWebKey with publicKeyJwk", [keyEncoding(.init("verifying.keyEncodings", "multikey-only"))]),
                (
                    .multikey, "Multikey with publicKeyMultibase",
                    [keyEncoding(.init("verifying.keyEncodings", "jwk-only"))]
                ),
                (
                    .multikeyWithoutCodec, "publicKeyMultibase of the bare key bytes",
                    [.init("multikey-codec-missing")]
                ),
            ]),
        .choice(
            "identity.assertionMethod", \.identity.assertionMethod,
            "Whether signing keys are listed for assertions.",
            clause: "Controlled Identifiers 1.0, Assertion",
            [
                (.listed, "under assertionMethod", []),
                (.notListed, "as verification methods only", [.init("key-not-for-assertion")]),
            ]),
        .choice(
            "identity.rotation", \.identity.rotation,
            "What becomes of signing keys every thirty days.",
            clause: "did:web Method Specification, Key rotation",
            [
                (.none, "they are kept in use", []),
                (.keepsOldKeys, "replaced; retired keys stay in the DID document", []),
                (
                    .removesOldKeys, "replaced; retired keys are removed",
                    [.init("key-rotated-away", when: .longLived)]
                ),
            ]),
        .choice(
            "identity.anchorService", \.identity.anchorService,
            "Whether the DID document names the identity anchor.",
            clause: "UNTP Digital Identity Anchor, Discovery",
            [
                (.published, "as a service of type untp:dia", []),
                (.absent, "not at all", [.init("anchor-not-discoverable")]),
            ]),
        .choice(
            "identifiers.form", \.identifiers.form,
            "The form of product identifiers in credentials.",
            clause: "UNTP Identity Resolver, Linked data needs; GS1 Digital Link URI Syntax",
            [
                (.digitalLink, "GS1 Digital Link URL with a 14-digit GTIN", []),
                (.epcURN, "EPC URN", [joinLost("product-id-form-differs")]),
                (.gtin13, "GS1 Digital Link URL with a 13-digit GTIN", [joinLost("gtin-padding")]),
                (.trailingSlash, "GS1 Digital Link URL with a trailing slash", [joinLost("url-not-normalised")]),
            ]),
    ]

    private static func keyEncoding(_ setting: Knob.Setting) -> Knob.Cause {
        Knob.Cause("key-encoding-unsupported", meets: [setting])
    }

    private static func joinLost(_ mode: String) -> Knob.Cause {
        Knob.Cause(mode, meets: [.init("verifying.identifiers", "exact")])
    }

    static let securing: [Knob] = [
        .choice(
            "securing.carrier", \.securing.carrier,
            "What a credential is published as.",
            clause: "VC-JOSE-COSE, Securing JSON-LD Verifiable Credentials with JOSE",
            [
                (.enveloped, "an EnvelopedVerifiableCredential", []),
                (
                    .token, "the bare token",
                    [.init("token-media-type-refused", meets: [.init("reading.mediaTypes", "json-only")])]
                ),
                (
                    .embedded, "a credential with a proof in it, eddsa-jcs-2022",
                    [.init("embedded-not-enveloped", meets: [.init("reading.proofs", "enveloped-only")])]
                ),
                (
                    .embeddedFormerSuite, "the same under the suite's former name",
                    [.init("cryptosuite-name-drift")]
                ),
            ]),
        .choice(
            "securing.envelopeType", \.securing.envelopeType,
            "The type of an envelope.",
            clause: "VCDM 2.0, Enveloped Verifiable Credentials",
            [
                (.string, "a string", []),
                (
                    .array, "an array of one string",
                    [.init("envelope-type-array", meets: [.init("reading.envelopeType", "string-only")])]
                ),
            ]),
        .choice(
            "securing.dataMediaType", \.securing.dataMediaType,
            "The media type in an envelope's data URL.",
            clause: "VCDM 2.0, Enveloped Verifiable Credentials",
            [
                (.registered, "the registered type", []),
                (.draftLD, "that of an early draft", [dataMediaType]),
                (.draftPlus, "that of a later draft", [dataMediaType]),
            ]),
        .choice(
            "securing.typ", \.securing.typ,
            "The typ header of a token.",
            clause: "VC-JOSE-COSE, Media types",
            [
                (.registered, "the registered type", []),
                (.plainJWT, "JWT", [typDrift]),
                (.draft, "that of a draft", [typDrift]),
                (.absent, "none", [typDrift]),
            ]),
        .choice(
            "securing.algorithm", \.securing.algorithm,
            "The signature algorithm and its name.",
            clause: "UNTP VC profile; RFC 9864",
            [
                (.edDSA, "Ed25519 under the name EdDSA", []),
                (
                    .ed25519, "Ed25519 under its own name",
                    [.init("alg-name-differs", meets: [.init("verifying.algorithms", "eddsa-name-only")])]
                ),
                (
                    .es256, "ECDSA on P-256",
                    [.init("alg-family-differs", meets: [.init("verifying.algorithms", "eddsa-family")])]
                ),
            ]),
        .choice(
            "securing.kid", \.securing.kid,
            "The form of the key identifier in a token.",
            clause: "VC-JOSE-COSE, Using Controlled Identifier Documents",
            [
                (.absolute, "an absolute DID URL", []),
                (.fragment, "a fragment", [kidForm]),
                (.bareDID, "the DID alone", [kidForm]),
            ]),
        .choice(
            "securing.payload", \.securing.payload,
            "Where the credential stands in a token.",
            clause: "VC-JOSE-COSE, Securing JSON-LD Verifiable Credentials with JOSE",
            [
                (.credential, "it is the payload", []),
                (.vcClaim, "in a vc claim, as with data model 1.1", [.init("payload-wrapped-in-vc-claim")]),
            ]),
        .choice(
            "securing.timeClaims", \.securing.timeClaims,
            "The time claims of a token beside the credential's own validity.",
            clause: "VC-JOSE-COSE, JWT claims",
            [
                (.none, "none", []),
                (.agreeing, "the same times", []),
                (.contradicting, "a shorter validity", [.init("token-dates-disagree")]),
            ]),
        .choice(
            "securing.tokenID", \.securing.tokenID,
            "The jti claim of a token beside the credential's own id.",
            clause: "VC-JOSE-COSE, JWT claims",
            [
                (.none, "none", []),
                (.agreeing, "the credential's id", []),
                (.ofToken, "a number of the token's own", [.init("token-names-disagree")]),
            ]),
    ]

    private static let dataMediaType = Knob.Cause(
        "data-url-media-type", meets: [.init("reading.dataMediaTypes", "registered-only")])
    private static let typDrift = Knob.Cause("typ-header-drift", meets: [.init("verifying.typ", "registered-only")])
    private static let kidForm = Knob.Cause("kid-form", meets: [.init("verifying.kid", "absolute-only")])
}
