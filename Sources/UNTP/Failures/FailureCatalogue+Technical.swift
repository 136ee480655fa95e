extension FailureCatalogue {
    static let transport: [FailureMode] = [
        .init(
            "cors-missing-on-host", "Not readable from a browser", .transport, tier: 1, .blocking, .issuer,
            "The host does not allow pages of other sites to read its answers, so a browser hides them.",
            issuer: "Send Access-Control-Allow-Origin on credentials, DID documents, contexts and status lists.",
            verifier: "Tell a blocked answer from a broken one, or fetch through a server.",
            clause: "WHATWG Fetch, CORS protocol", .should),
        .init(
            "host-guard-blocks-partner", "Host kept away from", .transport, tier: 1, .blocking, .issuer,
            "The link names a host of a test network, and the reader fetches from public hosts only.",
            issuer: "Publish under a public https host before you register links.",
            verifier: "Name the host that was refused.",
            clause: "did:web Method Specification, Security and privacy considerations", .should),
        .init(
            "service-path-version-skew", "Gone with an upgrade", .transport, tier: 1, .blocking, .issuer,
            "An upgrade moved documents to other paths, and links that were signed or printed lead nowhere.",
            issuer: "Keep old paths alive as redirects for as long as the goods are.",
            verifier: "Look the document up in the resolver again.", clause: "UNTP Identity Resolver, Links", .must),
        .init(
            "content-type-picks-parser", "Parser chosen by Content-Type", .transport, tier: 1, .blocking, .verifier,
            "A correct envelope is thrown at the token parser because its Content-Type is not application/json.",
            issuer: "Serve envelopes as application/vc, and say so in your documentation.",
            verifier: "Look at the first bytes to choose a parser, whatever the Content-Type says.",
            clause: "VC-JOSE-COSE, Media types", .should),
        .init(
            "token-media-type-refused", "Media type refused", .transport, tier: 1, .blocking, .ambiguous,
            "The credential arrives, and is turned away for the media type under which it was served.",
            issuer: "Serve tokens as application/vc+jwt and envelopes as application/vc.",
            verifier: "Take raw tokens and envelopes under any of the media types in use.",
            clause: "VC-JOSE-COSE, Media types", .must),
        .init(
            "redirect-refused", "Redirect refused", .transport, tier: 1, .blocking, .verifier,
            "The resolver points on to the company's own resolver, and the reader will not go there.",
            issuer: "Keep chains of redirects short and on https.",
            verifier: "Follow a handful of https redirects and check the host again at each.",
            clause: "UNTP Identity Resolver, Defaults; RFC 9110, section 15.4", .must),
        .init(
            "internal-url-leaked", "Link into a private network", .transport, tier: 1, .blocking, .issuer,
            "A published link names a host that exists only inside the issuer's own network.",
            issuer: "Set the public base URL of your storage and try each link from outside.",
            verifier: "Report the host of a dead link, so that its owner sees the cause.",
            clause: "UNTP Identity Resolver, Links", .must),
        .init(
            "context-host-throttled", "Context host refuses further requests", .transport, tier: 1, .blocking,
            .verifier,
            "Verification works for a while and then fails for everybody, because contexts are fetched anew each time.",
            issuer: "Use only contexts that verifiers can bundle.",
            verifier: "Bundle well-known contexts and keep others with their digest.",
            clause: "VCDM 2.0, Contexts and vocabularies", .should),
        .init(
            "slow-context-timeout", "Context came too late", .transport, tier: 1, .degrading, .network,
            "A context did not arrive in time, and the verdict changes on the next attempt.",
            issuer: "Refer to contexts on hosts that answer quickly.",
            verifier: "Try again, and call it unreachable rather than invalid.", tests: .partly,
            clause: "VCDM 2.0, Contexts and vocabularies", .should),
        .init(
            "payload-over-limit", "Document too large", .transport, tier: 1, .degrading, .issuer,
            "The document is larger than the reader takes.",
            issuer: "Link large evidence by digest instead of embedding it.",
            verifier: "Publish the limit, and name it in the error.", clause: "UNTP VC profile", .should),
        .init(
            "partner-offline", "Host refuses connections", .transport, tier: 1, .degrading, .network,
            "A host that is needed for the check is down at that hour.",
            issuer: "Host DID documents, statuses and credentials where they are always on.",
            verifier: "Say what was checked live and what from a cache, and check again later.",
            clause: "UNTP VC profile, Offline verification", .should),
        .init(
            "host-unreachable", "No answer from a host", .transport, tier: 1, .degrading, .network,
            "No answer came, however often it was asked for.",
            issuer: "Watch your hosts from other countries than your own.",
            verifier: "Keep a failed fetch apart from a failed check, and repeat it.",
            clause: "RFC 9110, section 15.6", .none),
        .init(
            "credential-missing", "Nothing at the link", .transport, tier: 1, .blocking, .issuer,
            "A link leads to nothing.",
            issuer: "Keep published paths alive for as long as the goods are.",
            verifier: "Report the link and where it was found.", clause: "UNTP Identity Resolver, Links", .must),
    ]

    static let discovery: [FailureMode] = [
        .init(
            "link-missing", "No link to a passport", .discovery, tier: 1, .blocking, .issuer,
            "The resolver knows the product and has no link to a passport for it.",
            issuer: "Read back what you registered.", verifier: "Ask the issuer for the passport.",
            clause: "UNTP Identity Resolver, Links", .must),
        .init(
            "link-key-tied-to-domain", "Link type under the resolver's own domain", .discovery, tier: 1, .blocking,
            .ambiguous,
            "The link type is a URL under one resolver's domain, and the reader takes only those of another.",
            issuer: "Use the registered link types, without a domain of your own.",
            verifier: "Compare link types, not the hosts that they stand under.", clause: "RFC 8288, section 2.1.2",
            .should),
        .init(
            "link-header-truncated", "Links missing from the header", .discovery, tier: 1, .silent, .verifier,
            "The Link header has no room for all links, and the reader looks nowhere else.",
            issuer: "Say in the header where the whole linkset is.",
            verifier: "Read the linkset, and take the header for a hint.", clause: "RFC 8288, section 3", .should),
        .init(
            "default-link-not-followed", "Raw data where a page was expected", .discovery, tier: 1, .degrading,
            .resolver, "Somebody opens the identifier with a phone and sees a linkset instead of a page.",
            issuer: "Define a default link for each identifier and open it with a plain browser.",
            verifier: "Offer a page that shows what the linkset says.", clause: "UNTP Identity Resolver, Defaults",
            .should),
        .init(
            "linktype-encoding", "Link type percent-encoded", .discovery, tier: 1, .degrading, .resolver,
            "The resolver writes the link type percent-encoded, and the reader compares it as it stands.",
            issuer: "Write link relations as they are registered.", verifier: "Decode before you compare.",
            clause: "RFC 3986, section 6", .should),
        .init(
            "unregistered-link-type-rejected", "Link type refused at registration", .discovery, tier: 1, .blocking,
            .resolver, "The resolver takes registered link types only, so the link was never published.",
            issuer: "Map link types of your own to registered ones, and read the resolver's answer.",
            verifier: "Ask the issuer for the passport.", clause: "UNTP Identity Resolver, Link types", .should),
        .init(
            "media-type-list-closed", "Media type refused at registration", .discovery, tier: 1, .blocking, .resolver,
            "The resolver's list of media types lacks the one of the credential, so the link was never published.",
            issuer: "Read the resolver's answer, and have the list extended.",
            verifier: "Ask the issuer for the passport.", clause: "RFC 9264, section 4.2.4.1", .should),
        .init(
            "language-attribute-skew", "Language under another attribute", .discovery, tier: 1, .degrading, .resolver,
            "The language of a link is given in a way that the reader does not look at, so nothing matches.",
            issuer: "Give hreflang as a list.", verifier: "Fall back to the default where no language matches.",
            clause: "RFC 9264, section 4.2.4.1", .should),
        .init(
            "stale-linkset-after-upgrade", "Links about an earlier identifier", .discovery, tier: 1, .silent,
            .resolver, "Stored linksets name the identifier under a domain of the past, and careful readers skip them.",
            issuer: "Make stored linksets anew when a domain or a version changes.",
            verifier: "Say which anchor was found instead.", clause: "RFC 9264, section 4.2.2", .must),
        .init(
            "latest-instead-of-pinned", "Newest version instead of the linked one", .discovery, tier: 3, .degrading,
            .resolver, "A link that was pinned by a digest leads to a newer version of the document.",
            issuer: "Link evidence by a URL of its version and keep old versions within reach.",
            verifier: "Show that a newer version was served, rather than a forgery.",
            clause: "UNTP Identity Resolver, Versions", .should),
        .init(
            "duplicate-variant-collapsed", "Variants taken for one", .discovery, tier: 1, .silent, .resolver,
            "The resolver tells links apart by too little, keeps the first and drops the others.",
            issuer: "Read back what was registered.", verifier: "Take another variant where yours is not offered.",
            clause: "RFC 9264, section 4.2", .should),
        .init(
            "link-type-name-drift", "Link type under another name", .discovery, tier: 1, .blocking, .ambiguous,
            "The passport is linked, and not found, because the reader knows its link type under another spelling.",
            issuer: "Publish the current UNTP link types.",
            verifier: "Read all spellings in circulation as one.", clause: "UNTP Identity Resolver, Link types", .must),
        .init(
            "only-html-variant-read", "Only the page for people is taken", .discovery, tier: 1, .silent, .verifier,
            "The machine-readable document is passed over in the search for a web page.",
            issuer: "Register the machine-readable variant and say its type.",
            verifier: "Choose the variant by what you need, not the first for people.",
            clause: "UNTP Identity Resolver, Links; RFC 8288", .should),
        .init(
            "linkset-query-word", "Query word for the linkset differs", .discovery, tier: 1, .blocking, .resolver,
            "The reader asks for all links in a word that the resolver takes for a link type, and gets a web page.",
            issuer: "Answer the whole set for linkset, for all, and for the media type.",
            verifier: "Ask with linkType=linkset and the media type.", clause: "UNTP Identity Resolver, Query", .must),
        .init(
            "linkset-shape-invalid", "Linkset without its shape", .discovery, tier: 1, .blocking, .resolver,
            "The links come as a plain list, without anchors and relations.",
            issuer: "Check your linksets against RFC 9264 with each release.",
            verifier: "Say what the set lacks.", clause: "RFC 9264, section 4.2", .must),
        .init(
            "identifier-unknown", "No resolver knows the identifier", .discovery, tier: 1, .blocking, .issuer,
            "The product's identifier resolves to nothing.",
            issuer: "Register each identifier before the goods leave.",
            verifier: "Ask again when the goods have been under way for a while.",
            clause: "UNTP Identity Resolver, Query", .must),
    ]

    static let identity: [FailureMode] = [
        .init(
            "check-digit-policy", "Number outside the allocated ranges", .identity, tier: 3, .degrading, .ambiguous,
            "A number for use within a company is refused, although its check digit is right.",
            issuer: "Identify what leaves the company by allocated numbers.",
            verifier: "Warn of unusual prefixes, and refuse wrong check digits only.",
            clause: "GS1 General Specifications, Restricted circulation numbers", .should),
        .init(
            "granularity-mismatch", "Passport of the model, not of the batch", .identity, tier: 3, .silent, .ambiguous,
            "The passport stands for all batches of a model, and what was scanned is one of them.",
            issuer: "State the granularity, and let the resolver answer for parents.",
            verifier: "Show the data as the model's.", clause: "UNTP Digital Product Passport, Granularity", .should),
        .init(
            "did-web-slash-path", "did:web with slashes", .identity, tier: 1, .blocking, .issuer,
            "The issuer's DID has slashes in its path and can't be resolved.",
            issuer: "Write the path of a did:web with colons.",
            verifier: "Show the DID as it should be written.", tests: .partly,
            clause: "did:web Method Specification, Method-specific identifier", .must),
        .init(
            "did-web-port-encoding", "did:web with a bare port", .identity, tier: 1, .blocking, .issuer,
            "The port of the issuer's DID is not encoded and is taken for a path.",
            issuer: "Encode the colon before the port as %3A, once.",
            verifier: "Show the DID as it should be written.", tests: .partly,
            clause: "did:web Method Specification, Method-specific identifier", .must),
        .init(
            "key-encoding-unsupported", "Key in a form that is not read", .identity, tier: 1, .blocking, .ambiguous,
            "The issuer's key is published in a form that the verifier does not read, so a good signature fails.",
            issuer: "Publish each key as JWK and as Multikey.", verifier: "Read both forms.", tests: .partly,
            clause: "Controlled Identifiers 1.0, Verification methods", .may),
        .init(
            "multikey-codec-missing", "Key without its codec", .identity, tier: 1, .blocking, .issuer,
            "The key's bytes lack the prefix that says what kind of key they are.",
            issuer: "Put the multicodec prefix before the key and compare with its did:key.",
            verifier: "Name the missing prefix.", tests: .partly, clause: "Controlled Identifiers 1.0, Multikey", .must),
        .init(
            "key-not-for-assertion", "Key not allowed to assert", .identity, tier: 1, .blocking, .issuer,
            "The signing key is published, but not for making claims.",
            issuer: "List credential keys under assertionMethod.",
            verifier: "Name the relationship that is missing.", tests: .partly,
            clause: "Controlled Identifiers 1.0, Assertion", .must),
        .init(
            "key-rotated-away", "Old key withdrawn", .identity, tier: 1, .blocking, .issuer,
            "The key that signed is gone from the DID document, and all earlier credentials fail at once.",
            issuer: "Keep retired keys published until the last credential they signed has expired.",
            verifier: "Say that the key is missing rather than that the signature is wrong.",
            clause: "did:web Method Specification, Key rotation", .should),
        .init(
            "product-id-form-differs", "Product named in two forms", .identity, tier: 3, .silent, .ambiguous,
            "Passport and label name one product in two forms, and the reader does not see that they are one.",
            issuer: "Use the resolver URL of the scheme in all credentials.",
            verifier: "Bring identifiers into their canonical form before comparing.", tests: .partly,
            clause: "UNTP Identity Resolver, Linked data needs", .should),
        .init(
            "gtin-padding", "GTIN with and without leading zeros", .identity, tier: 3, .silent, .ambiguous,
            "One side writes thirteen digits and the other fourteen, and the product is not found.",
            issuer: "Write GTINs with fourteen digits.", verifier: "Pad GTINs to fourteen digits before comparing.",
            clause: "GS1 Digital Link URI Syntax, Primary keys", .should),
        .init(
            "url-not-normalised", "URLs compared letter by letter", .identity, tier: 3, .silent, .verifier,
            "Two spellings of one URL are taken for two products.",
            issuer: "Publish the canonical spelling.",
            verifier: "Normalise case, trailing slashes and encoding before comparing.", tests: .partly,
            clause: "RFC 3986, section 6", .should),
        .init(
            "did-unresolvable", "DID can't be resolved", .identity, tier: 1, .blocking, .issuer,
            "There is no DID document where the issuer's DID leads.",
            issuer: "Publish the DID document at the place that the DID names.",
            verifier: "Report the URL that was tried.", tests: .playground, clause: "DID Core, section 7.1", .must),
        .init(
            "did-document-invalid", "DID document of another or of no form", .identity, tier: 1, .blocking, .issuer,
            "What stands at the DID's place is not the document of that DID.",
            issuer: "Make the document's id equal the DID.", verifier: "Show both identifiers.", tests: .partly,
            clause: "DID Core, section 5.1.1", .must),
    ]

    static let securing: [FailureMode] = [
        .init(
            "envelope-type-array", "Envelope type as a list", .securing, tier: 1, .blocking, .verifier,
            "The envelope's type is a list of one, which is allowed, and the reader sees no envelope.",
            issuer: "Write the type as a string until everybody reads both.",
            verifier: "Accept a string and a list.", tests: .partly,
            clause: "VCDM 2.0, Enveloped Verifiable Credentials", .must),
        .init(
            "data-url-media-type", "Media type of a draft in the envelope", .securing, tier: 1, .blocking, .issuer,
            "The envelope's data URL has the media type of an earlier draft.",
            issuer: "Write data:application/vc+jwt.", verifier: "Read the media types of the drafts too.",
            clause: "VCDM 2.0, Enveloped Verifiable Credentials", .must),
        .init(
            "typ-header-drift", "typ header of another generation", .securing, tier: 1, .blocking, .ambiguous,
            "The token is turned away for its typ header before anybody looks at the signature.",
            issuer: "Send typ vc+jwt.", verifier: "Take earlier values with a warning for the time being.",
            clause: "VC-JOSE-COSE, Media types", .should),
        .init(
            "alg-name-differs", "Algorithm under another name", .securing, tier: 1, .blocking, .ambiguous,
            "One algorithm has two names, and the verifier knows the other one.",
            issuer: "Write EdDSA for UNTP for now.", verifier: "Accept EdDSA and Ed25519 as one.", tests: .partly,
            clause: "RFC 9864, section 2", .should),
        .init(
            "alg-family-differs", "No algorithm in common", .securing, tier: 1, .blocking, .ambiguous,
            "The credential is signed with an algorithm that the verifier does not support.",
            issuer: "Sign with EdDSA, as UNTP's profile has it.", verifier: "Verify EdDSA and ES256 at least.",
            tests: .partly, clause: "UNTP VC profile, Securing", .should),
        .init(
            "kid-form", "Key named in another way", .securing, tier: 1, .blocking, .ambiguous,
            "The token names its key in a form that the verifier does not follow.",
            issuer: "Send an absolute DID URL whose DID is the issuer.",
            verifier: "Follow fragments within the issuer's document too.", tests: .partly,
            clause: "VC-JOSE-COSE, Using Controlled Identifier Documents", .must),
        .init(
            "payload-wrapped-in-vc-claim", "Credential inside a vc claim", .securing, tier: 1, .blocking, .issuer,
            "The token follows the old data model and hides the credential in a claim.",
            issuer: "Make the credential itself the payload.", verifier: "Name the claim in the error.",
            tests: .partly, clause: "VC-JOSE-COSE, Securing JSON-LD Verifiable Credentials with JOSE", .must),
        .init(
            "token-dates-disagree", "Token and credential disagree on time", .securing, tier: 1, .degrading, .issuer,
            "The token's dates contradict those of the credential, so that parties differ on whether it is valid.",
            issuer: "Derive one pair of dates from the other, or leave the token's out.",
            verifier: "Refuse contradictions and show both dates.", clause: "VC-JOSE-COSE, JWT claims", .must),
        .init(
            "token-names-disagree", "Token and credential name different things", .securing, tier: 1, .degrading,
            .issuer, "The token names another issuer, subject or credential than the credential itself does.",
            issuer: "Derive the token's names from the credential, or leave them out.",
            verifier: "Refuse contradictions and show both names.", clause: "VC-JOSE-COSE, JWT claims", .must),
        .init(
            "cryptosuite-name-drift", "Cryptosuite under a former name", .securing, tier: 1, .blocking, .issuer,
            "The proof names its suite as drafts did, and no verifier of the final one knows it.",
            issuer: "Use the suite's final name.", verifier: "Read former names of suites that you know.",
            tests: .partly, clause: "Data Integrity EdDSA Cryptosuites 1.0", .must),
        .init(
            "embedded-not-enveloped", "Embedded proof only", .securing, tier: 1, .blocking, .issuer,
            "The credential has an embedded proof where an enveloping one is expected.",
            issuer: "Issue enveloped credentials; keep embedded proofs as an extra.",
            verifier: "Say which proofs you read.", tests: .partly, clause: "UNTP VC profile, Securing", .must),
        .init(
            "proof-missing", "No proof", .securing, tier: 1, .blocking, .issuer,
            "The credential is not secured at all.", issuer: "Sign credentials before publishing them.",
            verifier: "Do not read unsecured credentials as evidence.", tests: .playground,
            clause: "VCDM 2.0, Securing Mechanisms", .must),
        .init(
            "envelope-malformed", "Neither JSON nor a token", .securing, tier: 1, .blocking, .issuer,
            "The bytes can't be opened as a credential.",
            issuer: "Publish what your signing library returns, unchanged.",
            verifier: "Say where the bytes stop making sense.", tests: .playground,
            clause: "VC-JOSE-COSE, Media types", .must),
        .init(
            "algorithm-forbidden", "Unsafe or unknown algorithm", .securing, tier: 1, .blocking, .issuer,
            "The token names no signature algorithm that can be trusted.", issuer: "Sign with EdDSA or ES256.",
            verifier: "Go on refusing none and symmetric algorithms.", tests: .playground,
            clause: "RFC 8725, section 3.1", .must),
        .init(
            "credential-altered", "Changed after signing", .securing, tier: 1, .blocking, .issuer,
            "The signature does not match the content: it was changed after it was signed, or signed with another key.",
            issuer: "Issue a new credential for each change; look for who changed this one.",
            verifier: "Treat the content as unknown, and tell its issuer.", tests: .playground,
            clause: "RFC 7515, section 5.2", .must),
    ]
}
